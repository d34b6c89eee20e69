#include "workflows/diagram/captions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/delay_words.hpp"
#include "workflows/diagram/messages.hpp"

namespace guichet::diagram {
namespace {

using base::MessageText;
using model::Cause;

constexpr std::array kEvents{
    std::pair<std::string_view, const MessageText*>{"intake.take_in", &messages::kTakeIn},
    std::pair<std::string_view, const MessageText*>{"intake.ask", &messages::kAsk},
    std::pair<std::string_view, const MessageText*>{"intake.incomplete", &messages::kAsk},
    std::pair<std::string_view, const MessageText*>{"intake.refuse", &messages::kRefused},
    std::pair<std::string_view, const MessageText*>{"referral.accepted", &messages::kAccepted},
    std::pair<std::string_view, const MessageText*>{"referral.declined", &messages::kDeclined},
    std::pair<std::string_view, const MessageText*>{"referral.silent", &messages::kSilent},
    std::pair<std::string_view, const MessageText*>{"referral.question", &messages::kQuestion},
    std::pair<std::string_view, const MessageText*>{"referral.concluded", &messages::kConcluded},
    std::pair<std::string_view, const MessageText*>{"referral.withdrawn", &messages::kWithdrawn},
    std::pair<std::string_view, const MessageText*>{"referral.reopened", &messages::kReopened},
    std::pair<std::string_view, const MessageText*>{"referral.nobody", &messages::kNobody},
    std::pair<std::string_view, const MessageText*>{"referral.changed", &messages::kChanged},
    std::pair<std::string_view, const MessageText*>{"referral.*", &messages::kAnyAnswer},
    std::pair<std::string_view, const MessageText*>{"need.closed", &messages::kNeedClosed},
    std::pair<std::string_view, const MessageText*>{"consent.given", &messages::kConsentGiven},
    std::pair<std::string_view, const MessageText*>{"consent.refused", &messages::kConsentRefused},
    std::pair<std::string_view, const MessageText*>{"consent.withdrawn",
                                                    &messages::kConsentWithdrawn},
    std::pair<std::string_view, const MessageText*>{"need.requalified", &messages::kRequalified},
};

// A name that stands in for a title that was not given.
std::string spaced(std::string name) {
  std::ranges::replace_if(
      name, [](char c) { return c == '_' || c == '.'; }, ' ');
  return name;
}

std::string readable(const std::string& title, const std::string& id) {
  if (title != id || id.empty()) return title;
  std::string out = spaced(id);
  if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string titled(const model::Declaration& declaration) {
  return readable(declaration.title, declaration.name);
}

const std::string& found_or(const std::map<std::string, std::string>& words,
                            const std::string& id) {
  const auto found = words.find(id);
  return found == words.end() ? id : found->second;
}

// The title that some state or verb gives the task; its id where none does.
struct TaskTitle {
  const std::string& id;
  std::string title{};

  void look(const model::Block& block) {
    for (const model::Verb& verb : block) {
      if (const auto* task = std::get_if<model::OpenTask>(&verb.what)) {
        const auto* text = std::get_if<feel::Stored>(&task->title);
        if (task->id == id && text != nullptr) title = feel::to_text(text->value());
      } else if (const auto* either = std::get_if<model::If>(&verb.what)) {
        look(either->then);
        look(either->otherwise);
      }
    }
  }
};

std::string operand_text(const model::Operand& operand) {
  if (const auto* stored = std::get_if<feel::Stored>(&operand))
    return feel::to_text(stored->value());
  return std::string(std::get<feel::Expression>(operand).source().text());
}

// What a block does that people notice.
struct Effects {
  std::vector<std::string> reminded{}, escalated{}, written_to{}, tasks{};

  void look(const model::Block& block) {
    for (const model::Verb& verb : block) {
      if (const auto* letter = std::get_if<model::Notify>(&verb.what)) {
        auto& whom = letter->purpose == model::Purpose::remind     ? reminded
                     : letter->purpose == model::Purpose::escalate ? escalated
                                                                   : written_to;
        if (std::ranges::find(whom, letter->role) == whom.end()) whom.push_back(letter->role);
      } else if (const auto* task = std::get_if<model::OpenTask>(&verb.what)) {
        tasks.push_back(operand_text(task->title));
      } else if (const auto* either = std::get_if<model::If>(&verb.what)) {
        look(either->then);
        look(either->otherwise);
      }
    }
  }
};

std::string task_title(const model::Workflow& workflow, const std::string& id) {
  TaskTitle search{id};
  for (const model::State& state : workflow.states) {
    if (state.task && state.task->id == id) return operand_text(state.task->title);
    search.look(state.entry);
    search.look(state.exit);
  }
  for (const model::Transition& transition : workflow.transitions) search.look(transition.run);
  return search.title.empty() ? id : search.title;
}

}  // namespace

std::string Captions::roles(const std::vector<std::string>& ids, const std::string& between) const {
  std::string out;
  for (const std::string& id : ids) {
    if (!out.empty()) out += between;
    out += found_or(drawing_.roles, id);
  }
  return out;
}

std::string Captions::timer_start(const model::Declaration& declaration) const {
  const model::TimerSpec& spec = *declaration.timer;
  const auto words = [&](const base::Delay& delay) { return in_words(delay, drawing_.language); };
  if (spec.after) {
    if (const auto* delay = std::get_if<base::Delay>(&*spec.after)) {
      return say(messages::kAfter, {words(*delay)});
    }
    return say(messages::kAtMoment, {spaced(declaration.title)});
  }
  const std::string source(spec.at.source().text());
  const std::string& label = found_or(drawing_.fields, source);
  if (label == source && !drawing_.fields.contains(source)) {
    return say(messages::kAtMoment, {spaced(declaration.title)});
  }
  return spec.plus ? say(messages::kAfterDate, {label, words(*spec.plus)})
                   : say(messages::kAtDate, {label});
}

std::string Captions::timer(const model::Declaration& declaration) const {
  std::string start = timer_start(declaration);
  const auto& every = declaration.timer->every;
  const auto& after = declaration.timer->after;
  const auto* delay = after ? std::get_if<base::Delay>(&*after) : nullptr;
  if (every && delay != nullptr && *every == *delay) {
    return say(messages::kAtInterval, {in_words(*every, drawing_.language)});
  }
  return every ? say(messages::kEvery, {start, in_words(*every, drawing_.language)}) : start;
}

std::string Captions::event(const std::string& pattern) const {
  for (const auto& [name, text] : kEvents) {
    if (name == pattern) return say(*text);
  }
  constexpr std::string_view kTask = "task.", kDoneState = "done.state.";
  if (pattern.starts_with(kTask)) {
    return say(messages::kTaskDone, {task_title(workflow_, pattern.substr(kTask.size()))});
  }
  if (pattern.starts_with(kDoneState)) {
    const auto state = workflow_.find_state(pattern.substr(kDoneState.size()));
    if (state) return say(messages::kStateDone, {title_of(workflow_.at(*state))});
  }
  return say(messages::kEvent, {spaced(pattern)});
}

bool Captions::has_conditions(const model::Declaration& declaration) const {
  return std::ranges::any_of(declaration.arms, [&](model::TransitionIndex arm) {
    return !workflow_.at(arm).when.empty();
  });
}

// The condition in words, where it is short enough to stand on an arrow.
std::string Captions::short_condition(const model::Transition& transition) const {
  constexpr std::size_t kMost = 90;  // bytes
  if (transition.when.empty() || !drawing_.condition) return "";
  std::string text = drawing_.condition(transition.when);
  return text.size() > kMost ? "" : text;
}

// `always` has neither a name nor somebody who does it: its condition is all there is to say. Each
// line is a declaration of its own, so the line without a condition answers those before it.
std::string Captions::always_arm(const model::Transition& transition) const {
  if (!transition.when.empty()) {
    const std::string text = short_condition(transition);
    return text.empty() ? say(messages::kWhenTrue) : say(messages::kAsSoonAs, {text});
  }
  const model::State& state = workflow_.at(transition.source);
  const bool others = std::ranges::any_of(state.always, [&](model::TransitionIndex other) {
    return !workflow_.at(other).when.empty();
  });
  return say(others ? messages::kOtherwise : messages::kAtOnce);
}

std::string Captions::cause(const model::Declaration& declaration) const {
  switch (declaration.cause) {
    case Cause::action:
      return declaration.by.empty()
                 ? declaration.title
                 : say(messages::kBy,
                       {titled(declaration), roles(declaration.by, say(messages::kOr))});
    case Cause::reply:
      return say(messages::kReply, {titled(declaration)});
    case Cause::timer:
      return timer(declaration);
    case Cause::event:
      return declaration.title == declaration.name ? event(declaration.name) : declaration.title;
    case Cause::always:
      return say(has_conditions(declaration) ? messages::kWhenTrue : messages::kAtOnce);
    case Cause::done:
      return say(messages::kDone);
  }
  return declaration.title;
}

bool Captions::depends(const model::Transition& transition) const {
  const model::Declaration& declaration = workflow_.at(transition.declaration);
  return !transition.when.empty() || std::ranges::any_of(declaration.arms, [&](auto arm) {
    const model::Transition& other = workflow_.at(arm);
    return !other.when.empty() && !other.refuse && other.targets != transition.targets;
  });
}

std::string Captions::arm(const model::Transition& transition) const {
  const model::Declaration& declaration = workflow_.at(transition.declaration);
  if (declaration.cause == Cause::always) return always_arm(transition);
  const std::string text = cause(declaration), condition = short_condition(transition);
  if (!condition.empty()) return say(messages::kIf, {text, condition});
  return depends(transition) ? say(messages::kDependsFollows, {text}) : text;
}

std::string Captions::arm_in_full(const model::Transition& transition) const {
  const std::string text = cause(workflow_.at(transition.declaration));
  if (transition.when.empty()) return text;
  return say(messages::kIf,
             {text, drawing_.condition ? drawing_.condition(transition.when)
                                       : std::string(transition.when.source().text())});
}

// An event between parts of the path, which has no name for people.
bool Captions::is_plumbing(const model::Declaration& declaration) const {
  return declaration.title == declaration.name &&
         event(declaration.name) == say(messages::kEvent, {spaced(declaration.name)});
}

std::string Captions::effects(const model::Declaration& declaration) const {
  Effects found;
  for (const model::TransitionIndex arm : declaration.arms) found.look(workflow_.at(arm).run);
  std::string out;
  const auto add = [&](const MessageText& text, std::vector<std::string> whom) {
    if (!whom.empty()) out += (out.empty() ? "" : ", ") + say(text, {roles(whom, ", ")});
  };
  add(messages::kReminds, found.reminded);
  add(messages::kEscalates, found.escalated);
  add(messages::kWritesTo, found.written_to);
  for (const std::string& title : found.tasks) {
    out += (out.empty() ? "" : ", ") + say(messages::kOpensTask, {title});
  }
  return out;
}

std::string Captions::inner(const model::Declaration& declaration) const {
  if (declaration.cause == Cause::event && is_plumbing(declaration)) return "";
  const std::string text = cause(declaration);
  if (declaration.cause != Cause::timer) return text;
  const std::string does = effects(declaration);
  if (does.empty() && text == say(messages::kAtMoment, {spaced(declaration.title)})) return text;
  return say(messages::kTimerLine, {does.empty() ? spaced(declaration.title) : does, text});
}

std::vector<std::string> Captions::tasks(const model::State& state) const {
  std::vector<std::string> out;
  if (state.task) {
    const std::string title = operand_text(state.task->title);
    out.push_back(state.task->due ? say(messages::kWithin,
                                        {title, in_words(*state.task->due, drawing_.language)})
                                  : say(messages::kToDo, {title}));
  }
  if (state.referral) {
    out.push_back(say(messages::kAsks, {found_or(drawing_.workflows, state.referral->workflow)}));
  }
  return out;
}

std::string Captions::title_of(const model::State& state) const {
  return readable(state.title, state.id);
}

std::string Captions::targets(const model::Transition& transition) const {
  std::string out;
  for (const model::StateIndex target : transition.targets) {
    const model::State& state = workflow_.at(target);
    const bool history = model::is_history(state.kind);
    out += (out.empty() ? "" : ", ") + title_of(history ? workflow_.at(state.parent) : state);
  }
  return out;
}

}  // namespace guichet::diagram
