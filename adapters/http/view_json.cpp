#include "adapters/http/view_json.hpp"

#include <fmt/format.h>

#include "engine/cases/archive.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

std::string iso_or_empty(const std::optional<base::Instant>& at) {
  return at && *at != base::Instant::max() ? base::iso(*at) : "";
}
std::string iso_or_empty(base::Instant at) {
  return iso_or_empty(std::optional(at));
}

std::string_view type_name(vocabulary::FieldType type) {
  switch (type) {
    case vocabulary::FieldType::text:
      return "text";
    case vocabulary::FieldType::number:
      return "number";
    case vocabulary::FieldType::boolean:
      return "boolean";
    case vocabulary::FieldType::date:
      return "date";
    case vocabulary::FieldType::choice:
      return "choice";
    case vocabulary::FieldType::code:
      return "code";
    case vocabulary::FieldType::siret:
      return "siret";
    case vocabulary::FieldType::email:
      return "email";
    case vocabulary::FieldType::phone:
      return "phone";
    case vocabulary::FieldType::partner:
      return "partner";
    case vocabulary::FieldType::consent:
      break;
  }
  return "consent";
}

}  // namespace

// Found by the writer through their namespace.
template <typename A>
void members(A& a, DueView& v) {
  a("n", v.n)("what", v.what)("about", v.about)("by", v.by)("due_at", iso_or_empty(v.due_at))(
      "task", v.task)("task_id", v.task_id)("entry", v.entry)("overdue", v.overdue)("paused",
                                                                                    v.paused);
}
template <typename A>
void members(A& a, PartnerView::Why& v) {
  a("criterion", v.criterion)("value", v.value)("wanted", v.wanted);
}
template <typename A>
void members(A& a, PartnerView& v) {
  a("id", v.id)("name", v.name)("chosen", v.chosen)("article", v.article)("rule", v.rule)("failed",
                                                                                          v.failed);
}
template <typename A>
void members(A& a, FieldView& v) {
  a("id", v.id)("label", v.label)("value", v.value);
}
template <typename A>
void members(A& a, ReferralView& v) {
  a("n", v.n)("partner", v.partner)("name", v.partner_name)("state", v.state)("outcome", v.outcome)(
      "article", v.article)("since", iso_or_empty(v.since))("open", v.open);
}
template <typename A>
void members(A& a, NeedView& v) {
  a("n", v.n)("title", v.title)("theme", v.theme)("state", v.state)("outcome", v.outcome)(
      "lead", v.lead)("opened_at", iso_or_empty(v.opened_at))(
      "closed_at", iso_or_empty(v.closed_at))("accompanied", v.accompanied)("success", v.success)(
      "fields", v.fields)("partners", v.partners)("would_open", v.would_open)("referrals",
                                                                              v.referrals);
}
template <typename A>
void members(A& a, HistoryLine& v) {
  a("seq", v.seq)("at", iso_or_empty(v.at))("actor", v.actor)("about", v.about)("text", v.text)(
      "kind", v.kind);
}
template <typename A>
void members(A& a, LetterView& v) {
  a("key", v.key)("letter", v.letter)("to", v.to)("channel", v.channel)("subject", v.subject)(
      "status", v.status)("reason", v.reason)("made_at", iso_or_empty(v.made_at))(
      "leaves_at", iso_or_empty(v.leaves_at));
}
template <typename A>
void members(A& a, OfferView& v) {
  a("n", v.offer.n)("name", v.offer.name)("title", v.offer.title)("about", v.about)(
      "reply", v.offer.reply)("by", v.offer.by)("require", v.offer.require)(
      "missing", v.offer.missing)("accepts", v.offer.accepts)("allowed", v.offer.allowed)(
      "proposed", v.proposed);
}
template <typename A>
void members(A& a, IncidentView& v) {
  a("incident", v.incident)("code", v.code)("text", v.text)("at", iso_or_empty(v.at));
}
template <typename A>
void members(A& a, CaseView& v) {
  a("id", v.id)("rev", v.rev)("number", v.number)("person", v.person)("firm", v.firm)(
      "place", v.place)("owner", v.owner)("verdict", v.verdict)("request_state", v.request_state)(
      "opened_at", iso_or_empty(v.opened_at))("closed_at", iso_or_empty(v.closed_at))(
      "fields", v.fields)("needs", v.needs)("due", v.due)("offers", v.offers)("history", v.history)(
      "letters", v.letters)("agenda", v.agenda)("incidents", v.incidents);
}
template <typename A>
void members(A& a, PromiseView& v) {
  a("case", v.kase)("number", v.number)("person", v.person)("theme", v.theme)("what", v.what)(
      "by", v.by)("due_at", iso_or_empty(v.due_at))("task", v.task)("overdue", v.overdue)("today",
                                                                                          v.today);
}

namespace {

struct Rows {
  std::vector<store::CaseRow> cases;
  std::int64_t total = 0;
};
struct Promises {
  std::vector<PromiseView> promises;
};
template <typename A>
void members(A& a, Rows& v) {
  a("cases", v.cases)("total", v.total);
}
template <typename A>
void members(A& a, Promises& v) {
  a("promises", v.promises);
}

template <typename T>
std::string write(const T& value) {
  feel::Arena arena;
  return json::write(cases::Writer::write(value, arena));
}

}  // namespace
}  // namespace guichet::http

namespace guichet::store {

template <typename A>
void members(A& a, CaseRow& v) {
  const std::string opened = base::iso(v.opened_at);
  const std::string closed = v.closed_at ? base::iso(*v.closed_at) : "";
  a("id", v.id)("number", v.number)("person", v.person)("firm", v.firm)("commune", v.commune)(
      "owner", v.owner)("verdict", v.verdict)("themes", v.themes)("states", v.states)(
      "opened_at", opened)("closed_at", closed);
}

}  // namespace guichet::store

namespace guichet::http {

std::string to_json(const CaseView& view, base::Language) {
  return write(view);
}

std::string to_json(const std::vector<PromiseView>& promises) {
  return write(Promises{promises});
}

std::string to_json(const std::vector<store::CaseRow>& rows, std::size_t total) {
  return write(Rows{rows, static_cast<std::int64_t>(total)});
}

std::string problem_json(const base::Rejection& rejection, base::Language language) {
  std::string errors;
  for (const base::Message& reason : rejection.reasons) {
    errors += fmt::format(R"({}{{"code":{},"text":{}}})", errors.empty() ? "" : ",",
                          json::quote(reason.key()), json::quote(reason.in(language)));
  }
  const std::string title = rejection.reasons.empty() ? "" : rejection.reasons.front().in(language);
  return fmt::format(R"({{"type":"about:blank","title":{},"status":{},"errors":[{}]}})",
                     json::quote(title), rejection.status, errors);
}

std::string desk_json(const bundle::Desk& desk, base::Language) {
  std::string fields;
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    std::string values;
    for (const std::string& value : field.values) {
      values += (values.empty() ? "" : ",") + json::quote(value);
    }
    fields +=
        fmt::format(R"({}{{"id":{},"label":{},"type":"{}","many":{},"values":[{}],"in":{}}})",
                    fields.empty() ? "" : ",", json::quote(field.id), json::quote(field.label),
                    type_name(field.type), field.many, values, json::quote(field.referential));
  }
  return fmt::format(R"({{"name":{},"definition":"{}","fields":[{}]}})",
                     json::quote(desk.settings.name), desk.hash, fields);
}

}  // namespace guichet::http
