#include "engine/results/load.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guichet::results {
namespace {

class LoadCounting {
 public:
  LoadCounting(const bundle::Desk& desk, Load& load) : desk_(desk), load_(load) {}

  void count(const std::vector<cases::Fact>& facts) {
    for (const cases::Fact& fact : facts) {
      week_ = iso_week(desk_.calendar->local_day(fact.at));
      if (const auto* task = std::get_if<cases::TaskOpened>(&fact.event)) {
        for (const std::string& role : task->task.by) ++at(role).tasks;
      } else if (const auto* act = std::get_if<cases::ActTaken>(&fact.event)) {
        // What somebody recorded for a partner was the work of who recorded it.
        ++at(role_of(act->recorded_by.empty() ? fact.actor : act->recorded_by)).acts;
      } else if (const auto* letter = std::get_if<cases::LetterQueued>(&fact.event)) {
        if (letter->purpose == "remind") ++at(addressed(*letter)).reminders;
      }
    }
  }

 private:
  WeekLoad& at(const std::string& role) { return load_[role][week_]; }

  // A command line or a population acts by a bare role; a member of staff by the first of hers.
  std::string role_of(const std::string& actor) const {
    if (desk_.role(actor) != nullptr) return actor;
    const bundle::Member* member = desk_.member(actor);
    if (member != nullptr && !member->roles.empty()) return member->roles.front();
    const bundle::Role* partner = desk_.partner_role();
    return partner == nullptr ? actor : partner->id;
  }

  std::string addressed(const cases::LetterQueued& letter) const {
    if (letter.to_kind == "staff") return role_of(letter.to);
    const auto bound =
        letter.to_kind == "person" ? bundle::Binding::person : bundle::Binding::partner_adviser;
    for (const auto& [id, role] : desk_.settings.roles) {
      if (role.binding == bound) return id;
    }
    return letter.to_kind;
  }

  const bundle::Desk& desk_;
  Load& load_;
  std::string week_;
};

}  // namespace

std::string iso_week(base::Day day) {
  // A week belongs to the year of its Thursday, and is numbered by that day's place in the year.
  const auto weekday = static_cast<int>(std::chrono::weekday(day).iso_encoding());
  const base::Day thursday = day + std::chrono::days(4 - weekday);
  const std::chrono::year year = std::chrono::year_month_day(thursday).year();
  const base::Day new_year(year / 1 / 1);
  return fmt::format("{:04}-W{:02}", static_cast<int>(year), (thursday - new_year).count() / 7 + 1);
}

void count_load(const std::vector<cases::Fact>& facts, const bundle::Desk& desk, Load& load) {
  LoadCounting(desk, load).count(facts);
}

Spread spread(const std::map<std::string, WeekLoad>& weeks, std::size_t WeekLoad::*what,
              base::Day from, base::Day until) {
  Spread out;
  std::size_t sum = 0;
  const std::string first = iso_week(from);
  const std::string last = iso_week(until);
  for (const auto& [week, load] : weeks) {
    if (week < first || week > last) continue;
    sum += load.*what;
    if (load.*what <= out.peak) continue;
    out.peak = load.*what;
    out.peak_week = week;
  }
  const double days = static_cast<double>((until - from).count() + 1);
  out.mean = static_cast<double>(sum) / std::max(1.0, days / 7);
  return out;
}

}  // namespace guichet::results
