// for, some, every.
#include "rules/feel/list_builder.hpp"
#include "rules/feel/number.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

// What one variable of an iteration runs through: a list, or whole numbers or days up or down.
struct Domain {
  std::span<const Value> items;
  std::int64_t first = 0;
  std::int64_t step = 0;  // 0: the items
  std::size_t count = 0;
  bool days = false;

  Value at(std::size_t i) const {
    if (step == 0) return items[i];
    const std::int64_t value = first + step * static_cast<std::int64_t>(i);
    return days ? make_date_of_days(value) : decimal(value, 0);
  }
};

std::optional<std::int64_t> whole_end(const Value& end) {
  if (end.kind() == Kind::date) return days_of(end);
  if (end.kind() != Kind::number || !is_whole(end)) return std::nullopt;
  return truncated(end);
}

std::optional<Domain> domain_of_range(const Range& range) {
  auto low = whole_end(range.low);
  auto high = whole_end(range.high);
  if (!low || !high || range.low.kind() != range.high.kind() ||
      range.form != Range::Form::endpoints)
    return std::nullopt;
  Domain domain;
  domain.step = *low <= *high ? 1 : -1;
  domain.first = *low;
  domain.days = range.low.kind() == Kind::date;
  std::int64_t last = *high;
  if (!range.low_closed) domain.first += domain.step;
  if (!range.high_closed) last -= domain.step;
  const __int128 distance = (static_cast<__int128>(last) - domain.first) * domain.step;
  domain.count = distance < 0            ? 0
                 : distance >= INT64_MAX ? SIZE_MAX
                                         : static_cast<std::size_t>(distance) + 1;
  return domain;
}

std::optional<Domain> domain_of(const Value& value) {
  if (value.is_null()) return std::nullopt;
  if (value.kind() == Kind::range) return domain_of_range(*ValueAccess::target<Range>(value));
  Domain domain;
  domain.items = value.items();
  domain.count = domain.items.size();
  return domain;
}

}  // namespace

Value Run::loop(const Instruction& in, std::uint32_t index) {
  const auto parts = operands(in);
  const std::size_t variables = parts.size() - 1;
  ListBuilder results(arena_);
  std::optional<Value> failure;
  const bool wants_partial = in.flags != 0;
  const auto iterate = [&](const auto& self, std::size_t depth) -> void {
    if (depth == variables) {
      if (wants_partial) locals_[in.slot + variables] = results.view();
      results.add(evaluate(parts[depth]));
      if (results.size() > evaluation_.budget.list_items)
        stop(index, messages::kListBudget, evaluation_.budget.list_items);
      return;
    }
    Value values = evaluate(parts[depth]);
    if (!values.is_null() && values.kind() != Kind::list && values.kind() != Kind::range)
      values = arena_.list({&values, 1});
    const auto domain = domain_of(values);
    if (!domain) {
      if (!failure) failure = fail(parts[depth], messages::kWrongType, {"list", kind_of(values)});
      return;
    }
    for (std::size_t i = 0; i < domain->count && !meter_.stopped && !failure; ++i) {
      locals_[in.slot + depth] = domain->at(i);
      self(self, depth + 1);
    }
  };
  iterate(iterate, 0);
  if (failure) return *failure;
  return finish(results, index);
}

Value Run::quantified(const Instruction& in, std::uint32_t index, bool some) {
  const auto parts = operands(in);
  const std::size_t variables = parts.size() - 1;
  Value result = Value::boolean(!some);
  bool decided = false;
  const auto iterate = [&](const auto& self, std::size_t depth) -> void {
    if (depth == variables) {
      const Value answer = evaluate(parts[depth]);
      if (answer.kind() == Kind::boolean && answer.is_true() == some) {
        result = answer;
        decided = true;
      } else if (answer.kind() != Kind::boolean) {
        result = answer.is_null() ? answer
                                  : fail(parts[depth], messages::kNotBoolean, {kind_of(answer)});
      }
      return;
    }
    Value values = evaluate(parts[depth]);
    if (!values.is_null() && values.kind() != Kind::list && values.kind() != Kind::range)
      values = arena_.list({&values, 1});
    const auto domain = domain_of(values);
    if (!domain) {
      result = fail(parts[depth], messages::kWrongType, {"list", kind_of(values)});
      decided = true;
      return;
    }
    for (std::size_t i = 0; i < domain->count && !meter_.stopped && !decided; ++i) {
      locals_[in.slot + depth] = domain->at(i);
      self(self, depth + 1);
    }
  };
  iterate(iterate, 0);
  (void)index;
  return meter_.stopped ? Value() : result;
}

}  // namespace guichet::feel
