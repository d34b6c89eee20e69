#include "rules/feel/value.hpp"

#include <cstring>

#include "rules/feel/number.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::feel {

Value Value::boolean(bool value) {
  return ValueAccess::make(Kind::boolean, value ? 1 : 0);
}
Value Value::integer(std::int64_t value) {
  return decimal(value, 0);
}
Value Value::date(base::Day day) {
  return ValueAccess::make(Kind::date, day.time_since_epoch().count());
}

std::string_view Value::text() const {
  return {reinterpret_cast<const char*>(payload_), aux_};
}

std::span<const Value> Value::items() const {
  return {reinterpret_cast<const Value*>(payload_), aux_};
}

std::span<const Entry> Value::entries() const {
  return {reinterpret_cast<const Entry*>(payload_), aux_};
}

const Value* Value::member(std::string_view name) const {
  for (const Entry& entry : entries())
    if (entry.name == name) return &entry.value;
  return nullptr;
}

std::optional<std::int64_t> Value::as_integer() const {
  return is_whole(*this) ? truncated(*this) : std::nullopt;
}

double Value::as_double() const {
  return to_double(*this);
}

std::optional<base::Day> Value::as_day() const {
  const auto days = base::Day(std::chrono::days(payload_));
  constexpr std::int64_t kMost = 11'900'000;  // year 32,500
  if (payload_ < -kMost || payload_ > kMost) return std::nullopt;
  return days;
}

constexpr std::size_t kStoredBytes = 64;  // most stored values are a word

Stored::Stored(const Value& value) {
  switch (value.kind()) {
    case Kind::boolean:
    case Kind::date:
    case Kind::time:
    case Kind::date_time:
    case Kind::days_duration:
    case Kind::months_duration:
      value_ = value;
      return;
    case Kind::null:
      return;  // its note belongs to the evaluation
    case Kind::number:
      if (!(ValueAccess::flags(value) & kWide)) {
        value_ = value;
        return;
      }
      [[fallthrough]];
    default: {
      auto arena = std::make_shared<Arena>(kStoredBytes);
      value_ = arena->copy(value);
      arena_ = std::move(arena);
    }
  }
}

Stored Stored::string(std::string_view text) {
  Stored stored;
  auto arena = std::make_shared<Arena>(kStoredBytes);
  stored.value_ = arena->string(text);
  stored.arena_ = std::move(arena);
  return stored;
}

bool Stored::operator==(const Stored& other) const {
  return equal(value_, other.value_);
}

}  // namespace guichet::feel
