// The statements of one step of a path.
#pragma once

#include "workflows/words/deeds.hpp"

namespace guichet::words {

class Steps {
 public:
  Steps(const model::Workflow& workflow, const Phrases& phrases)
      : workflow_(workflow), phrases_(phrases), deeds_(workflow, phrases) {}

  Section section(model::StateIndex index) const;
  // "Création › Accueil" of a step inside another.
  std::string name(const model::State& state) const;

 private:
  Item task(const model::State& state) const;
  void add_referral(const model::State& state, Section& section) const;
  void add_shared(const model::ReferralBlock& referral, Section& section) const;
  void add_fields(const model::State& state, Section& section) const;
  Item declaration(const model::State& state, const model::Declaration& declaration) const;
  std::string lead(const model::State& state, const model::Declaration& declaration) const;
  std::string act(const model::Declaration& declaration) const;
  std::string reply(const model::Declaration& declaration) const;
  std::string given(const model::Declaration& declaration) const;
  std::string timer(const model::State& state, const model::Declaration& declaration) const;
  std::string timer_start(const model::State& state, const model::Declaration& declaration) const;
  // How it behaves over outages and over stretches in which its step stands still.
  std::string timer_manners(const model::TimerSpec& spec) const;
  void add_contract(const std::optional<model::Contract>& contract, const std::string& name,
                    Section& section) const;
  std::string computed(const feel::Expression& delay) const;
  std::string event(const model::Declaration& declaration) const;
  std::string task_title(const std::string& id) const;
  void add_always(const model::State& state, const model::Declaration& declaration,
                  Section& section) const;
  std::string arm(const model::Transition& arm, bool first) const;

  const model::Workflow& workflow_;
  const Phrases& phrases_;
  Deeds deeds_;
};

}  // namespace guichet::words
