#include "workflows/words/steps.hpp"

#include <algorithm>
#include <array>

#include "workflows/words/conditions.hpp"
#include "workflows/words/deed_messages.hpp"
#include "workflows/words/event_messages.hpp"
#include "workflows/words/step_messages.hpp"

namespace guichet::words {
namespace {

using base::MessageText;
using model::Cause;
using model::Meaning;

struct EventWords {
  std::string_view name;
  const MessageText* text;
};
constexpr std::array kEvents{
    EventWords{"intake.take_in", &messages::kOnTakeIn},
    EventWords{"intake.ask", &messages::kOnAsk},
    EventWords{"intake.incomplete", &messages::kOnIncomplete},
    EventWords{"intake.refuse", &messages::kOnRefuse},
    EventWords{"referral.accepted", &messages::kOnAccepted},
    EventWords{"referral.declined", &messages::kOnDeclined},
    EventWords{"referral.silent", &messages::kOnSilent},
    EventWords{"referral.question", &messages::kOnQuestion},
    EventWords{"referral.concluded", &messages::kOnConcluded},
    EventWords{"referral.withdrawn", &messages::kOnWithdrawn},
    EventWords{"referral.reopened", &messages::kOnReopened},
    EventWords{"referral.nobody", &messages::kOnNobody},
    EventWords{"referral.changed", &messages::kOnChanged},
    EventWords{"referral.*", &messages::kOnAnyAnswer},
    EventWords{"need.closed", &messages::kOnNeedClosed},
    EventWords{"consent.given", &messages::kOnConsentGiven},
    EventWords{"consent.refused", &messages::kOnConsentRefused},
    EventWords{"consent.withdrawn", &messages::kOnConsentWithdrawn},
    EventWords{"need.requalified", &messages::kOnRequalified},
};

const MessageText* meaning_words(Meaning meaning) {
  switch (meaning) {
    case Meaning::accepted:
      return &messages::kMeansAccepted;
    case Meaning::declined:
      return &messages::kMeansDeclined;
    case Meaning::question:
      return &messages::kMeansQuestion;
    case Meaning::silent:
      return &messages::kMeansSilent;
    case Meaning::withdrawn:
      return &messages::kMeansWithdrawn;
    case Meaning::concluded:
      return &messages::kMeansConcluded;
    case Meaning::reopened:
      return &messages::kMeansReopened;
    case Meaning::none:
      break;
  }
  return nullptr;
}

const MessageText& policy_words(model::ReferralPolicy policy) {
  switch (policy) {
    case model::ReferralPolicy::first_taker_wins:
      return messages::kFirstTaker;
    case model::ReferralPolicy::in_sequence:
      return messages::kInSequence;
    case model::ReferralPolicy::each_answers:
      break;
  }
  return messages::kEachAnswers;
}

// The title that some verb gives the task.
void find_task(const model::Block& block, const std::string& id, const model::Operand*& title) {
  for (const model::Verb& verb : block) {
    if (const auto* task = std::get_if<model::OpenTask>(&verb.what)) {
      if (task->id == id) title = &task->title;
    } else if (const auto* either = std::get_if<model::If>(&verb.what)) {
      find_task(either->then, id, title);
      find_task(either->otherwise, id, title);
    }
  }
}

}  // namespace

std::string Steps::name(const model::State& state) const {
  std::string out = phrases_.named(state.title, state.id);
  for (model::StateIndex up = state.parent; up != model::kRoot && up != model::kNoState;
       up = workflow_.at(up).parent) {
    out = phrases_.named(workflow_.at(up).title, workflow_.at(up).id) + " › " + out;
  }
  return out;
}

Section Steps::section(model::StateIndex index) const {
  const model::State& state = workflow_.at(index);
  Section out{.key = "step " + state.path, .heading = {}, .items = {}};
  out.heading = index == model::kRoot
                    ? phrases_.say(messages::kEverywhere)
                    : phrases_.say(messages::kStep, {phrases_.quoted(name(state))});
  if (state.task) out.items.push_back(task(state));
  const auto arrival = deeds_.of(state.entry), leaving = deeds_.of(state.exit);
  if (!arrival.empty()) {
    out.items.push_back(
        {"entry", phrases_.say(messages::kOnArrival, {phrases_.all_of(arrival)}), {}});
  }
  if (state.accompanied) out.items.push_back({"taken", phrases_.say(messages::kTakenUp), {}});
  if (state.referral) add_referral(state, out);
  for (const model::DeclarationIndex each : state.declarations) {
    const model::Declaration& declared = workflow_.at(each);
    if (declared.cause == Cause::always) {
      add_always(state, declared, out);
    } else {
      out.items.push_back(declaration(state, declared));
      add_contract(declared.contract, phrases_.named(declared.title, declared.name), out);
    }
  }
  if (!leaving.empty()) {
    out.items.push_back(
        {"exit", phrases_.say(messages::kOnLeaving, {phrases_.all_of(leaving)}), {}});
  }
  add_fields(state, out);
  add_contract(state.contract, "", out);
  return out;
}

Item Steps::task(const model::State& state) const {
  std::string out = phrases_.say(messages::kToDo, {deeds_.operand(state.task->title)});
  if (!state.task->by.empty()) {
    out += phrases_.say(messages::kBy, {phrases_.anyone_of(state.task->by)});
  }
  if (state.task->due) out += phrases_.say(messages::kWithin, {phrases_.delay(*state.task->due)});
  return {"task", out + ".", {}};
}

void Steps::add_referral(const model::State& state, Section& section) const {
  const model::ReferralBlock& referral = *state.referral;
  const auto& words = phrases_.words();
  const auto named = [&](const std::map<std::string, std::string>& names, const std::string& id) {
    const auto found = names.find(id);
    return phrases_.quoted(found == names.end() ? spaced(id) : found->second);
  };
  const auto* convention = std::get_if<std::string>(&referral.convention);
  const std::string chosen =
      convention != nullptr
          ? phrases_.say(messages::kByConvention, {named(words.conventions, *convention)})
          : phrases_.say(messages::kByField, {phrases_.field(referral.field)});
  section.items.push_back({"partners", chosen, {}});
  section.items.push_back(
      {"confirm",
       referral.confirm ? phrases_.say(messages::kConfirms, {phrases_.the(*referral.confirm)})
                        : phrases_.say(messages::kLeavesAtOnce),
       {}});
  section.items.push_back({"policy", phrases_.say(policy_words(referral.policy)), {}});
  if (referral.lead_first_accepted) {
    section.items.push_back({"lead", phrases_.say(messages::kFirstLeads), {}});
  }
  section.items.push_back(
      {"child", phrases_.say(messages::kFollows, {named(words.workflows, referral.workflow)}), {}});
  add_shared(referral, section);
}

// What a partner is given, by class of personal data, with how long that is kept.
void Steps::add_shared(const model::ReferralBlock& referral, Section& section) const {
  const vocabulary::Vocabulary& vocabulary = *phrases_.words().vocabulary;
  Item item{"share", phrases_.say(messages::kShares), {}};
  std::vector<std::string> plain;
  std::map<std::string, std::vector<std::string>> by_class;
  for (const std::string& id : referral.share) {
    const vocabulary::Field* field = vocabulary.find(id);
    const bool classed = field != nullptr && !field->personal_class.empty();
    (classed ? by_class[field->personal_class] : plain).push_back(id);
  }
  for (const auto& [id, fields] : by_class) {
    const auto found = vocabulary.classes().find(id);
    const auto keep =
        found == vocabulary.classes().end() ? std::nullopt : base::parse_delay(found->second.keep);
    const std::string names = phrases_.fields(fields);
    item.cases.push_back(keep ? phrases_.say(messages::kSharedKept,
                                             {names, phrases_.quoted(id), phrases_.delay(*keep)})
                              : phrases_.say(messages::kSharedClass, {names, phrases_.quoted(id)}));
  }
  if (!plain.empty()) {
    item.cases.push_back(phrases_.say(messages::kSharedPlain, {phrases_.fields(plain)}));
  }
  if (item.cases.empty()) item.text = phrases_.say(messages::kSharesNothing);
  section.items.push_back(std::move(item));
}

void Steps::add_fields(const model::State& state, Section& section) const {
  for (const auto& [role, access] : state.fields) {
    const std::string who = phrases_.the(role);
    std::string text = access.visible.empty()
                           ? phrases_.say(messages::kSeesNothing, {who})
                           : phrases_.say(messages::kSees, {who, phrases_.fields(access.visible)});
    if (!access.edit.empty()) {
      text += phrases_.say(messages::kMayWrite, {phrases_.fields(access.edit)});
    }
    section.items.push_back({"fields " + role, upper_first(text) + ".", {}});
  }
}

std::string Steps::given(const model::Declaration& declaration) const {
  std::string out;
  if (!declaration.require.empty()) {
    out += phrases_.say(messages::kMustGive, {phrases_.fields(declaration.require)});
  }
  if (!declaration.accepts.empty()) {
    out += phrases_.say(messages::kMayGive, {phrases_.fields(declaration.accepts)});
  }
  return out;
}

std::string Steps::act(const model::Declaration& declaration) const {
  const std::string title = phrases_.quoted(phrases_.named(declaration.title, declaration.name));
  const std::string who = declaration.by.empty() ? phrases_.say(messages::kTheDesk)
                                                 : phrases_.anyone_of(declaration.by);
  std::string out = phrases_.say(messages::kMay, {who, title}) + given(declaration);
  if (declaration.suspends) out += phrases_.say(messages::kSuspends);
  if (declaration.resumes) out += phrases_.say(messages::kResumes);
  return upper_first(out);
}

std::string Steps::reply(const model::Declaration& declaration) const {
  const std::string who = declaration.by.empty() ? phrases_.say(messages::kThePartner)
                                                 : phrases_.anyone_of(declaration.by);
  std::string out =
      phrases_.say(messages::kReplies,
                   {who, phrases_.quoted(phrases_.named(declaration.title, declaration.name))});
  if (const MessageText* means = meaning_words(declaration.means)) out += phrases_.say(*means);
  out += given(declaration);
  if (declaration.pauses_clocks) out += phrases_.say(messages::kStopsClocks);
  return upper_first(out);
}

std::string Steps::computed(const feel::Expression& delay) const {
  const std::string source = one_line(delay.source().text());
  if (source == "article.first_contact_within") return phrases_.say(messages::kFirstContactWithin);
  if (source == "article.answer_within") return phrases_.say(messages::kAnswerWithin);
  const std::string field = source.substr(source.rfind('.') + 1);
  if (phrases_.words().vocabulary->find(field) != nullptr) {
    return phrases_.say(messages::kFieldDelay, {phrases_.field(field)});
  }
  return phrases_.say(messages::kComputedDelay, {source});
}

std::string Steps::timer_start(const model::State& state,
                               const model::Declaration& declaration) const {
  const model::TimerSpec& spec = *declaration.timer;
  if (!spec.at.empty()) {
    const std::string source(spec.at.source().text());
    const bool field = phrases_.words().vocabulary->find(source) != nullptr;
    const std::string date = field ? phrases_.field(source) : "`" + source + "`";
    return spec.plus ? phrases_.say(messages::kAfterDate, {phrases_.delay(*spec.plus), date})
                     : phrases_.say(messages::kOnDate, {date});
  }
  const auto* delay = std::get_if<base::Delay>(&*spec.after);
  const std::string length =
      delay != nullptr ? phrases_.delay(*delay) : computed(std::get<feel::Expression>(*spec.after));
  const model::State& root = workflow_.at(model::kRoot);
  const bool first = root.initial && root.initial->targets.size() == 1 &&
                     &workflow_.at(root.initial->targets[0]) == &state;
  if (spec.anchor == model::Anchor::case_opened) {
    return phrases_.say(messages::kAfterOpening, {length});
  }
  if (first && workflow_.kind == "referral") return phrases_.say(messages::kAfterAsking, {length});
  if (state.parent == model::kNoState) {
    return phrases_.say(messages::kAfterBeginning, {length, deeds_.subject()});
  }
  return phrases_.say(spec.anchor == model::Anchor::first_entry ? messages::kAfterFirstEntry
                                                                : messages::kAfterEntry,
                      {length});
}

std::string Steps::timer(const model::State& state, const model::Declaration& declaration) const {
  const model::TimerSpec& spec = *declaration.timer;
  std::string out = timer_start(state, declaration);
  if (spec.every) out += phrases_.say(messages::kRepeats, {phrases_.delay(*spec.every)});
  if (spec.every && spec.times) {
    out += phrases_.say(messages::kTimes, {std::to_string(*spec.times)});
  }
  if (spec.roll == model::Roll::none) out += phrases_.say(messages::kNotMoved);
  if (spec.roll == model::Roll::previous_business) out += phrases_.say(messages::kMovedBack);
  if (!spec.calendar.empty()) {
    out += phrases_.say(messages::kByCalendar, {phrases_.quoted(spaced(spec.calendar))});
  }
  out += timer_manners(spec);
  if (const MessageText* means = meaning_words(declaration.means)) out += phrases_.say(*means);
  return upper_first(out);
}

std::string Steps::task_title(const std::string& id) const {
  const model::Operand* title = nullptr;
  for (const model::State& state : workflow_.states) {
    if (state.task && state.task->id == id) title = &state.task->title;
    find_task(state.entry, id, title);
    find_task(state.exit, id, title);
  }
  for (const model::Transition& transition : workflow_.transitions) {
    find_task(transition.run, id, title);
  }
  return title == nullptr ? phrases_.quoted(spaced(id)) : deeds_.operand(*title);
}

// What the engine raises has words of its own; of other events the path may say what they are.
std::string Steps::event(const model::Declaration& declaration) const {
  const std::string& pattern = declaration.name;
  for (const EventWords& each : kEvents) {
    if (each.name == pattern) return phrases_.say(*each.text);
  }
  constexpr std::string_view kTask = "task.", kDoneState = "done.state.";
  if (pattern.starts_with(kTask)) {
    return phrases_.say(messages::kOnTaskDone, {task_title(pattern.substr(kTask.size()))});
  }
  if (pattern.starts_with(kDoneState)) {
    const auto state = workflow_.find_state(pattern.substr(kDoneState.size()));
    if (state)
      return phrases_.say(messages::kOnStateDone, {phrases_.quoted(name(workflow_.at(*state)))});
  }
  const bool told = declaration.title != pattern;
  return phrases_.say(messages::kOnSignal,
                      {phrases_.quoted(told ? declaration.title : spaced(pattern))});
}

std::string Steps::lead(const model::State& state, const model::Declaration& declaration) const {
  switch (declaration.cause) {
    case Cause::action:
      return act(declaration);
    case Cause::reply:
      return reply(declaration);
    case Cause::timer:
      return timer(state, declaration);
    case Cause::event: {
      std::string out = event(declaration);
      if (const MessageText* means = meaning_words(declaration.means)) out += phrases_.say(*means);
      return out;
    }
    case Cause::done:
      return phrases_.say(messages::kOnDone);
    case Cause::always:
      break;
  }
  return "";
}

std::string Steps::arm(const model::Transition& arm, bool first) const {
  std::string what = deeds_.consequence(arm);
  if (arm.refuse) {
    const auto& refusals = phrases_.words().refusals;
    const auto found = refusals.find(*arm.refuse);
    what = phrases_.say(messages::kRefused,
                        {found == refusals.end() ? spaced(*arm.refuse) : found->second});
  }
  if (what.empty()) what = phrases_.say(messages::kStays, {deeds_.subject()});
  if (arm.when.empty()) {
    return first ? what : phrases_.say(messages::kOtherwise, {what});
  }
  return phrases_.say(messages::kIfThen, {condition(arm.when, workflow_, phrases_), what});
}

// Each line is a statement of its own, told apart by where it leads.
void Steps::add_always(const model::State& state, const model::Declaration& declaration,
                       Section& section) const {
  for (const model::TransitionIndex index : declaration.arms) {
    const model::Transition& arm = workflow_.at(index);
    std::string what = deeds_.consequence(arm);
    if (what.empty()) what = phrases_.say(messages::kStays, {deeds_.subject()});
    const std::string text =
        !arm.when.empty()
            ? phrases_.say(messages::kAsSoonAs, {condition(arm.when, workflow_, phrases_), what})
        : index == state.always.front() ? phrases_.say(messages::kAtOnce, {what})
                                        : phrases_.say(messages::kElseAtOnce, {what});
    section.items.push_back({"always " + deeds_.destination(arm), text + ".", {}});
  }
}

Item Steps::declaration(const model::State& state, const model::Declaration& declaration) const {
  Item item{.key = std::to_string(static_cast<int>(declaration.cause)) + " " + declaration.name,
            .text = lead(state, declaration) + phrases_.say(messages::kColon),
            .cases = {}};
  if (declaration.arms.size() == 1) {
    item.text += arm(workflow_.at(declaration.arms[0]), true);
    if (!item.text.ends_with('.')) item.text += ".";
    return item;
  }
  item.text.pop_back();  // the blank after the colon
  for (const model::TransitionIndex each : declaration.arms) {
    item.cases.push_back(arm(workflow_.at(each), each == declaration.arms.front()));
  }
  return item;
}

}  // namespace guichet::words
