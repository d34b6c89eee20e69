// The search for properties: every situation with what they remember of the way so far, and how
// long each timer has run. Private to this module.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "workflows/explore/explore.hpp"
#include "workflows/explore/situations.hpp"
#include "workflows/explore/zone.hpp"

namespace guichet::explore {

class Search {
 public:
  // One property, or several that remember nothing (see remembers()) and so share their situations.
  Search(Judge& judge, Situations& situations, const model::Workflow& workflow,
         std::vector<const model::Property*> properties, const Budget& budget)
      : judge_(judge),
        situations_(situations),
        workflow_(workflow),
        properties_(std::move(properties)),
        asked_(properties_.size()),
        budget_(budget) {}

  std::vector<Verdict> run();  // in the order of the properties
  // Ways through the path, as few as find each arm that some way takes without assumptions and
  // without anything from outside.
  std::vector<std::vector<Way>> covering();

 private:
  // What the property remembers.
  struct Memory {
    bool was = false;      // P, when last looked at
    bool seen = false;     // P has been (before)
    bool pending = false;  // Q is awaited (leads_to)
    std::int32_t count = 0;
    bool operator==(const Memory&) const = default;
  };
  struct Node {
    const Turn* turn = nullptr;  // that led here
    Zone zone;
    Memory memory;
    int parent = -1;
    bool assumes = false;
    bool plain = true;          // reached by people, partners and timers alone
    std::vector<int> by_timer;  // situations that a timer leads to
    bool has_sure_timer = false;
  };

  void search();
  Node& at(int index) { return nodes_[static_cast<std::size_t>(index)]; }
  const Node& at(int index) const { return nodes_[static_cast<std::size_t>(index)]; }
  const Situation& situation_of(const Node& node) const { return situations_.at(node.turn->to); }
  Way way_of(const Turn& turn) const;
  bool is_out_of_budget();
  void expand_acts(int index, const Zone& elapsed);
  std::vector<Way> way_to(int index) const;
  void expand(int index);
  void expand_timers(int index, const Zone& elapsed);
  Zone after_waiting(const Node& node) const;
  // The node's index, new or known; -1 once the search is over.
  int reach(int parent, const Turn& turn, const Zone& elapsed);
  // What a property says of where a way leads; `now` is what it remembers from there on.
  std::optional<base::Message> look(std::size_t property, const Memory& before, Memory& now,
                                    const Turn& turn);
  void look_at_delay(int index, const Zone& elapsed);
  void look_at_ends(std::size_t property);
  bool is_done(const model::Property& property, const Node& node) const;
  void note_arms(int parent, const Turn& turn);
  // False where one was found before.
  bool found(std::size_t property, int index, bool assumes, base::Message why);
  bool is_over() const;  // a breach without assumptions of every property
  Verdict verdict(std::size_t property) const;

  Judge& judge_;
  Situations& situations_;
  const model::Workflow& workflow_;
  // What has come out about a property. A breach that rests on assumptions counts only where there
  // is none without.
  struct Asked {
    std::optional<std::pair<int, base::Message>> found, perhaps;
    bool unknown = false, too_close = false;
  };

  std::vector<const model::Property*> properties_;
  std::vector<Asked> asked_;
  Budget budget_;
  std::deque<Node> nodes_;           // stay where they are
  std::deque<int> open_, doubtful_;  // doubtful: reached by assumptions; looked at last
  std::unordered_map<SituationId, std::vector<int>> known_;
  std::optional<base::Message> gave_up_;  // why not everything was looked at
  // Ways that took an arm for the first time: from which situation, and the last part.
  std::vector<std::pair<int, const Turn*>> firsts_;
  std::set<model::TransitionIndex> taken_;
};

// Does what a property says of a situation hang on the way that led there?
bool remembers(const model::Property& property);

std::vector<std::vector<Way>> covering_ways(const bundle::Desk& desk,
                                            const model::Workflow& workflow, const Budget& budget);

}  // namespace guichet::explore
