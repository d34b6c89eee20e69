// What a path promises whatever happens: checked on its graph before it runs (a breach comes with a
// way that leads there), and in shadow while cases run (a breach is an incident).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/delay.hpp"
#include "engine/base/source.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::model {

// `never P`, `always P`, `P leads_to Q within D`, `P before Q`, `at_most n P`, `every case ends`.
enum class Pattern : std::uint8_t { never, always, leads_to, before, at_most, ends };

struct Property {
  std::string id;
  Pattern pattern = Pattern::never;
  feel::Expression p, q;              // q: of leads_to and before
  std::optional<base::Delay> within;  // of leads_to
  std::int32_t times = 0;             // of at_most
  base::Location at;
};

}  // namespace guichet::model
