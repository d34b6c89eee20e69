// tests/access/matrix.yaml: for every route, which status each of eight askers gets for each of
// five sorts of object.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guichet::tests {

struct MatrixRow {
  std::string route;                        // "GET /cases/{id}"
  std::map<std::string, std::string> with;  // what the pattern's names take
  std::string body;
  std::map<std::string, std::vector<int>> expected;  // by actor, in the order of kObjects

  std::string method() const { return route.substr(0, route.find(' ')); }
  std::string pattern() const { return route.substr(route.find(' ') + 1); }
  // Does the answer depend on an object? Then there are five statuses an actor, else one.
  bool has_object() const { return pattern().find("{id}") != std::string::npos; }
  // The path for the object of that place in kObjects.
  std::string target(std::size_t object) const;
};

// Fails the test where the file cannot be read.
std::vector<MatrixRow> read_matrix();

}  // namespace guichet::tests
