#include "rules/convention/facts.hpp"

#include <algorithm>

#include "rules/convention/report_messages.hpp"
#include "rules/convention/sets.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::convention {

namespace {

using feel::Kind;
using feel::TestSet;
using feel::Value;

class FactReader {
 public:
  FactReader(feel::Evaluation& run, std::vector<tables::Problem>& problems)
      : run_(run), problems_(problems) {}

  Value read(const Fact& fact, const Value& value) {
    if (value.kind() != Kind::list) return value.is_null() ? value : item(fact, value);
    if (value.items().empty()) return {};
    if (!fact.many) {
      if (value.items().size() == 1) return item(fact, value.items().front());
      return refuse(fact, value);
    }
    std::vector<Value> items;
    for (const Value& one : value.items()) {
      const Value known = one.is_null() ? one : item(fact, one);
      if (!known.is_null()) items.push_back(known);
    }
    return items.empty() ? Value{} : run_.arena.list(items);
  }

 private:
  Value item(const Fact& fact, const Value& value) {
    const bool text = value.kind() == Kind::string;
    if (text && !fact.counts_as.empty()) {
      const auto other = fact.counts_as.find(value.text());
      if (other != fact.counts_as.end()) return other->second.value();
    }
    if (text && !fact.brackets.empty()) {
      const auto bracket = fact.brackets.find(value.text());
      if (bracket != fact.brackets.end()) return bracket->second.value();
      problems_.push_back(
          {base::Message(messages::kUnknownBracket, {fact.title, std::string(value.text())}),
           fact.id});
      return {};
    }
    if (fact.many && !fact.type.is_any() && value.kind() != fact.type.kind())
      return refuse(fact, value);
    return value;
  }

  Value refuse(const Fact& fact, const Value& value) {
    problems_.push_back({base::Message(tables::messages::kInputType,
                                       {fact.id, feel::to_literal(value), fact.type.name()}),
                         fact.id});
    return {};
  }

  feel::Evaluation& run_;
  std::vector<tables::Problem>& problems_;
};

bool wants(const Criterion& criterion, const Value& value, const Need& need,
           feel::Evaluation& run) {
  if (criterion.in.kind != TestSet::Kind::opaque) return tables::accepts(criterion.in, value);
  return feel::evaluate_tests(criterion.tests, value, need.variables, run).is_true();
}

bool refuses(const Criterion& criterion, const Value& value) {
  return criterion.without.kind != TestSet::Kind::any && tables::accepts(criterion.without, value);
}

}  // namespace

std::vector<Value> read_facts(const Convention& convention, const Need& need, feel::Evaluation& run,
                              std::vector<tables::Problem>& problems) {
  std::vector<Value> values;
  values.reserve(convention.facts().size());
  FactReader reader(run, problems);
  for (std::size_t i = 0; i < convention.facts().size(); ++i) {
    const Fact& fact = convention.facts()[i];
    const Value value = !need.facts.empty() ? need.facts[i]
                        : fact.variable     ? need.variables[*fact.variable]
                                            : feel::evaluate(fact.expr, need.variables, run);
    values.push_back(reader.read(fact, value));
  }
  return values;
}

bool holds(const Convention& convention, const Criterion& criterion, std::span<const Value> facts,
           const Need& need, feel::Evaluation& run) {
  if (criterion.when) return feel::evaluate(criterion.when->whole, need.variables, run).is_true();
  const Value& value = facts[*criterion.fact];
  if (value.is_null()) return criterion.missing == WhenMissing::match;
  const std::span<const Value> items =
      value.kind() == Kind::list ? value.items() : std::span(&value, 1);
  const bool bracketed = !convention.facts()[*criterion.fact].many;
  if (const auto bracket = bracketed ? tables::read_bracket(value) : std::nullopt) {
    const TestSet set = difference(criterion.in, criterion.without);
    return set.kind != TestSet::Kind::opaque && holds(set, *bracket);
  }
  return std::any_of(items.begin(), items.end(),
                     [&](const Value& one) { return wants(criterion, one, need, run); }) &&
         std::none_of(items.begin(), items.end(),
                      [&](const Value& one) { return refuses(criterion, one); });
}

std::string shown(const Value& value) {
  if (value.is_null()) return {};
  if (value.kind() == Kind::list) {
    std::string text;
    for (const Value& one : value.items()) text += (text.empty() ? "" : ", ") + shown(one);
    return text;
  }
  if (value.kind() == Kind::context) {
    const Value* low = value.member("min");
    const Value* high = value.member("max");
    const auto end = [](const Value& one) {
      return one.is_null() ? std::string() : feel::to_text(one);
    };
    if (low != nullptr && high != nullptr) return end(*low) + ".." + end(*high);
  }
  return feel::to_text(value);
}

}  // namespace guichet::convention
