// What a parent asks of its children, held against what they can come to.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/feel/outline.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/time_messages.hpp"
#include "workflows/check/verbs.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Workflow;

using Workflows = std::vector<std::shared_ptr<const Workflow>>;
using Words = std::set<std::string>;

// The words that the children of a workflow may show.
struct Answers {
  Words workflows, states, outcomes, meanings;
  Words members = {"workflow", "state", "outcome", "partner"};
  bool any_outcome = false;  // one comes from a field
};

void add_outcomes(const Workflow& child, Answers& answers) {
  for (const model::State& state : child.states) {
    if (!state.path.empty() && !model::is_history(state.kind)) {
      answers.states.insert({state.id, state.path});
    }
    if (!state.outcome) continue;
    const bool of_field = std::ranges::find(child.fields, *state.outcome) != child.fields.end();
    answers.any_outcome = answers.any_outcome || of_field;
    answers.outcomes.insert(*state.outcome);
  }
  for (const model::Declaration& declaration : child.declarations) {
    if (declaration.means == model::Meaning::none) continue;
    const std::string word(to_text(declaration.means));
    answers.meanings.insert(word);
    if (declaration.means != model::Meaning::question) answers.outcomes.insert(word);
  }
  answers.workflows.insert(child.id);
  answers.members.insert(child.exports.begin(), child.exports.end());
  answers.members.insert(child.fields.begin(), child.fields.end());
}

Words opened_by(const Workflow& parent) {
  Words ids;
  for (const model::State& state : parent.states) {
    if (state.referral) ids.insert(state.referral->workflow);
  }
  return ids;
}

// Nothing where a child is not there to ask.
std::optional<Answers> answers_to(const Workflow& parent, const Workflows& all) {
  Answers answers;
  const Words opened = opened_by(parent);
  std::size_t found = 0;
  for (const auto& workflow : all) {
    const bool is_need = parent.kind == "request" && workflow->kind == "need";
    if (!is_need && !opened.contains(workflow->id)) continue;
    ++found;
    add_outcomes(*workflow, answers);
  }
  if (found == 0 || (parent.kind != "request" && found < opened.size())) return std::nullopt;
  answers.outcomes.insert("withdrawn");
  return answers;
}

class Asking {
 public:
  Asking(const Workflow& parent, const Answers& answers, base::Diagnostics& diagnostics)
      : parent_(parent), answers_(answers), diagnostics_(diagnostics) {}

  void check() {
    for (const model::Transition& arm : parent_.transitions) check(arm.when);
    each_verb(parent_, [&](const model::Verb& verb, const VerbSite&) {
      if (const auto* branch = std::get_if<model::If>(&verb.what)) check(branch->when);
    });
    for (const model::Declaration& declaration : parent_.declarations) check_event(declaration);
  }

 private:
  void check(const feel::Expression& expression) {
    for (const feel::MemberTest& test : feel::member_tests(expression)) {
      const bool of_child = test.owner != "parent" && test.owner != "request" &&
                            test.owner != "event" && test.owner != "actor" && test.owner != "case";
      if (!of_child) continue;
      if (test.member == "outcome" && !answers_.any_outcome) tell(test, answers_.outcomes);
      if (test.member == "state") tell(test, answers_.states);
      if (test.member == "workflow") tell(test, answers_.workflows);
    }
    if (reads_children(expression)) check_members(expression);
  }

  static bool reads_children(const feel::Expression& expression) {
    if (expression.empty()) return false;
    return std::ranges::any_of(expression.slots(), [](feel::Scope::Slot slot) {
      return slot == static_cast<std::uint32_t>(model::FixedName::children) ||
             slot == static_cast<std::uint32_t>(model::FixedName::all_children);
    });
  }

  // A member that no child has, but for a slip of the hand.
  void check_members(const feel::Expression& expression) {
    for (const feel::MemberTest& use : feel::member_names(expression)) {
      if (answers_.members.contains(use.member)) continue;
      const auto near =
          base::suggestion(use.member, {answers_.members.begin(), answers_.members.end()});
      if (!near) continue;
      diagnostics_.warning(use.at, Message(messages::kNoSuchMember, {use.member}), near);
    }
  }

  void tell(const feel::MemberTest& test, const Words& words) {
    if (words.contains(test.text)) return;
    const auto near = base::suggestion(test.text, {words.begin(), words.end()});
    diagnostics_.warning(
        test.at, Message(messages::kChildNever, {test.member, test.text}),
        near ? near : Message(messages::kChildWords, {fmt::format("{}", fmt::join(words, ", "))}));
  }

  void check_event(const model::Declaration& declaration) {
    constexpr std::string_view kPrefix = "referral.";
    const std::string& name = declaration.name;
    if (declaration.cause != model::Cause::event || !name.starts_with(kPrefix)) return;
    const std::string word = name.substr(kPrefix.size());
    const bool is_meaning = word == "accepted" || word == "declined" || word == "question" ||
                            word == "silent" || word == "concluded";
    if (!is_meaning || answers_.meanings.contains(word)) return;
    diagnostics_.warning(declaration.at,
                         Message(messages::kNeverRaisedByChild,
                                 {name, fmt::format("{}", fmt::join(answers_.workflows, ", "))}),
                         Message(messages::kAddMeans, {word}));
  }

  const Workflow& parent_;
  const Answers& answers_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void find_unknown_answers(const Workflows& workflows, base::Diagnostics& diagnostics) {
  for (const auto& parent : workflows) {
    if (parent->kind == "chart") continue;
    if (const auto answers = answers_to(*parent, workflows)) {
      Asking(*parent, *answers, diagnostics).check();
    }
  }
}

}  // namespace guichet::check
