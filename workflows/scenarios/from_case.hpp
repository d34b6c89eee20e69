// A case's journal as a scenario: the commands are recovered from the facts, and what they brought
// becomes what is expected.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "engine/cases/event.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

struct FromCase {
  std::string id;             // name of the scenario
  bool pseudonymise = false;  // nothing of who it was, and of what was written, is left
};

// The text of a scenario file that plays the case on `desk`, the definition that it is pinned to.
// What the choice of partners owes to other cases is written as the load that they were (`load:`).
// The error says which fact cannot be told as a step, or from which on the play differs (another
// version in between).
std::expected<std::string, base::Message> scenario_from_case(
    const std::shared_ptr<const bundle::Desk>& desk, const std::vector<cases::Fact>& facts,
    const FromCase& wanted);

// Plays the only scenario of `text` on the desk: the facts of its case, or what failed.
std::expected<std::vector<cases::Fact>, std::string> play_scenario(
    const std::shared_ptr<const bundle::Desk>& desk, const std::string& text);
// Do two facts say the same, whichever case they are of and whoever acted?
bool say_the_same(const cases::Fact& a, const cases::Fact& b);

}  // namespace guichet::scenarios
