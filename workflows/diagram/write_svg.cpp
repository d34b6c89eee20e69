// The picture as SVG. Colours are classes of one style sheet inside it, light and dark.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/base/markup.hpp"
#include "workflows/diagram/messages.hpp"
#include "workflows/diagram/picture.hpp"
#include "workflows/diagram/text_width.hpp"

namespace guichet::diagram {
namespace {

constexpr double kHeadline = 17, kHeadlineRoom = 34, kLegendRoom = 24, kBadge = 18, kTip = 7;
constexpr int kDepths = 5;  // shades by how many are open

constexpr std::string_view kStyle = R"(<style>
.page { fill: #ffffff }
text { font-family: Arial, "Liberation Sans", Helvetica, sans-serif; font-size: 11.5px; fill: #1c2530 }
.headline { font-size: 17px; font-weight: bold }
.title { font-size: 14px; font-weight: bold }
.task { fill: #0b5a52 }
.inner, .legend { fill: #3a4653 }
.box { fill: #f3f6f9; stroke: #5b6b7b; stroke-width: 1.2 }
.compound { fill: none; stroke: #5b6b7b; stroke-width: 1.2 }
.everywhere { fill: none; stroke: #5b6b7b; stroke-dasharray: 5 3 }
.region { fill: #5b6b7b; fill-opacity: .06; stroke: none }
.between { stroke: #5b6b7b; stroke-dasharray: 6 4 }
.ring { fill: none; stroke: #5b6b7b; stroke-width: 1.2 }
.final { fill: #eceff2; stroke: #5b6b7b; stroke-width: 1.2 }
.success { fill: #dff2e4; stroke: #2f7d4a }
.ring.success { fill: none }
.dot { fill: #1c2530 }
.history { fill: #ffffff; stroke: #5b6b7b; stroke-width: 1.2 }
.arrow { fill: none; stroke: #66758a; stroke-width: 1.3 }
.tip { fill: #66758a }
.halo { fill: #ffffff; fill-opacity: .88 }
.badge { fill: #0b4f8a }
.number { fill: #ffffff; font-weight: bold }
.d1 { fill: #eef5fc } .d2 { fill: #dcebf9 } .d3 { fill: #c9e0f6 } .d4 { fill: #b5d4f2 } .d5 { fill: #a0c8ee }
@media (prefers-color-scheme: dark) {
.page, .history, .halo { fill: #14191f }
text { fill: #e6ebf0 }
.task { fill: #7fd6c8 }
.inner, .legend { fill: #b3bfca }
.box, .final { fill: #222b35; stroke: #8fa0b2 }
.compound, .everywhere, .ring, .history { stroke: #8fa0b2 }
.between { stroke: #8fa0b2 }
.success { fill: #1d3a28; stroke: #6cc58b }
.dot { fill: #e6ebf0 }
.arrow { stroke: #93a4b7 }
.tip { fill: #93a4b7 }
.badge { fill: #8cc4f5 }
.number { fill: #0d1b29 }
.d1 { fill: #1d3044 } .d2 { fill: #1f3a56 } .d3 { fill: #214568 } .d4 { fill: #23507b } .d5 { fill: #255c8f }
}
</style>
)";

std::string escaped(const std::string& text) {
  return base::escape_markup(text);
}

// With one decimal at most, the same on every machine.
std::string number(double value) {
  const long long tenths = std::llround(value * 10);
  const long long whole = tenths / 10, rest = std::abs(tenths % 10);
  const char* sign = tenths < 0 && whole == 0 ? "-" : "";
  return rest == 0 ? fmt::format("{}{}", sign, whole) : fmt::format("{}{}.{}", sign, whole, rest);
}

class Writer {
 public:
  Writer(const Picture& picture, base::Language language) : picture_(picture), language_(language) {
    for (const Box& box : picture.boxes) most_ = std::max(most_, box.count.value_or(0));
  }

  std::string write() && {
    open();
    for (std::size_t i = 1; i < picture_.boxes.size(); ++i) {
      if (holds_boxes(picture_.boxes[i].kind)) frame(i);
    }
    for (const Arrow& arrow : picture_.arrows) draw(arrow);
    for (std::size_t i = 1; i < picture_.boxes.size(); ++i) {
      if (!holds_boxes(picture_.boxes[i].kind)) draw(picture_.boxes[i]);
    }
    close();
    return std::move(out_);
  }

 private:
  template <typename... Values>
  void put(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
  }

  void open() {
    const double headline = text_width(picture_.title, kHeadline, Weight::bold);
    const double width = std::max(picture_.width, headline + 32);
    const double height = picture_.height + kHeadlineRoom + (most_ > 0 ? kLegendRoom : 0);
    put("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" style=\"max-width: 100%; height: auto\" role=\"img\" lang=\"{2}\" "
        "aria-label=\"{3}\">\n",
        number(width), number(height), language_ == base::Language::fr ? "fr" : "en",
        escaped(picture_.title + ". " + picture_.description));
    put("<title>{}</title>\n<desc>{}</desc>\n", escaped(picture_.title),
        escaped(picture_.description));
    out_ += kStyle;
    put("<rect class=\"page\" width=\"{}\" height=\"{}\"/>\n", number(width), number(height));
    put("<text class=\"headline\" x=\"16\" y=\"26\">{}</text>\n", escaped(picture_.title));
    put("<g transform=\"translate(0 {})\">\n", number(kHeadlineRoom - 8));
  }

  void close() {
    out_ += "</g>\n";
    if (most_ > 0) {
      const double y = kHeadlineRoom + picture_.height + 4;
      put("<text class=\"legend\" x=\"16\" y=\"{}\">{}</text>\n", number(y),
          escaped(base::Message(messages::kCount).in(language_)));
    }
    out_ += "</svg>\n";
  }

  void open_group(const std::string& name, const std::string& description) {
    put("<g><title>{}</title>", escaped(name));
    if (!description.empty()) put("<desc>{}</desc>", escaped(description));
    out_ += "\n";
  }

  std::string shade(const Box& box) const {
    if (!box.count || most_ == 0) return "";
    const double part = static_cast<double>(*box.count) / static_cast<double>(most_);
    return fmt::format(" d{}", std::clamp(static_cast<int>(std::ceil(part * kDepths)), 1, kDepths));
  }

  void rect(const Rect& rect, const std::string& kind, double radius) {
    put("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>\n", kind,
        number(rect.x), number(rect.y), number(rect.width), number(rect.height), number(radius));
  }

  // A box with boxes inside: its frame and heading; between regions a dashed line.
  void frame(std::size_t index) {
    const Box& box = picture_.boxes[index];
    open_group(box.name, box.description);
    rect(box.rect, box.kind == BoxKind::region ? "region" : "compound", 10);
    lines(box, box.heading.x, box.heading.y, false);
    badge(box);
    if (box.kind == BoxKind::region) separator(index);
    out_ += "</g>\n";
  }

  void separator(std::size_t index) {
    const Box& box = picture_.boxes[index];
    const Box* before = nullptr;
    for (const Box& other : picture_.boxes) {
      if (other.parent != box.parent || other.rect.right() > box.rect.x || &other == &box) continue;
      if (before == nullptr || other.rect.x > before->rect.x) before = &other;
    }
    if (before == nullptr) return;
    const double x = (before->rect.right() + box.rect.x) / 2;
    put("<line class=\"between\" x1=\"{0}\" y1=\"{1}\" x2=\"{0}\" y2=\"{2}\"/>\n", number(x),
        number(box.rect.y), number(box.rect.bottom()));
  }

  void lines(const Box& box, double left, double top, bool middle) {
    double y = top;
    for (const Line& line : box.lines) {
      const bool title = line.style == LineStyle::title;
      const double size = title ? kTitleSize : kTextSize;
      const char* style = title ? "title" : line.style == LineStyle::task ? "task" : "inner";
      y += title ? kTitleHeight : kTextHeight;
      put("<text class=\"{}\" x=\"{}\" y=\"{}\"{}>{}</text>\n", style, number(left),
          number(y - size * 0.3), middle ? " text-anchor=\"middle\"" : "", escaped(line.text));
    }
  }

  void badge(const Box& box) {
    if (!box.count) return;
    const std::string text = std::to_string(*box.count);
    const double width = std::max(kBadge, text_width(text, kTextSize, Weight::bold) + 10);
    const Rect pill{box.rect.right() - width + 6, box.rect.y - kBadge / 2, width, kBadge};
    rect(pill, "badge", kBadge / 2);
    put("<text class=\"number\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
        number(pill.x + width / 2), number(pill.y + kBadge - 5), text);
  }

  void draw(const Box& box) {
    open_group(box.name, box.description);
    const double x = box.rect.x + box.rect.width / 2, y = box.rect.y + box.rect.height / 2;
    switch (box.kind) {
      case BoxKind::start:
        put("<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"6\"/>\n", number(x), number(y));
        break;
      case BoxKind::shallow_history:
      case BoxKind::deep_history:
        put("<circle class=\"history\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", number(x), number(y),
            number(box.rect.width / 2 - 1));
        put("<text class=\"title\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", number(x),
            number(y + 5), box.kind == BoxKind::deep_history ? "H*" : "H");
        break;
      default:
        draw_state(box, x);
    }
    out_ += "</g>\n";
  }

  void draw_state(const Box& box, double middle) {
    const bool is_final = box.kind == BoxKind::final;
    std::string kind = is_final ? "final" : box.kind == BoxKind::everywhere ? "everywhere" : "box";
    if (box.success) kind += " success";
    rect(box.rect, kind + shade(box), is_final ? box.rect.height / 2 : 8);
    if (is_final) {
      const Rect inside{box.rect.x + 3, box.rect.y + 3, box.rect.width - 6, box.rect.height - 6};
      rect(inside, box.success ? "ring success" : "ring", inside.height / 2);
    }
    const bool only_title = std::ranges::all_of(
        box.lines, [](const Line& line) { return line.style == LineStyle::title; });
    lines(box, only_title ? middle : box.rect.x + kBoxMargin, box.rect.y + kBoxMargin, only_title);
    badge(box);
  }

  void draw(const Arrow& arrow) {
    open_group(arrow.name, arrow.description);
    put("<path class=\"arrow\" d=\"{}\"/>\n", path(arrow.points));
    tip(arrow.points);
    if (!arrow.label.empty()) {
      rect(arrow.label_rect, "halo", 3);
      double y = arrow.label_rect.y;
      for (const std::string& line : arrow.label) {
        y += kTextHeight;
        put("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
            number(arrow.label_rect.x + arrow.label_rect.width / 2), number(y - 4), escaped(line));
      }
    }
    out_ += "</g>\n";
  }

  // Straight down (or up) inside the layers; a curve that begins and ends upright between them.
  static std::string path(const std::vector<Point>& points) {
    std::string out = fmt::format("M{} {}", number(points[0].x), number(points[0].y));
    for (std::size_t i = 1; i < points.size(); ++i) {
      const Point &a = points[i - 1], &b = points[i];
      const double y = (a.y + b.y) / 2;
      if (std::abs(a.x - b.x) < 0.5) {
        out += fmt::format(" L{} {}", number(b.x), number(b.y));
      } else {
        out += fmt::format(" C{} {} {} {} {} {}", number(a.x), number(y), number(b.x), number(y),
                           number(b.x), number(b.y));
      }
    }
    return out;
  }

  void tip(const std::vector<Point>& points) {
    const Point end = points.back();
    double before = end.y;
    for (const Point& point : points) {
      if (point.y != end.y) before = point.y;
    }
    const double back = end.y > before ? end.y - kTip : end.y + kTip;
    put("<path class=\"tip\" d=\"M{} {} L{} {} L{} {} Z\"/>\n", number(end.x), number(end.y),
        number(end.x - kTip / 2), number(back), number(end.x + kTip / 2), number(back));
  }

  const Picture& picture_;
  base::Language language_;
  std::size_t most_ = 0;
  std::string out_;
};

}  // namespace

std::string write_svg(const Picture& picture, base::Language language) {
  return Writer(picture, language).write();
}

std::string to_svg(const model::Workflow& workflow, const Drawing& drawing) {
  Picture picture = sketch(workflow, drawing);
  place(picture);
  return write_svg(picture, drawing.language);
}

}  // namespace guichet::diagram
