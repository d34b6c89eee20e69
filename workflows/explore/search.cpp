#include "workflows/explore/search.hpp"

#include <algorithm>
#include <set>

#include "workflows/explore/messages.hpp"

namespace guichet::explore {

using base::Message;
using model::Pattern;

std::string Search::Memory::key() const {
  return std::string{was ? 'w' : '-', seen ? 's' : '-', pending ? 'p' : '-'} +
         std::to_string(count);
}

void Search::search() {
  for (Way& way : play_.start()) reach(-1, std::move(way), Zone(0));
  while (!found_ && !(open_.empty() && doubtful_.empty())) {
    std::deque<int>& from = open_.empty() ? doubtful_ : open_;
    const int index = from.front();
    from.pop_front();
    expand(index);
    if (nodes_.size() > budget_.situations) {
      out_of_budget_ = true;
      return;
    }
  }
}

std::vector<Way> Search::way_to(int index) const {
  std::vector<Way> way;
  for (int at = index; at >= 0; at = nodes_[static_cast<std::size_t>(at)].parent) {
    way.insert(way.begin(), nodes_[static_cast<std::size_t>(at)].way);
  }
  return way;
}

std::vector<std::vector<Way>> Search::covering() {
  search();
  std::set<model::TransitionIndex> covered;
  std::vector<std::vector<Way>> out;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const auto is_new = [&](model::TransitionIndex arm) { return !covered.contains(arm); };
    if (nodes_[i].assumes || std::ranges::none_of(nodes_[i].way.arms, is_new)) continue;
    std::vector<Way> way = way_to(static_cast<int>(i));
    const bool plain = std::ranges::none_of(way, [](const Way& each) {
      return each.move.kind == Move::Kind::change || each.move.kind == Move::Kind::event ||
             each.move.by_convention;
    });
    if (!plain) continue;
    for (const Way& each : way) covered.insert(each.arms.begin(), each.arms.end());
    out.push_back(std::move(way));
  }
  return out;
}

Verdict Search::run() {
  search();
  if (!found_ && !out_of_budget_) look_at_ends();
  if (!found_) found_ = perhaps_;

  Verdict verdict{.workflow = &workflow_,
                  .property = &property_,
                  .why = Message(messages::kHolds),
                  .situations = nodes_.size()};
  if (found_) {
    verdict.why = found_->second;
    verdict.way = way_to(found_->first);
    verdict.assumes = nodes_[static_cast<std::size_t>(found_->first)].assumes;
    verdict.outcome = verdict.assumes ? Outcome::inconclusive : Outcome::violated;
  } else if (out_of_budget_ || unknown_ || too_close_) {
    verdict.outcome = Outcome::inconclusive;
    verdict.why = out_of_budget_ ? Message(messages::kBudget, {std::to_string(budget_.situations)})
                  : unknown_     ? Message(messages::kUnknown)
                                 : Message(messages::kTooClose);
  }
  return verdict;
}

void Search::found(int index, Message why) {
  auto& breach = nodes_[static_cast<std::size_t>(index)].assumes ? perhaps_ : found_;
  if (!breach) breach.emplace(index, std::move(why));
}

Zone Search::after_waiting(const Node& node) const {
  Zone zone = node.zone;
  zone.let_time_pass();
  const std::vector<TimerOf> timers = timers_of(node.way.after);
  for (std::size_t i = 0; i < timers.size(); ++i) {
    const Instance& instance = node.way.after.instances[timers[i].instance];
    const Armed& armed = instance.armed[timers[i].armed];
    zone.at_most(i, span_of(*instance.workflow->at(armed.timer).timer, armed.firing)->most);
  }
  return zone;
}

void Search::expand(int index) {
  if (nodes_[static_cast<std::size_t>(index)].way.after.self().closed) return;
  const Zone elapsed = after_waiting(nodes_[static_cast<std::size_t>(index)]);
  look_at_delay(index, elapsed);
  if (found_) return;
  expand_timers(index, elapsed);
  const Situation from = nodes_[static_cast<std::size_t>(index)].way.after;
  for (Way& way : play_.acts(from)) {
    if (found_) return;
    // A question that stopped a clock is a task of the desk: it is taken to be done some day.
    const bool answer = way.move.kind == Move::Kind::event && is_answer(way.move.name);
    const int to = reach(index, std::move(way), elapsed);
    if (!answer || to < 0) continue;
    nodes_[static_cast<std::size_t>(index)].by_timer.push_back(to);
    nodes_[static_cast<std::size_t>(index)].has_sure_timer = true;
  }
}

void Search::expand_timers(int index, const Zone& elapsed) {
  const Situation from = nodes_[static_cast<std::size_t>(index)].way.after;
  const std::vector<TimerOf> timers = timers_of(from);
  const auto clock_of = [&](std::size_t i, std::size_t k) {
    for (std::size_t t = 0; t < timers.size(); ++t) {
      if (timers[t].instance == i && timers[t].armed == k) return static_cast<int>(t);
    }
    return -1;
  };
  for (std::size_t i = 0; i < from.instances.size(); ++i) {
    for (std::size_t k = 0; k < from.instances[i].armed.size(); ++k) {
      const Armed& armed = from.instances[i].armed[k];
      if (armed.stopped) continue;
      const model::TimerSpec& spec = *from.instances[i].workflow->at(armed.timer).timer;
      Zone due = elapsed;
      const int clock = clock_of(i, k);
      if (clock >= 0) {
        const auto span = span_of(spec, armed.firing);
        due.at_least(static_cast<std::size_t>(clock), armed.resumed ? 0 : span->least);
      }
      if (due.is_empty()) continue;
      // A date that an act asks for is there; a delay out of data may be absent for ever.
      const bool sure = clock >= 0 || !spec.at.empty();
      for (Way& way : play_.fire(from, i, k)) {
        if (found_) return;
        const int to = reach(index, std::move(way), due);
        if (to < 0) continue;
        Node& node = nodes_[static_cast<std::size_t>(index)];
        node.by_timer.push_back(to);
        node.has_sure_timer = node.has_sure_timer || sure;
      }
    }
  }
}

int Search::reach(int parent, Way way, const Zone& elapsed) {
  const Memory before = parent < 0 ? Memory{} : nodes_[static_cast<std::size_t>(parent)].memory;
  const bool doubt = parent >= 0 && nodes_[static_cast<std::size_t>(parent)].assumes;
  std::optional<Message> broken;
  const Memory memory = remember(before, way, broken);
  std::vector<int> kept = way.clocks;
  if (memory.pending && property_.within) {
    kept.push_back(before.pending ? static_cast<int>(elapsed.clocks()) - 1 : -1);
  }
  Zone zone = elapsed.with(kept);
  const bool assumes = doubt || !way.move.assumed.empty();
  const std::string key = key_of(way.after) + "/" + memory.key();
  std::vector<int>& alike = known_[key];
  if (!broken) {
    for (const int each : alike) {
      if (zone.is_within(nodes_[static_cast<std::size_t>(each)].zone)) return each;
    }
  }
  const int index = static_cast<int>(nodes_.size());
  const bool detour = way.move.kind == Move::Kind::change || way.move.kind == Move::Kind::event;
  nodes_.push_back({.way = std::move(way),
                    .zone = std::move(zone),
                    .memory = memory,
                    .parent = parent,
                    .assumes = assumes});
  alike.push_back(index);
  (assumes || detour ? doubtful_ : open_).push_back(index);
  if (broken) found(index, *broken);
  return index;
}

Search::Memory Search::remember(const Memory& before, const Way& way,
                                std::optional<Message>& broken) {
  Memory now = before;
  const auto holds = [&](const feel::Expression& condition) {
    return !condition.empty() && play_.holds(way.after, condition, way.event, unknown_);
  };
  switch (property_.pattern) {
    case Pattern::never:
      if (holds(property_.p)) broken = Message(messages::kNever);
      break;
    case Pattern::always: {
      bool unknown = false;
      const bool p = play_.holds(way.after, property_.p, way.event, unknown);
      unknown_ = unknown_ || unknown;
      if (!p && !unknown) broken = Message(messages::kAlways);
      break;
    }
    case Pattern::at_most: {
      const bool p = holds(property_.p);
      if (p && !before.was && now.count <= property_.times) ++now.count;
      now.was = p;
      if (now.count > property_.times) {
        broken = Message(messages::kTooOften, {std::to_string(property_.times)});
      }
      break;
    }
    case Pattern::before:
      now.seen = before.seen || holds(property_.p);
      if (!now.seen && holds(property_.q)) broken = Message(messages::kBefore);
      break;
    case Pattern::leads_to:
      now.pending = !holds(property_.q) && (before.pending || holds(property_.p));
      if (now.pending && way.after.self().closed) broken = Message(messages::kEndedWithout);
      break;
    case Pattern::ends:
      break;
  }
  return now;
}

void Search::look_at_delay(int index, const Zone& elapsed) {
  if (!nodes_[static_cast<std::size_t>(index)].memory.pending || !property_.within) return;
  const Span bound = span_of(*property_.within);
  const std::int32_t most = elapsed.most(elapsed.clocks() - 1);
  if (most > bound.most) {
    found(index, Message(messages::kTooLate, {to_text(*property_.within)}));
  } else if (most > bound.least) {
    too_close_ = true;
  }
}

bool Search::is_done(const Node& node) const {
  return property_.pattern == Pattern::ends ? node.way.after.self().closed : !node.memory.pending;
}

// If nobody acts any more, does what is awaited come? Good are the situations where it is there,
// and those where a timer is sure to fall due and every timer leads to good ones.
void Search::look_at_ends() {
  const bool asks = property_.pattern == Pattern::ends || property_.pattern == Pattern::leads_to;
  if (!asks) return;
  std::vector<bool> good(nodes_.size(), false);
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (good[i]) continue;
      const bool all = node.has_sure_timer && std::ranges::all_of(node.by_timer, [&](int to) {
                         return good[static_cast<std::size_t>(to)];
                       });
      if (!is_done(node) && !all) continue;
      good[i] = true;
      more = true;
    }
  }
  // The first that is bad and rests on nothing assumed, else the first bad one.
  for (const bool assumed : {false, true}) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (good[i] || nodes_[i].assumes != assumed) continue;
      return found(
          static_cast<int>(i),
          Message(property_.pattern == Pattern::ends ? messages::kNoEnd : messages::kStuck));
    }
  }
}

}  // namespace guichet::explore
