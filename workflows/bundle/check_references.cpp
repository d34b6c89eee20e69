#include <algorithm>

#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

using base::Message;

template <typename Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> out;
  for (const auto& [key, value] : map) out.push_back(key);
  return out;
}

std::vector<std::string> list_of(const std::set<std::string>& ids) {
  return {ids.begin(), ids.end()};
}

void require(const yaml::Node* node, const std::vector<std::string>& known, std::string where,
             base::Diagnostics& diagnostics) {
  if (node == nullptr || std::ranges::find(known, node->text()) != known.end()) return;
  diagnostics.error(node->location(),
                    Message(messages::kUnknownReference, {node->text(), std::move(where)}),
                    base::suggestion(node->text(), known));
}

void check_party(const Desk& desk, const Settings::Party& party, base::Diagnostics& diagnostics) {
  std::vector<std::string> named = party.name;
  for (const std::string& each : {party.email, party.phone, party.place}) {
    if (!each.empty()) named.push_back(each);
  }
  for (const std::string& id : named) {
    if (desk.vocabulary->find(id) != nullptr) continue;
    diagnostics.error({}, Message(messages::kUnknownReference, {id, "desk.yaml, fields.yaml"}),
                      base::suggestion(id, desk.vocabulary->ids()));
  }
}

// Whoever may be withdrawn is told so.
void check_withdrawal(const Desk& desk, const DefinedIds& defined, base::Diagnostics& diagnostics) {
  const Role* role = desk.partner_role();
  const std::string letter = role == nullptr ? "" : withdrawal_letter(*role);
  if (defined.letters.contains(letter)) return;
  for (const auto& [id, workflow] : desk.workflows) {
    for (const model::State& state : workflow->states) {
      if (!state.referral) continue;
      return diagnostics.error(state.referral->at, Message(messages::kWithdrawalLetter, {letter}));
    }
  }
}

}  // namespace

void check_references(const Desk& desk, const DefinedIds& defined, const yaml::Node* intake,
                      base::Diagnostics& diagnostics) {
  check_party(desk, desk.settings.person, diagnostics);
  check_party(desk, desk.settings.firm, diagnostics);
  check_withdrawal(desk, defined, diagnostics);
  if (intake == nullptr) return;
  const std::vector<std::string> workflows = list_of(defined.workflows);
  require(yaml::at(*intake, "workflow"), workflows, "workflows/", diagnostics);
  require(yaml::at(*intake, "eligibility"), list_of(defined.tables), "rules/", diagnostics);
  require(yaml::at(*intake, "owner"), keys_of(desk.settings.roles), "desk.yaml roles", diagnostics);
  if (const yaml::Node* paths = yaml::at(*intake, "paths")) {
    for (const yaml::Entry& each : paths->entries()) {
      require(&each.value, workflows, "workflows/", diagnostics);
    }
  }
  if (const yaml::Node* letters = yaml::at(*intake, "letters")) {
    for (const yaml::Entry& each : letters->entries()) {
      require(&each.value, keys_of(defined.letters), "letters/", diagnostics);
    }
  }
}

}  // namespace guichet::bundle
