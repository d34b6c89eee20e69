#include "engine/store/memory_results.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/store/listing.hpp"

namespace guichet::store {
namespace {

CountedCase counted_case(const MemoryCases::Record& record) {
  CountedCase out{.id = record.row.id,
                  .opened_at = record.row.opened_at,
                  .commune = record.row.commune,
                  .verdict = record.row.verdict,
                  .firm = !record.row.firm.empty(),
                  .merged = record.snapshot.extras.merged_into.has_value(),
                  .needs = {},
                  .referrals = {}};
  for (const cases::Instance& each : record.snapshot.instances) {
    if (auto need = counted_need(each)) out.needs.push_back(std::move(*need));
    if (auto referral = counted_referral(each)) out.referrals.push_back(std::move(*referral));
  }
  count_answers(out, record.facts);
  return out;
}

bool is_asked_for(const cases::Instance& instance, const AskedFilter& filter) {
  if (!is_told(instance) || instance.referral->partner != filter.partner) return false;
  if (filter.open) return instance.is_open();
  return instance.closed_at && filter.from <= *instance.closed_at &&
         *instance.closed_at < filter.until &&
         (filter.outcome.empty() || instance.outcome == filter.outcome);
}

AskedRow asked_row(const MemoryCases::Record& record, const cases::Instance& instance) {
  const cases::Instance* need = instance.parent ? record.snapshot.find(*instance.parent) : nullptr;
  return {.kase = record.row.id,
          .number = record.row.number,
          .subject = need == nullptr ? "" : need->workflow,
          .asked = instance,
          .questions = std::ranges::any_of(instance.tasks, &cases::Task::pauses_clocks)};
}

}  // namespace

std::int64_t revision_of(const MemoryCases& cases) {
  std::int64_t out = 0;
  for (const auto& [id, record] : cases.all()) out += record.snapshot.rev;
  return out;
}

std::vector<CountedCase> counted_cases(const MemoryCases& cases) {
  std::vector<CountedCase> out;
  out.reserve(cases.all().size());
  for (const auto& [id, record] : cases.all()) out.push_back(counted_case(record));
  return out;
}

std::vector<SurveyRow> surveyed(const MemoryCases& cases, const MemoryOutbox& letters,
                                const SurveyFilter& filter) {
  std::set<std::pair<base::CaseId, base::InstanceNumber>> asked;
  for (const MemoryOutbox::Entry& each : letters.all()) {
    if (each.row.letter.letter != filter.letter) continue;
    if (each.row.status != LetterStatus::recalled) asked.emplace(each.row.kase, each.row.letter.n);
  }
  std::vector<SurveyRow> out;
  for (const auto& [id, record] : cases.all()) {
    for (const cases::Instance& each : record.snapshot.instances) {
      if (each.kind != "need") continue;
      std::string answer = answer_in(each, filter.field);
      if (answer.empty() && !asked.contains({id, each.n})) continue;
      out.push_back({id, each.n, std::move(answer)});
    }
  }
  return out;
}

std::vector<AskedRow> referrals_of(const MemoryCases& cases, const AskedFilter& filter,
                                   std::size_t& total) {
  std::vector<AskedRow> out;
  for (const auto& [id, record] : cases.all()) {
    for (const cases::Instance& each : record.snapshot.instances) {
      if (is_asked_for(each, filter)) out.push_back(asked_row(record, each));
    }
  }
  total = out.size();
  if (filter.open) return out;
  std::ranges::stable_sort(out, std::greater{}, [](const AskedRow& row) {
    return std::tuple(*row.asked.closed_at, row.kase, row.asked.n);
  });
  out.erase(out.begin(),
            out.begin() + static_cast<std::ptrdiff_t>(std::min(filter.first, out.size())));
  out.resize(std::min(filter.most, out.size()));
  return out;
}

}  // namespace guichet::store
