// Elementary cells of a column for people: values that lie in them, and the words for them.
#include "rules/feel/number.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/index.hpp"

namespace guichet::tables {

namespace {

using feel::Kind;
using feel::Stored;
using feel::Value;

// Does the value lie between its neighbours? They may be missing.
bool lies_between(const Value& value, const Stored* low, const Stored* high) {
  const auto follows = [](const Value& a, const Value& b) { return feel::compare(a, b) > 0; };
  return (low == nullptr || follows(value, low->value())) &&
         (high == nullptr || follows(high->value(), value));
}

Value number_between(const Stored* low, const Stored* high, feel::Arena& arena) {
  if (low != nullptr && high != nullptr)
    return feel::divide(feel::add(low->value(), high->value(), arena), Value::integer(2), arena);
  if (low != nullptr) return feel::add(low->value(), Value::integer(1), arena);
  if (high != nullptr) return feel::subtract(high->value(), Value::integer(1), arena);
  return Value::integer(0);
}

Value day_between(const Stored* low, const Stored* high) {
  constexpr std::int64_t kSomeDay = 18'262;  // 2020-01-01
  if (low != nullptr) return feel::make_date_of_days(feel::days_of(low->value()) + 1);
  if (high != nullptr) return feel::make_date_of_days(feel::days_of(high->value()) - 1);
  return feel::make_date_of_days(kSomeDay);
}

// The end that is there and a little more, which sorts right after it.
Value text_between(const Stored* low, const Stored* high, feel::Arena& arena) {
  if (low == nullptr) return arena.string(high == nullptr ? "*" : "");
  const std::string text(low->value().text());
  for (const char* more : {"*", " ", "\x01"})
    if (const Value longer = arena.string(text + more); lies_between(longer, low, high))
      return longer;
  return {};
}

// A step after one end or before the other, the largest that stays between; or any value.
Value temporal_between(Kind kind, const Stored* low, const Stored* high) {
  if (low == nullptr && high == nullptr) {
    if (kind == Kind::time) return feel::make_time(feel::kSecondsPerDay / 2, 0, {});
    if (kind == Kind::date_time) return feel::make_date_time(0, 0, {});
    if (kind == Kind::days_duration) return feel::make_days_duration(feel::kSecondsPerDay, 0);
    return feel::make_months_duration(1);
  }
  std::vector<Value> steps{feel::make_months_duration(1)};
  if (kind != Kind::months_duration)
    steps = {feel::make_days_duration(feel::kSecondsPerDay, 0), feel::make_days_duration(3600, 0),
             feel::make_days_duration(1, 0), feel::make_days_duration(0, 1)};
  for (const Value& step : steps) {
    const Value value = low != nullptr ? feel::add_temporal(low->value(), step)
                                       : feel::subtract_temporal(high->value(), step);
    if (value.kind() == kind && lies_between(value, low, high)) return value;
  }
  return {};
}

// Where nothing is known of the values but their type.
std::optional<Stored> any_value_of(const feel::Type& type) {
  feel::Arena arena;
  if (type.is_any() || type.kind() == Kind::string) return Stored::string("*");
  if (type.kind() == Kind::list) return Stored(arena.list({}));
  if (type.kind() == Kind::context) return Stored(arena.context({}));
  if (type.kind() == Kind::number) return Stored::integer(0);
  if (type.kind() == Kind::date) return Stored(day_between(nullptr, nullptr));
  if (type.kind() == Kind::boolean) return Stored::boolean(false);
  if (feel::is_temporal(type.kind()))
    return Stored(temporal_between(type.kind(), nullptr, nullptr));
  return {};
}

}  // namespace

bool Column::may_be_inhabited(std::size_t elementary) const {
  const bool between = elementary % 2 == 0 && elementary > 0 && elementary + 1 < cell_sets_.size();
  if (kind_ == Kind::boolean) return elementary + 1 < cell_sets_.size() || points_.size() < 2;
  if (!between || !words_.empty()) return true;
  const Value& low = points_[elementary / 2 - 1].value();
  const Value& high = points_[elementary / 2].value();
  if (kind_ == Kind::date) return feel::days_of(low) + 1 < feel::days_of(high);
  if (kind_ == Kind::months_duration) return feel::months_of(low) + 1 < feel::months_of(high);
  return true;
}

std::optional<Stored> Column::example(std::size_t elementary, const feel::Type& type) const {
  if (!may_be_inhabited(elementary)) return {};
  if (kind_ == Kind::null) return any_value_of(type);
  if (kind_ == Kind::boolean) {
    if (elementary < points_.size()) return points_[elementary];
    return Stored::boolean(!points_.empty() && !points_[0].value().is_true());
  }
  if (!words_.empty()) {
    if (elementary < points_.size()) return points_[elementary];
    std::string other = "*";
    while (locate_text(other) != cell_sets_.back()) other += '*';
    return Stored::string(other);
  }
  if (elementary % 2 == 1) return points_[elementary / 2];
  const std::size_t above = elementary / 2;
  const Stored* low = above > 0 ? &points_[above - 1] : nullptr;
  const Stored* high = above < points_.size() ? &points_[above] : nullptr;
  feel::Arena arena;
  const Value value = kind_ == Kind::number   ? number_between(low, high, arena)
                      : kind_ == Kind::date   ? day_between(low, high)
                      : kind_ == Kind::string ? text_between(low, high, arena)
                                              : temporal_between(kind_, low, high);
  if (value.is_null() || !lies_between(value, low, high)) return {};
  return Stored(value);
}

std::string Column::describe(const std::vector<std::size_t>& elementary) const {
  const bool ordered = kind_ != Kind::null && words_.empty() && kind_ != Kind::boolean;
  std::string text;
  const auto append = [&](const std::string& test) { text += (text.empty() ? "" : ", ") + test; };
  const auto literal = [&](std::size_t point) { return feel::to_literal(points_[point].value()); };
  if (kind_ == Kind::null) return "-";
  if (!ordered && !elementary.empty() && elementary.back() == points_.size()) {
    std::vector<bool> inside(points_.size() + 1);
    for (const std::size_t cell : elementary) inside[cell] = true;
    for (std::size_t i = 0; i < points_.size(); ++i)
      if (!inside[i]) append(literal(i));
    return text.empty() ? "-" : "not(" + text + ")";
  }
  for (std::size_t i = 0; i < elementary.size(); ++i) {
    const std::size_t from = elementary[i];
    if (!ordered) {
      append(literal(from));
      continue;
    }
    while (i + 1 < elementary.size() && elementary[i + 1] == elementary[i] + 1) ++i;
    const std::size_t to = elementary[i];
    const bool from_point = from % 2 == 1, to_point = to % 2 == 1;
    const std::string low = from > 0 ? literal((from - 1) / 2) : "";
    const std::string high = to < 2 * points_.size() ? literal(to / 2) : "";
    if (from == to && from_point)
      append(low);
    else if (low.empty() || high.empty())
      append(!high.empty()  ? (to_point ? "<= " : "< ") + high
             : !low.empty() ? (from_point ? ">= " : "> ") + low
                            : "-");
    else
      append((from_point ? "[" : "(") + low + ".." + high + (to_point ? "]" : ")"));
  }
  return text;
}

}  // namespace guichet::tables
