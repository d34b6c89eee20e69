#include "workflows/migrate/timer_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace guichet::migrate {
namespace {

std::string_view type_name(vocabulary::FieldType type) {
  // In the order of the enumeration.
  static constexpr std::string_view kNames[] = {"text",   "number",  "boolean", "date",
                                                "choice", "code",    "siret",   "email",
                                                "phone",  "partner", "consent"};
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace

std::string said(const model::TimerSpec& spec) {
  std::string text;
  if (spec.after) {
    const auto* delay = std::get_if<base::Delay>(&*spec.after);
    text = delay != nullptr ? to_text(*delay)
                            : "= " + std::get<feel::Expression>(*spec.after).source().text();
  } else if (!spec.at.empty()) {
    text = "= " + spec.at.source().text();
    if (spec.plus) text += " + " + to_text(*spec.plus);
  }
  if (spec.every) text += fmt::format("{}every {}", text.empty() ? "" : ", ", to_text(*spec.every));
  if (spec.times) text += fmt::format(", {} times", *spec.times);
  static constexpr std::string_view kAnchors[] = {"", " from first_entry", " from case_opened"};
  text += kAnchors[static_cast<std::size_t>(spec.anchor)];
  static constexpr std::string_view kRolls[] = {"", ", roll previous", ", roll none"};
  text += kRolls[static_cast<std::size_t>(spec.roll)];
  if (!spec.calendar.empty()) text += ", calendar " + spec.calendar;
  return text;
}

std::string type_text(const vocabulary::Field& field) {
  std::string text = field.many ? "list of " : "";
  text += type_name(field.type);
  if (!field.values.empty()) text += fmt::format(" [{}]", fmt::join(field.values, ", "));
  if (!field.referential.empty()) text += " in " + field.referential;
  if (!field.check.empty()) text += " check " + field.check.source().text();
  return text;
}

}  // namespace guichet::migrate
