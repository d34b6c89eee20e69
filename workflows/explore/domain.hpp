// What conditions of a path can tell apart: for each field the few values that stand for all, and
// whether a condition can be decided from such values at all.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/feel/outline.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::explore {

// Variables of conditions before those of fields.
constexpr auto kFixedCount = static_cast<std::uint32_t>(model::FixedName::count_);

using Values = std::map<std::string, feel::Stored>;

// A value of a followed field, by number: copied, compared and hashed as such.
using ValueNumber = char16_t;
constexpr ValueNumber kAbsent = 0;  // null; of a shared field: not looked at yet
constexpr ValueNumber kNull = 1;
constexpr ValueNumber kFirstValue = 2;
// One for each followed field, in their order.
using Valuation = std::u16string;
using FieldNumber = std::size_t;

// A field that conditions ask for, and the values that it is seen to have.
struct Followed {
  std::string id;
  vocabulary::FieldType type = vocabulary::FieldType::boolean;
  bool shared = false;               // of the case, its person or its firm
  std::vector<feel::Stored> values;  // as a case stores them, null not among them
  std::size_t samples = 0;           // so many of them stand for all; the others are only written

  ValueNumber number_of(const feel::Stored& value) const;  // kNull of null
  feel::Stored value(ValueNumber number) const;
};

class Domains {
 public:
  // Of the conditions of these workflows and of the properties among them. `everything`: what no
  // condition can see matters too.
  Domains(const bundle::Desk& desk, const std::vector<const model::Workflow*>& workflows,
          bool everything = false);

  const std::vector<Followed>& followed() const { return followed_; }
  const Followed& at(FieldNumber field) const { return followed_[field]; }
  std::optional<FieldNumber> find(std::string_view id) const;
  std::optional<FieldNumber> find(feel::Scope::Slot slot) const { return by_slot_[slot]; }
  Valuation nothing() const { return Valuation(followed_.size(), kAbsent); }
  Values values_of(const Valuation& valuation) const;
  const std::vector<FieldNumber>& shared() const { return shared_; }
  // Of shared(), those that properties ask for.
  const std::vector<FieldNumber>& promised() const { return promised_; }
  // Can it change anything that a condition or a property sees? Reminders, notes and the like
  // cannot.
  bool matters(const model::Workflow& workflow, model::DeclarationIndex declaration) const;
  // A condition as it was read: can it be decided from followed values, and what it is made of.
  struct Judged {
    feel::Outline outline;
    bool decidable = false;
    bool evaluable = false;  // all that it reads is followed; a clock may be read besides
    std::size_t number = 0;  // among the conditions
    // What it reads besides fields.
    bool children = false, event = false, states = false;
  };
  const Judged& judged(const feel::Expression& condition) const;
  std::size_t conditions() const { return judged_.size(); }
  const bundle::Desk& desk() const { return desk_; }

 private:
  void read_conditions(const model::Workflow& workflow);
  void read(const feel::Expression& condition);
  void read_block(const model::Block& block);
  void read_themes();
  void collect(const feel::Outline& outline);
  bool is_evaluable(const feel::Expression& condition) const;
  bool is_opaque(const feel::Outline& outline, const feel::Expression& condition) const;
  void lay_out();
  bool follows(const std::string& id) const { return find(id).has_value(); }
  bool can_matter(const model::Workflow& workflow, const model::Declaration& declaration) const;
  bool matters(const model::Block& block) const;

  const bundle::Desk& desk_;
  std::map<std::string, std::vector<feel::Stored>> literals_, written_;  // compared with; set
  std::set<std::string> asked_;
  std::vector<std::string> promises_;  // fields that properties ask for
  std::vector<const feel::Expression*> conditions_;
  std::unordered_map<const void*, Judged> judged_;  // by program
  std::set<std::string> exports_;                   // fields that children show
  std::vector<Followed> followed_;                  // in the order of their ids
  std::vector<std::optional<FieldNumber>> by_slot_;
  std::vector<FieldNumber> shared_, promised_;
  std::map<const model::Workflow*, std::vector<bool>> matters_;  // by declaration
  bool everything_ = false;  // asked for, or a property asks for the event's name
};

}  // namespace guichet::explore
