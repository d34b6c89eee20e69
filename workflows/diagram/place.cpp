// Where boxes and arrows go: each box with boxes inside is arranged by itself, innermost first, and
// is then one item of the box around it. An arrow that crosses borders is cut into a piece a box;
// where it crosses, the inner piece ends at a port, and the outer one goes on from there.
#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "workflows/diagram/picture.hpp"
#include "workflows/diagram/text_width.hpp"

namespace guichet::diagram {
namespace {

constexpr double kPadding = 14, kRegionPadding = 8, kRootPadding = 16, kPort = 2;
constexpr double kLabelMargin = 6;  // on both sides of the text together

// One end of a piece: an item of the container, or a port on its border.
struct End {
  bool port = false;
  std::size_t box = kNoBox;
};
// The part of an arrow inside one container, from top to bottom.
struct Piece {
  std::size_t arrow = 0, container = 0;
  End upper, lower;
  bool labelled = false;
  bool from_border = false, to_border = false;  // the port is where the arrow itself ends
  std::size_t link = 0;                         // in the container's graph
};

class Placement {
 public:
  explicit Placement(Picture& picture)
      : picture_(picture),
        children_(picture.boxes.size()),
        pieces_of_(picture.arrows.size()),
        inside_(picture.boxes.size()),
        arranged_(picture.boxes.size()),
        items_(picture.boxes.size()) {}

  void run() {
    for (std::size_t i = 1; i < picture_.boxes.size(); ++i) {
      children_[picture_.boxes[i].parent].push_back(i);
    }
    for (auto& children : children_) std::ranges::stable_sort(children, {}, first_key());
    for (std::size_t i = 0; i < picture_.arrows.size(); ++i) cut(i);
    arrange_container(0);
    Box& root = picture_.boxes[0];
    picture_.width = root.rect.width;
    picture_.height = root.rect.height;
    move_into_place(0);
    for (std::size_t i = 0; i < picture_.arrows.size(); ++i) join(i);
  }

 private:
  // Dots and what holds everywhere come before the states, these as written.
  std::function<std::pair<int, std::size_t>(std::size_t)> first_key() const {
    return [this](std::size_t index) {
      const BoxKind kind = picture_.boxes[index].kind;
      const bool first = kind == BoxKind::start || kind == BoxKind::everywhere;
      return std::pair(first ? 0 : 1, index);
    };
  }

  double padding(std::size_t container) const {
    const BoxKind kind = picture_.boxes[container].kind;
    return kind == BoxKind::root     ? kRootPadding
           : kind == BoxKind::region ? kRegionPadding
                                     : kPadding;
  }

  std::size_t parent(std::size_t box) const { return picture_.boxes[box].parent; }

  bool is_inside(std::size_t box, std::size_t container) const {
    for (box = parent(box); box != kNoBox; box = parent(box)) {
      if (box == container) return true;
    }
    return false;
  }

  // The box directly inside the container that is, or holds, this one.
  std::size_t below(std::size_t container, std::size_t box) const {
    while (parent(box) != container) box = parent(box);
    return box;
  }

  void cut(std::size_t index) {
    const Arrow& arrow = picture_.arrows[index];
    std::size_t container = arrow.from;
    const bool into_own = is_inside(arrow.to, arrow.from), to_own = is_inside(arrow.from, arrow.to);
    if (to_own) container = arrow.to;
    while (!into_own && !to_own && !is_inside(arrow.to, container)) container = parent(container);
    // The end that is drawn above the other: the one written first.
    std::size_t upper = into_own ? kNoBox : arrow.from, lower = to_own ? kNoBox : arrow.to;
    if (!into_own && !to_own &&
        first_key()(below(container, upper)) > first_key()(below(container, lower))) {
      std::swap(upper, lower);
    }
    if (upper != kNoBox) cut_upper(index, container, upper);
    const End from = upper == kNoBox ? End{true} : End{false, below(container, upper)};
    const End to = lower == kNoBox ? End{true} : End{false, below(container, lower)};
    add({index, container, from, to, true, from.port, to.port});
    if (lower != kNoBox) cut_lower(index, container, lower);
  }

  void cut_upper(std::size_t arrow, std::size_t outermost, std::size_t box) {
    for (; parent(box) != outermost; box = parent(box)) {
      add({arrow, parent(box), {false, box}, {true}});
    }
  }
  void cut_lower(std::size_t arrow, std::size_t outermost, std::size_t box) {
    std::vector<Piece> pieces;
    for (; parent(box) != outermost; box = parent(box)) {
      pieces.push_back({arrow, parent(box), {true}, {false, box}});
    }
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) add(*piece);
  }
  void add(Piece piece) {
    pieces_of_[piece.arrow].push_back(pieces_.size());
    inside_[piece.container].push_back(pieces_.size());
    pieces_.push_back(piece);
  }

  void arrange_container(std::size_t container) {
    for (const std::size_t child : children_[container]) {
      if (holds_boxes(picture_.boxes[child].kind)) arrange_container(child);
    }
    make_regions_equal(container);
    arranged_[container] = arrange(graph_of(container));
    note_ports(container);
    const double around = 2 * padding(container);
    Box& box = picture_.boxes[container];
    box.rect = {0, 0, arranged_[container].width + around, arranged_[container].height + around};
  }

  void make_regions_equal(std::size_t container) {
    if (picture_.boxes[container].kind != BoxKind::parallel) return;
    double highest = 0;
    for (const std::size_t child : children_[container]) {
      highest = std::max(highest, picture_.boxes[child].rect.height);
    }
    for (const std::size_t child : children_[container]) {
      Box& box = picture_.boxes[child];
      if (box.kind == BoxKind::region) box.rect.height = highest;
    }
  }

  Graph graph_of(std::size_t container) {
    Graph graph;
    const Box& box = picture_.boxes[container];
    graph.keep_order = box.kind == BoxKind::parallel;
    const bool has_heading = !box.lines.empty();
    if (has_heading) {
      graph.items.push_back({box.heading.width, box.heading.height, Level::top, true});
    }
    for (const std::size_t index : inside_[container]) {
      if (!pieces_[index].upper.port) continue;
      port_items_[{index, true}] = graph.items.size();
      graph.items.push_back({kPort, 0, Level::top});
    }
    for (const std::size_t child : children_[container]) {
      items_[child] = graph.items.size();
      const Rect& rect = picture_.boxes[child].rect;
      const bool low = picture_.boxes[child].kind == BoxKind::start;
      graph.items.push_back({rect.width, rect.height, Level::inner, false, low});
    }
    for (const std::size_t index : inside_[container]) {
      if (!pieces_[index].lower.port) continue;
      port_items_[{index, false}] = graph.items.size();
      graph.items.push_back({kPort, 0, Level::bottom});
    }
    for (const std::size_t index : inside_[container]) graph.links.push_back(link_of(index, graph));
    return graph;
  }

  Link link_of(std::size_t index, const Graph& graph) {
    Piece& piece = pieces_[index];
    piece.link = graph.links.size();
    Link link;
    link.upper = piece.upper.port ? port_items_.at({index, true}) : items_[piece.upper.box];
    link.lower = piece.lower.port ? port_items_.at({index, false}) : items_[piece.lower.box];
    if (piece.upper.port) {
      link.upper_offset = kPort / 2;
    } else if (const auto port = ports_.find({piece.upper.box, piece.arrow, false});
               port != ports_.end()) {
      link.upper_offset = port->second;
    }
    if (piece.lower.port) {
      link.lower_offset = kPort / 2;
    } else if (const auto port = ports_.find({piece.lower.box, piece.arrow, true});
               port != ports_.end()) {
      link.lower_offset = port->second;
    }
    const Arrow& arrow = picture_.arrows[piece.arrow];
    if (piece.labelled && !arrow.label.empty()) {
      for (const std::string& line : arrow.label) {
        link.label_width = std::max(link.label_width, text_width(line, kTextSize) + kLabelMargin);
      }
      link.label_height = static_cast<double>(arrow.label.size()) * kTextHeight;
    }
    return link;
  }

  // Where arrows cross the border of this container, counted from its left.
  void note_ports(std::size_t container) {
    for (const std::size_t index : inside_[container]) {
      for (const bool upper : {true, false}) {
        const auto item = port_items_.find({index, upper});
        if (item == port_items_.end()) continue;
        const Rect& rect = arranged_[container].items[item->second];
        ports_[{container, pieces_[index].arrow, upper}] = rect.x + kPort / 2 + padding(container);
      }
    }
  }

  Point origin(std::size_t container) const {
    const Rect& rect = picture_.boxes[container].rect;
    return {rect.x + padding(container), rect.y + padding(container)};
  }

  static Rect moved(Rect rect, Point by) {
    rect.x += by.x;
    rect.y += by.y;
    return rect;
  }

  void move_into_place(std::size_t container) {
    Box& box = picture_.boxes[container];
    const Point by = origin(container);
    if (!box.lines.empty()) box.heading = moved(arranged_[container].items[0], by);
    for (const std::size_t child : children_[container]) {
      picture_.boxes[child].rect = moved(arranged_[container].items[items_[child]], by);
      if (holds_boxes(picture_.boxes[child].kind)) move_into_place(child);
    }
  }

  // The pieces, laid end to end, from where the arrow begins to where it ends.
  void join(std::size_t index) {
    Arrow& arrow = picture_.arrows[index];
    for (const std::size_t each : pieces_of_[index]) {
      const Piece& piece = pieces_[each];
      const Arranged& arranged = arranged_[piece.container];
      const Rect& border = picture_.boxes[piece.container].rect;
      const Point by = origin(piece.container);
      std::vector<Point> points = arranged.paths[piece.link];
      for (Point& point : points) point = {point.x + by.x, point.y + by.y};
      if (piece.from_border) arrow.points.push_back({points.front().x, border.y});
      arrow.points.insert(arrow.points.end(), points.begin(), points.end());
      if (piece.to_border) arrow.points.push_back({points.back().x, border.bottom()});
      if (piece.labelled && !arrow.label.empty()) {
        arrow.label_rect = moved(arranged.labels[piece.link], by);
      }
    }
    if (starts_below(index)) std::ranges::reverse(arrow.points);
  }

  bool starts_below(std::size_t index) const {
    const Arrow& arrow = picture_.arrows[index];
    if (is_inside(arrow.to, arrow.from) || is_inside(arrow.from, arrow.to)) return false;
    const Piece& first = pieces_[pieces_of_[index].front()];
    return first.upper.box != arrow.from;
  }

  using PortKey = std::tuple<std::size_t, std::size_t, bool>;  // box, arrow, on top

  Picture& picture_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<Piece> pieces_;
  std::vector<std::vector<std::size_t>> pieces_of_;  // by arrow, from top to bottom
  std::vector<std::vector<std::size_t>> inside_;     // by container
  std::vector<Arranged> arranged_;                   // by container
  std::vector<std::size_t> items_;                   // of each box, in its container's graph
  std::map<std::pair<std::size_t, bool>, std::size_t> port_items_;
  std::map<PortKey, double> ports_;
};

}  // namespace

void place(Picture& picture) {
  Placement(picture).run();
}

}  // namespace guichet::diagram
