#include "workflows/explore/explore.hpp"

#include <algorithm>

#include "workflows/explore/messages.hpp"
#include "workflows/explore/search.hpp"

namespace guichet::explore {
namespace {

using base::Language;
using base::Message;

// The workflow and those of the referrals that it opens.
std::vector<const model::Workflow*> with_children(const bundle::Desk& desk,
                                                  const model::Workflow& workflow) {
  std::vector<const model::Workflow*> out{&workflow};
  for (const model::State& state : workflow.states) {
    if (!state.referral) continue;
    const model::Workflow* child = desk.workflow(state.referral->workflow);
    if (child != nullptr && std::ranges::find(out, child) == out.end()) out.push_back(child);
  }
  return out;
}

std::string joined(const std::vector<std::string>& items, const char* between) {
  std::string out;
  for (const std::string& each : items) out += (out.empty() ? "" : between) + each;
  return out;
}

std::string in_words(const Verdict& verdict, Language language) {
  std::vector<std::string> words;
  for (const Way& each : verdict.way) words.push_back(describe(each, language));
  return joined(words, ", ");
}

std::vector<std::string> assumptions(const Verdict& verdict) {
  std::vector<std::string> out;
  for (const Way& each : verdict.way) {
    out.insert(out.end(), each.move.assumed.begin(), each.move.assumed.end());
  }
  return out;
}

}  // namespace

std::vector<std::vector<Way>> covering_ways(const bundle::Desk& desk,
                                            const model::Workflow& workflow, const Budget& budget) {
  const Domains domains(desk, with_children(desk, workflow), true);
  Judge judge(domains);
  Play play(judge, workflow);
  Situations situations(play);
  const model::Property none{.id = workflow.id, .pattern = model::Pattern::ends};
  return Search(judge, situations, workflow, {&none}, budget).covering();
}

std::vector<Verdict> check_properties(const bundle::Desk& desk, const model::Workflow& workflow,
                                      const Budget& budget) {
  std::vector<Verdict> verdicts;
  if (workflow.properties.empty()) return verdicts;
  const Domains domains(desk, with_children(desk, workflow));
  Judge judge(domains);
  Play play(judge, workflow);
  Situations situations(play);
  std::vector<const model::Property*> together;
  for (const model::Property& property : workflow.properties) {
    if (!remembers(property)) {
      together.push_back(&property);
      continue;
    }
    std::ranges::move(Search(judge, situations, workflow, {&property}, budget).run(),
                      std::back_inserter(verdicts));
  }
  if (!together.empty()) {
    std::ranges::move(Search(judge, situations, workflow, together, budget).run(),
                      std::back_inserter(verdicts));
  }
  std::ranges::sort(verdicts, {}, &Verdict::property);  // as they stand in the workflow
  return verdicts;
}

std::string describe(const Way& way, Language language) {
  const Move& move = way.move;
  std::string text;
  switch (move.kind) {
    case Move::Kind::start:
      text = Message(messages::kStartMove).in(language);
      break;
    case Move::Kind::act:
      text = Message(messages::kActMove, {way.event}).in(language);
      break;
    case Move::Kind::reply:
      text = Message(messages::kReplyMove, {way.event}).in(language);
      break;
    case Move::Kind::timer:
      text = Message(messages::kTimerMove, {way.event}).in(language);
      break;
    case Move::Kind::event:
      text = Message(messages::kEventMove, {way.event}).in(language);
      break;
    case Move::Kind::confirm:
      text = Message(messages::kConfirmMove, {std::to_string(move.partners)}).in(language);
      break;
    case Move::Kind::change:
      text = Message(messages::kChangeMove, {move.name}).in(language);
      break;
  }
  std::vector<std::string> values;
  for (const Values* given : {&move.found, &move.with}) {
    for (const auto& [id, value] : *given) values.push_back(id + " = " + to_text(value.value()));
  }
  if (!values.empty()) text += " (" + joined(values, ", ") + ")";
  const Instance& self = way.after.self();
  std::string state;
  for (const kernel::Active& each : self.position.active) {
    const model::State& active = self.workflow->at(each.state);
    if (active.children.empty() && !active.path.empty()) {
      state += (state.empty() ? "" : "+") + active.path;
    }
  }
  return text + " -> " + state;
}

void report(const std::vector<Verdict>& verdicts, Language language,
            base::Diagnostics& diagnostics) {
  for (const Verdict& each : verdicts) {
    if (each.outcome == Outcome::holds) continue;
    const std::string why = each.why.in(language);
    if (each.outcome == Outcome::violated) {
      diagnostics.error(
          each.property->at,
          Message(messages::kBroken, {each.property->id, why, in_words(each, language)}),
          Message(messages::kScenarioHint, {each.workflow->id, each.property->id}));
      continue;
    }
    const Message perhaps(messages::kAssuming,
                          {in_words(each, language), joined(assumptions(each), "; ")});
    diagnostics.warning(each.property->at, Message(messages::kPossible,
                                                   {each.property->id, why,
                                                    each.way.empty() ? "" : perhaps.in(language)}));
  }
}

}  // namespace guichet::explore
