#include "engine/results/commitments.hpp"

#include <algorithm>

namespace guichet::results {
namespace {

using convention::Convention;

void add_to(KeptTally& tally, const store::CountedReferral& referral, const AnswerTime& answer,
            Contact contact) {
  tally.asked += 1;
  const bool answered = answer.kept == Kept::in_time || answer.kept == Kept::late;
  tally.accepted += answered && has_accepted(referral) ? 1 : 0;
  tally.declined += answered && !has_accepted(referral) ? 1 : 0;
  tally.in_time += answer.kept == Kept::in_time ? 1 : 0;
  tally.late += answer.kept == Kept::late ? 1 : 0;
  tally.silent += answer.kept == Kept::silent ? 1 : 0;
  tally.withdrawn += answer.kept == Kept::withdrawn ? 1 : 0;
  tally.waiting += answer.kept == Kept::waiting ? 1 : 0;
  tally.overdue += answer.overdue ? 1 : 0;
  tally.contact_in_time += contact == Contact::in_time ? 1 : 0;
  tally.contact_late += contact == Contact::late ? 1 : 0;
  tally.contact_waiting += contact == Contact::waiting ? 1 : 0;
  if (answer.days) tally.days.push_back(*answer.days);
}

PromisedArticle::Scope scope_of(const Convention& convention, const convention::Clause& clause) {
  PromisedArticle::Scope out;
  for (const std::uint32_t index : clause.criteria) {
    const convention::Criterion& wanted = convention.criteria()[index];
    const convention::Fact* fact = wanted.fact ? &convention.facts()[*wanted.fact] : nullptr;
    // The themes are the article's, and said by its title.
    if (fact != nullptr && fact->id == "theme") continue;
    out.wanted.emplace_back(fact == nullptr ? "" : fact->title, wanted.text);
  }
  return out;
}

// The articles under which one version of a convention may ask the partner, in its own order.
void add_articles(const Convention& convention, const std::string& partner,
                  std::vector<PromisedArticle>& out) {
  for (std::uint32_t at = 0; at < convention.articles().size(); ++at) {
    const convention::Article& article = convention.articles()[at];
    PromisedArticle promised{.convention = convention.title(),
                             .id = article.id,
                             .title = article.title,
                             .answer_within = article.answer_within,
                             .first_contact_within = article.first_contact_within,
                             .scopes = {}};
    for (const convention::Clause& clause : convention.clauses()) {
      if (clause.article != at || convention.partners()[clause.partner].id != partner) continue;
      if (clause.contradicts_itself()) continue;
      promised.scopes.push_back(scope_of(convention, clause));
    }
    if (!promised.scopes.empty()) out.push_back(std::move(promised));
  }
}

void add_quotas(const Convention& convention, const std::string& partner,
                const convention::Loads& loads, base::Day today, std::vector<QuotaUse>& out) {
  const convention::Partner* known = convention.partner(partner);
  if (known == nullptr) return;
  for (const convention::Quota& quota : known->quotas) {
    const std::string period = convention::period_name(quota.per, today);
    const bool open = quota.per == convention::Period::open;
    out.push_back({.id = quota.id,
                   .period = period,
                   .max = quota.max,
                   .used = open ? loads.open(partner) : loads.reserved(partner, quota.id, period)});
  }
}

}  // namespace

std::optional<double> KeptTally::median() const {
  if (days.empty()) return {};
  std::vector<std::int64_t> sorted = days;
  std::ranges::sort(sorted);
  const std::size_t middle = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return static_cast<double>(sorted[middle]);
  return static_cast<double>(sorted[middle - 1] + sorted[middle]) / 2;
}

Commitments commitments(const std::vector<store::CountedCase>& counted, const bundle::Desk& desk,
                        const bundle::Directory& directory, const convention::Loads& loads,
                        const std::string& partner, const CommitmentPeriod& period,
                        base::Instant now) {
  Commitments out{.partner = partner, .articles = {}, .quotas = {}, .total = {}, .months = {}};
  const base::Day today = desk.calendar->local_day(now);
  for (const auto& [id, convention] : desk.conventions) {
    add_articles(convention->in_force(std::min(period.last, today)), partner, out.articles);
    add_quotas(convention->in_force(today), partner, loads, today, out.quotas);
  }
  AnswerTimes times(desk, directory);
  for (const store::CountedCase& kase : counted) {
    for (const store::CountedReferral& each : kase.referrals) {
      if (each.partner != partner) continue;
      const base::Day day = desk.calendar->local_day(each.opened_at);
      if (day < period.first || period.last < day) continue;
      const AnswerTime answer = times.answer(each, now);
      const Contact contact = times.contact(each, now);
      add_to(out.total, each, answer, contact);
      add_to(out.months[base::iso(day).substr(0, 7)], each, answer, contact);
    }
  }
  return out;
}

}  // namespace guichet::results
