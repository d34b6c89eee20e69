// First half of arranging: which layer each thing is in, and in what order it stands there.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "workflows/diagram/arrange.hpp"

namespace guichet::diagram {

// An item, or the place where a link passes through a layer, with its label or without.
struct Vertex {
  std::optional<std::size_t> item;
  bool label = false;
  bool leftmost = false;
  double width = 0, height = 0;
  std::size_t layer = 0, place = 0;  // place: position in the layer, from the left
};

struct Layers {
  std::vector<Vertex> vertices;                  // the items first, in their order
  std::vector<std::vector<std::size_t>> layers;  // vertices from left to right
  // Of each link: its upper item, where it passes, its lower item; one vertex a layer.
  std::vector<std::vector<std::size_t>> chains;
};

// Items are in even layers, labels in odd ones.
Layers into_layers(const Graph& graph);

}  // namespace guichet::diagram
