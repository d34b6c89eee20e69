// The members of a partner's views, as JSON and schemas write them.
#pragma once

#include "adapters/http/api/view_members.hpp"
#include "adapters/http/partner/commitments_view.hpp"
#include "adapters/http/partner/inbox_view.hpp"

namespace guichet::http {

template <typename A>
void members(A& a, InboxLine& v) {
  a("case", v.kase)("n", v.n)("number", v.number)("subject", v.subject)("person", v.person)(
      "place", v.place)("article", v.article)("state", v.state)("outcome", v.outcome)(
      "since", iso_or_empty(v.since))("ended", iso_or_empty(v.ended))("what", v.what)(
      "due", iso_or_empty(v.due))("overdue", v.overdue);
}
template <typename A>
void members(A& a, InboxView& v) {
  const auto count = [&](InboxList list) {
    const auto at = static_cast<std::size_t>(list);
    return static_cast<std::int64_t>(at < v.counts.size() ? v.counts[at] : 0);
  };
  a("partner", v.partner)("name", v.name)("waiting", count(InboxList::waiting))(
      "questions", count(InboxList::questions))("under_way", count(InboxList::under_way))(
      "ended", count(InboxList::ended))("lines", v.lines);
}
struct Inbox {
  std::vector<InboxView> institutions;
};
template <typename A>
void members(A& a, Inbox& v) {
  a("institutions", v.institutions);
}

template <typename A>
void members(A& a, KeptView& v) {
  a("month", v.month)("asked", v.asked)("accepted", v.accepted)("declined", v.declined)(
      "in_time", v.in_time)("late", v.late)("silent", v.silent)("withdrawn", v.withdrawn)(
      "waiting", v.waiting)("overdue", v.overdue)("contact_in_time", v.contact_in_time)(
      "contact_late", v.contact_late)("contact_waiting", v.contact_waiting)("median_days",
                                                                            v.median);
}
template <typename A>
void members(A& a, PromisedView& v) {
  a("convention", v.convention)("article", v.article)("title", v.title)(
      "answer_within", v.answer_within)("first_contact_within", v.first_contact_within)("scopes",
                                                                                        v.scopes);
}
template <typename A>
void members(A& a, QuotaView& v) {
  a("quota", v.id)("period", v.period)("max", v.max)("used", v.used);
}
template <typename A>
void members(A& a, CommitmentsView& v) {
  a("partner", v.partner)("name", v.name)("first", v.first)("last", v.last)("promised", v.promised)(
      "quotas", v.quotas)("total", v.total)("months", v.months);
}

}  // namespace guichet::http
