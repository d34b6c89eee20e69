#include "engine/results/answer_times.hpp"

#include <algorithm>

namespace guichet::results {
namespace {

using store::CountedReferral;

// When the answer was given: the day on which it was said, where that was written down later.
base::Instant moment_of_answer(const CountedReferral& referral,
                               const calendar::Calendar& calendar) {
  const base::Instant recorded = referral.answered_at.value_or(referral.opened_at);
  if (!referral.said_on) return recorded;
  const base::Instant said = calendar.instant_of(base::LocalTime(*referral.said_on));
  return std::clamp(said, referral.opened_at, recorded);
}

}  // namespace

bool has_accepted(const CountedReferral& referral) {
  return referral.answer == "accepted" || referral.answer == "concluded";
}

const convention::Article* AnswerTimes::article_of(const CountedReferral& referral) const {
  const auto found = desk_.conventions.find(referral.convention);
  if (found == desk_.conventions.end() || referral.article.empty()) return nullptr;
  const convention::Convention& then =
      found->second->in_force(desk_.calendar->local_day(referral.opened_at));
  return then.article(referral.article);
}

const calendar::Calendar& AnswerTimes::calendar_of(const std::string& partner) {
  auto& kept = calendars_[partner];
  if (kept) return *kept;
  const bundle::Partner* known = directory_.find(partner);
  const auto named = desk_.calendars.find(known == nullptr ? "" : known->calendar);
  kept = named == desk_.calendars.end() ? desk_.calendar : named->second;
  if (known == nullptr) return *kept;
  calendar::Calendar::Parts parts = kept->parts();
  const std::size_t before = parts.closures.size();
  for (const bundle::PartnerClosure& each : known->closures) {
    if (each.clock_stopped) parts.closures.push_back({"", each.first, each.last});
  }
  if (parts.closures.size() != before) {
    kept = std::make_shared<const calendar::Calendar>(std::move(parts));
  }
  return *kept;
}

std::int64_t AnswerTimes::days_between(const CountedReferral& referral, base::Instant from,
                                       base::Instant until) {
  const calendar::Calendar& calendar = calendar_of(referral.partner);
  const auto days = [&](base::Instant first, base::Instant last) {
    return calendar.business_days_between(calendar.local_day(first), calendar.local_day(last));
  };
  std::int64_t out = days(from, until);
  for (const cases::Stand& each : referral.stands) {
    const base::Instant begins = std::max(from, each.from);
    const base::Instant ends = std::min(until, each.to.value_or(until));
    if (begins < ends) out -= days(begins, ends);
  }
  return std::max<std::int64_t>(out, 0);
}

bool AnswerTimes::is_within(const CountedReferral& referral, base::Instant from,
                            base::Instant until, const base::Delay& promise) {
  if (promise.unit == base::Delay::Unit::business_days) {
    return days_between(referral, from, until) <= promise.count;
  }
  base::Instant due = calendar_of(referral.partner).due(from, promise);
  for (const cases::Stand& each : referral.stands) {
    const base::Instant begins = std::max(from, each.from);
    const base::Instant ends = std::min(until, each.to.value_or(until));
    if (begins < ends) due += ends - begins;
  }
  return until <= due;
}

AnswerTime AnswerTimes::answer(const CountedReferral& referral, base::Instant now) {
  const convention::Article* article = article_of(referral);
  const auto promise = article == nullptr ? std::nullopt : article->answer_within;
  const auto in_time = [&](base::Instant until) {
    return !promise || is_within(referral, referral.opened_at, until, *promise);
  };
  if (has_accepted(referral) || referral.answer == "declined") {
    const base::Instant at = moment_of_answer(referral, calendar_of(referral.partner));
    return {.kept = in_time(at) ? Kept::in_time : Kept::late,
            .days = days_between(referral, referral.opened_at, at)};
  }
  if (referral.answer == "silent") return {.kept = Kept::silent, .days = {}};
  if (!referral.answer.empty() || referral.closed_at) return {.kept = Kept::withdrawn, .days = {}};
  return {
      .kept = Kept::waiting, .overdue = !in_time(std::max(now, referral.opened_at)), .days = {}};
}

Contact AnswerTimes::contact(const CountedReferral& referral, base::Instant now) {
  const convention::Article* article = article_of(referral);
  const bool promised = article != nullptr && article->first_contact_within;
  if (!promised || referral.answer != "accepted") return Contact::not_promised;
  const base::Instant from = moment_of_answer(referral, calendar_of(referral.partner));
  const auto said = referral.contact_at ? referral.contact_at : referral.closed_at;
  const base::Instant until = std::max(from, said.value_or(now));
  if (!is_within(referral, from, until, *article->first_contact_within)) return Contact::late;
  return referral.contact_at  ? Contact::in_time
         : referral.closed_at ? Contact::not_promised
                              : Contact::waiting;
}

}  // namespace guichet::results
