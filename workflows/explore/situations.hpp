// Every situation that a path can come to, once, and where its moves lead: asked for the first
// time, they are played. The searches of several properties share them. Private to this module.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "workflows/explore/play.hpp"

namespace guichet::explore {

using SituationId = std::uint32_t;

// A way, with the number of the situation that it leads to.
struct Turn {
  Move move;
  SituationId to = 0;
  std::vector<int> clocks;  // as a way's
  std::vector<model::TransitionIndex> arms;
  std::string event;
  bool endless = false;
};

struct Turns {
  std::vector<Turn> list;
  bool complete = true;  // no way was left out for want of room
};

class Situations {
 public:
  explicit Situations(Play& play) : play_(play) {}

  const Situation& at(SituationId id) const { return known_[id].situation; }
  // References last as long as this does.
  const Turns& start();
  const Turns& acts(SituationId from);
  const Turns& fire(SituationId from, std::size_t instance, std::size_t armed);
  std::size_t played() const { return played_; }  // ways, so far

 private:
  struct Known {
    Situation situation;
    std::optional<Turns> acts;
    std::map<std::pair<std::size_t, std::size_t>, Turns> firings;
  };
  Turns turns_of(Ways ways);
  SituationId id_of(Situation situation);

  Play& play_;
  std::optional<Turns> start_;
  std::deque<Known> known_;  // stay where they are
  std::unordered_map<std::u16string, SituationId> ids_;
  std::size_t played_ = 0;
};

}  // namespace guichet::explore
