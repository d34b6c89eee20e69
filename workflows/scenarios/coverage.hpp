// Which states, transitions and timers of a desk's paths its scenarios went through. What several
// paths inherit is counted once, for the file that writes it.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/source.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/stage.hpp"

namespace guichet::scenarios {

enum class Element { state, transition, timer };

struct Uncovered {
  Element element = Element::state;
  std::string name;  // "orientation", "chez_partenaires.accompagner"
  base::Location at;
};

struct CoverageRow {
  std::string path;  // the file's name: "creation"
  struct Share {
    std::size_t covered = 0, total = 0;
  };
  Share states, transitions, timers;
  std::vector<Uncovered> uncovered;  // in the order of the file
};

class Coverage {
 public:
  explicit Coverage(const bundle::Desk& desk);

  // Tells the arms that the stage's desk takes from now on.
  void watch(Stage& stage);
  // What the stage's cases went through.
  void add(Stage& stage);
  std::vector<CoverageRow> report() const;

 private:
  struct Item {
    std::string file;
    std::size_t offset = 0;
    Element element = Element::state;
    std::string name;
    auto operator<=>(const Item&) const = default;
  };
  static Item item(Element element, const base::Location& at, std::string name);
  static Item item(const model::Workflow& workflow, const model::State& state);
  static Item item(const model::Workflow& workflow, model::TransitionIndex arm);
  static Item item(const model::Workflow& workflow, const model::Declaration& timer);
  void count(const cases::Fact& fact, const cases::Snapshot& snapshot,
             const cases::Surroundings& around);

  std::map<Item, base::Location> all_;
  std::set<Item> covered_;
};

}  // namespace guichet::scenarios
