// Equality and order of values.
#include "rules/feel/number.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/feel/value.hpp"

namespace guichet::feel {
namespace {

bool equal_lists(std::span<const Value> a, std::span<const Value> b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!equal(a[i], b[i])) return false;
  return true;
}

// Contexts of more entries than this are put in order before they are compared.
constexpr std::size_t kManyEntries = 16;

std::vector<const Entry*> by_name(std::span<const Entry> entries) {
  std::vector<const Entry*> sorted;
  sorted.reserve(entries.size());
  for (const Entry& entry : entries) sorted.push_back(&entry);
  std::sort(sorted.begin(), sorted.end(),
            [](const Entry* a, const Entry* b) { return a->name < b->name; });
  return sorted;
}

bool equal_contexts(const Value& a, const Value& b) {
  const std::span<const Entry> left = a.entries(), right = b.entries();
  if (left.size() != right.size()) return false;
  std::size_t same = 0;  // entries that stand in the same order
  for (; same < left.size() && left[same].name == right[same].name; ++same)
    if (!equal(left[same].value, right[same].value)) return false;
  if (same == left.size()) return true;
  if (left.size() <= kManyEntries) {
    return std::all_of(left.begin(), left.end(), [&](const Entry& entry) {
      const Value* other = b.member(entry.name);
      return other != nullptr && equal(entry.value, *other);
    });
  }
  const auto first = by_name(left), second = by_name(right);
  for (std::size_t i = 0; i < first.size(); ++i)
    if (first[i]->name != second[i]->name || !equal(first[i]->value, second[i]->value))
      return false;
  return true;
}

bool equal_ranges(const Range& a, const Range& b) {
  return a.form == b.form && a.low_closed == b.low_closed && a.high_closed == b.high_closed &&
         equal(a.low, b.low) && equal(a.high, b.high);
}

// The same text with the same values around it.
bool equal_functions(const Function& a, const Function& b) {
  return a.builtin == b.builtin && a.owner == b.owner && a.index == b.index &&
         a.native == b.native &&
         equal_lists({a.captured, a.captured_count}, {b.captured, b.captured_count});
}

}  // namespace

bool equal(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::null:
      return true;
    case Kind::boolean:
      return a.is_true() == b.is_true();
    case Kind::number:
      return compare_numbers(a, b) == 0;
    case Kind::string:
      return a.text() == b.text();
    case Kind::list:
      return equal_lists(a.items(), b.items());
    case Kind::context:
      return equal_contexts(a, b);
    case Kind::range:
      return equal_ranges(*ValueAccess::target<Range>(a), *ValueAccess::target<Range>(b));
    case Kind::function:
      return equal_functions(*ValueAccess::target<Function>(a), *ValueAccess::target<Function>(b));
    default:
      return compare_temporal(a, b) == 0;
  }
}

std::optional<int> compare(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return std::nullopt;
  if (a.kind() == Kind::number) return compare_numbers(a, b);
  if (a.kind() == Kind::string) {
    const int order = a.text().compare(b.text());  // UTF-8 keeps the order of code points
    return order < 0 ? -1 : order > 0 ? 1 : 0;
  }
  return compare_temporal(a, b);
}

}  // namespace guichet::feel
