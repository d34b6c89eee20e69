// Members, filters, and the literals of compound values.
#include "rules/feel/list_builder.hpp"
#include "rules/feel/number.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

constexpr std::size_t kEntriesPerStep = 16;

}  // namespace

Value Run::member(const Value& owner, std::string_view name, const Instruction& in,
                  std::uint32_t index) {
  if (owner.kind() == Kind::context) {
    const std::span<const Entry> entries = owner.entries();
    if (in.b < entries.size() && entries[in.b].name == name) return entries[in.b].value;
    if (!spend(entries.size() / kEntriesPerStep, index)) return {};
    if (const Value* found = owner.member(name)) return *found;
    return fail(index, messages::kNoMember, {std::string(name), "context"});
  }
  if (owner.is_null()) {
    if (ValueAccess::aux(owner) != 0) return owner;
    return fail(index, messages::kNoMember, {std::string(name), "null"});
  }
  if (owner.kind() == Kind::list) return member_of_list(owner, name, in, index);
  if (const auto property = property_of(owner, name, arena_)) return *property;
  return fail(index, messages::kNoMember, {std::string(name), kind_of(owner)});
}

// The member of every item.
Value Run::member_of_list(const Value& owner, std::string_view name, const Instruction& in,
                          std::uint32_t index) {
  const std::span<const Value> items = owner.items();
  ListBuilder members(arena_);
  for (const Value& item : items) {
    const bool context = item.kind() == Kind::context;
    if (!spend(1 + (context ? item.entries().size() / kEntriesPerStep : 0), index)) return {};
    const Value* found = item.kind() == Kind::context ? item.member(name) : nullptr;
    members.add(found != nullptr               ? *found
                : item.kind() == Kind::context ? Value()
                                               : member(item, name, in, index));
  }
  return finish(members, index);
}

Value Run::member_or(const Instruction& in, std::uint32_t) {
  const Value item = evaluate(in.a);
  if (item.kind() == Kind::context)
    if (const Value* found = item.member(program_.texts[in.first])) return *found;
  return evaluate(in.b);
}

Value Run::filter(const Instruction& in, std::uint32_t index) {
  const Value source = evaluate(in.a);
  if (source.is_null()) return ValueAccess::aux(source) != 0 ? source : list({}, index);
  const std::span<const Value> items =
      source.kind() == Kind::list ? source.items() : std::span<const Value>(&source, 1);
  if (in.flags == 0) {
    const Value predicate = evaluate(in.b);
    if (predicate.kind() == Kind::number) return item_at(items, predicate, index);
    if (predicate.is_true()) return list(items, index);
    if (predicate.is_false() || predicate.is_null()) return list({}, index);
    return fail(index, messages::kWrongType, {"boolean", kind_of(predicate)});
  }
  ListBuilder kept(arena_);
  for (const Value& item : items) {
    locals_[in.slot] = item;
    const Value predicate = evaluate(in.b);
    // What the predicate reads may be no member of the items after all: `list[n]`.
    if (predicate.kind() == Kind::number && &item == items.data())
      return item_at(items, predicate, index);
    if (predicate.is_true()) kept.add(item);
    if (meter_.stopped) return {};
  }
  return finish(kept, index);
}

Value Run::item_at(std::span<const Value> items, const Value& position, std::uint32_t index) {
  const auto wanted = is_whole(position) ? truncated(position) : std::nullopt;
  const auto size = static_cast<std::int64_t>(items.size());
  if (wanted && *wanted > 0 && *wanted <= size) return items[*wanted - 1];
  if (wanted && *wanted < 0 && -*wanted <= size) return items[size + *wanted];
  std::string text;
  append_number(text, position);
  return unknown(index, messages::kBadIndex, {text});
}

Value Run::list_literal(const Instruction& in, std::uint32_t index) {
  const auto parts = operands(in);
  auto* items = static_cast<Value*>(arena_.allocate(parts.size() * sizeof(Value), alignof(Value)));
  for (std::size_t i = 0; i < parts.size(); ++i) new (items + i) Value(evaluate(parts[i]));
  return list({items, parts.size()}, index);
}

Value Run::context_literal(const Instruction& in, std::uint32_t index) {
  const auto parts = operands(in);
  const std::vector<std::string>& names = program_.name_lists[in.a];
  std::vector<Entry> entries;
  entries.reserve(parts.size());
  if (in.b != 0) return fail(index, messages::kDuplicateKey, {names[in.b - 1]});
  for (std::size_t i = 0; i < parts.size(); ++i) {
    locals_[in.slot + i] = evaluate(parts[i]);
    entries.push_back({names[i], locals_[in.slot + i]});
  }
  return context(entries, index);
}

Value Run::range_literal(const Instruction& in, std::uint32_t index) {
  const Value low = evaluate(in.a);
  const Value high = evaluate(in.b);
  const Value& end = low.is_null() ? high : low;
  const auto order = low.is_null() || high.is_null() ? compare(end, end) : compare(low, high);
  if (!order || (*order > 0 && (in.flags & kMayRunDown) == 0))
    return fail(index, messages::kNoRange, {kind_of(low), kind_of(high)});
  Range range;
  range.low = low;
  range.high = high;
  range.low_closed = (in.flags & kLowClosed) != 0;
  range.high_closed = (in.flags & kHighClosed) != 0;
  return checked(make_range(range, arena_), index);
}

Value Run::half_range(const Instruction& in, std::uint32_t index) {
  const Value end = evaluate(in.a);
  Range range;
  range.form = static_cast<Range::Form>(in.flags);
  const bool needs_order = range.form != Range::Form::equal && range.form != Range::Form::unequal;
  if (needs_order && !compare(end, end))
    return fail(index, messages::kNoOrder, {kind_of(end), kind_of(end)});
  switch (range.form) {
    case Range::Form::less:
      range.high = end;
      break;
    case Range::Form::less_equal:
      range.high = end;
      range.high_closed = true;
      break;
    case Range::Form::greater:
      range.low = end;
      break;
    case Range::Form::greater_equal:
      range.low = end;
      range.low_closed = true;
      break;
    default:
      range.low = range.high = end;
      range.low_closed = range.high_closed = range.form == Range::Form::equal;
  }
  return checked(make_range(range, arena_), index);
}

}  // namespace guichet::feel
