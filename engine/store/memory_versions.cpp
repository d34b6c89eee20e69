#include "engine/store/memory_versions.hpp"

#include <algorithm>
#include <cstdint>

#include "engine/store/listing.hpp"

namespace guichet::store {
namespace {

template <typename Visit>
void for_each_open(const MemoryCases& cases, Visit visit) {
  for (const auto& [id, record] : cases.all()) {
    for (const cases::Instance& instance : record.snapshot.instances) {
      if (instance.is_open()) visit(id, instance);
    }
  }
}

// The cases of open instances that fit, each once.
template <typename Fits>
std::vector<base::CaseId> ids_where(const MemoryCases& cases, std::size_t most, Fits fits) {
  std::vector<base::CaseId> ids;
  for_each_open(cases, [&](base::CaseId id, const cases::Instance& instance) {
    if (ids.size() == most || (!ids.empty() && ids.back() == id)) return;
    if (fits(id, instance)) ids.push_back(id);
  });
  return ids;
}

bool is_in(const cases::Instance& instance, const LiveGroup& group) {
  return instance.workflow == group.workflow && instance.bundle == group.bundle &&
         configuration_of(instance) == group.configuration;
}

}  // namespace

std::vector<LiveGroup> live_groups(const MemoryCases& cases) {
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> counts;
  for_each_open(cases, [&](base::CaseId, const cases::Instance& instance) {
    ++counts[{instance.workflow, instance.bundle, configuration_of(instance)}];
  });
  std::vector<LiveGroup> groups;
  for (const auto& [key, count] : counts) {
    groups.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), count});
  }
  return groups;
}

LiveCases live_cases(const MemoryCases& cases) {
  LiveCases live;
  live.groups = live_groups(cases);
  for_each_open(cases, [&](base::CaseId id, const cases::Instance& instance) {
    const auto group = std::ranges::find_if(
        live.groups, [&](const LiveGroup& each) { return is_in(instance, each); });
    live.instances.emplace_back(id, group - live.groups.begin());
  });
  std::ranges::sort(live.instances, {},
                    [](const auto& each) { return std::pair(each.second, each.first); });
  return live;
}

std::vector<base::CaseId> cases_in(const MemoryCases& cases, const LiveGroup& group,
                                   base::CaseId after, std::size_t most) {
  return ids_where(cases, most, [&](base::CaseId id, const cases::Instance& instance) {
    return id > after && is_in(instance, group);
  });
}

std::vector<base::CaseId> cases_not_pinned_to(const MemoryCases& cases, const std::string& bundle) {
  return ids_where(cases, SIZE_MAX, [&](base::CaseId, const cases::Instance& instance) {
    return instance.bundle != bundle;
  });
}

std::vector<base::CaseId> open_cases_with(const MemoryCases& cases, const std::string& field) {
  std::vector<base::CaseId> ids;
  for (const auto& [id, record] : cases.all()) {
    const cases::Snapshot& snapshot = record.snapshot;
    bool has = snapshot.data.contains(field) || snapshot.person.contains(field) ||
               snapshot.firm.contains(field);
    for (const cases::Instance& each : snapshot.instances) has |= each.data.contains(field);
    if (has && !snapshot.closed_at) ids.push_back(id);
  }
  return ids;
}

}  // namespace guichet::store
