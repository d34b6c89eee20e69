#include "workflows/explore/truth.hpp"

#include <cstdint>
#include <optional>

#include "workflows/check/load_workflow.hpp"

namespace guichet::explore {
namespace {

using feel::Outline;
using feel::Stored;
using feel::Value;
using model::FixedName;

Truth truth(bool holds) {
  return holds ? Truth::yes : Truth::no;
}

class Position final : public check::StateOracle {
 public:
  explicit Position(const Instance& instance) : instance_(instance) {}
  bool in_state(std::string_view path) const override {
    const auto state = instance_.workflow->find_state(path);
    return state && instance_.position.is_in(*state);
  }

 private:
  const Instance& instance_;
};

// A consent is true only if given.
Value seen(const Followed& field, const Stored& value) {
  if (field.type != vocabulary::FieldType::consent) return value.value();
  return Value::boolean(value.value().text() == vocabulary::kGiven);
}

Value children_of(const Sight& sight, feel::Arena& arena) {
  if (sight.instance != 0) return arena.list({});
  std::vector<Value> items;
  for (std::size_t i = 1; i < sight.situation.instances.size(); ++i) {
    const Instance& child = sight.situation.instances[i];
    if (child.gone) continue;
    const feel::Entry entries[] = {
        {"outcome", child.outcome.empty() ? Value() : arena.string(child.outcome)},
        {"partner", arena.string("p" + std::to_string(i))},
        {"state", arena.string(deepest_state(child))},
        {"workflow", arena.string(child.workflow->id)}};
    items.push_back(arena.context(entries));
  }
  return arena.list(items);
}

Value event_of(const Sight& sight, feel::Arena& arena) {
  const feel::Entry entries[] = {{"name", arena.string(sight.event)}};
  return arena.context(entries);
}

// What a condition can see of an instance besides its fields.
void add_states(std::u16string& key, const Instance& instance) {
  add_number(key, reinterpret_cast<std::uintptr_t>(instance.workflow));
  add_number(key, instance.position.active.size());
  for (const kernel::Active& each : instance.position.active) {
    add_number(key, static_cast<std::uint64_t>(each.state.value));
  }
}

void add_text(std::u16string& key, std::string_view text) {
  add_number(key, text.size());
  for (const char c : text) key += static_cast<char16_t>(c);
}

void add_children(std::u16string& key, const Sight& sight) {
  if (sight.instance != 0) return;
  for (std::size_t i = 1; i < sight.situation.instances.size(); ++i) {
    const Instance& child = sight.situation.instances[i];
    if (child.gone) continue;
    add_number(key, i);
    add_text(key, child.outcome);
    add_states(key, child);
  }
}

// What the parts of a condition say where the whole cannot be decided.
class Looking {
 public:
  Looking(const Domains& domains, const Sight& sight) : domains_(domains), sight_(sight) {}

  // `false and ?` is false.
  Truth parts(const Outline& of) {
    switch (of.form) {
      case Outline::Form::constant:
        return truth(of.value.value().is_true());
      case Outline::Form::negation: {
        const Truth inner = parts(of.parts.front());
        return inner == Truth::unknown ? inner : truth(inner == Truth::no);
      }
      case Outline::Form::conjunction:
        return joined(of, Truth::no, Truth::yes);
      case Outline::Form::disjunction:
        return joined(of, Truth::yes, Truth::no);
      case Outline::Form::comparison:
      case Outline::Form::truth:
        return leaf(of);
      case Outline::Form::opaque:
        break;
    }
    return Truth::unknown;
  }

 private:
  Truth joined(const Outline& of, Truth deciding, Truth otherwise) {
    Truth all = otherwise;
    for (const Outline& each : of.parts) {
      const Truth part = parts(each);
      if (part == deciding) return deciding;
      if (part == Truth::unknown) all = Truth::unknown;
    }
    return all;
  }

  Truth leaf(const Outline& of) {
    if (!of.slot || *of.slot < kFixedCount || !of.members.empty()) return Truth::unknown;
    const auto field = domains_.find(*of.slot);
    if (!field) return Truth::unknown;
    const ValueNumber number = sight_.value(*field);
    const Followed& followed = domains_.at(*field);
    const Value value =
        number < kFirstValue ? Value() : seen(followed, followed.values[number - kFirstValue]);
    if (of.form == Outline::Form::truth) return truth(value.is_true());
    const Value& wanted = of.value.value();
    const auto order = feel::compare(value, wanted);
    switch (of.test) {
      case Outline::Test::equal:
        return truth(feel::equal(value, wanted));
      case Outline::Test::unequal:
        return truth(!feel::equal(value, wanted));
      case Outline::Test::less:
        return truth(order && *order < 0);
      case Outline::Test::less_equal:
        return truth(order && *order <= 0);
      case Outline::Test::greater:
        return truth(order && *order > 0);
      case Outline::Test::greater_equal:
        break;
    }
    return truth(order && *order >= 0);
  }

  const Domains& domains_;
  const Sight& sight_;
};

}  // namespace

Judge::Judge(const Domains& domains)
    : domains_(domains),
      known_(domains.conditions()),
      slots_(kFixedCount + domains.desk().vocabulary->fields().size()) {
  for (const Followed& field : domains.followed()) {
    std::vector<Value>& values = values_.emplace_back(kFirstValue);
    for (const Stored& each : field.values) values.push_back(seen(field, each));
  }
}

Truth Judge::truth_of(const feel::Expression& condition, const Sight& sight) {
  const Domains::Judged& judged = domains_.judged(condition);
  if (!judged.evaluable) return Looking(domains_, sight).parts(judged.outline);
  key_.clear();
  for (const feel::Scope::Slot slot : condition.slots()) {
    if (const auto field = domains_.find(slot)) key_ += sight.value(*field);
  }
  if (judged.states) add_states(key_, sight.situation.instances[sight.instance]);
  if (judged.event) add_text(key_, sight.event);
  if (judged.children) add_children(key_, sight);
  const auto [known, is_new] = known_[judged.number].try_emplace(key_, Truth::unknown);
  if (is_new) known->second = evaluated(condition, judged, sight);
  return known->second;
}

Truth Judge::truth_of(const feel::Expression& condition, const Situation& at,
                      const std::string& event) {
  return truth_of(condition, Sight{at, 0, event, [&](FieldNumber field) {
                                     return domains_.at(field).shared ? at.shared[field]
                                                                      : at.self().own[field];
                                   }});
}

Truth Judge::evaluated(const feel::Expression& condition, const Domains::Judged& judged,
                       const Sight& sight) {
  arena_.clear();
  for (const feel::Scope::Slot slot : condition.slots()) {
    if (const auto field = domains_.find(slot)) {
      slots_[slot] = values_[*field][sight.value(*field)];
    } else {
      const bool event = slot == static_cast<feel::Scope::Slot>(FixedName::event);
      slots_[slot] = event ? event_of(sight, arena_) : children_of(sight, arena_);
    }
  }
  Position oracle(sight.situation.instances[sight.instance]);
  feel::Evaluation run{.arena = arena_};
  run.host = static_cast<check::StateOracle*>(&oracle);
  const Value value = evaluate(condition, slots_, run);
  // What has no value is so whatever the clock and the figures say.
  if (value.kind() != feel::Kind::boolean) return Truth::none;
  if (judged.decidable) return truth(value.is_true());
  return Looking(domains_, sight).parts(judged.outline);
}

}  // namespace guichet::explore
