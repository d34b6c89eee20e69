#include "engine/store/memory_news.hpp"

#include <algorithm>

#include "engine/store/listing.hpp"

namespace guichet::store {
namespace {

using Record = MemoryCases::Record;

template <typename T>
void cut_to(std::vector<T>& rows, const Page& page, std::size_t& total) {
  total = rows.size();
  const auto first = static_cast<std::ptrdiff_t>(std::min(page.first, rows.size()));
  rows.erase(rows.begin(), rows.begin() + first);
  if (rows.size() > page.most)
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(page.most), rows.end());
}

bool has_known(const Record& record, const std::string& field, const feel::Stored& value) {
  return std::ranges::any_of(record.facts, [&](const cases::Fact& fact) {
    const auto* written = std::get_if<cases::FieldWritten>(&fact.event);
    const bool of_party = written != nullptr && (written->owner == cases::Owner::person ||
                                                 written->owner == cases::Owner::firm);
    return of_party && written->field == field && written->value == value;
  });
}

}  // namespace

std::vector<MeetingRow> meeting(const MemoryCases& cases, const access::Sight& visible_to,
                                base::Instant since, const Page& page, std::size_t& total) {
  std::vector<MeetingRow> rows;
  for (const auto& [id, record] : cases.all()) {
    const cases::Snapshot& snapshot = record.snapshot;
    if (!visible_to.sees_all() && !visible_to.sees(id, tie_of(snapshot).asked)) continue;
    for (const cases::Instance& each : snapshot.instances) {
      const Talk talk = talk_of(snapshot, each);
      if (talk.topic != Topic::none && talk.at >= since) rows.push_back({id, each.n, talk.topic});
    }
  }
  std::ranges::stable_sort(rows, [](const MeetingRow& a, const MeetingRow& b) {
    return a.topic != b.topic ? a.topic < b.topic : b.kase < a.kase;
  });
  cut_to(rows, page, total);
  return rows;
}

std::vector<base::CaseId> moved(const MemoryCases& cases, const std::string& owner,
                                base::Instant since, const Page& page, std::size_t& total) {
  std::vector<std::pair<base::Instant, base::CaseId>> found;
  for (const auto& [id, record] : cases.all()) {
    const base::Instant at = record.facts.empty() ? record.row.opened_at : record.facts.back().at;
    if (at >= since && (owner.empty() || record.row.owner == owner)) found.emplace_back(at, id);
  }
  std::ranges::sort(found, std::greater<>());
  cut_to(found, page, total);
  std::vector<base::CaseId> ids;
  for (const auto& [unused, id] : found) ids.push_back(id);
  return ids;
}

std::vector<base::CaseId> known_by(const MemoryCases& cases, const std::string& field,
                                   const feel::Stored& value, NewsReader::Which which,
                                   std::size_t most) {
  const bool all = which == NewsReader::Which::closed_too;
  std::vector<base::CaseId> ids;
  for (auto each = cases.all().rbegin(); each != cases.all().rend() && ids.size() < most; ++each) {
    if ((all || !each->second.row.closed_at) && has_known(each->second, field, value)) {
      ids.push_back(each->first);
    }
  }
  return ids;
}

}  // namespace guichet::store
