// The words of the picture: what causes a move, what is done in a state.
#pragma once

#include <string>
#include <vector>

#include "workflows/diagram/diagram.hpp"

namespace guichet::diagram {

class Captions {
 public:
  Captions(const model::Workflow& workflow, const Drawing& drawing)
      : workflow_(workflow), drawing_(drawing) {}

  // "Orienter (Conseiller du dossier)", "après 20 jours ouvrés", "un partenaire accepte".
  std::string cause(const model::Declaration& declaration) const;
  // The same of one arm, with "selon le cas" where it has a condition or is one of several.
  std::string arm(const model::Transition& transition) const;
  // The same with its condition whole, for descriptions.
  std::string arm_in_full(const model::Transition& transition) const;
  // What stays in the state: acts and timers that lead nowhere else. Empty for what is no affair of
  // people.
  std::string inner(const model::Declaration& declaration) const;
  std::vector<std::string> tasks(const model::State& state) const;
  // Its id made readable where it has no title.
  std::string title_of(const model::State& state) const;
  std::string targets(const model::Transition& transition) const;

  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return base::Message(text, std::move(arguments)).in(drawing_.language);
  }

 private:
  std::string timer(const model::Declaration& declaration) const;
  std::string timer_start(const model::Declaration& declaration) const;
  std::string event(const std::string& pattern) const;
  std::string roles(const std::vector<std::string>& ids, const std::string& between) const;
  std::string effects(const model::Declaration& declaration) const;
  std::string always_arm(const model::Transition& transition) const;
  std::string short_condition(const model::Transition& transition) const;
  bool has_conditions(const model::Declaration& declaration) const;
  bool is_plumbing(const model::Declaration& declaration) const;
  bool depends(const model::Transition& transition) const;

  const model::Workflow& workflow_;
  const Drawing& drawing_;
};

}  // namespace guichet::diagram
