// Nothing on the picture lies on anything else, for every path of the examples and for paths drawn
// by lot.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "tests/workflows/diagram/random_workflow.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/diagram/picture.hpp"

using namespace guichet;
using diagram::Arrow;
using diagram::Box;
using diagram::BoxKind;
using diagram::Picture;
using diagram::Point;
using diagram::Rect;

namespace {

constexpr double kSlack = 0.6;  // coordinates are rounded

bool overlap(const Rect& a, const Rect& b) {
  return a.x + kSlack < b.right() && b.x + kSlack < a.right() && a.y + kSlack < b.bottom() &&
         b.y + kSlack < a.bottom();
}
bool inside(const Rect& inner, const Rect& outer) {
  return inner.x + kSlack >= outer.x && inner.y + kSlack >= outer.y &&
         inner.right() <= outer.right() + kSlack && inner.bottom() <= outer.bottom() + kSlack;
}
bool touches(const Point& point, const Rect& rect) {
  const bool beside = point.x < rect.x - kSlack || point.x > rect.right() + kSlack;
  return !beside &&
         (std::abs(point.y - rect.y) < kSlack || std::abs(point.y - rect.bottom()) < kSlack);
}
bool within(const Point& point, const Rect& rect) {
  return point.x > rect.x + kSlack && point.x < rect.right() - kSlack &&
         point.y > rect.y + kSlack && point.y < rect.bottom() - kSlack;
}

Picture placed(const model::Workflow& workflow) {
  Picture picture = diagram::sketch(workflow, {});
  diagram::place(picture);
  return picture;
}

// Every complaint as a line, so that a failure tells what it is about.
class Inspection {
 public:
  explicit Inspection(const Picture& picture) : picture_(picture) {}

  std::vector<std::string> complaints() {
    boxes();
    for (const Arrow& arrow : picture_.arrows) ends(arrow);
    for (const Arrow& arrow : picture_.arrows) way(arrow);
    labels();
    return std::move(out_);
  }

 private:
  void boxes() {
    for (std::size_t i = 1; i < picture_.boxes.size(); ++i) {
      const Box& box = picture_.boxes[i];
      const Box& parent = picture_.boxes[box.parent];
      if (!inside(box.rect, parent.rect)) out_.push_back(box.name + " leaves " + parent.name);
      if (!parent.lines.empty() && overlap(box.rect, parent.heading)) {
        out_.push_back(box.name + " lies on the heading of " + parent.name);
      }
      for (std::size_t j = i + 1; j < picture_.boxes.size(); ++j) {
        const Box& other = picture_.boxes[j];
        if (other.parent == box.parent && overlap(box.rect, other.rect)) {
          out_.push_back(box.name + " lies on " + other.name);
        }
      }
    }
  }

  void ends(const Arrow& arrow) {
    if (arrow.points.size() < 2 ||
        !touches(arrow.points.front(), picture_.boxes[arrow.from].rect) ||
        !touches(arrow.points.back(), picture_.boxes[arrow.to].rect)) {
      out_.push_back(arrow.name + " does not end on its boxes");
    }
  }

  static Point between(const Point& a, const Point& b, double t) {
    if (std::abs(a.x - b.x) < 0.5) return {a.x, a.y + (b.y - a.y) * t};
    const double middle = (a.y + b.y) / 2, s = 1 - t;  // the curve that is drawn
    const double ends = s * s * s + 3 * s * s * t;
    return {a.x * ends + b.x * (1 - ends), a.y * s * s * s + 3 * middle * s * t + b.y * t * t * t};
  }

  void way(const Arrow& arrow) {
    for (std::size_t i = 1; i < arrow.points.size(); ++i) {
      for (int step = 0; step <= 8; ++step) {
        const Point point = between(arrow.points[i - 1], arrow.points[i], step / 8.0);
        for (const Box& box : picture_.boxes) {
          const bool heading = diagram::holds_boxes(box.kind);
          if (within(point, heading ? box.heading : box.rect)) {
            out_.push_back(arrow.name + " runs over " + box.name);
            return;
          }
        }
      }
    }
  }

  void labels() {
    for (std::size_t i = 0; i < picture_.arrows.size(); ++i) {
      const Arrow& arrow = picture_.arrows[i];
      if (arrow.label.empty()) continue;
      for (const Box& box : picture_.boxes) {
        const bool around = diagram::holds_boxes(box.kind) && inside(arrow.label_rect, box.rect);
        const Rect& taken = around ? box.heading : box.rect;
        if (overlap(arrow.label_rect, taken)) {
          out_.push_back("the label of " + arrow.name + " lies on " + box.name);
        }
      }
      for (std::size_t j = i + 1; j < picture_.arrows.size(); ++j) {
        const Arrow& other = picture_.arrows[j];
        if (!other.label.empty() && overlap(arrow.label_rect, other.label_rect)) {
          out_.push_back("the labels of " + arrow.name + " and " + other.name + " overlap");
        }
      }
    }
  }

  const Picture& picture_;
  std::vector<std::string> out_;
};

std::vector<std::string> complaints(const Picture& picture) {
  return Inspection(picture).complaints();
}

}  // namespace

TEST_CASE("no path of the examples has boxes, arrows or labels that lie on each other") {
  for (const std::string name : {"pays-de-figeac", "riverside-makers", "service-national"}) {
    base::Diagnostics diagnostics;
    const auto desk =
        bundle::load_desk(GUICHET_ROOT "/examples/" + name, diagnostics, bundle::Proof::no);
    REQUIRE(desk);
    for (const auto& [id, workflow] : desk->workflows) {
      INFO(name << " " << id);
      const Picture picture = placed(*workflow);
      CHECK(picture.arrows.size() >= 2);
      CHECK(complaints(picture) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("two hundred paths drawn by lot have nothing that lies on anything else") {
  std::size_t arrows = 0, nested = 0;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    const Picture picture = placed(tests::random_workflow(seed));
    arrows += picture.arrows.size();
    nested += static_cast<std::size_t>(std::ranges::count_if(
        picture.boxes, [](const Box& box) { return box.kind == BoxKind::region; }));
    CHECK(complaints(picture) == std::vector<std::string>{});
  }
  CHECK(arrows > 4000);
  CHECK(nested > 100);
}

TEST_CASE("the inspection sees what lies on something else") {
  Picture picture = placed(tests::random_workflow(7));
  REQUIRE(complaints(picture).empty());
  picture.boxes[2].rect = picture.boxes[1].rect;
  CHECK_FALSE(complaints(picture).empty());
}
