#include "rules/dmn/diagram.hpp"

#include <algorithm>
#include <map>

namespace guichet::dmn {

namespace {

constexpr int kHeight = 60, kGapX = 40, kGapY = 90, kMargin = 60;
constexpr int kLeastWidth = 160, kMostWidth = 320, kWidthOfLetter = 8;
constexpr std::size_t kMostInRow = 10;

struct Box {
  int x = 0, y = 0, width = kLeastWidth;
  int centre() const { return x + width / 2; }
};

class Layout {
 public:
  explicit Layout(const Diagram& diagram) : diagram_(diagram) {
    for (std::size_t i = 0; i < diagram.shapes.size(); ++i) index_[diagram.shapes[i].id] = i;
    required_.resize(diagram.shapes.size());
    for (const Diagram::Edge& edge : diagram.edges) {
      const auto from = index_.find(edge.from), to = index_.find(edge.to);
      if (from != index_.end() && to != index_.end()) required_[to->second].push_back(from->second);
    }
  }

  std::vector<Box> place() {
    boxes_.resize(diagram_.shapes.size());
    std::map<std::size_t, std::vector<std::size_t>> by_rank;
    rank_shapes();
    for (std::size_t i = 0; i < boxes_.size(); ++i) by_rank[ranks_[i]].push_back(i);
    // From the bottom up, so that what is required has its place already.
    std::vector<std::vector<std::size_t>> rows;
    for (auto& [rank, shapes] : by_rank) {
      for (std::size_t i = 0; i < shapes.size(); i += kMostInRow)
        rows.emplace_back(
            shapes.begin() + static_cast<std::ptrdiff_t>(i),
            shapes.begin() + static_cast<std::ptrdiff_t>(std::min(i + kMostInRow, shapes.size())));
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
      place_row(rows[i], kMargin + static_cast<int>(rows.size() - 1 - i) * (kHeight + kGapY));
    return boxes_;
  }

 private:
  // One more than the highest of what a shape requires; 0 where it requires nothing. What is in a
  // cycle, or above one, counts only what is not.
  void rank_shapes() {
    ranks_.assign(boxes_.size(), 0);
    std::vector<std::size_t> waiting(boxes_.size());
    std::vector<std::vector<std::size_t>> required_by(boxes_.size());
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      waiting[i] = required_[i].size();
      for (const std::size_t one : required_[i]) required_by[one].push_back(i);
      if (waiting[i] == 0) ready.push_back(i);
    }
    for (std::size_t next = 0; next < ready.size(); ++next) {
      const std::size_t shape = ready[next];
      for (const std::size_t above : required_by[shape]) {
        ranks_[above] = std::max(ranks_[above], ranks_[shape] + 1);
        if (--waiting[above] == 0) ready.push_back(above);
      }
    }
  }

  void place_row(std::vector<std::size_t> row, int y) {
    const auto wish = [&](std::size_t shape) {
      int sum = 0, count = 0;
      for (const std::size_t one : required_[shape]) {
        sum += boxes_[one].centre();
        ++count;
      }
      return count == 0 ? 0 : sum / count;
    };
    std::stable_sort(row.begin(), row.end(),
                     [&](std::size_t a, std::size_t b) { return wish(a) < wish(b); });
    int x = kMargin;
    for (const std::size_t shape : row) {
      const auto letters =
          static_cast<int>(std::min<std::size_t>(diagram_.shapes[shape].name.size(), kMostWidth));
      const int width = std::clamp(letters * kWidthOfLetter + 40, kLeastWidth, kMostWidth);
      boxes_[shape] = {std::max(x, wish(shape) - width / 2), y, width};
      x = boxes_[shape].x + width + kGapX;
    }
  }

  const Diagram& diagram_;
  std::map<std::string, std::size_t> index_;
  std::vector<std::vector<std::size_t>> required_;
  std::vector<std::size_t> ranks_;
  std::vector<Box> boxes_;
};

xml::Writer::Attributes point(int x, int y) {
  return {{"x", std::to_string(x)}, {"y", std::to_string(y)}};
}

}  // namespace

void write_diagram(const Diagram& diagram, const std::string& id, xml::Writer& xml) {
  const std::vector<Box> boxes = Layout(diagram).place();
  std::map<std::string, const Box*> box_of;
  xml.open("dmndi:DMNDI");
  xml.open("dmndi:DMNDiagram", {{"id", id}});
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Diagram::Shape& shape = diagram.shapes[i];
    const Box& box = boxes[i];
    box_of[shape.id] = &box;
    xml::Writer::Attributes attributes{{"id", id + "_shape_" + std::to_string(i + 1)},
                                       {"dmnElementRef", shape.id}};
    if (shape.is_service) attributes.emplace_back("isCollapsed", "true");
    xml.open("dmndi:DMNShape", attributes);
    auto bounds = point(box.x, box.y);
    bounds.emplace_back("width", std::to_string(box.width));
    bounds.emplace_back("height", std::to_string(kHeight));
    xml.empty("dc:Bounds", bounds);
    xml.close();
  }
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    const Diagram::Edge& edge = diagram.edges[i];
    const auto from = box_of.find(edge.from), to = box_of.find(edge.to);
    if (from == box_of.end() || to == box_of.end()) continue;
    xml.open("dmndi:DMNEdge",
             {{"id", id + "_edge_" + std::to_string(i + 1)}, {"dmnElementRef", edge.id}});
    xml.empty("di:waypoint", point(from->second->centre(), from->second->y));
    xml.empty("di:waypoint", point(to->second->centre(), to->second->y + kHeight));
    xml.close();
  }
  xml.close();
  xml.close();
}

}  // namespace guichet::dmn
