// The `referral:` block of a state.
#include <algorithm>

#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;

void read_addressees(Reading& reading, const View& to, model::ReferralBlock& block) {
  to.check_shape(keys::kReferralTo, reading.diagnostics);
  const auto convention = to.find("convention"), field = to.find("field");
  if (convention && field) {
    reading.diagnostics.error(field->location(),
                              Message(messages::kOneOfTheTwo, {"convention", "field"}));
  }
  if (!convention && !field) {
    reading.diagnostics.error(to.location(), Message(messages::kNeeds, {"to", "convention"}));
  }
  if (convention && convention->node().is_scalar()) {
    check_convention(reading, convention->node());
    block.convention = convention->node().text();
  }
  if (field && field->node().is_scalar() && find_own_field(reading, field->node()) != nullptr) {
    block.field = field->node().text();
    block.confirm_field = block.field;
  }
}

void check_child(Reading& reading, const yaml::Node& workflow) {
  if (reading.names.unreadable.contains(workflow.text())) return;
  const auto found = reading.kinds.find(workflow.text());
  if (found == reading.kinds.end()) {
    std::vector<std::string> referrals;
    for (const auto& [id, kind] : reading.kinds) {
      if (kind == "referral") referrals.push_back(id);
    }
    reading.diagnostics.error(workflow.location(),
                              Message(messages::kUnknownWorkflow, {workflow.text()}),
                              base::suggestion(workflow.text(), referrals));
  } else if (found->second != "referral") {
    reading.diagnostics.error(workflow.location(),
                              Message(messages::kNotAReferral, {workflow.text()}));
  }
}

// The act that confirms writes the partners into a field, which must be the workflow's.
void check_confirm_field(Reading& reading, const model::ReferralBlock& block,
                         const base::Location& at) {
  const auto& fields = reading.workflow.fields;
  if (std::ranges::find(fields, block.confirm_field) != fields.end()) return;
  reading.diagnostics.error(at, Message(messages::kForeignField, {block.confirm_field}),
                            Message(messages::kAddToFields));
}

}  // namespace

void read_referral(Reading& reading, model::StateIndex state, const View& view) {
  if (!view.node().is_mapping()) return;
  view.check_shape(keys::kReferral, reading.diagnostics, keys::kLevels);
  model::ReferralBlock block;
  block.at = view.location();
  for (const std::string_view key : {"to", "workflow"}) {
    if (view.find(key)) continue;
    reading.diagnostics.error(view.location(),
                              Message(messages::kNeeds, {"referral", std::string(key)}));
  }
  if (const auto to = view.find("to"); to && to->node().is_mapping()) {
    read_addressees(reading, *to, block);
  }
  if (const auto child = view.find("workflow"); child && child->node().is_scalar()) {
    block.workflow = child->node().text();
    check_child(reading, child->node());
  }
  if (const auto policy = view.find("policy"); policy && policy->node().is_scalar()) {
    block.policy = static_cast<model::ReferralPolicy>(
        read_word(reading, policy->node(), {"each_answers", "first_taker_wins", "in_sequence"}));
  }
  if (const auto lead = view.find("lead"); lead && lead->node().is_scalar()) {
    read_word(reading, lead->node(), {"first_accepted"});
    block.lead_first_accepted = true;
  }
  if (const auto share = view.find("share"); share && !share->node().is_mapping()) {
    for (const yaml::Node* field : yaml::read_one_or_many(share->node(), reading.diagnostics)) {
      if (find_field(reading, *field) != nullptr) block.share.push_back(field->text());
    }
  }
  if (const auto confirm = view.find("confirm");
      confirm && confirm->node().is_scalar() && confirm->node().text() != "none") {
    if (check_role(reading, confirm->node())) block.confirm = confirm->node().text();
    check_confirm_field(reading, block, confirm->location());
  }
  reading.state(state).referral = std::move(block);
}

}  // namespace guichet::check
