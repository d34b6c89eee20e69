// The search for one property: every situation with what the property remembers of the way so far,
// and how long each timer has run. Private to this module.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workflows/explore/explore.hpp"
#include "workflows/explore/zone.hpp"

namespace guichet::explore {

class Search {
 public:
  Search(const Domains& domains, const model::Workflow& workflow, const model::Property& property,
         const Budget& budget)
      : play_(domains, workflow), workflow_(workflow), property_(property), budget_(budget) {}

  Verdict run();
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
    std::string key() const;
  };
  struct Node {
    Way way;
    Zone zone;
    Memory memory;
    int parent = -1;
    bool assumes = false;
    std::vector<int> by_timer;  // situations that a timer leads to
    bool has_sure_timer = false;
  };

  void search();
  std::vector<Way> way_to(int index) const;
  void expand(int index);
  void expand_timers(int index, const Zone& elapsed);
  Zone after_waiting(const Node& node) const;
  // The node's index, new or known; -1 once the search is over.
  int reach(int parent, Way way, const Zone& elapsed);
  Memory remember(const Memory& before, const Way& way, std::optional<base::Message>& broken);
  void look_at_delay(int index, const Zone& elapsed);
  void look_at_ends();
  bool is_done(const Node& node) const;
  void found(int index, base::Message why);

  Play play_;
  const model::Workflow& workflow_;
  const model::Property& property_;
  Budget budget_;
  std::vector<Node> nodes_;
  std::deque<int> open_, doubtful_;  // doubtful: reached by assumptions; looked at last
  std::map<std::string, std::vector<int>> known_;
  bool unknown_ = false, too_close_ = false, out_of_budget_ = false;
  // A breach, and one that rests on assumptions: it counts only where there is none without.
  std::optional<std::pair<int, base::Message>> found_, perhaps_;
};

std::vector<std::vector<Way>> covering_ways(const bundle::Desk& desk,
                                            const model::Workflow& workflow, const Budget& budget);

}  // namespace guichet::explore
