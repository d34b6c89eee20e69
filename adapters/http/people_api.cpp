#include "adapters/http/people_api.hpp"

#include <fmt/format.h>

#include "adapters/http/site_messages.hpp"
#include "adapters/http/view_json.hpp"
#include "engine/desk/duplicates.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using base::Message;
using base::Rejection;

std::string text_in(const feel::Stored& body, std::string_view name) {
  const feel::Value* value = body.value().member(name);
  const bool is_text = value != nullptr && value->kind() == feel::Kind::string;
  return is_text ? std::string(value->text()) : "";
}

std::optional<std::int64_t> number_in(const feel::Stored& body, std::string_view name) {
  const feel::Value* value = body.value().member(name);
  if (value == nullptr || value->kind() != feel::Kind::number) return {};
  return value->as_integer();
}

std::vector<std::string> texts_in(const feel::Stored& body, std::string_view name) {
  std::vector<std::string> out;
  const feel::Value* value = body.value().member(name);
  if (value == nullptr || value->kind() != feel::Kind::list) return out;
  for (const feel::Value& item : value->items()) out.push_back(to_text(item));
  return out;
}

// A case by its number or its id.
std::optional<base::CaseId> case_in(const Site& site, const feel::Stored& body) {
  if (const auto id = number_in(body, "into")) return base::CaseId{*id};
  std::optional<base::CaseId> found;
  site.desk.store().read(
      [&](store::Reader& reader) { found = reader.find_number(text_in(body, "into")); });
  return found;
}

}  // namespace

std::expected<std::optional<base::Day>, Rejection> said_on(const feel::Stored& body) {
  const std::string text = text_in(body, "said_on");
  if (text.empty()) return std::nullopt;
  if (const auto day = base::parse_day(text)) return day;
  return std::unexpected(Rejection{422, {Message(messages::kBadClock, {text})}});
}

std::expected<cases::Body, Rejection> people_body(const Site& site, const std::string& name,
                                                  const feel::Stored& body, cases::Fields with) {
  const base::InstanceNumber n{static_cast<std::int32_t>(number_in(body, "n").value_or(1))};
  const auto day = said_on(body);
  if (!day) return std::unexpected(day.error());
  const std::string channel = text_in(body, "channel");
  if (name == "consent") {
    return cases::Consent{text_in(body, "state"), texts_in(body, "for"), channel, *day,
                          text_in(body, "field")};
  }
  if (name == "requalify") {
    return cases::Requalify{n, text_in(body, "theme"), texts_in(body, "keep")};
  }
  if (name == "open-need") {
    return cases::OpenNeed{text_in(body, "theme"), std::move(with), channel, *day};
  }
  if (name == "undo") return cases::Undo{number_in(body, "act")};
  if (name == "recall") return cases::RecallLetter{text_in(body, "letter")};
  if (name == "unmerge") return cases::Unmerge{};
  if (name == "merge") {
    if (const auto into = case_in(site, body)) return cases::Merge{*into};
    return std::unexpected(Rejection{404, {Message(messages::kNoCase, {text_in(body, "into")})}});
  }
  return std::unexpected(Rejection{404, {Message(messages::kNoSuchAct, {name})}});
}

Response duplicates(Site& site, base::CaseId id) {
  std::string out;
  site.desk.store().read([&](store::Reader& reader) {
    for (const desk::Duplicate& each : desk::find_duplicates(reader, site.desk.definition(), id)) {
      out += fmt::format(R"({}{{"case":{},"number":{},"person":{},"firm":{},"same_siret":{}}})",
                         out.empty() ? "" : ",", each.kase.value, json::quote(each.number),
                         json::quote(each.person), json::quote(each.firm), each.same_siret);
    }
  });
  return json_response(200, "[" + out + "]");
}

}  // namespace guichet::http
