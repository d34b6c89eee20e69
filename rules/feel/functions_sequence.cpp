// Built-in functions that make a list from lists.
#include <bit>
#include <numeric>

#include "rules/feel/number.hpp"
#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

// Index in a list of `size` of a position from 1, or from -1 backwards, its fraction dropped;
// nothing outside.
std::optional<std::size_t> index_at(const Value& position, std::size_t size) {
  const auto wanted = truncated(position);
  const auto count = static_cast<std::int64_t>(size);
  if (!wanted || *wanted == 0 || *wanted > count || *wanted < -count) return std::nullopt;
  return static_cast<std::size_t>(*wanted > 0 ? *wanted - 1 : count + *wanted);
}

Value no_position(Call& call) {
  std::string text;
  append_number(text, call[1]);
  return call.fail(messages::kBadIndex, {text});
}

Value sublist(Call& call) {
  const std::span<const Value> items = call[0].items();
  const auto start = index_at(call[1], items.size());
  if (!start) return no_position(call);
  if (!call.given(2)) return call.list(items.subspan(*start));
  const auto length = truncated(call[2]);
  if (!length || *length < 1 || static_cast<std::uint64_t>(*length) > items.size() - *start)
    return call.fail(reasons::kNoSuchLength);
  return call.list(items.subspan(*start, static_cast<std::size_t>(*length)));
}

Value append(Call& call) {
  std::vector<Value> result(call[0].items().begin(), call[0].items().end());
  result.insert(result.end(), call[1].items().begin(), call[1].items().end());
  return call.list(result);
}

Value concatenate(Call& call) {
  std::vector<Value> result;
  for (const Value& list : call[0].items()) {
    if (list.kind() != Kind::list) {
      if (list.is_null()) return call.fail(reasons::kNullArgument);
      result.push_back(list);
      continue;
    }
    result.insert(result.end(), list.items().begin(), list.items().end());
    if (result.size() > call.run.evaluation().budget.list_items) break;
  }
  return call.list(result);
}

Value insert_before(Call& call) {
  const auto at = index_at(call[1], call[0].items().size());
  if (!at) return no_position(call);
  std::vector<Value> result(call[0].items().begin(), call[0].items().end());
  result.insert(result.begin() + static_cast<std::ptrdiff_t>(*at), call[2]);
  return call.list(result);
}

Value remove(Call& call) {
  const auto at = index_at(call[1], call[0].items().size());
  if (!at) return no_position(call);
  std::vector<Value> result(call[0].items().begin(), call[0].items().end());
  result.erase(result.begin() + static_cast<std::ptrdiff_t>(*at));
  return call.list(result);
}

Value replace_at(Call& call) {
  const auto at = index_at(call[1], call[0].items().size());
  if (!at) return no_position(call);
  std::vector<Value> result(call[0].items().begin(), call[0].items().end());
  result[*at] = call[2];
  return call.list(result);
}

Value replace_where(Call& call) {
  std::vector<Value> result(call[0].items().begin(), call[0].items().end());
  for (Value& item : result) {
    const Value arguments[] = {item, call[2]};
    const Value answer = call.run.call(call[1], arguments, call.node);
    if (answer.kind() != Kind::boolean) return call.fail(reasons::kNoBooleanGiven);
    if (answer.is_true()) item = call[2];
  }
  return call.list(result);
}

Value reverse(Call& call) {
  return call.list(std::vector<Value>(call[0].items().rbegin(), call[0].items().rend()));
}

// Of items with one order (numbers, strings, dates ..): the first of each, by sorting.
std::vector<Value> distinct_by_order(std::span<const Value> items) {
  std::vector<std::size_t> places(items.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  const auto order = [&](std::size_t a, std::size_t b) {
    return compare(items[a], items[b]).value_or(0);
  };
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return order(a, b) < 0; });
  const auto repeated = std::unique(places.begin(), places.end(),
                                    [&](std::size_t a, std::size_t b) { return order(a, b) == 0; });
  places.erase(repeated, places.end());
  std::sort(places.begin(), places.end());
  std::vector<Value> result;
  for (const std::size_t place : places) result.push_back(items[place]);
  return result;
}

// Quadratic where items have no order, so it spends steps for its comparisons.
Value distinct(Call& call, std::span<const Value> items) {
  const bool ordered = std::all_of(items.begin(), items.end(), [&](const Value& item) {
    return compare(item, items.front()).has_value();
  });
  if (ordered && !call.spend(cost_of_sorting(call[0]))) return {};
  if (ordered) return call.list(distinct_by_order(items));
  std::vector<Value> result;
  for (const Value& item : items) {
    if (!call.spend(weight_of(item) + result.size() * weight_of(item) / kWeightPerStep)) return {};
    const bool known = std::any_of(result.begin(), result.end(),
                                   [&](const Value& other) { return equal(other, item); });
    if (!known) result.push_back(item);
  }
  return call.list(result);
}

Value distinct_values(Call& call) {
  return distinct(call, call[0].items());
}

Value union_of(Call& call) {
  const Value all = concatenate(call);
  return all.is_null() ? all : distinct(call, all.items());
}

void flatten_into(std::vector<Value>& result, const Value& list, std::size_t most) {
  for (const Value& item : list.items()) {
    if (result.size() > most) return;
    if (item.kind() == Kind::list)
      flatten_into(result, item, most);
    else
      result.push_back(item);
  }
}

Value flatten(Call& call) {
  if (!call.run.spend(weight_of(call[0]), call.node)) return {};
  std::vector<Value> result;
  flatten_into(result, call[0], call.run.evaluation().budget.list_items);
  return call.list(result);
}

// A merge sort of our own: a wrong precedes() must not lead outside the list, and the budget must
// be able to end it.
bool merge_sort(Call& call, std::vector<Value>& items, std::size_t first, std::size_t last,
                std::vector<Value>& spare) {
  if (last - first < 2) return true;
  const std::size_t middle = first + (last - first) / 2;
  if (!merge_sort(call, items, first, middle, spare) ||
      !merge_sort(call, items, middle, last, spare))
    return false;
  std::size_t left = first, right = middle;
  for (std::size_t at = first; at < last; ++at) {
    bool take_right = left == middle;
    if (!take_right && right < last) {
      const Value arguments[] = {items[right], items[left]};
      const Value answer = call.run.call(call[1], arguments, call.node);
      if (answer.kind() != Kind::boolean) return false;
      take_right = answer.is_true();
    }
    spare[at] = items[take_right ? right++ : left++];
  }
  std::copy(spare.begin() + static_cast<std::ptrdiff_t>(first),
            spare.begin() + static_cast<std::ptrdiff_t>(last),
            items.begin() + static_cast<std::ptrdiff_t>(first));
  return true;
}

Value sort_by(Call& call) {
  std::vector<Value> items(call[0].items().begin(), call[0].items().end());
  std::vector<Value> spare(items.size());
  if (!merge_sort(call, items, 0, items.size(), spare)) return call.fail(reasons::kNoBooleanGiven);
  return call.list(items);
}

Value sort(Call& call) {
  std::vector<Value> items(call[0].items().begin(), call[0].items().end());
  for (const Value& item : items)
    if (!compare(item, items.front())) return call.fail(reasons::kItemsWithoutOrder);
  if (!call.spend(cost_of_sorting(call[0]))) return {};
  std::stable_sort(items.begin(), items.end(),
                   [](const Value& a, const Value& b) { return compare(a, b).value_or(0) < 0; });
  return call.list(items);
}

constexpr BuiltinRow kSequenceFunctions[] = {
    {"sublist", "list: list, start position: number, length: number?", Want::list, sublist},
    {"append", "list: list, item: any...", Want::list, append},
    {"concatenate", "list: any...", Want::list, concatenate},
    {"insert before", "list: list, position: number, newItem: any", Want::list, insert_before},
    {"remove", "list: list, position: number", Want::list, remove},
    {"list replace", "list: list, position: number, newItem: any", Want::list, replace_at},
    {"list replace", "list: list, match: function, newItem: any", Want::list, replace_where},
    {"reverse", "list: list", Want::list, reverse},
    {"distinct values", "list: list", Want::list, distinct_values},
    {"union", "list: any...", Want::list, union_of},
    {"flatten", "list: list", Want::list, flatten},
    {"sort", "list: list, precedes: function", Want::list, sort_by},
    {"sort", "list: list", Want::list, sort},
};

}  // namespace

std::uint64_t cost_of_sorting(const Value& list) {
  return std::uint64_t{weight_of(list)} * std::bit_width(list.items().size()) / kWeightPerStep;
}

std::span<const BuiltinRow> sequence_functions() {
  return kSequenceFunctions;
}

}  // namespace guichet::feel
