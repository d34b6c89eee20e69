#include "workflows/explore/search.hpp"

#include <algorithm>

#include "workflows/explore/messages.hpp"

namespace guichet::explore {

using base::Message;
using model::Pattern;

void Search::search() {
  const Turns& start = situations_.start();
  if (!start.complete) gave_up_ = Message(messages::kTooManyWays);
  for (const Turn& turn : start.list) reach(-1, turn, Zone(0));
  while (!is_over() && !(open_.empty() && doubtful_.empty())) {
    std::deque<int>& from = open_.empty() ? doubtful_ : open_;
    const int index = from.front();
    from.pop_front();
    expand(index);
    if (is_out_of_budget()) return;
  }
}

bool Search::is_out_of_budget() {
  if (nodes_.size() > budget_.situations) {
    gave_up_ = Message(messages::kBudget, {std::to_string(budget_.situations)});
    return true;
  }
  if (situations_.played() <= budget_.ways) return false;
  gave_up_ = Message(messages::kTooManyWays);
  return true;
}

Way Search::way_of(const Turn& turn) const {
  const Situation& after = situations_.at(turn.to);
  return {.move = turn.move,
          .after = after,
          .clocks = turn.clocks,
          .arms = turn.arms,
          .event = turn.event,
          .endless = turn.endless,
          .data = judge_.domains().values_of(after.self().own)};
}

std::vector<Way> Search::way_to(int index) const {
  std::vector<Way> way;
  for (int i = index; i >= 0; i = at(i).parent) way.push_back(way_of(*at(i).turn));
  std::ranges::reverse(way);
  return way;
}

std::vector<std::vector<Way>> Search::covering() {
  search();
  std::vector<std::vector<Way>> out;
  for (const auto& [parent, last] : firsts_) {
    out.push_back(way_to(parent));
    out.back().push_back(way_of(*last));
  }
  return out;
}

// Situations that were known already count too: what led there this time may be new.
void Search::note_arms(int parent, const Turn& turn) {
  const auto is_new = [&](model::TransitionIndex arm) { return !taken_.contains(arm); };
  if (std::ranges::none_of(turn.arms, is_new)) return;
  taken_.insert(turn.arms.begin(), turn.arms.end());
  firsts_.emplace_back(parent, &turn);
}

bool remembers(const model::Property& property) {
  return property.pattern == Pattern::leads_to || property.pattern == Pattern::before ||
         property.pattern == Pattern::at_most;
}

std::vector<Verdict> Search::run() {
  search();
  std::vector<Verdict> verdicts;
  for (std::size_t i = 0; i < properties_.size(); ++i) {
    if (!asked_[i].found && !gave_up_) look_at_ends(i);
    verdicts.push_back(verdict(i));
  }
  return verdicts;
}

Verdict Search::verdict(std::size_t property) const {
  const Asked& asked = asked_[property];
  Verdict verdict{.workflow = &workflow_,
                  .property = properties_[property],
                  .why = Message(messages::kHolds),
                  .situations = nodes_.size()};
  const auto& breach = asked.found ? asked.found : asked.perhaps;
  if (breach) {
    verdict.why = breach->second;
    verdict.way = way_to(breach->first);
    verdict.assumes = !asked.found;
    verdict.outcome = verdict.assumes ? Outcome::inconclusive : Outcome::violated;
  } else if (gave_up_ || asked.unknown || asked.too_close) {
    verdict.outcome = Outcome::inconclusive;
    verdict.why = gave_up_        ? *gave_up_
                  : asked.unknown ? Message(messages::kUnknown)
                                  : Message(messages::kTooClose);
  }
  return verdict;
}

bool Search::found(std::size_t property, int index, bool assumes, Message why) {
  auto& breach = assumes ? asked_[property].perhaps : asked_[property].found;
  if (breach) return false;
  breach.emplace(index, std::move(why));
  return true;
}

bool Search::is_over() const {
  return std::ranges::all_of(asked_, [](const Asked& each) { return each.found.has_value(); });
}

Zone Search::after_waiting(const Node& node) const {
  Zone zone = node.zone;
  zone.let_time_pass();
  std::size_t clock = 0;
  for (const Instance& instance : situation_of(node).instances) {
    for (const Armed& armed : instance.armed) {
      if (!has_clock(instance, armed)) continue;
      zone.at_most(clock++, span_of(*instance.workflow->at(armed.timer).timer, armed.firing)->most);
    }
  }
  return zone;
}

void Search::expand(int index) {
  if (situation_of(at(index)).self().closed) return;
  const Zone elapsed = after_waiting(at(index));
  look_at_delay(index, elapsed);
  if (is_over()) return;
  expand_timers(index, elapsed);
  expand_acts(index, elapsed);
}

void Search::expand_acts(int index, const Zone& elapsed) {
  Node& node = at(index);
  const Turns& turns = situations_.acts(node.turn->to);
  if (!turns.complete) gave_up_ = Message(messages::kTooManyWays);
  for (const Turn& turn : turns.list) {
    if (is_over()) return;
    // A question that stopped a clock is a task of the desk: it is taken to be done some day.
    const bool answer = turn.move.kind == Move::Kind::event && is_answer(turn.move.name);
    const int to = reach(index, turn, elapsed);
    if (!answer || to < 0) continue;
    node.by_timer.push_back(to);
    node.has_sure_timer = true;
  }
}

void Search::expand_timers(int index, const Zone& elapsed) {
  Node& node = at(index);
  const Situation& from = situation_of(node);
  std::size_t clocks = 0;
  for (std::size_t i = 0; i < from.instances.size(); ++i) {
    const Instance& instance = from.instances[i];
    for (std::size_t k = 0; k < instance.armed.size(); ++k) {
      const Armed& armed = instance.armed[k];
      if (armed.stopped) continue;
      const model::TimerSpec& spec = *instance.workflow->at(armed.timer).timer;
      const auto span = span_of(spec, armed.firing);
      Zone due = elapsed;
      if (span) due.at_least(clocks++, armed.resumed ? 0 : span->least);
      if (due.is_empty()) continue;
      // A date that an act asks for is there; a delay out of data may be absent for ever.
      const bool sure = span || !spec.at.empty();
      const Turns& turns = situations_.fire(node.turn->to, i, k);
      if (!turns.complete) gave_up_ = Message(messages::kTooManyWays);
      for (const Turn& turn : turns.list) {
        if (is_over()) return;
        const int to = reach(index, turn, due);
        if (to < 0) continue;
        node.by_timer.push_back(to);
        node.has_sure_timer = node.has_sure_timer || sure;
      }
    }
  }
}

int Search::reach(int parent, const Turn& turn, const Zone& elapsed) {
  const Memory before = parent < 0 ? Memory{} : at(parent).memory;
  const bool doubt = parent >= 0 && at(parent).assumes;
  const bool assumes = doubt || !turn.move.assumed.empty();
  const bool detour = turn.move.kind == Move::Kind::change || turn.move.kind == Move::Kind::event;
  const bool plain =
      !assumes && !detour && !turn.move.by_convention && (parent < 0 || at(parent).plain);
  if (plain) note_arms(parent, turn);
  const int index = static_cast<int>(nodes_.size());  // if it is a new one
  Memory memory = before;
  bool breach = false;
  for (std::size_t i = 0; i < properties_.size(); ++i) {
    const auto broken = look(i, before, memory, turn);
    if (broken && found(i, index, assumes, *broken)) breach = true;
  }
  std::vector<int> kept = turn.clocks;
  if (memory.pending && properties_.front()->within) {
    kept.push_back(before.pending ? static_cast<int>(elapsed.clocks()) - 1 : -1);
  }
  Zone zone = elapsed.with(kept);
  std::vector<int>& alike = known_[turn.to];
  for (const int each : alike) {
    // The first breach needs its node.
    if (!breach && at(each).memory == memory && zone.is_within(at(each).zone)) return each;
  }
  nodes_.push_back({.turn = &turn,
                    .zone = std::move(zone),
                    .memory = memory,
                    .parent = parent,
                    .assumes = assumes,
                    .plain = plain});
  alike.push_back(index);
  (assumes || detour ? doubtful_ : open_).push_back(index);
  return index;
}

std::optional<Message> Search::look(std::size_t index, const Memory& before, Memory& now,
                                    const Turn& turn) {
  const model::Property& property = *properties_[index];
  bool unknown = false;
  const auto truth = [&](const feel::Expression& condition) {
    const Truth truth = judge_.truth_of(condition, situations_.at(turn.to), turn.event);
    unknown = unknown || truth == Truth::unknown;
    return truth;
  };
  const auto holds = [&](const feel::Expression& condition) {
    return !condition.empty() && truth(condition) == Truth::yes;
  };
  std::optional<Message> broken;
  switch (property.pattern) {
    case Pattern::never:
      if (holds(property.p)) broken = Message(messages::kNever);
      break;
    case Pattern::always:
      // What does not know breaks nothing, as while cases run.
      if (truth(property.p) == Truth::no) broken = Message(messages::kAlways);
      break;
    case Pattern::at_most:
      now.was = holds(property.p);
      if (now.was && !before.was && now.count <= property.times) ++now.count;
      if (now.count > property.times) {
        broken = Message(messages::kTooOften, {std::to_string(property.times)});
      }
      break;
    case Pattern::before:
      now.seen = before.seen || holds(property.p);
      if (!now.seen && holds(property.q)) broken = Message(messages::kBefore);
      break;
    case Pattern::leads_to:
      now.pending = !holds(property.q) && (before.pending || holds(property.p));
      if (now.pending && situations_.at(turn.to).self().closed)
        broken = Message(messages::kEndedWithout);
      break;
    case Pattern::ends:
      break;
  }
  asked_[index].unknown = asked_[index].unknown || unknown;
  return broken;
}

void Search::look_at_delay(int index, const Zone& elapsed) {
  const model::Property& property = *properties_.front();
  const Node& node = nodes_[static_cast<std::size_t>(index)];
  if (!node.memory.pending || !property.within) return;
  const Span bound = span_of(*property.within);
  const std::int32_t most = elapsed.most(elapsed.clocks() - 1);
  if (most > bound.most) {
    found(0, index, node.assumes, Message(messages::kTooLate, {to_text(*property.within)}));
  } else if (most > bound.least) {
    asked_[0].too_close = true;
  }
}

bool Search::is_done(const model::Property& property, const Node& node) const {
  return property.pattern == Pattern::ends ? situation_of(node).self().closed
                                           : !node.memory.pending;
}

// If nobody acts any more, does what is awaited come? Good are the situations where it is there,
// and those where a timer is sure to fall due and every timer leads to good ones.
void Search::look_at_ends(std::size_t index) {
  const model::Property& property = *properties_[index];
  if (property.pattern != Pattern::ends && property.pattern != Pattern::leads_to) return;
  std::vector<bool> good(nodes_.size(), false);
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (good[i]) continue;
      const bool all = node.has_sure_timer && std::ranges::all_of(node.by_timer, [&](int to) {
                         return good[static_cast<std::size_t>(to)];
                       });
      if (!is_done(property, node) && !all) continue;
      good[i] = true;
      more = true;
    }
  }
  // The first that is bad and rests on nothing assumed, else the first bad one.
  for (const bool assumed : {false, true}) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (good[i] || nodes_[i].assumes != assumed) continue;
      found(index, static_cast<int>(i), assumed,
            Message(property.pattern == Pattern::ends ? messages::kNoEnd : messages::kStuck));
      return;
    }
  }
}

}  // namespace guichet::explore
