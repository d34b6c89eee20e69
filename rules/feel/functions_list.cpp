// Built-in functions that come to one value from a list: counts, sums, averages, searches.
#include "rules/feel/number.hpp"
#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

Value count(Call& call) {
  return Value::integer(static_cast<std::int64_t>(call[0].items().size()));
}

Value extreme(Call& call, int sign) {
  if (!call.spend(weight_of(call[0]) / kWeightPerStep)) return {};
  const std::span<const Value> items = call[0].items();
  if (items.empty()) return call.fail(reasons::kEmptyList);
  Value best = items.front();
  for (const Value& item : items) {
    const auto order = compare(item, best);
    if (!order) return call.fail(reasons::kItemsWithoutOrder);
    if (*order * sign > 0) best = item;
  }
  return best;
}

Value min(Call& call) {
  return extreme(call, -1);
}
Value max(Call& call) {
  return extreme(call, 1);
}

bool all_numbers(std::span<const Value> items) {
  return std::all_of(items.begin(), items.end(),
                     [](const Value& item) { return item.kind() == Kind::number; });
}

Value not_numbers(Call& call) {
  return call.fail(reasons::kItemNoNumber);
}

Value total(Call& call, std::span<const Value> items) {
  Value sum = decimal(0, 0);
  std::uint64_t slow = 0;
  for (const Value& item : items) {
    sum = add(sum, item, call.arena);
    if (sum.is_null()) return call.fail(messages::kOutOfRange, {std::string(call.name)});
    slow += is_slow(sum) || is_slow(item) ? 1 : 0;
  }
  return call.spend(slow) ? sum : Value();
}

Value sum(Call& call) {
  const std::span<const Value> items = call[0].items();
  if (items.empty()) return call.fail(reasons::kEmptyList);
  if (all_numbers(items)) return total(call, items);
  Value sum = items.front();
  if (!is_duration(sum.kind())) return not_numbers(call);
  for (const Value& item : items.subspan(1)) {
    if (item.kind() != sum.kind()) return not_numbers(call);
    sum = add_temporal(sum, item);
    if (sum.is_null()) return call.fail(messages::kOutOfRange, {std::string(call.name)});
  }
  return sum;
}

Value number_of(std::size_t count) {
  return decimal(static_cast<std::int64_t>(count), 0);
}

Value mean(Call& call) {
  const Value all = sum(call);
  if (all.is_null()) return all;
  const Value size = number_of(call[0].items().size());
  return all.kind() == Kind::number ? divide(all, size, call.arena)
                                    : divide_duration(all, size, call.arena);
}

Value product(Call& call) {
  const std::span<const Value> items = call[0].items();
  if (items.empty()) return call.fail(reasons::kEmptyList);
  if (!all_numbers(items)) return not_numbers(call);
  if (!call.spend(items.size())) return {};
  Value result = decimal(1, 0);
  for (const Value& item : items) {
    result = multiply(result, item, call.arena);
    if (result.is_null()) return call.fail(messages::kOutOfRange, {std::string(call.name)});
  }
  return result;
}

std::vector<Value> ordered(std::span<const Value> numbers) {
  std::vector<Value> sorted(numbers.begin(), numbers.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Value& a, const Value& b) { return compare_numbers(a, b) < 0; });
  return sorted;
}

Value median(Call& call) {
  const std::span<const Value> items = call[0].items();
  if (items.empty()) return call.fail(reasons::kMedianOfNothing);
  if (!all_numbers(items)) return not_numbers(call);
  if (!call.spend(cost_of_sorting(call[0]))) return {};
  const std::vector<Value> sorted = ordered(items);
  const std::size_t middle = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return sorted[middle];
  return divide(add(sorted[middle - 1], sorted[middle], call.arena), decimal(2, 0), call.arena);
}

Value stddev(Call& call) {
  const std::span<const Value> items = call[0].items();
  if (items.size() < 2) return call.fail(reasons::kTwoNumbersNeeded);
  if (!all_numbers(items)) return not_numbers(call);
  if (!call.spend(items.size())) return {};
  const Value mean = divide(total(call, items), number_of(items.size()), call.arena);
  Value squares = decimal(0, 0);
  for (const Value& item : items) {
    const Value distance = subtract(item, mean, call.arena);
    squares = add(squares, multiply(distance, distance, call.arena), call.arena);
    if (squares.is_null()) return call.fail(messages::kOutOfRange, {std::string(call.name)});
  }
  return square_root(divide(squares, number_of(items.size() - 1), call.arena), call.arena);
}

Value mode(Call& call) {
  const std::span<const Value> items = call[0].items();
  if (!all_numbers(items)) return not_numbers(call);
  if (!call.spend(cost_of_sorting(call[0]))) return {};
  const std::vector<Value> sorted = ordered(items);
  std::vector<Value> modes;
  std::size_t most = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && compare_numbers(sorted[i], sorted[end]) == 0) ++end;
    if (end - i > most) modes.clear();
    if (end - i >= most) modes.push_back(sorted[i]);
    most = std::max(most, end - i);
    i = end;
  }
  return call.list(modes);
}

// all() and any(): three-valued over a list.
Value decided(Call& call, bool deciding) {
  Value result = Value::boolean(!deciding);
  for (const Value& item : call[0].items()) {
    if (item.kind() != Kind::boolean) {
      result = item.is_null()
                   ? call.unknown(messages::kNullOperand, {std::string(call.name)})
                   : call.fail(messages::kNotBoolean, {std::string(kind_name(item.kind()))});
    } else if (item.is_true() == deciding) {
      return item;
    }
  }
  return result;
}

Value all(Call& call) {
  return decided(call, false);
}
Value any(Call& call) {
  return decided(call, true);
}

// all(null): a list is missing, rather than one item unknown.
bool is_lone_null(const Call& call) {
  return call[0].items().size() == 1 && call[0].items().front().is_null();
}
Value all_arguments(Call& call) {
  return is_lone_null(call) ? call.fail(messages::kNullOperand, {std::string(call.name)})
                            : all(call);
}
Value any_arguments(Call& call) {
  return is_lone_null(call) ? call.fail(messages::kNullOperand, {std::string(call.name)})
                            : any(call);
}

Value list_contains(Call& call) {
  if (!call.spend(weight_of(call[0]) / kWeightPerStep)) return {};
  for (const Value& item : call[0].items())
    if (equal(item, call[1])) return Value::boolean(true);
  return Value::boolean(false);
}

Value index_of(Call& call) {
  if (!call.spend(weight_of(call[0]) / kWeightPerStep)) return {};
  std::vector<Value> places;
  const std::span<const Value> items = call[0].items();
  for (std::size_t i = 0; i < items.size(); ++i)
    if (equal(items[i], call[1])) places.push_back(number_of(i + 1));
  return call.list(places);
}

constexpr BuiltinRow kListFunctions[] = {
    {"count", "list: list", Want::number, count},
    {"min", "list: list", Want::any, min},
    {"min", "c: any...", Want::any, min},
    {"max", "list: list", Want::any, max},
    {"max", "c: any...", Want::any, max},
    {"sum", "list: list", Want::any, sum},
    {"sum", "n: any...", Want::any, sum},
    {"mean", "list: list", Want::any, mean},
    {"mean", "n: any...", Want::any, mean},
    {"product", "list: list", Want::number, product},
    {"product", "n: any...", Want::number, product},
    {"median", "list: list", Want::number, median},
    {"median", "n: any...", Want::number, median},
    {"stddev", "list: list", Want::number, stddev},
    {"stddev", "n: any...", Want::number, stddev},
    {"mode", "list: list", Want::list, mode},
    {"mode", "n: any...", Want::list, mode},
    {"all", "list: list", Want::boolean, all},
    {"all", "b: any...", Want::boolean, all_arguments},
    {"any", "list: list", Want::boolean, any},
    {"any", "b: any...", Want::boolean, any_arguments},
    {"list contains", "list: list, element: any", Want::boolean, list_contains},
    {"index of", "list: list, match: any", Want::list, index_of},
};

}  // namespace

std::span<const BuiltinRow> list_functions() {
  return kListFunctions;
}

}  // namespace guichet::feel
