#include <fmt/format.h>

#include "adapters/reports/report.hpp"
#include "engine/json/json.hpp"

namespace guichet::reports {
namespace {

using results::PartnerTally;
using results::Tally;

std::string counters(const Tally& t) {
  return fmt::format(
      R"("requests":{},"ineligible":{},"cases":{},"needs":{},"referrals":{},"reminders":{},)"
      R"("escalations":{},"accompanied":{},"completed":{})",
      t.requests, t.ineligible, t.cases, t.needs, t.referrals, t.reminders, t.escalations,
      t.accompanied, t.completed);
}

std::string object_of(const std::map<std::string, Tally>& tallies) {
  std::string out;
  for (const auto& [key, tally] : tallies) {
    out += fmt::format("{}{}:{{{}}}", out.empty() ? "" : ",", json::quote(key), counters(tally));
  }
  return "{" + out + "}";
}

std::string object_of(const std::map<std::string, std::size_t>& counts) {
  std::string out;
  for (const auto& [key, count] : counts) {
    out += fmt::format("{}{}:{}", out.empty() ? "" : ",", json::quote(key), count);
  }
  return "{" + out + "}";
}

std::string partner_object(const PartnerTally& t) {
  return fmt::format(
      R"({{"name":{},"referrals":{},"accepted":{},"declined":{},"silent":{},"withdrawn":{},)"
      R"("pending":{},"reminders":{},"escalations":{},"mean_answer_days":{}}})",
      json::quote(t.name), t.referrals, t.accepted, t.declined, t.silent, t.withdrawn, t.pending,
      t.reminders, t.escalations,
      t.answers == 0 ? "null"
                     : fmt::format("{:.1f}", static_cast<double>(t.business_days) /
                                                 static_cast<double>(t.answers)));
}

std::string load_object(const results::Load& load, const Period& period) {
  using results::WeekLoad;
  std::string out;
  for (const auto& [role, weeks] : load) {
    const auto one = [&](std::string_view name, std::size_t WeekLoad::*what) {
      const results::Spread s = spread(weeks, what, period.from, period.until);
      return fmt::format(R"("{}":{{"mean":{:.2f},"peak":{},"peak_week":{}}})", name, s.mean, s.peak,
                         json::quote(s.peak_week));
    };
    out += fmt::format("{}{}:{{{},{},{}}}", out.empty() ? "" : ",", json::quote(role),
                       one("tasks", &WeekLoad::tasks), one("acts", &WeekLoad::acts),
                       one("reminders", &WeekLoad::reminders));
  }
  return "{" + out + "}";
}

// By path: how many of its needs took longer than it promises.
std::string promised_object(const results::PromisedTimes& promised) {
  std::string out;
  for (const auto& [workflow, each] : promised) {
    const double share =
        each.needs == 0 ? 0 : static_cast<double>(each.past) / static_cast<double>(each.needs);
    out += fmt::format(R"({}{}:{{"needs":{},"past":{},"share_past":{:.3f}}})",
                       out.empty() ? "" : ",", json::quote(workflow), each.needs, each.past, share);
  }
  return out;
}

}  // namespace

std::string to_json(const results::Results& results, const bundle::Desk& desk,
                    const Period& period) {
  std::string partners;
  for (const auto& [id, tally] : results.partner) {
    partners +=
        fmt::format("{}{}:{}", partners.empty() ? "" : ",", json::quote(id), partner_object(tally));
  }
  return fmt::format(
      R"({{"desk":{},"from":"{}","until":"{}",{},"theme":{},"partner":{{{}}},"month":{},)"
      R"("commune":{},"outcomes":{},"open_states":{},"promised_time":{{{}}},"load_per_week":{}}})",
      json::quote(desk.settings.name), base::iso(period.from), base::iso(period.until),
      counters(results.total), object_of(results.theme), partners, object_of(results.month),
      object_of(results.commune), object_of(results.outcomes), object_of(results.open_states),
      promised_object(results.promised), load_object(results.load, period));
}

}  // namespace guichet::reports
