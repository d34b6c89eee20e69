#include "workflows/diagram/layers.hpp"

#include <algorithm>
#include <cstdint>

namespace guichet::diagram {
namespace {

constexpr int kSweeps = 16;
constexpr double kPassing = 2;  // width of a link without a label
constexpr std::size_t kStep = 2;

// The longest way from the top; what nothing leads to stands right above what it leads to.
std::vector<std::size_t> ranks_of(const Graph& graph) {
  const bool has_top =
      std::ranges::any_of(graph.items, [](const Item& item) { return item.level == Level::top; });
  std::vector<std::size_t> ranks(graph.items.size());
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    ranks[i] = has_top && graph.items[i].level != Level::top ? kStep : 0;
  }
  std::vector<std::vector<const Link*>> below(ranks.size());
  std::vector<bool> has_upper(ranks.size());
  for (const Link& link : graph.links) {
    below[link.upper].push_back(&link);
    has_upper[link.lower] = true;
  }
  std::size_t last = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    last = std::max(last, ranks[i]);
    for (const Link* link : below[i]) {
      ranks[link->lower] = std::max(ranks[link->lower], ranks[i] + kStep);
    }
  }
  for (std::size_t i = ranks.size(); i-- > 0;) {
    if (graph.items[i].level == Level::bottom) ranks[i] = std::max(ranks[i], last);
    if (graph.items[i].level != Level::inner || has_upper[i] || below[i].empty()) continue;
    std::size_t nearest = SIZE_MAX;
    for (const Link* link : below[i]) nearest = std::min(nearest, ranks[link->lower]);
    ranks[i] = nearest - kStep;
  }
  std::size_t bottom = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (graph.items[i].level == Level::inner) bottom = std::max(bottom, ranks[i] + kStep);
  }
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (graph.items[i].level == Level::bottom) ranks[i] = std::max(ranks[i], bottom);
  }
  return ranks;
}

class Layering {
 public:
  explicit Layering(const Graph& graph) : graph_(graph) {
    place_items();
    place_links();
    number();
  }

  Layers ordered() && {
    Layers best = out_;
    std::size_t fewest = crossings();
    for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
      order(sweep % 2 == 0);
      const std::size_t now = crossings();
      if (now >= fewest) continue;
      fewest = now;
      best = out_;
    }
    return best;
  }

 private:
  void place_items() {
    const std::vector<std::size_t> ranks = ranks_of(graph_);
    std::size_t last = 0;
    for (const std::size_t rank : ranks) last = std::max(last, rank);
    out_.layers.resize(ranks.empty() ? 0 : last + 1);
    label_widths_.resize(out_.layers.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      const Item& item = graph_.items[i];
      add({.item = i,
           .leftmost = item.leftmost,
           .width = item.width,
           .height = item.height,
           .layer = ranks[i]});
    }
  }

  // A label goes where labels take the least room so far, near its upper end.
  void place_links() {
    for (const Link& link : graph_.links) {
      const std::size_t from = out_.vertices[link.upper].layer,
                        to = out_.vertices[link.lower].layer;
      std::size_t labelled = from + 1;
      for (std::size_t rank = from + 1; rank < to; rank += kStep) {
        if (label_widths_[rank] < label_widths_[labelled]) labelled = rank;
      }
      const bool has_label = link.label_width > 0;
      if (has_label) label_widths_[labelled] += link.label_width;
      std::vector<std::size_t>& chain = out_.chains.emplace_back();
      chain.push_back(link.upper);
      for (std::size_t rank = from + 1; rank < to; ++rank) {
        const bool here = has_label && rank == labelled;
        chain.push_back(add({.item = {},
                             .label = here,
                             .width = here ? link.label_width : kPassing,
                             .height = here ? link.label_height : 0,
                             .layer = rank}));
      }
      chain.push_back(link.lower);
    }
    upper_.resize(out_.vertices.size());
    lower_.resize(out_.vertices.size());
    for (const auto& chain : out_.chains) {
      for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        lower_[chain[i]].push_back(chain[i + 1]);
        upper_[chain[i + 1]].push_back(chain[i]);
      }
    }
  }

  std::size_t add(Vertex vertex) {
    out_.layers[vertex.layer].push_back(out_.vertices.size());
    out_.vertices.push_back(std::move(vertex));
    return out_.vertices.size() - 1;
  }

  void number() {
    for (const auto& layer : out_.layers) {
      for (std::size_t i = 0; i < layer.size(); ++i) out_.vertices[layer[i]].place = i;
    }
  }

  bool is_fixed(const std::vector<std::size_t>& layer) const {
    return graph_.keep_order && std::ranges::any_of(layer, [&](std::size_t v) {
             const auto item = out_.vertices[v].item;
             return item && graph_.items[*item].level == Level::inner;
           });
  }

  void order(bool downwards) {
    for (std::size_t i = 0; i < out_.layers.size(); ++i) {
      auto& layer = out_.layers[downwards ? i : out_.layers.size() - 1 - i];
      if (!is_fixed(layer)) order_layer(layer, downwards ? upper_ : lower_);
    }
  }

  // By the mean place of what is above (or below); what has nothing there stays where it is.
  void order_layer(std::vector<std::size_t>& layer,
                   const std::vector<std::vector<std::size_t>>& neighbours) {
    std::vector<std::pair<double, std::size_t>> keyed;
    for (const std::size_t v : layer) {
      double sum = 0;
      for (const std::size_t other : neighbours[v]) {
        // Relative, since layers are not equally full.
        const double full = static_cast<double>(out_.layers[out_.vertices[other].layer].size());
        sum += (static_cast<double>(out_.vertices[other].place) + 0.5) / full;
      }
      const double own =
          (static_cast<double>(out_.vertices[v].place) + 0.5) / static_cast<double>(layer.size());
      const double count = static_cast<double>(neighbours[v].size());
      const double key = out_.vertices[v].leftmost ? -1 : count == 0 ? own : sum / count;
      keyed.emplace_back(key, v);
    }
    std::ranges::stable_sort(keyed, {}, &std::pair<double, std::size_t>::first);
    for (std::size_t i = 0; i < layer.size(); ++i) {
      layer[i] = keyed[i].second;
      out_.vertices[layer[i]].place = i;
    }
  }

  std::size_t crossings() const {
    std::size_t sum = 0;
    for (const auto& layer : out_.layers) {
      std::vector<std::size_t> ends;  // places below, by the places above
      for (const std::size_t v : layer) {
        std::vector<std::size_t> own;
        for (const std::size_t other : lower_[v]) own.push_back(out_.vertices[other].place);
        std::ranges::sort(own);
        ends.insert(ends.end(), own.begin(), own.end());
      }
      sum += inversions(ends);
    }
    return sum;
  }

  // Counted in a binary indexed tree.
  static std::size_t inversions(const std::vector<std::size_t>& ends) {
    const std::size_t most = ends.empty() ? 0 : *std::ranges::max_element(ends) + 1;
    std::vector<std::size_t> tree(most + 1);
    std::size_t sum = 0, seen = 0;
    for (const std::size_t end : ends) {
      std::size_t not_greater = 0;
      for (std::size_t i = end + 1; i > 0; i -= i & (~i + 1)) not_greater += tree[i];
      sum += seen - not_greater;
      for (std::size_t i = end + 1; i <= most; i += i & (~i + 1)) ++tree[i];
      ++seen;
    }
    return sum;
  }

  const Graph& graph_;
  Layers out_;
  std::vector<double> label_widths_;                     // by layer
  std::vector<std::vector<std::size_t>> upper_, lower_;  // neighbours of each vertex
};

}  // namespace

Layers into_layers(const Graph& graph) {
  return Layering(graph).ordered();
}

}  // namespace guichet::diagram
