// What is drawn: boxes inside boxes, and arrows between them. sketch() says what there is,
// place() where it goes, write_svg() how it looks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "workflows/diagram/arrange.hpp"
#include "workflows/diagram/diagram.hpp"

namespace guichet::diagram {

enum class BoxKind {
  root,
  state,
  compound,
  parallel,
  region,
  final,
  shallow_history,
  deep_history,
  start,       // the dot before the first state
  everywhere,  // what may be done in every open state
};

enum class LineStyle { title, task, inner };
struct Line {
  LineStyle style = LineStyle::inner;
  std::string text;
};

constexpr std::size_t kNoBox = SIZE_MAX;
struct Box {
  BoxKind kind = BoxKind::state;
  std::size_t parent = kNoBox;
  std::vector<Line> lines{};  // broken as drawn; of a box with boxes inside, its heading
  std::string name{}, description{};
  bool success = false;
  std::optional<std::size_t> count{};
  Rect rect{}, heading{};
};
bool holds_boxes(BoxKind kind);

struct Arrow {
  std::size_t from = 0, to = 0;  // boxes
  std::vector<std::string> label{};
  std::string name{}, description{};
  std::vector<Point> points{};  // from `from` to `to`
  Rect label_rect{};
};

struct Picture {
  std::string title, description;
  std::vector<Box> boxes;  // 0 is the root; a state's index is its box
  std::vector<Arrow> arrows;
  double width = 0, height = 0;
};

constexpr double kTitleSize = 14, kTextSize = 11.5;
constexpr double kTitleHeight = 18, kTextHeight = 15;
constexpr double kBoxMargin = 10;  // between a box's border and its text

Picture sketch(const model::Workflow& workflow, const Drawing& drawing);
void place(Picture& picture);
std::string write_svg(const Picture& picture, base::Language language);

}  // namespace guichet::diagram
