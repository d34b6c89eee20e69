#include "workflows/explore/truth.hpp"

#include <algorithm>
#include <optional>

#include "workflows/check/load_workflow.hpp"

namespace guichet::explore {
namespace {

using feel::Outline;
using feel::Stored;
using feel::Value;
using model::FixedName;

constexpr auto kFixedCount = static_cast<std::uint32_t>(FixedName::count_);

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

class Looking {
 public:
  Looking(const Domains& domains, const Sight& sight) : domains_(domains), sight_(sight) {}

  // Null where it is neither true nor false.
  std::optional<bool> whole(const feel::Expression& condition) {
    const auto& fields = domains_.desk().vocabulary->fields();
    std::vector<Value> slots(kFixedCount + fields.size());
    for (const feel::Scope::Slot slot : condition.slots()) {
      slots[slot] = slot < kFixedCount ? fixed(static_cast<FixedName>(slot))
                                       : seen(fields[slot - kFixedCount]);
    }
    Position oracle(sight_.situation.instances[sight_.instance]);
    feel::Evaluation run{.arena = arena_};
    run.host = static_cast<check::StateOracle*>(&oracle);
    const Value value = evaluate(condition, slots, run);
    if (value.kind() != feel::Kind::boolean) return {};
    return value.is_true();
  }

  // What its parts say where the whole cannot be decided: `false and ?` is false.
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
    const vocabulary::Field& field = domains_.desk().vocabulary->fields()[*of.slot - kFixedCount];
    if (!domains_.follows(field.id)) return Truth::unknown;
    const Value value = seen(field);
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

  // A consent is true only if given.
  Value seen(const vocabulary::Field& field) {
    const Stored* value = sight_.value(field.id);
    if (value == nullptr || value->is_null()) return {};
    if (field.type != vocabulary::FieldType::consent) return arena_.copy(value->value());
    return Value::boolean(value->value().text() == vocabulary::kGiven);
  }

  Value fixed(FixedName name) {
    if (name == FixedName::event) {
      const feel::Entry entries[] = {{"name", arena_.string(sight_.event)}};
      return arena_.context(entries);
    }
    if (name != FixedName::children || sight_.instance != 0) return arena_.list({});
    std::vector<Value> items;
    for (std::size_t i = 1; i < sight_.situation.instances.size(); ++i) {
      const Instance& child = sight_.situation.instances[i];
      if (child.gone) continue;
      const feel::Entry entries[] = {
          {"outcome", child.outcome.empty() ? Value() : arena_.string(child.outcome)},
          {"partner", arena_.string("p" + std::to_string(i))},
          {"state", arena_.string(state_of(child))},
          {"workflow", arena_.string(child.workflow->id)}};
      items.push_back(arena_.context(entries));
    }
    return arena_.list(items);
  }

  static std::string state_of(const Instance& instance) {
    std::string deepest;
    for (const kernel::Active& each : instance.position.active) {
      const std::string& path = instance.workflow->at(each.state).path;
      if (path.size() > deepest.size()) deepest = path;
    }
    return deepest;
  }

  const Domains& domains_;
  const Sight& sight_;
  feel::Arena arena_;
};

}  // namespace

Truth truth_of(const Domains& domains, const feel::Expression& condition, const Sight& sight) {
  Looking looking(domains, sight);
  const Domains::Judged& judged = domains.judged(condition);
  if (judged.evaluable) {
    const std::optional<bool> holds = looking.whole(condition);
    // What has no value is so whatever the clock and the figures say.
    if (!holds) return Truth::none;
    if (judged.decidable) return truth(*holds);
  }
  return looking.parts(judged.outline);
}

}  // namespace guichet::explore
