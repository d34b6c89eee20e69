#include "workflows/explore/situations.hpp"

namespace guichet::explore {

const Turns& Situations::start() {
  if (!start_) start_ = turns_of(play_.start());
  return *start_;
}

const Turns& Situations::acts(SituationId from) {
  Known& known = known_[from];
  if (!known.acts) known.acts = turns_of(play_.acts(known.situation));
  return *known.acts;
}

const Turns& Situations::fire(SituationId from, std::size_t instance, std::size_t armed) {
  Known& known = known_[from];
  const auto [place, is_new] = known.firings.try_emplace({instance, armed});
  if (is_new) place->second = turns_of(play_.fire(known.situation, instance, armed));
  return place->second;
}

Turns Situations::turns_of(Ways ways) {
  played_ += ways.tried;
  Turns turns{.complete = ways.complete};
  turns.list.reserve(ways.list.size());
  for (Way& way : ways.list) {
    turns.list.push_back({.move = std::move(way.move),
                          .to = id_of(std::move(way.after)),
                          .clocks = std::move(way.clocks),
                          .arms = std::move(way.arms),
                          .event = std::move(way.event),
                          .endless = way.endless});
  }
  return turns;
}

SituationId Situations::id_of(Situation situation) {
  const auto id = static_cast<SituationId>(known_.size());
  const auto [place, is_new] = ids_.try_emplace(key_of(situation), id);
  if (is_new) known_.push_back({.situation = std::move(situation)});
  return place->second;
}

}  // namespace guichet::explore
