// A seeded population: how people and partners behave where nobody sits at the desk.
//
//   guichet: population/1
//   acts:                          # by workflow, then by state
//     creation:
//       chez_partenaire:
//         - {do: confirmer, as: conseiller, chance: 0.95, after: [0, 2]}
//     mise-en-relation:
//       demandee:
//         - {reply: accepter, chance: 0.6, after: [1, 12], with: {referent: {one_of: {a: 2, b: 1}}}}
//         - {reply: decliner, chance: 0.2, after: [1, 15], with: {motif_refus: hors_champ}}
//   partners:                      # instead of the above, for one partner's referrals
//     cma-46: {demandee: [{reply: accepter, chance: 0.9, after: [1, 5]}]}
//   tasks:                         # by task id: done after so many business days
//     repondre: {as: conseiller, chance: 1, after: [0, 2]}
//   requests:                      # what --count draws
//     per_year: 114
//     fields: {themes: {one_of: {creation: 30, formation: 15}}, commune: {any_of: communes}, ..}
//
// On each entry of a state at most one act is drawn: what the chances leave to 1 is silence.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/yaml/node.hpp"
#include "rules/feel/value.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

// A field's value as drawn: one literal, weighted literals, or any code of a referential.
struct Draw {
  std::vector<std::pair<feel::Stored, double>> choices;
  std::string any_of;       // referential
  std::string where_column, where_value;  // of it: `any_of: communes, where: {epci: "200067361"}`
  std::optional<std::pair<std::int64_t, std::int64_t>> between;  // whole numbers, both included
  bool day_of_act = false;  // the day on which the act is done
};

struct Behaviour {
  enum class Kind { act, reply, task };
  Kind kind = Kind::act;
  std::string name;
  std::string as;
  double chance = 1;
  int least_days = 0, most_days = 0;  // business days after the state was entered
  std::map<std::string, Draw> with;
};

using ByState = std::map<std::string, std::vector<Behaviour>>;

struct Population {
  std::map<std::string, ByState> acts;      // by workflow
  std::map<std::string, ByState> partners;  // by partner, for workflows of kind referral
  std::map<std::string, Behaviour> tasks;
  double requests_per_year = 100;
  std::map<std::string, Draw> request_fields;
  bool has_requests = false;
};

Population read_population(const yaml::Node& root, const bundle::Desk& desk,
                           base::Diagnostics& diagnostics);

}  // namespace guichet::scenarios
