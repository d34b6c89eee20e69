// Inside the module: ids as XML wants them: no blank, no digit first, each once in a file.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "rules/dmn/definitions.hpp"

namespace guichet::dmn {

class Identifiers {
 public:
  Identifiers() = default;
  // Those of the model are taken.
  explicit Identifiers(const Definitions& definitions);

  // `id` if there is one, else one made of `kind` and a number.
  std::string given_or_fresh(const std::string& id, std::string_view kind);
  // As near to `wanted` as XML's rules and what is taken allow.
  std::string like(std::string_view wanted, std::string_view kind);

 private:
  std::set<std::string, std::less<>> taken_;
  std::map<std::string, int, std::less<>> last_;  // number, by kind
};

}  // namespace guichet::dmn
