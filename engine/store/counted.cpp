#include <algorithm>

#include "engine/cases/undone.hpp"
#include "engine/store/result_rows.hpp"

namespace guichet::store {
namespace {

constexpr const char* kThemeOfNeed = "theme";

std::string theme_text(const cases::Instance& need) {
  std::string theme = answer_in(need, kThemeOfNeed);
  return theme.empty() ? need.workflow : theme;
}

// Answers that the partner gave, or that stand for one.
bool is_answer(const std::string& meaning) {
  return meaning != "question" && meaning != "reopened";
}

void count_meaning(CountedReferral& referral, const cases::Meant& meant, base::Instant at) {
  if (!is_answer(meant.meaning) || !referral.answer.empty()) return;
  referral.answer = meant.meaning;
  referral.answered_at = at;
}

// The act is told before what it means; what is said after an acceptance is its first contact.
void count_reply(CountedReferral& referral, const cases::ActTaken& act, base::Instant at) {
  if (!act.reply) return;
  if (referral.answer.empty()) {
    referral.said_on = act.said_on;
  } else if (referral.answer == "accepted" && !referral.contact_at) {
    referral.contact_at = at;
  }
}

void count_answer(CountedCase& kase, const cases::Fact& fact) {
  const auto n = cases::instance_of(fact.event);
  const auto found =
      n ? std::ranges::find(kase.referrals, *n, &CountedReferral::n) : kase.referrals.end();
  if (found == kase.referrals.end()) return;
  if (const auto* meant = std::get_if<cases::Meant>(&fact.event)) {
    count_meaning(*found, *meant, fact.at);
  }
  if (const auto* act = std::get_if<cases::ActTaken>(&fact.event)) {
    count_reply(*found, *act, fact.at);
  }
}

}  // namespace

std::optional<CountedNeed> counted_need(const cases::Instance& instance) {
  const bool counts = instance.kind == "need" && instance.outcome != cases::kUndone &&
                      !instance.extras.requalified_to && !instance.extras.held;
  if (!counts) return {};
  return CountedNeed{.n = instance.n,
                     .theme = theme_text(instance),
                     .outcome = instance.is_open() ? "" : instance.outcome,
                     .open = instance.is_open(),
                     .accompanied = instance.accompanied,
                     .success = instance.success};
}

std::optional<CountedReferral> counted_referral(const cases::Instance& instance) {
  if (!instance.referral || instance.outcome == cases::kUndone) return {};
  CountedReferral out{.n = instance.n,
                      .parent = instance.parent,
                      .partner = instance.referral->partner,
                      .convention = instance.referral->convention,
                      .article = instance.referral->article,
                      .opened_at = instance.opened_at,
                      .closed_at = instance.closed_at,
                      .answer = {},
                      .answered_at = {},
                      .said_on = {},
                      .contact_at = {},
                      .stands = {}};
  for (const cases::Stand& each : instance.extras.stands) {
    if (each.whole) out.stands.push_back(each);
  }
  return out;
}

std::string answer_in(const cases::Instance& need, const std::string& field) {
  const auto found = need.data.find(field);
  if (found == need.data.end() || found->second.is_null()) return {};
  return to_text(found->second.value());
}

void count_answers(CountedCase& kase, const std::vector<cases::Fact>& facts) {
  std::vector<const cases::ActUndone*> undone;
  for (const cases::Fact& fact : facts) {
    if (const auto* each = std::get_if<cases::ActUndone>(&fact.event)) undone.push_back(each);
  }
  for (const cases::Fact& fact : facts) {
    const auto takes_back = [&](const cases::ActUndone* each) {
      return each->from <= fact.seq && fact.seq <= each->until;
    };
    if (std::ranges::none_of(undone, takes_back)) count_answer(kase, fact);
  }
}

}  // namespace guichet::store
