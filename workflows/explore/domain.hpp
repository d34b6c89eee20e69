// What conditions of a path can tell apart: for each field the few values that stand for all, and
// whether a condition can be decided from such values at all.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/feel/outline.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::explore {

using Values = std::map<std::string, feel::Stored>;

class Domains {
 public:
  // Of the conditions of these workflows and of the properties among them. `everything`: what no
  // condition can see matters too.
  Domains(const bundle::Desk& desk, const std::vector<const model::Workflow*>& workflows,
          bool everything = false);

  // Values as a case stores them, null not among them; empty for a field that is not followed.
  const std::vector<feel::Stored>& of(const std::string& field) const;
  bool follows(const std::string& field) const { return !of(field).empty(); }
  bool is_shared(const std::string& field) const;  // of the case, its person or its firm
  const std::vector<std::string>& shared() const { return shared_; }
  // Of shared(), those that properties ask for.
  const std::vector<std::string>& promised() const { return promised_; }
  // Can it change anything that a condition or a property sees? Reminders, notes and the like
  // cannot.
  bool matters(const model::Workflow& workflow, model::DeclarationIndex declaration) const;
  // A condition as it was read: can it be decided from followed values, and what it is made of.
  struct Judged {
    feel::Outline outline;
    bool decidable = false;
    bool evaluable = false;  // all that it reads is followed; a clock may be read besides
  };
  const Judged& judged(const feel::Expression& condition) const;
  const bundle::Desk& desk() const { return desk_; }

 private:
  void read_conditions(const model::Workflow& workflow);
  void read(const feel::Expression& condition);
  void read_block(const model::Block& block);
  void collect(const feel::Outline& outline);
  bool is_evaluable(const feel::Expression& condition) const;
  bool is_opaque(const feel::Outline& outline, const feel::Expression& condition) const;
  void lay_out();
  bool matters(const model::Block& block) const;

  const bundle::Desk& desk_;
  std::map<std::string, std::vector<feel::Stored>> literals_;
  std::set<std::string> asked_;
  std::vector<const feel::Expression*> conditions_;
  std::map<const void*, Judged> judged_;  // by program
  std::set<std::string> exports_;         // fields that children show
  std::map<std::string, std::vector<feel::Stored>> domains_;
  std::vector<std::string> shared_, promised_;
  bool everything_ = false;  // asked for, or a property asks for the event's name
};

}  // namespace guichet::explore
