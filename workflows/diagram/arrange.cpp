// Second half of arranging: coordinates. Each layer in turn is drawn towards its neighbours'
// places, as near as order and distance allow (isotonic regression, pool adjacent violators).
#include "workflows/diagram/arrange.hpp"

#include <algorithm>
#include <cmath>

#include "workflows/diagram/layers.hpp"

namespace guichet::diagram {
namespace {

constexpr int kPasses = 48;
constexpr double kBetweenItems = 28, kBesideLink = 16, kBetweenPorts = 26;
constexpr double kLeastGap = 18, kMostGap = 60, kEmptyLayerGap = 8, kSlope = 0.07;
constexpr double kStraight = 6;  // how much more a passing link insists on its place

// Values as near to `wanted` as may be, each at least as great as the one before.
std::vector<double> rising(const std::vector<double>& wanted, const std::vector<double>& weights) {
  struct Block {
    double sum = 0, weight = 0;
    std::size_t count = 0;
    double mean() const { return sum / weight; }
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    blocks.push_back({wanted[i] * weights[i], weights[i], 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().weight += last.weight;
      blocks.back().count += last.count;
    }
  }
  std::vector<double> out;
  for (const Block& block : blocks) out.insert(out.end(), block.count, block.mean());
  return out;
}

// One end of a piece of a link between two layers: the vertex, and how far from its middle.
struct Hook {
  std::size_t vertex = 0;
  double offset = 0;
};
struct Segment {
  Hook upper, lower;
};

class Arrangement {
 public:
  explicit Arrangement(const Graph& graph) : graph_(graph), layers_(into_layers(graph)) {
    make_segments();
    pack();
    for (int pass = 0; pass < kPasses; ++pass) settle(pass);
    straighten();
    normalise();
    stack();
  }

  Arranged result() const {
    Arranged out;
    for (std::size_t i = 0; i < graph_.items.size(); ++i) out.items.push_back(box(i));
    for (std::size_t i = 0; i < graph_.links.size(); ++i) {
      out.paths.push_back(path(i));
      out.labels.push_back(label(i));
    }
    out.width = width_;
    out.height = height_;
    return out;
  }

 private:
  const Vertex& vertex(std::size_t index) const { return layers_.vertices[index]; }

  void make_segments() {
    above_.resize(layers_.vertices.size());
    below_.resize(layers_.vertices.size());
    segments_.resize(graph_.links.size());
    for (std::size_t i = 0; i < graph_.links.size(); ++i) {
      const auto& chain = layers_.chains[i];
      for (std::size_t k = 0; k + 1 < chain.size(); ++k) {
        segments_[i].push_back({{chain[k]}, {chain[k + 1]}});
        below_[chain[k]].emplace_back(i, k);
        above_[chain[k + 1]].emplace_back(i, k);
      }
    }
    for (std::size_t item = 0; item < graph_.items.size(); ++item) {
      spread(item, below_[item], true);
      spread(item, above_[item], false);
    }
  }

  // Ends that may be anywhere are spread over the side, in the order of where they lead.
  void spread(std::size_t item, std::vector<std::pair<std::size_t, std::size_t>>& ends,
              bool lower) {
    const double width = vertex(item).width;
    std::vector<std::pair<std::size_t, Hook*>> free;
    for (const auto& [link, piece] : ends) {
      Segment& segment = segments_[link][piece];
      Hook& hook = lower ? segment.upper : segment.lower;
      const auto& given = lower ? graph_.links[link].upper_offset : graph_.links[link].lower_offset;
      if (given) {
        hook.offset = *given - width / 2;
      } else {
        free.emplace_back(vertex((lower ? segment.lower : segment.upper).vertex).place, &hook);
      }
    }
    std::ranges::stable_sort(free, {}, &std::pair<std::size_t, Hook*>::first);
    const double count = static_cast<double>(free.size());
    const double step = std::min(kBetweenPorts, width / (count + 1));
    for (std::size_t i = 0; i < free.size(); ++i) {
      free[i].second->offset = (static_cast<double>(i) - (count - 1) / 2) * step;
    }
  }

  double separation(std::size_t left, std::size_t right) const {
    const bool items = vertex(left).item && vertex(right).item;
    return (vertex(left).width + vertex(right).width) / 2 + (items ? kBetweenItems : kBesideLink);
  }

  void pack() {
    x_.resize(layers_.vertices.size());
    for (const auto& layer : layers_.layers) {
      double at = 0;
      for (std::size_t i = 0; i < layer.size(); ++i) {
        if (i > 0) at += separation(layer[i - 1], layer[i]);
        x_[layer[i]] = at;
      }
      for (const std::size_t v : layer) x_[v] -= at / 2;
    }
  }

  // Where the ends want the vertex to be: straight below or above what they hang on.
  void pull(std::size_t v, bool upper, double& sum, double& weight) const {
    for (const auto& [link, piece] : upper ? above_[v] : below_[v]) {
      const Segment& segment = segments_[link][piece];
      const Hook& own = upper ? segment.lower : segment.upper;
      const Hook& other = upper ? segment.upper : segment.lower;
      const double strength = vertex(other.vertex).item ? 1 : kStraight;
      sum += strength * (x_[other.vertex] + other.offset - own.offset);
      weight += strength;
    }
  }

  void settle(int pass) {
    const std::size_t count = layers_.layers.size();
    const bool downwards = pass % 2 == 0, both = pass > kPasses / 3;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& layer = layers_.layers[downwards ? i : count - 1 - i];
      std::vector<double> wanted, weights;
      double offset = 0;
      for (std::size_t k = 0; k < layer.size(); ++k) {
        const std::size_t v = layer[k];
        if (k > 0) offset += separation(layer[k - 1], v);
        double sum = 0, weight = 0;
        if (downwards || both) pull(v, true, sum, weight);
        if (!downwards || both) pull(v, false, sum, weight);
        wanted.push_back((weight > 0 ? sum / weight : x_[v]) - offset);
        weights.push_back(weight > 0 ? weight * (vertex(v).item ? 1 : kStraight) : 0.1);
      }
      const std::vector<double> places = rising(wanted, weights);
      offset = 0;
      for (std::size_t k = 0; k < layer.size(); ++k) {
        if (k > 0) offset += separation(layer[k - 1], layer[k]);
        x_[layer[k]] = places[k] + offset;
      }
    }
  }

  // As far as the neighbours allow: those at its sides in the layer.
  std::pair<double, double> room(std::size_t v) const {
    const auto& layer = layers_.layers[vertex(v).layer];
    const std::size_t place = vertex(v).place;
    double low = -1e9, high = 1e9;
    if (place > 0) low = x_[layer[place - 1]] + separation(layer[place - 1], v);
    if (place + 1 < layer.size()) high = x_[layer[place + 1]] - separation(v, layer[place + 1]);
    return {low, high};
  }

  // A long link keeps one line over as many layers as have room for it.
  void straighten() {
    for (const auto& chain : layers_.chains) {
      for (std::size_t first = 1; first + 1 < chain.size();) {
        double low = -1e9, high = 1e9, sum = 0;
        std::size_t end = first;
        for (; end + 1 < chain.size(); ++end) {
          const auto [least, most] = room(chain[end]);
          if (std::max(low, least) > std::min(high, most)) break;
          low = std::max(low, least);
          high = std::min(high, most);
          sum += x_[chain[end]];
        }
        if (end == first)
          ++end;  // rounding has left it no room: it stays
        else {
          const double x = std::clamp(sum / static_cast<double>(end - first), low, high);
          for (std::size_t i = first; i < end; ++i) x_[chain[i]] = x;
        }
        first = end;
      }
    }
  }

  void normalise() {
    double left = 0, right = 0;
    for (std::size_t v = 0; v < x_.size(); ++v) {
      const double half = vertex(v).width / 2;
      left = v == 0 ? x_[v] - half : std::min(left, x_[v] - half);
      right = v == 0 ? x_[v] + half : std::max(right, x_[v] + half);
    }
    for (std::size_t v = 0; v < x_.size(); ++v) {
      x_[v] = std::round(x_[v] - left);
      if (vertex(v).leftmost) x_[v] = vertex(v).width / 2;  // nothing is to the left of it
    }
    width_ = std::ceil(right - left) + 1;
  }

  void stack() {
    for (std::size_t i = 0; i < layers_.layers.size(); ++i) {
      double height = 0;
      for (const std::size_t v : layers_.layers[i]) height = std::max(height, vertex(v).height);
      if (i > 0) height_ += gap(i, height);
      tops_.push_back(height_);
      height_ += height;
      bottoms_.push_back(height_);
    }
  }

  // Higher where links go far to the side, so that they do not lie flat.
  double gap(std::size_t layer, double height) const {
    const double above = bottoms_.back() - tops_.back();
    double widest = 0;
    bool any = false;
    for (const std::size_t v : layers_.layers[layer]) {
      for (const auto& [link, piece] : above_[v]) {
        const Segment& segment = segments_[link][piece];
        widest = std::max(widest, std::abs(at(segment.upper) - at(segment.lower)));
        any = true;
      }
    }
    if (!any) return kLeastGap / 2;
    const double least = height == 0 || above == 0 ? kEmptyLayerGap : kLeastGap;
    return std::round(std::clamp(least + widest * kSlope, least, kMostGap));
  }

  double at(const Hook& hook) const { return x_[hook.vertex] + hook.offset; }

  Rect box(std::size_t v) const {
    const Vertex& of = vertex(v);
    const bool low = of.item && graph_.items[*of.item].low;
    const double top = low ? bottoms_[of.layer] - of.height : tops_[of.layer];
    return {x_[v] - of.width / 2, top, of.width, of.height};
  }

  std::vector<Point> path(std::size_t link) const {
    const auto& segments = segments_[link];
    std::vector<Point> out;
    const auto add = [&](double x, double y) {
      if (out.empty() || out.back() != Point{x, y}) out.push_back({x, y});
    };
    add(at(segments.front().upper), box(segments.front().upper.vertex).bottom());
    for (const Segment& segment : segments) {
      add(at(segment.upper), bottoms_[vertex(segment.upper.vertex).layer]);
      add(at(segment.lower), tops_[vertex(segment.lower.vertex).layer]);
    }
    return out;
  }

  Rect label(std::size_t link) const {
    for (const std::size_t v : layers_.chains[link]) {
      if (!vertex(v).label) continue;
      Rect rect = box(v);
      rect.y += (bottoms_[vertex(v).layer] - tops_[vertex(v).layer] - rect.height) / 2;
      return rect;
    }
    return {};
  }

  const Graph& graph_;
  Layers layers_;
  std::vector<std::vector<Segment>> segments_;                           // by link
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> above_;  // link, piece by vertex
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> below_;
  std::vector<double> x_;               // middles, by vertex
  std::vector<double> tops_, bottoms_;  // by layer
  double width_ = 0, height_ = 0;
};

}  // namespace

Arranged arrange(const Graph& graph) {
  if (graph.items.empty()) return {};
  return Arrangement(graph).result();
}

}  // namespace guichet::diagram
