#include "adapters/app/case_people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iostream>

#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/desk/duplicates.hpp"
#include "engine/json/json.hpp"

namespace guichet::app {
namespace {

using base::Message;

constexpr std::string_view kPeopleVerbs[] = {"consent", "requalify", "open-need", "undo",
                                             "recall",  "merge",     "unmerge"};

// "cma-46,cci-46"
std::vector<std::string> ids_in(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    if (comma > at) out.push_back(text.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}

std::expected<cases::Body, int> undo_body(const Arguments& arguments) {
  const std::string text = arguments.at(2);
  if (text.empty()) return cases::Undo{};
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) {
    return std::unexpected(report(Message(messages::kBadNumber, {text}), arguments.language()));
  }
  return cases::Undo{number};
}

}  // namespace

bool is_people_verb(const std::string& verb) {
  return std::ranges::find(kPeopleVerbs, verb) != std::end(kPeopleVerbs);
}

bool is_people_complete(const Arguments& arguments) {
  const std::string& verb = arguments.at(0);
  if (verb == "undo" || verb == "unmerge") return !arguments.at(1).empty();
  return !arguments.at(2).empty();
}

std::expected<std::optional<base::Day>, int> said_on(const Arguments& arguments) {
  if (!arguments.has("said-on")) return std::nullopt;
  const std::string text = arguments.get("said-on");
  if (const auto day = base::parse_day(text)) return day;
  return std::unexpected(report(Message(messages::kBadDate, {text}), arguments.language()));
}

std::expected<cases::Body, int> people_body(const Arguments& arguments, base::InstanceNumber n,
                                            cases::Fields fields,
                                            std::optional<base::CaseId> other) {
  const std::string& verb = arguments.at(0);
  const std::string& what = arguments.at(2);
  const auto day = said_on(arguments);
  if (!day) return std::unexpected(day.error());
  const std::string channel = arguments.get("said-by");
  if (verb == "consent") {
    return cases::Consent{what, ids_in(arguments.get("for")), channel, *day, {}};
  }
  if (verb == "requalify") return cases::Requalify{n, what, ids_in(arguments.get("keep"))};
  if (verb == "open-need") return cases::OpenNeed{what, std::move(fields), channel, *day};
  if (verb == "undo") return undo_body(arguments);
  if (verb == "recall") return cases::RecallLetter{what};
  if (verb == "unmerge") return cases::Unmerge{};
  if (other) return cases::Merge{*other};
  return std::unexpected(report(Message(messages::kNoSuchCase, {what}), arguments.language()));
}

int list_duplicates(desk::Desk& desk, base::CaseId id) {
  std::vector<desk::Duplicate> found;
  desk.store().read(
      [&](store::Reader& reader) { found = desk::find_duplicates(reader, desk.definition(), id); });
  for (const desk::Duplicate& each : found) {
    std::cout << fmt::format(R"({{"case":{},"number":{},"person":{},"firm":{},"same_siret":{}}})",
                             each.kase.value, json::quote(each.number), json::quote(each.person),
                             json::quote(each.firm), each.same_siret)
              << "\n";
  }
  return kDone;
}

}  // namespace guichet::app
