// Inside the module: a simple diagram of a model: decisions above what they require.
#pragma once

#include <string>
#include <vector>

#include "rules/dmn/xml_writer.hpp"

namespace guichet::dmn {

struct Diagram {
  struct Shape {
    std::string id;  // of the element
    std::string name;
    bool is_service = false;  // drawn collapsed
  };
  struct Edge {
    std::string id;    // of the requirement
    std::string from;  // what is required
    std::string to;
  };
  std::vector<Shape> shapes;
  std::vector<Edge> edges;
};

// As `dmndi:DMNDI`. Edges whose ends are not both shapes (imported ones) are left out.
void write_diagram(const Diagram& diagram, const std::string& id, xml::Writer& xml);

}  // namespace guichet::dmn
