#include "workflows/words/deeds.hpp"

#include "workflows/words/conditions.hpp"
#include "workflows/words/deed_messages.hpp"

namespace guichet::words {
namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};

}  // namespace

std::string Deeds::subject() const {
  if (workflow_.kind == "request") return phrases_.say(messages::kTheRequest);
  if (workflow_.kind == "need") return phrases_.say(messages::kTheNeed);
  if (workflow_.kind == "referral") return phrases_.say(messages::kTheReferral);
  return phrases_.say(messages::kTheCase);
}

std::string Deeds::operand(const model::Operand& operand) const {
  if (const auto* stored = std::get_if<feel::Stored>(&operand)) {
    return phrases_.quoted(vocabulary::shown(stored->value(), phrases_.language()));
  }
  return "`" + std::string(std::get<feel::Expression>(operand).source().text()) + "`";
}

std::string Deeds::letter(const model::Notify& notify) const {
  if (phrases_.is_agenda(notify.role)) return phrases_.say(messages::kOnAgenda);
  const std::string to = phrases_.to(notify.role);
  const bool named = !notify.letter.empty();
  const std::string letter = named ? phrases_.letter(notify.letter) : "";
  switch (notify.purpose) {
    case model::Purpose::remind:
      return phrases_.say(messages::kReminder, {to});
    case model::Purpose::escalate:
      return phrases_.say(messages::kEscalation, {to});
    case model::Purpose::notify:
      break;
  }
  return named ? phrases_.say(messages::kLetterNamed, {to, letter})
               : phrases_.say(messages::kLetter, {to});
}

std::string Deeds::task(const model::OpenTask& task) const {
  std::string out = phrases_.say(messages::kOpensTask, {operand(task.title)});
  if (!task.by.empty()) out += phrases_.say(messages::kEntrusted, {phrases_.anyone_of(task.by)});
  if (task.due) out += phrases_.say(messages::kWithin, {phrases_.delay(*task.due)});
  return out;
}

std::string Deeds::set(const model::Set& set) const {
  const std::string field = phrases_.field(set.field);
  if (const auto* stored = std::get_if<feel::Stored>(&set.value)) {
    if (stored->is_null()) return phrases_.say(messages::kEmptied, {field});
    return phrases_.say(messages::kBecomes, {field, phrases_.value(set.field, stored->value())});
  }
  const std::string source(std::get<feel::Expression>(set.value).source().text());
  if (source.find_first_not_of(' ') != std::string::npos &&
      source.substr(source.find_first_not_of(' ')) == "today()") {
    return phrases_.say(messages::kIsToday, {field});
  }
  return phrases_.say(messages::kIsComputed, {field});
}

std::string Deeds::raise(const model::Raise& raise) const {
  switch (raise.to) {
    case model::Audience::self:
      return "";
    case model::Audience::parent:
      return phrases_.say(messages::kTellsParent);
    case model::Audience::children:
      return phrases_.say(messages::kTellsChildren);
    case model::Audience::siblings:
      return phrases_.say(messages::kTellsSiblings);
  }
  return "";
}

std::string Deeds::either(const model::If& either) const {
  const auto then = of(either.then), otherwise = of(either.otherwise);
  if (then.empty() && otherwise.empty()) return "";
  const std::string when = condition(either.when, workflow_, phrases_);
  const auto block = [&](const std::vector<std::string>& deeds) {
    return deeds.empty() ? phrases_.say(messages::kNothing) : phrases_.all_of(deeds);
  };
  if (otherwise.empty()) return phrases_.say(messages::kIfThen, {when, block(then)});
  return phrases_.say(messages::kIfThenElse, {when, block(then), block(otherwise)});
}

void Deeds::add(const model::Verb& verb, std::vector<std::string>& out) const {
  const auto say = [&](const base::MessageText& text, std::vector<std::string> arguments = {}) {
    return phrases_.say(text, std::move(arguments));
  };
  const std::string text = std::visit(
      Overloaded{
          [&](const model::Set& what) { return set(what); },
          [&](const model::Append& what) {
            return say(messages::kAppends, {phrases_.field(what.field)});
          },
          [&](const model::Notify& what) { return letter(what); },
          [&](const model::OpenTask& what) { return task(what); },
          [&](const model::CloseTask&) { return std::string(); },
          [&](const model::Decide& what) {
            return say(messages::kDecides,
                       {phrases_.field(what.into), phrases_.quoted(spaced(what.table))});
          },
          [&](const model::Raise& what) { return raise(what); },
          [&](const model::Send& what) {
            return say(messages::kLater, {phrases_.delay(what.after)});
          },
          [&](const model::Cancel&) { return std::string(); },
          [&](const model::CancelTimer& what) {
            return say(messages::kCancelsTimer, {phrases_.quoted(spaced(what.timer))});
          },
          [&](const model::Criticality& what) {
            const auto* stored = std::get_if<feel::Stored>(&what.level);
            return stored != nullptr && stored->is_null()
                       ? say(messages::kNoLongerPresses)
                       : say(messages::kPresses, {operand(what.level)});
          },
          [&](const model::Assign& what) {
            const auto* to = std::get_if<feel::Stored>(&what.to);
            const bool actor = to != nullptr && feel::to_text(to->value()) == "actor";
            return actor ? say(messages::kTakesOver) : say(messages::kAssigned, {operand(what.to)});
          },
          [&](const model::Note&) { return say(messages::kInJournal); },
          [&](const model::AgendaLine&) { return say(messages::kOnAgenda); },
          [&](const model::Requalify&) { return say(messages::kRequalifies); },
          [&](const model::If& what) { return either(what); },
      },
      verb.what);
  for (const std::string& known : out) {
    if (known == text) return;
  }
  if (!text.empty()) out.push_back(text);
}

std::vector<std::string> Deeds::of(const model::Block& block) const {
  std::vector<std::string> out;
  for (const model::Verb& verb : block) add(verb, out);
  return out;
}

std::string Deeds::destination(const model::Transition& arm) const {
  std::vector<std::string> steps;
  for (const model::StateIndex target : arm.targets) {
    const model::State& state = workflow_.at(target);
    if (model::is_history(state.kind)) return phrases_.say(messages::kBackWhere, {subject()});
    if (state.kind == model::StateKind::final && state.parent == model::kRoot) {
      return phrases_.say(messages::kEndsAs,
                          {subject(), phrases_.quoted(phrases_.named(state.title, state.id))});
    }
    if (target == arm.source && arm.targets.size() == 1) {
      return phrases_.say(messages::kAgain,
                          {phrases_.quoted(phrases_.named(state.title, state.id))});
    }
    steps.push_back(phrases_.quoted(phrases_.named(state.title, state.id)));
  }
  if (steps.empty()) return "";
  return phrases_.say(messages::kGoesTo, {subject(), phrases_.all_of(steps)});
}

std::string Deeds::consequence(const model::Transition& arm) const {
  std::vector<std::string> parts = of(arm.run);
  const std::string where = destination(arm);
  if (!where.empty()) parts.push_back(where);
  return phrases_.then_of(parts);
}

}  // namespace guichet::words
