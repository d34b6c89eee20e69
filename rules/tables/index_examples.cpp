// Values that lie in a column's elementary cells, for witnesses of proofs.
#include "rules/feel/number.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/index.hpp"

namespace guichet::tables {

namespace {

using feel::Kind;
using feel::Stored;
using feel::Value;

// A number or day between two, or beside one where the other is missing.
std::optional<Stored> number_between(const Stored* low, const Stored* high) {
  feel::Arena arena;
  if (low != nullptr && high != nullptr)
    return Stored(
        feel::divide(feel::add(low->value(), high->value(), arena), Value::integer(2), arena));
  if (low != nullptr) return Stored(feel::add(low->value(), Value::integer(1), arena));
  if (high != nullptr) return Stored(feel::subtract(high->value(), Value::integer(1), arena));
  return Stored(Value::integer(0));
}

std::optional<Stored> day_between(const Stored* low, const Stored* high) {
  constexpr std::int64_t kSomeDay = 18'262;  // 2020-01-01
  std::int64_t day = kSomeDay;
  if (low != nullptr)
    day = feel::days_of(low->value()) + 1;
  else if (high != nullptr)
    day = feel::days_of(high->value()) - 1;
  return Stored(feel::make_date_of_days(day));
}

// A step after one end, before the other, or any value; nothing where that leaves the cell.
std::optional<Stored> temporal_between(Kind kind, const Stored* low, const Stored* high) {
  const Value step = kind == Kind::months_duration ? feel::make_months_duration(1)
                                                   : feel::make_days_duration(1, 0);
  Value value;
  if (low != nullptr)
    value = feel::add_temporal(low->value(), step);
  else if (high != nullptr)
    value = feel::subtract_temporal(high->value(), step);
  else if (kind == Kind::time)
    value = feel::make_time(feel::kSecondsPerDay / 2, 0, {});
  else if (kind == Kind::date_time)
    value = feel::make_date_time(0, 0, {});
  else
    value = step;
  const auto follows = [](const Value& a, const Value& b) { return feel::compare(a, b) > 0; };
  if (value.kind() != kind || (low != nullptr && !follows(value, low->value())) ||
      (high != nullptr && !follows(high->value(), value)))
    return {};
  return Stored(value);
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

std::optional<Stored> Column::example(std::size_t elementary) const {
  if (!may_be_inhabited(elementary)) return {};
  if (kind_ == Kind::null) return Stored::string("*");  // one cell: any value does
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
  if (kind_ == Kind::number) return number_between(low, high);
  if (kind_ == Kind::date) return day_between(low, high);
  if (kind_ == Kind::string) return {};
  return temporal_between(kind_, low, high);
}

}  // namespace guichet::tables
