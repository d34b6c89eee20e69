// Letters to partners that show personal facts past what a referral shares, without consent.
#include <algorithm>

#include "rules/feel/outline.hpp"
#include "workflows/check/field_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/verbs.hpp"

namespace guichet::check {

namespace {

using base::Message;

// Does the condition hold only where a consent is given?
bool asks_consent(const Reading& reading, const feel::Outline& of) {
  using Form = feel::Outline::Form;
  if (of.form == Form::conjunction) {
    return std::ranges::any_of(of.parts,
                               [&](const auto& part) { return asks_consent(reading, part); });
  }
  const std::string name = of.subject.substr(of.subject.rfind('.') + 1);
  const vocabulary::Field* field = reading.names.vocabulary->find(name);
  if (field == nullptr || field->type != vocabulary::FieldType::consent) return false;
  if (of.form == Form::truth) return true;
  return of.form == Form::comparison && of.test == feel::Outline::Test::equal &&
         of.value.value().is_true();
}

class Disclosures {
 public:
  explicit Disclosures(Reading& reading) : reading_(reading) {}

  void check(const model::Block& block, bool consented) {
    for (const model::Verb& verb : block) {
      if (const auto* notice = std::get_if<model::Notify>(&verb.what); notice && !consented) {
        check_notice(*notice, verb.at);
      }
      if (const auto* branch = std::get_if<model::If>(&verb.what)) {
        check(branch->then, consented || is_consent(branch->when));
        check(branch->otherwise, consented);
      }
    }
  }

  // A line that refuses where there is no consent stands guard for those below it.
  void check(const model::Declaration& declaration) {
    bool consented = false;
    for (const model::TransitionIndex index : declaration.arms) {
      const model::Transition& arm = reading_.workflow.at(index);
      check(arm.run, consented || is_consent(arm.when));
      consented = consented || (arm.refuse && is_refusal(arm.when));
    }
  }

 private:
  bool is_consent(const feel::Expression& when) const {
    return !when.empty() && asks_consent(reading_, feel::outline(when, reading_.scope));
  }

  bool is_refusal(const feel::Expression& when) const {
    if (when.empty()) return false;
    feel::Outline of = feel::outline(when, reading_.scope);
    if (of.form == feel::Outline::Form::negation) return asks_consent(reading_, of.parts.front());
    if (of.test != feel::Outline::Test::unequal) return false;
    of.test = feel::Outline::Test::equal;
    return asks_consent(reading_, of);
  }

  void check_notice(const model::Notify& notice, const base::Location& at) {
    const auto role = reading_.names.roles.find(notice.role);
    const auto letter = reading_.names.revealing.find(notice.letter);
    if (role == reading_.names.roles.end() || !role->second.starts_with("partner.")) return;
    if (letter == reading_.names.revealing.end()) return;
    reading_.diagnostics.error(at, Message(messages::kDiscloses, {notice.letter, letter->second}),
                               Message(messages::kAskConsent, {letter->second}));
  }

  Reading& reading_;
};

}  // namespace

void find_disclosures(Reading& reading) {
  if (reading.names.revealing.empty()) return;
  Disclosures disclosures(reading);
  for (const model::State& state : reading.workflow.states) {
    disclosures.check(state.entry, false);
    disclosures.check(state.exit, false);
    if (state.initial) disclosures.check(state.initial->run, false);
  }
  for (const model::Declaration& declaration : reading.workflow.declarations) {
    disclosures.check(declaration);
  }
}

}  // namespace guichet::check
