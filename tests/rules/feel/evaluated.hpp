// Expressions from text to value in one call, for tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "rules/feel/expression.hpp"

namespace guichet::feel {

struct Evaluated {
  Stored value;
  std::vector<Note> notes;
  std::string mistakes;  // found at load, as shown to people; "" if none

  std::string first_reason() const {
    return notes.empty() ? "" : std::string(notes.front().what.key());
  }
};

base::LocatedText located(const std::string& text);
// 29 March 2026, 01:30 UTC: the hour in which France changes its clocks; zone Europe/Paris.
base::Instant test_now();

// `context` is a FEEL context whose entries are the variables.
Evaluated evaluated(const std::string& expression, const std::string& context = "{}",
                    const Budget& budget = {});
// Unary tests against an input written in FEEL.
Evaluated tested(const std::string& tests, const std::string& input);
// The mistakes of an expression under a scope, as shown to people.
std::string mistakes_in(const std::string& expression, const Scope& scope,
                        const Type& expected = Type::any());

}  // namespace guichet::feel
