// What a step of a path does besides moving, and where it leads, as clauses of a sentence.
#pragma once

#include <string>
#include <vector>

#include "workflows/words/phrases.hpp"

namespace guichet::words {

class Deeds {
 public:
  Deeds(const model::Workflow& workflow, const Phrases& phrases)
      : workflow_(workflow), phrases_(phrases) {}

  // "relance au partenaire", "« Issue » devient « Sans suite »"; what is no affair of people is
  // left out.
  std::vector<std::string> of(const model::Block& block) const;
  // The deeds of an arm, then where it leads: "relance au partenaire ; le besoin passe à ..".
  std::string consequence(const model::Transition& arm) const;
  // Where it leads alone; empty where it stays.
  std::string destination(const model::Transition& arm) const;
  std::string operand(const model::Operand& operand) const;
  // "le besoin", "la mise en relation"
  std::string subject() const;

 private:
  void add(const model::Verb& verb, std::vector<std::string>& out) const;
  std::string letter(const model::Notify& notify) const;
  std::string task(const model::OpenTask& task) const;
  std::string set(const model::Set& set) const;
  std::string raise(const model::Raise& raise) const;
  std::string either(const model::If& either) const;

  const model::Workflow& workflow_;
  const Phrases& phrases_;
};

}  // namespace guichet::words
