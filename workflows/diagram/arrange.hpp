// Boxes and links put into layers (after Sugiyama, Tagawa and Toda, 1981): a link goes down from
// its upper to its lower end, longer ones pass through every layer between, so that no link
// crosses a box; a label has a place in a layer of its own. Pure geometry: knows no workflow.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace guichet::diagram {

struct Point {
  double x = 0, y = 0;
  bool operator==(const Point&) const = default;
};
struct Rect {
  double x = 0, y = 0, width = 0, height = 0;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
};

enum class Level { top, inner, bottom };  // top and bottom: ends of what leads out of the whole

struct Item {
  double width = 0, height = 0;
  Level level = Level::inner;
  bool leftmost = false;  // stays first in its layer: a heading
  bool low = false;       // stands at the foot of its layer; nothing leads to it
};

// Requires: upper < lower, as indexes of items.
struct Link {
  std::size_t upper = 0, lower = 0;
  // Where it leaves and reaches, counted from the box's left; nothing: as suits.
  std::optional<double> upper_offset, lower_offset;
  double label_width = 0, label_height = 0;  // 0: without a label
};

struct Graph {
  std::vector<Item> items;
  std::vector<Link> links;
  bool keep_order = false;  // of the items of one layer: regions stand as written
};

struct Arranged {
  std::vector<Rect> items;
  std::vector<std::vector<Point>> paths;  // of the links, from top to bottom
  std::vector<Rect> labels;               // of the links
  double width = 0, height = 0;
};

// The same for the same graph, always. Top left is (0, 0).
Arranged arrange(const Graph& graph);

}  // namespace guichet::diagram
