// Built-in functions of points and ranges (Allen's relations), and range() from text.
#include "rules/feel/literal.hpp"
#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

// A point is a range of one value, closed at both ends.
struct Span {
  Value low, high;
  bool low_closed = true, high_closed = true;
  bool point = true;
};

Span span_of(const Value& value) {
  if (value.kind() != Kind::range) return {value, value};
  const Range& range = *ValueAccess::target<Range>(value);
  return {range.low, range.high, range.low_closed, range.high_closed, false};
}

// The order of two ends; nothing where they have none. An open end has no value.
std::optional<int> order(const Value& a, const Value& b) {
  return compare(a, b);
}

Value no_order(Call& call) {
  return call.fail(reasons::kValuesWithoutOrder);
}

// Applies a relation of two spans where all their ends can be compared.
template <typename Relation>
Value related(Call& call, Relation relation) {
  const Span a = span_of(call[0]);
  const Span b = span_of(call[1]);
  for (const Value* left : {&a.low, &a.high})
    for (const Value* right : {&b.low, &b.high})
      if (!order(*left, *right)) return no_order(call);
  return Value::boolean(relation(a, b));
}

int ends(const Value& a, const Value& b) {
  return compare(a, b).value_or(0);
}

bool is_before(const Span& a, const Span& b) {
  const int gap = ends(a.high, b.low);
  return gap < 0 || (gap == 0 && !(a.high_closed && b.low_closed));
}

bool is_meeting(const Span& a, const Span& b) {
  return a.high_closed && b.low_closed && ends(a.high, b.low) == 0;
}

bool is_overlapping(const Span& a, const Span& b) {
  return !is_before(a, b) && !is_before(b, a);
}

// Does a begin before b, or with it but taking in the end that b leaves out?
bool begins_no_later(const Span& a, const Span& b) {
  const int start = ends(a.low, b.low);
  return start < 0 || (start == 0 && (a.low_closed || !b.low_closed));
}

bool ends_no_earlier(const Span& a, const Span& b) {
  const int end = ends(a.high, b.high);
  return end > 0 || (end == 0 && (a.high_closed || !b.high_closed));
}

bool is_including(const Span& a, const Span& b) {
  return begins_no_later(a, b) && ends_no_earlier(a, b);
}

bool is_overlapping_before(const Span& a, const Span& b) {
  const int start = ends(a.low, b.low);
  const bool first = start < 0 || (start == 0 && a.low_closed && !b.low_closed);
  const int reach = ends(a.high, b.low);
  const bool touches = reach > 0 || (reach == 0 && a.high_closed && b.low_closed);
  const int end = ends(a.high, b.high);
  const bool shorter = end < 0 || (end == 0 && (!a.high_closed || b.high_closed));
  return first && touches && shorter;
}

bool is_overlapping_after(const Span& a, const Span& b) {
  const int start = ends(b.low, a.low);
  const bool later = start < 0 || (start == 0 && b.low_closed && !a.low_closed);
  const int reach = ends(b.high, a.low);
  const bool touches = reach > 0 || (reach == 0 && b.high_closed && a.low_closed);
  const int end = ends(b.high, a.high);
  const bool longer = end < 0 || (end == 0 && (!b.high_closed || a.high_closed));
  return later && touches && longer;
}

bool is_finishing(const Span& a, const Span& b) {
  if (ends(a.high, b.high) != 0) return false;
  if (a.point) return b.high_closed;
  return a.high_closed == b.high_closed && begins_no_later(b, a);
}

bool is_starting(const Span& a, const Span& b) {
  if (ends(a.low, b.low) != 0) return false;
  if (a.point) return b.low_closed;
  return a.low_closed == b.low_closed && ends_no_earlier(b, a);
}

bool is_coinciding(const Span& a, const Span& b) {
  return ends(a.low, b.low) == 0 && ends(a.high, b.high) == 0 && a.low_closed == b.low_closed &&
         a.high_closed == b.high_closed;
}

Value before(Call& call) {
  return related(call, is_before);
}
Value meets(Call& call) {
  return related(call, is_meeting);
}
Value overlaps(Call& call) {
  return related(call, is_overlapping);
}
Value overlaps_before(Call& call) {
  return related(call, is_overlapping_before);
}
Value overlaps_after(Call& call) {
  return related(call, is_overlapping_after);
}
Value finishes(Call& call) {
  return related(call, is_finishing);
}
Value includes(Call& call) {
  return related(call, is_including);
}
Value starts(Call& call) {
  return related(call, is_starting);
}
Value coincides(Call& call) {
  return related(call, is_coinciding);
}

template <bool (*relation)(const Span&, const Span&)>
Value swapped(Call& call) {
  return related(call, [](const Span& a, const Span& b) { return relation(b, a); });
}

std::string_view without_outer_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// The text of a range whose ends are literals: "[1..10]", "(@\"2024-01-01\"..)".
Value range(Call& call) {
  const std::string text(without_outer_blanks(call.text(0)));
  const bool low_open = text.starts_with('(') || text.starts_with(']');
  const bool high_open = text.ends_with(')') || text.ends_with('[');
  const std::size_t dots = text.find("..");
  const bool shaped = text.size() > 4 && dots != std::string::npos &&
                      (low_open || text.starts_with('[')) && (high_open || text.ends_with(']'));
  if (!shaped) return call.fail(reasons::kMalformedRange);
  Range result{};
  const std::string parts[] = {text.substr(1, dots - 1),
                               text.substr(dots + 2, text.size() - dots - 3)};
  Value* bounds[] = {&result.low, &result.high};
  for (std::size_t i = 0; i < 2; ++i) {
    if (parts[i].find_first_not_of(' ') == std::string::npos) continue;  // unbounded
    *bounds[i] = read_literal(parts[i], call.arena);
    if (bounds[i]->is_null()) return call.fail(reasons::kMalformedEnd);
    if (!compare(*bounds[i], *bounds[i])) return no_order(call);
  }
  const bool half = result.low.is_null() != result.high.is_null();
  if (!half && (result.low.is_null() || compare(result.low, result.high).value_or(1) > 0))
    return call.fail(reasons::kEndsNotInOrder);
  if ((result.low.is_null() && !low_open) || (result.high.is_null() && !high_open))
    return call.fail(reasons::kMissingEndClosed);
  result.low_closed = !low_open;
  result.high_closed = !high_open;
  return make_range(result, call.arena);
}

constexpr BuiltinRow kRangeFunctions[] = {
    {"before", "point1: value, point2: value", Want::boolean, before},
    {"before", "point: value, range: range", Want::boolean, before},
    {"before", "range: range, point: value", Want::boolean, before},
    {"before", "range1: range, range2: range", Want::boolean, before},
    {"after", "point1: value, point2: value", Want::boolean, swapped<is_before>},
    {"after", "point: value, range: range", Want::boolean, swapped<is_before>},
    {"after", "range: range, point: value", Want::boolean, swapped<is_before>},
    {"after", "range1: range, range2: range", Want::boolean, swapped<is_before>},
    {"meets", "range1: range, range2: range", Want::boolean, meets},
    {"met by", "range1: range, range2: range", Want::boolean, swapped<is_meeting>},
    {"overlaps", "range1: range, range2: range", Want::boolean, overlaps},
    {"overlaps before", "range1: range, range2: range", Want::boolean, overlaps_before},
    {"overlaps after", "range1: range, range2: range", Want::boolean, overlaps_after},
    {"finishes", "range1: range, range2: range", Want::boolean, finishes},
    {"finishes", "point: value, range: range", Want::boolean, finishes},
    {"finished by", "range1: range, range2: range", Want::boolean, swapped<is_finishing>},
    {"finished by", "range: range, point: value", Want::boolean, swapped<is_finishing>},
    {"includes", "range1: range, range2: range", Want::boolean, includes},
    {"includes", "range: range, point: value", Want::boolean, includes},
    {"during", "range1: range, range2: range", Want::boolean, swapped<is_including>},
    {"during", "point: value, range: range", Want::boolean, swapped<is_including>},
    {"starts", "range1: range, range2: range", Want::boolean, starts},
    {"starts", "point: value, range: range", Want::boolean, starts},
    {"started by", "range1: range, range2: range", Want::boolean, swapped<is_starting>},
    {"started by", "range: range, point: value", Want::boolean, swapped<is_starting>},
    {"coincides", "point1: value, point2: value", Want::boolean, coincides},
    {"coincides", "range1: range, range2: range", Want::boolean, coincides},
    {"range", "from: string", Want::range, range},
};

}  // namespace

std::span<const BuiltinRow> range_functions() {
  return kRangeFunctions;
}

}  // namespace guichet::feel
