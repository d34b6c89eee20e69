#include "adapters/app/case_operator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iostream>

#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/json/json.hpp"
#include "engine/results/meanwhile.hpp"

namespace guichet::app {
namespace {

using base::Message;

constexpr std::string_view kOperatorVerbs[] = {"due",    "move",      "correct", "incident",
                                               "assign", "hand-over", "reopen"};

std::expected<cases::Body, int> due_body(const bundle::Desk& desk, const Arguments& arguments,
                                         base::InstanceNumber n) {
  const std::string to = arguments.get("to");
  const auto moment = base::parse_local_time(to);
  if (!moment) {
    return std::unexpected(report(Message(messages::kBadMoment, {to}), arguments.language()));
  }
  // A day alone means the hour at which the desk's timers fall due.
  const bool day_alone = base::parse_day(to).has_value();
  const base::Instant due =
      day_alone ? desk.calendar->due(*base::parse_day(to), {base::Delay::Unit::days, 0},
                                     calendar::Roll::none)
                : desk.calendar->instant_of(*moment);
  return cases::ChangeDue{.n = n,
                          .name = arguments.at(2),
                          .state = arguments.get("state"),
                          .due_at = due,
                          .reason = arguments.get("reason")};
}

std::expected<cases::Body, int> incident_body(const Arguments& arguments) {
  const std::string text = arguments.at(2);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) {
    return std::unexpected(report(Message(messages::kBadNumber, {text}), arguments.language()));
  }
  return cases::SettleIncident{
      .incident = number, .retry = arguments.has("retry"), .reason = arguments.get("reason")};
}

}  // namespace

bool is_operator_verb(const std::string& verb) {
  return std::ranges::find(kOperatorVerbs, verb) != std::end(kOperatorVerbs);
}

bool is_complete(const Arguments& arguments) {
  const std::string& verb = arguments.at(0);
  if (verb == "correct" || verb == "reopen") return !arguments.at(1).empty();
  return !arguments.at(2).empty();
}

std::expected<cases::Body, int> operator_body(const bundle::Desk& desk, const Arguments& arguments,
                                              base::InstanceNumber n, cases::Fields fields) {
  const std::string& verb = arguments.at(0);
  const std::string reason = arguments.get("reason");
  if (verb == "due") return due_body(desk, arguments, n);
  if (verb == "incident") return incident_body(arguments);
  if (verb == "move") return cases::MoveInstance{n, arguments.at(2), reason};
  if (verb == "correct") return cases::CorrectFields{n, std::move(fields), reason};
  if (verb == "assign") return cases::AssignOwner{arguments.at(2), reason};
  if (verb == "hand-over") return cases::HandOver{n, arguments.at(2), reason};
  return cases::Reopen{n, std::move(fields)};
}

int list_meanwhile(desk::Desk& desk, const std::string& owner, const Arguments& arguments) {
  const auto since = base::parse_day(arguments.get("since"));
  if (!since) {
    return report(Message(messages::kBadDate, {arguments.get("since")}), arguments.language());
  }
  const calendar::Calendar& calendar = *desk.definition().calendar;
  std::vector<results::Happening> lines;
  desk.store().read([&](store::Reader& reader) {
    lines = results::all_meanwhile(reader, owner, calendar.instant_of(base::LocalTime(*since)));
  });
  for (const results::Happening& each : lines) {
    std::cout << results::to_json(each) << "\n";
  }
  return kDone;
}

}  // namespace guichet::app
