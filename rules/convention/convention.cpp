#include "rules/convention/convention.hpp"

#include <fmt/format.h>

namespace guichet::convention {

namespace {

template <typename Things>
auto find_by_id(const Things& things, std::string_view id) -> decltype(&things.front()) {
  for (const auto& thing : things)
    if (thing.id == id) return &thing;
  return nullptr;
}

bool overlap(const tables::Validity& a, const tables::Validity& b) {
  const bool a_before = a.to && b.from && *a.to <= *b.from;
  const bool b_before = b.to && a.from && *b.to <= *a.from;
  return !a_before && !b_before;
}

// Year and number of the ISO week: the year is that of the week's Thursday.
std::string week_name(base::Day day) {
  namespace chrono = std::chrono;
  const base::Day thursday = day - (chrono::weekday(day) - chrono::Monday) + chrono::days(3);
  const chrono::year_month_day date{thursday};
  const auto first = base::Day(date.year() / chrono::January / 1);
  return fmt::format("{}-W{:02}", static_cast<int>(date.year()),
                     (thursday - first).count() / 7 + 1);
}

}  // namespace

std::string period_name(Period per, base::Day day) {
  const std::chrono::year_month_day date{day};
  const int year = static_cast<int>(date.year());
  const unsigned month = static_cast<unsigned>(date.month());
  switch (per) {
    case Period::day:
      return base::iso(day);
    case Period::week:
      return week_name(day);
    case Period::month:
      return fmt::format("{}-{:02}", year, month);
    case Period::quarter:
      return fmt::format("{}-Q{}", year, (month - 1) / 3 + 1);
    case Period::year:
      return fmt::format("{}", year);
    case Period::open:
      break;
  }
  return "open";
}

base::Day end_of_wait(const base::Delay& wait, base::Day since) {
  namespace chrono = std::chrono;
  switch (wait.unit) {
    case base::Delay::Unit::months: {
      chrono::year_month_day date{since};
      date += chrono::months(wait.count);
      if (!date.ok()) date = date.year() / date.month() / chrono::last;
      return base::Day(date);
    }
    case base::Delay::Unit::milliseconds: {
      constexpr std::int64_t kDay = 86'400'000;
      return since + chrono::days((wait.count + kDay - 1) / kDay);
    }
    default:
      return since + chrono::days(wait.count);
  }
}

std::int64_t Loads::reserved(std::string_view partner, std::string_view quota,
                             std::string_view period) const {
  const auto load = partners.find(partner);
  if (load == partners.end()) return 0;
  const auto count = load->second.reserved.find(fmt::format("{}/{}", quota, period));
  return count == load->second.reserved.end() ? 0 : count->second;
}

std::int64_t Loads::open(std::string_view partner) const {
  const auto load = partners.find(partner);
  return load == partners.end() ? 0 : load->second.open;
}

const Article* Convention::article(std::string_view id) const {
  if (const Article* own = find_by_id(parts_.articles, id)) return own;
  for (const auto& version : parts_.versions)
    if (const Article* other = find_by_id(version->articles(), id)) return other;
  return nullptr;
}

const Convention& Convention::in_force(base::Day day) const {
  if (valid().covers(day)) return *this;
  for (const auto& version : parts_.versions)
    if (version->valid().covers(day)) return *version;
  return *this;
}

std::shared_ptr<const Convention> joined(const std::shared_ptr<const Convention>& a,
                                         const std::shared_ptr<const Convention>& b) {
  std::vector<std::shared_ptr<const Convention>> all{a, b};
  for (const auto& one : {a, b})
    for (const auto& version : one->parts().versions) all.push_back(version);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (overlap(all[i]->valid(), all[j]->valid())) return nullptr;
  // The latest speaks for all: its title, its fallbacks.
  std::size_t latest = 0;
  for (std::size_t i = 1; i < all.size(); ++i)
    if (!all[i]->valid().to ||
        (all[latest]->valid().to && *all[latest]->valid().to < *all[i]->valid().to))
      latest = i;
  Convention::Parts parts = all[latest]->parts();
  parts.versions.clear();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i != latest) parts.versions.push_back(all[i]);
  return std::make_shared<const Convention>(std::move(parts));
}

std::optional<std::uint32_t> Convention::fact(std::string_view key) const {
  for (std::uint32_t i = 0; i < parts_.facts.size(); ++i) {
    const std::string& id = parts_.facts[i].id;
    if (key == id || (key.size() == id.size() + 1 && key.starts_with(id) && key.back() == 's'))
      return i;
  }
  return {};
}

std::optional<std::uint32_t> Convention::top_institution(const Partner& partner) const {
  auto top = partner.institution;
  while (top && parts_.institutions[*top].part_of) top = parts_.institutions[*top].part_of;
  return top;
}

const Partner* Convention::partner(std::string_view id) const {
  return find_by_id(parts_.partners, id);
}

const Quota* Convention::quota(std::string_view partner_id, std::string_view quota_id) const {
  const Partner* found = partner(partner_id);
  return found == nullptr ? nullptr : find_by_id(found->quotas, quota_id);
}

}  // namespace guichet::convention
