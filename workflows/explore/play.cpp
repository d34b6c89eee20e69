#include "workflows/explore/play.hpp"

#include <algorithm>

#include "workflows/explore/step.hpp"

namespace guichet::explore {
namespace {

constexpr std::size_t kMostWays = 4096;  // of one move
constexpr std::string_view kTaskEvents = "task.";
constexpr std::string_view kAnswered = "task.done";  // of a question that no event waits for

// Events that come from outside of what is explored.
bool comes_from_outside(std::string_view pattern) {
  return !pattern.starts_with("referral") && !pattern.starts_with("done.") && pattern != "*";
}

bool is_raised_inside(const model::Block& block, std::string_view event) {
  return std::ranges::any_of(block, [&](const model::Verb& verb) {
    if (const auto* raise = std::get_if<model::Raise>(&verb.what)) {
      return raise->to == model::Audience::self && raise->event == event;
    }
    if (const auto* choice = std::get_if<model::If>(&verb.what)) {
      return is_raised_inside(choice->then, event) || is_raised_inside(choice->otherwise, event);
    }
    return false;
  });
}

bool is_raised_inside(const model::Workflow& workflow, std::string_view event) {
  const auto in = [&](const model::Block& block) { return is_raised_inside(block, event); };
  return std::ranges::any_of(workflow.transitions,
                             [&](const model::Transition& each) { return in(each.run); }) ||
         std::ranges::any_of(workflow.states, [&](const model::State& each) {
           return in(each.entry) || in(each.exit);
         });
}

// Events that the configuration listens to.
std::vector<std::string> awaited(const Instance& instance) {
  std::vector<std::string> out;
  for (const kernel::Active& active : instance.position.active) {
    for (const model::DeclarationIndex index : instance.workflow->at(active.state).declarations) {
      const model::Declaration& each = instance.workflow->at(index);
      if (each.cause == model::Cause::event) out.push_back(each.name);
    }
  }
  return out;
}

}  // namespace

bool is_answer(std::string_view event) {
  return event.starts_with(kTaskEvents);
}

const model::State* awaits_tick(const Instance& instance) {
  if (instance.closed || instance.ticked) return nullptr;
  for (const kernel::Active& active : instance.position.active) {
    const model::State& state = instance.workflow->at(active.state);
    if (state.referral && state.referral->confirm) return &state;
  }
  return nullptr;
}

void Play::add(Ways& out, const Situation& from, const Move& move) const {
  Choices choices;
  bool more = true;
  for (std::size_t tried = 0; more && tried < kMostWays; ++tried) {
    choices.rewind();
    Step step(judge_, from, move, choices);
    if (step.run()) {
      out.list.push_back(std::move(step).result());
    } else if (choices.is_full()) {
      out.complete = false;
    }
    ++out.tried;
    more = choices.next();
  }
  if (more) out.complete = false;
}

// A need begins with the theme that its path is for.
Ways Play::start() const {
  Ways out;
  Situation situation{.shared = domains_.nothing()};
  situation.instances.push_back({.workflow = &self_, .own = domains_.nothing()});
  const auto field = domains_.find("theme");
  std::vector<ValueNumber> themes;
  for (const auto& [theme, path] : domains_.desk().intake.paths) {
    if (!field || path != self_.id) continue;
    themes.push_back(domains_.at(*field).number_of(feel::Stored::string(theme)));
  }
  if (themes.empty()) themes.push_back(kAbsent);
  for (const ValueNumber theme : themes) {
    if (field) situation.instances[0].own[*field] = theme;
    add(out, situation, {.kind = Move::Kind::start});
  }
  return out;
}

Ways Play::acts(const Situation& from) const {
  Ways out;
  if (from.self().closed) return out;
  for (std::size_t i = 0; i < from.instances.size(); ++i) {
    if (!from.instances[i].closed) add_offered(out, from, i);
  }
  if (awaits_tick(from.self()) != nullptr) {
    for (std::size_t count = 0; count <= kMostPartners; ++count) {
      add(out, from, {.kind = Move::Kind::confirm, .partners = count});
    }
  }
  add_events(out, from);
  add_changes(out, from);
  return out;
}

void Play::add_offered(Ways& out, const Situation& from, std::size_t index) const {
  const Instance& instance = from.instances[index];
  for (const model::Cause cause : {model::Cause::action, model::Cause::reply}) {
    for (const model::DeclarationIndex act :
         kernel::offered(*instance.workflow, instance.position, cause)) {
      if (!domains_.matters(*instance.workflow, act)) continue;
      const bool reply = cause == model::Cause::reply;
      add(out, from,
          {.kind = reply ? Move::Kind::reply : Move::Kind::act,
           .instance = index,
           .declaration = act});
    }
  }
}

void Play::add_events(Ways& out, const Situation& from) const {
  for (std::size_t i = 0; i < from.instances.size(); ++i) {
    const Instance& instance = from.instances[i];
    if (instance.closed) continue;
    bool answered = !std::ranges::any_of(instance.armed, &Armed::stopped);
    for (const std::string& event : awaited(instance)) {
      const bool stray = i == 0 && from.self().strays && event.starts_with("referral.") &&
                         event != "referral.nobody";
      const bool outside =
          comes_from_outside(event) && !is_raised_inside(*instance.workflow, event);
      if (!stray && !outside) continue;
      if (is_answer(event)) {
        if (answered) continue;  // nothing was asked
        answered = true;
      }
      add(out, from, {.kind = Move::Kind::event, .instance = i, .name = event});
    }
    if (answered) continue;
    add(out, from, {.kind = Move::Kind::event, .instance = i, .name = std::string(kAnswered)});
  }
}

// What other needs of the case, or an operator, may write.
void Play::add_changes(Ways& out, const Situation& from) const {
  for (const FieldNumber field : domains_.shared()) {
    add(out, from, {.kind = Move::Kind::change, .name = domains_.at(field).id});
  }
}

Ways Play::fire(const Situation& from, std::size_t instance, std::size_t armed) const {
  Ways out;
  add(out, from, {.kind = Move::Kind::timer, .instance = instance, .armed = armed});
  return out;
}

}  // namespace guichet::explore
