#include "adapters/http/operator_api.hpp"

#include <fmt/format.h>

#include "adapters/http/site_messages.hpp"
#include "adapters/http/view_json.hpp"
#include "engine/json/json.hpp"
#include "engine/results/meanwhile.hpp"
#include "engine/results/notices.hpp"

namespace guichet::http {
namespace {

using base::Message;
using base::Rejection;

class Given {
 public:
  explicit Given(const feel::Stored& body) : body_(body) {}

  std::string text(std::string_view name) const {
    const feel::Value* value = body_.value().member(name);
    const bool is_text = value != nullptr && value->kind() == feel::Kind::string;
    return is_text ? std::string(value->text()) : "";
  }
  std::int64_t number(std::string_view name, std::int64_t otherwise) const {
    const feel::Value* value = body_.value().member(name);
    const bool is_number = value != nullptr && value->kind() == feel::Kind::number;
    return is_number ? value->as_integer().value_or(otherwise) : otherwise;
  }
  bool flag(std::string_view name) const {
    const feel::Value* value = body_.value().member(name);
    return value != nullptr && value->is_true();
  }

 private:
  const feel::Stored& body_;
};

Response problem(const Rejection& rejection, base::Language language) {
  Response response = json_response(rejection.status, problem_json(rejection, language));
  response.headers.set("Content-Type", "application/problem+json");
  return response;
}

std::expected<base::Instant, Rejection> moment(const Site& site, const std::string& text) {
  const calendar::Calendar& calendar = *site.desk.definition().calendar;
  if (const auto day = base::parse_day(text)) {
    return calendar.due(*day, {base::Delay::Unit::days, 0}, calendar::Roll::none);
  }
  if (const auto local = base::parse_local_time(text)) return calendar.instant_of(*local);
  return std::unexpected(Rejection{422, {Message(messages::kBadClock, {text})}});
}

}  // namespace

std::expected<cases::Body, Rejection> operator_body(const Site& site, const std::string& name,
                                                    const feel::Stored& body, cases::Fields with) {
  const Given given(body);
  const base::InstanceNumber n{static_cast<std::int32_t>(given.number("n", 1))};
  const std::string reason = given.text("reason");
  if (name == "move") return cases::MoveInstance{n, given.text("state"), reason};
  if (name == "correct") return cases::CorrectFields{n, std::move(with), reason};
  if (name == "assign") return cases::AssignOwner{given.text("owner"), reason};
  if (name == "hand-over") return cases::HandOver{n, given.text("adviser"), reason};
  if (name == "reopen") return cases::Reopen{n, std::move(with)};
  if (name == "incident") {
    return cases::SettleIncident{given.number("incident", 0), given.flag("retry"), reason};
  }
  if (name != "due") {
    return std::unexpected(Rejection{404, {Message(messages::kNoOperatorAct, {name})}});
  }
  const auto due = moment(site, given.text("to"));
  if (!due) return std::unexpected(due.error());
  return cases::ChangeDue{n, given.text("timer"), given.text("state"), *due, reason};
}

Response happenings(Site& site, const std::string& who, const std::string& since,
                    base::Language language) {
  const bundle::Desk& desk = site.desk.definition();
  const base::Day today = desk.calendar->local_day(site.desk.clock().now());
  if (desk.member(who) == nullptr) {
    return problem({404, {Message(messages::kNoMember, {who})}}, language);
  }
  const auto from =
      since.empty() ? results::last_absence(desk, who, today) : base::parse_day(since);
  if (!from) return problem({422, {Message(messages::kBadSince, {since})}}, language);
  std::vector<results::Happening> all;
  site.desk.store().read([&](store::Reader& reader) {
    all = results::meanwhile(reader, who, desk.calendar->instant_of(base::LocalTime(*from)));
  });
  std::string lines;
  for (const results::Happening& each : all) {
    lines += (lines.empty() ? "" : ",") + results::to_json(each);
  }
  return json_response(200, fmt::format(R"({{"who":{},"since":"{}","happenings":[{}]}})",
                                        json::quote(who), base::iso(*from), lines));
}

Response desk_notices(Site& site, base::Language language) {
  const bundle::Desk& desk = site.desk.definition();
  std::string lines;
  for (const results::Notice& each :
       results::notices(desk, desk.calendar->local_day(site.desk.clock().now()))) {
    lines += fmt::format(R"({}{{"on":"{}","about":{},"text":{}}})", lines.empty() ? "" : ",",
                         base::iso(each.on), json::quote(each.about),
                         json::quote(each.text.in(language)));
  }
  return json_response(200, fmt::format(R"({{"notices":[{}]}})", lines));
}

}  // namespace guichet::http
