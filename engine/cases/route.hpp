// What the convention would choose for a request that nobody has made: `guichet route`, the
// editors' preview. Nothing is opened or written.
#pragma once

#include <string>
#include <vector>

#include "engine/cases/decide.hpp"
#include "rules/convention/choose.hpp"

namespace guichet::cases {

struct RoutedNeed {
  std::string theme, workflow;
  const convention::Convention* convention = nullptr;  // of the desk; null: the path asks nobody
  convention::Choice choice;
};

// One for each theme of the fields; a theme without a path is left out. `by`: a convention of the
// desk to choose by, instead of the one that the theme's path names.
std::vector<RoutedNeed> route(const Fields& fields, const Surroundings& around,
                              const convention::Convention* by = nullptr);

}  // namespace guichet::cases
