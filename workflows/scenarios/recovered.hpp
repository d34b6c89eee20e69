// A command as its facts let it be known again. Private to this module.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/access/actor.hpp"
#include "engine/cases/command.hpp"
#include "engine/cases/event.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/pseudonym.hpp"

namespace guichet::scenarios {

struct Recovered {
  access::Actor actor;
  cases::Body body;
  // The step that says it, without its braces: "do: orienter, as: coordinatrice, ...".
  std::vector<std::string> parts;
  std::vector<std::string> shown_parts;  // with roles for members of staff
  std::string step(bool pseudonyms) const;
};

// Finds the letter that was called back, in the play.
using KeyOf = std::function<std::string(const cases::LetterRecalled&)>;

// The command whose facts come next. `before` is the case as it stands. Nothing where a scenario
// has no words for it.
std::optional<Recovered> recover(const bundle::Desk& desk, const cases::Snapshot& before,
                                 std::span<const cases::Fact> facts, const KeyOf& key_of);
// The same journal with fictional values; see Pseudonyms.
std::vector<cases::Fact> with_pseudonyms(const bundle::Desk& desk, std::vector<cases::Fact> facts,
                                         std::size_t turn);

}  // namespace guichet::scenarios
