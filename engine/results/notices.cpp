#include "engine/results/notices.hpp"

#include <algorithm>

#include "engine/results/messages.hpp"

namespace guichet::results {
namespace {

// The last day on which some version is in force, plus one; nothing where one has no end.
std::optional<base::Day> end_of(const convention::Convention& convention) {
  std::optional<base::Day> end = convention.valid().to;
  for (const auto& version : convention.parts().versions) {
    if (!end || !version->valid().to) return {};
    end = std::max(*end, *version->valid().to);
  }
  return end;
}

}  // namespace

std::vector<Notice> notices(const bundle::Desk& desk, base::Day today) {
  std::vector<Notice> out;
  for (const auto& [id, convention] : desk.conventions) {
    const auto end = end_of(*convention);
    if (!end) continue;
    const std::string title = convention->title().empty() ? id : convention->title();
    const std::string day = base::short_date(*end, desk.settings.language);
    const base::Day last_to_come = desk.calendar->local_day(
        desk.calendar->due(today, desk.settings.convention_warning, calendar::Roll::none));
    if (*end <= today) {
      out.push_back({*end, id, base::Message(messages::kConventionEnded, {title, day})});
    } else if (*end <= last_to_come) {
      out.push_back({*end, id, base::Message(messages::kConventionEnds, {title, day})});
    }
  }
  std::ranges::stable_sort(out, {}, &Notice::on);
  return out;
}

}  // namespace guichet::results
