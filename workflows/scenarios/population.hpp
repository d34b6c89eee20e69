// A seeded population (`guichet: population/1`): how staff, partners and applicants behave where
// nobody sits at the desk, and what requests come. docs/format.md gives the shape.
//
// On each entry of a state one line of the state is drawn, once for the staff and once for the
// partner that a referral addresses; what the chances leave to 1 is silence. A line `complete`
// waits for its task instead.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/yaml/node.hpp"
#include "rules/feel/expression.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

// How a field's value is drawn: the first rule whose condition holds; among its choices by weight.
struct Draw {
  struct Rule {
    std::string when_field, when_value;                   // empty: always
    std::vector<std::pair<std::string, double>> choices;  // text as people type it, weight
  };
  std::vector<Rule> rules;
  feel::Expression expression;  // `= today()`, instead of rules
};

struct Behaviour {
  enum class Kind { act, reply, complete };
  Kind kind = Kind::act;
  std::string name;
  std::string as;  // of acts and tasks
  double chance = 1;
  int least_days = 0, most_days = 0;  // business days after the entry (or the task's opening)
  std::map<std::string, Draw> with;
};

using ByState = std::map<std::string, std::vector<Behaviour>>;  // by path or id of the state

struct Population {
  std::map<std::string, ByState> staff;     // by workflow, or by kind ("need")
  std::map<std::string, ByState> partners;  // by partner, or "default"
  double requests_per_year = 100;
  std::array<double, 12> months{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  // weights
  std::vector<std::pair<std::string, Draw>>
      request_fields;  // in order: later ones see earlier ones

  // The lines for a state of a workflow: its own before those of its kind.
  const std::vector<Behaviour>* staff_in(const model::Workflow& workflow,
                                         const model::State& state) const;
  const std::vector<Behaviour>* partner_in(const std::string& partner,
                                           const model::State& state) const;
};

Population read_population(const yaml::Node& root, const bundle::Desk& desk,
                           base::Diagnostics& diagnostics);

}  // namespace guichet::scenarios
