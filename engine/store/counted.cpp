#include <algorithm>

#include "engine/cases/undone.hpp"
#include "engine/store/result_rows.hpp"

namespace guichet::store {
namespace {

constexpr std::string_view kThemeOfNeed = "theme";

std::string theme_text(const cases::Instance& need) {
  const auto found = need.data.find(kThemeOfNeed);
  if (found == need.data.end() || found->second.is_null()) return need.workflow;
  return to_text(found->second.value());
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

void count_answer(CountedCase& kase, const cases::Event& event, base::Instant at) {
  const auto n = cases::instance_of(event);
  const auto found =
      n ? std::ranges::find(kase.referrals, *n, &CountedReferral::n) : kase.referrals.end();
  if (found == kase.referrals.end()) return;
  if (const auto* meant = std::get_if<cases::Meant>(&event)) count_meaning(*found, *meant, at);
  if (const auto* act = std::get_if<cases::ActTaken>(&event)) count_reply(*found, *act, at);
}

}  // namespace guichet::store
