// The values behind the names of expressions, seen from one instance at one moment. Only what an
// expression reads is made. Private to this module.
#pragma once

#include <vector>

#include "engine/cases/work.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::cases {

class Names {
 public:
  // `trigger` is the event being handled, if any.
  Names(const Work& work, InstanceNumber n, const kernel::Trigger* trigger, feel::Arena& arena);

  // The slots that the expression reads, filled; valid until the next call on another state.
  std::span<const feel::Value> for_expression(const feel::Expression& expression);
  // One fixed name's value.
  feel::Value fixed(model::FixedName name);
  // A field by bare id, as expressions see it (a consent is true only if given).
  feel::Value field(const vocabulary::Field& field);
  // Every slot: what a decision table or a convention is given.
  std::span<const feel::Value> all();

 private:
  // Of the definition that the instance is pinned to: its expressions were compiled against it.
  const vocabulary::Vocabulary& vocabulary() const;
  feel::Value kase();
  feel::Value member(const bundle::Member* member, const std::string& id);
  feel::Value fields_of(const Fields& fields, std::vector<feel::Entry> first = {});
  std::vector<feel::Entry> entries_of(const Instance& instance);
  feel::Value instance_context(const Instance& instance);
  feel::Value child_context(const Instance& child);
  feel::Value children(bool all);
  feel::Value actor();
  feel::Value article();
  feel::Value partner();
  feel::Value event();
  feel::Value text(std::string_view text) { return arena_.string(text); }
  // Whom the instance asks; "" for one that asks nobody.
  std::string partner_at_hand() const;

  const Work& work_;
  InstanceNumber n_;
  const kernel::Trigger* trigger_;
  feel::Arena& arena_;
  std::vector<feel::Value> slots_;
};

// An evaluation at the step's one clock reading, in the desk's zone.
feel::Evaluation evaluation(const Work& work, feel::Arena& arena);
// A stored value as expressions see it: a consent becomes a boolean, true where it is given to the
// partner at hand; without one, to anybody.
feel::Value seen(const vocabulary::Field* field, const feel::Stored& value,
                 std::string_view partner = "");
// Innermost active state's path; "" where the instance has not been started.
std::string current_state(const Instance& instance);

}  // namespace guichet::cases
