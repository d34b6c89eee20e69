// The members of views, named once: the writer of JSON and the writer of schemas both read them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/papers/paper_members.hpp"
#include "adapters/http/work/agenda_view.hpp"
#include "engine/cases/archive.hpp"

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

inline std::string iso_or_empty(const std::optional<base::Instant>& at) {
  return at && *at != base::Instant::max() ? base::iso(*at) : "";
}
inline std::string iso_or_empty(base::Instant at) {
  return iso_or_empty(std::optional(at));
}

// Found by the writers through their namespace.
template <typename A>
void members(A& a, DueView& v) {
  a("n", v.n)("what", v.what)("about", v.about)("by", v.by)("due_at", iso_or_empty(v.due_at))(
      "task", v.task)("task_id", v.task_id)("timer", v.timer)("state", v.state)("entry", v.entry)(
      "overdue", v.overdue)("paused", v.paused);
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
      "proposed", v.proposed)("suggested", v.suggested);
}
template <typename A>
void members(A& a, IncidentView& v) {
  a("incident", v.incident)("code", v.code)("text", v.text)("at", iso_or_empty(v.at));
}
template <typename A>
void members(A& a, UndoView& v) {
  a("act", v.act)("title", v.title)("actor", v.actor)("at", iso_or_empty(v.at))(
      "changes", v.changes)("called_back", v.called_back)("left", v.left);
}
template <typename A>
void members(A& a, ConsentView::Said& v) {
  a("partner", v.partner)("name", v.name)("state", v.state);
}
template <typename A>
void members(A& a, ConsentView& v) {
  a("field", v.field)("others", v.others)("partners", v.partners);
}
template <typename A>
void members(A& a, OtherCaseView& v) {
  a("id", v.id)("number", v.number);
}
template <typename A>
void members(A& a, CaseView& v) {
  a("id", v.id)("rev", v.rev)("number", v.number)("person", v.person)("firm", v.firm)(
      "place", v.place)("owner", v.owner)("verdict", v.verdict)("request_state", v.request_state)(
      "opened_at", iso_or_empty(v.opened_at))("closed_at", iso_or_empty(v.closed_at))(
      "fields", v.fields)("needs", v.needs)("due", v.due)("offers", v.offers)("history", v.history)(
      "letters", v.letters)("agenda", v.agenda)("incidents", v.incidents)("undo", v.undo)(
      "consent", v.consent)("merged_into", v.merged_into)("joined", v.joined)("apart", v.apart)(
      "notes", v.notes)("documents", v.documents)("suggestions", v.suggestions);
}
template <typename A>
void members(A& a, PromiseView& v) {
  a("case", v.kase)("number", v.number)("person", v.person)("theme", v.theme)("what", v.what)(
      "by", v.by)("due_at", iso_or_empty(v.due_at))("task", v.task)("overdue", v.overdue)("today",
                                                                                          v.today);
}
template <typename A>
void members(A& a, AgendaView& v) {
  a("case", v.kase)("n", v.n)("number", v.number)("person", v.person)("need", v.title)(
      "kind", v.kind)("reasons", v.reasons);
}

struct Rows {
  std::vector<store::CaseRow> cases;
  std::int64_t first = 0, most = 0, total = 0;
};
struct Promises {
  std::vector<PromiseView> promises;
};
struct Agenda {
  std::vector<AgendaView> lines;
  std::int64_t first = 0, most = 0, total = 0;
};
template <typename A>
void members(A& a, Rows& v) {
  a("cases", v.cases)("first", v.first)("most", v.most)("total", v.total);
}
template <typename A>
void members(A& a, Promises& v) {
  a("promises", v.promises);
}
template <typename A>
void members(A& a, Agenda& v) {
  a("lines", v.lines)("first", v.first)("most", v.most)("total", v.total);
}

}  // namespace guichet::http
