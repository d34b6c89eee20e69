// What a desk says of its own results: `guichet: results/1`. A desk may do without.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::bundle {

// The figures that a desk may name, define and aim at.
inline constexpr std::array<std::string_view, 15> kMeasures{
    "requests", "cases",    "firms",   "holders", "needs",  "accompanied", "completed", "asked",
    "accepted", "declined", "in_time", "late",    "silent", "withdrawn",   "waiting"};

struct Measure {
  std::string title, definition;            // empty: the product's own words
  std::optional<std::int64_t> least, most;  // aimed at in a year
};

// A level of the places' hierarchy to which those with few requests are rolled up.
struct WiderPlace {
  std::string level;  // of the referential
  std::string name;   // its column that says what people call one; empty: the level's own
  std::string title;  // "communauté de communes"
};

// A question that is put to people by a letter, and whose answers are counted.
struct Survey {
  std::string field;              // of needs: a choice
  std::string letter;             // that asks
  std::string title, definition;  // empty: the field's label, the product's own words
};

struct ResultSettings {
  std::string title, introduction;
  std::int64_t hide_below = 5;
  std::map<std::string, Measure, std::less<>> measures;
  std::vector<WiderPlace> roll_up;  // the narrowest first
  std::vector<Survey> surveys;
};

}  // namespace guichet::bundle
