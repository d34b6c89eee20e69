#include "adapters/app/simulate_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

namespace guichet::app {
namespace {

using results::Tally;
using results::WeekLoad;

class Table {
 public:
  Table(const std::vector<SimulatedRun>& runs, base::Language language)
      : runs_(runs), french_(language == base::Language::fr) {}

  void line(std::string_view in_french, std::string_view in_english,
            const std::function<std::string(const SimulatedRun&)>& cell) {
    std::vector<std::string> cells;
    for (const SimulatedRun& run : runs_) cells.push_back(cell(run));
    add(cells, std::string(french_ ? in_french : in_english));
  }
  void count(std::string_view in_french, std::string_view in_english,
             const std::function<std::size_t(const SimulatedRun&)>& number) {
    line(in_french, in_english,
         [&](const SimulatedRun& run) { return std::to_string(number(run)); });
  }
  void unless_zero(std::string_view in_french, std::string_view in_english,
                   const std::function<std::size_t(const SimulatedRun&)>& number) {
    if (std::ranges::any_of(runs_, number)) count(in_french, in_english, number);
  }
  void add(const std::vector<std::string>& cells, const std::string& label) {
    for (const std::string& cell : cells) text_ += fmt::format("{:>16}", cell);
    text_ += "  " + label + "\n";
  }
  bool french() const { return french_; }
  std::string text() && { return std::move(text_); }

 private:
  const std::vector<SimulatedRun>& runs_;
  bool french_;
  std::string text_;
};

const std::map<std::string, WeekLoad>& weeks_of(const SimulatedRun& run, const std::string& role) {
  static const std::map<std::string, WeekLoad> kNone;
  const auto found = run.results.load.find(role);
  return found == run.results.load.end() ? kNone : found->second;
}

void add_load(Table& table, const std::vector<SimulatedRun>& runs, const reports::Period& period,
              const bundle::Desk& desk) {
  std::set<std::string> roles;
  for (const SimulatedRun& run : runs) {
    for (const auto& [role, weeks] : run.results.load) roles.insert(role);
  }
  struct What {
    std::string_view fr, en;
    std::size_t WeekLoad::*member;
  };
  constexpr What kWhats[] = {{"tâches", "tasks", &WeekLoad::tasks},
                             {"actes", "acts", &WeekLoad::acts},
                             {"relances reçues", "reminders received", &WeekLoad::reminders}};
  for (const std::string& role : roles) {
    const bundle::Role* known = desk.role(role);
    const std::string title = known == nullptr ? role : known->title;
    for (const What& what : kWhats) {
      const auto cell = [&](const SimulatedRun& run) {
        const results::Spread s =
            spread(weeks_of(run, role), what.member, period.from, period.until);
        return fmt::format("{:.1f} ({})", s.mean, s.peak);
      };
      const bool ever = std::ranges::any_of(runs, [&](const SimulatedRun& run) {
        return spread(weeks_of(run, role), what.member, period.from, period.until).peak > 0;
      });
      if (!ever) continue;
      table.line(fmt::format("{} par semaine (au plus), {}", what.fr, title),
                 fmt::format("{} a week (at most), {}", what.en, title), cell);
    }
  }
}

}  // namespace

std::string figures(const std::vector<SimulatedRun>& runs, std::size_t rejected_rows,
                    const reports::Period& period, const bundle::Desk& desk,
                    base::Language language) {
  Table table(runs, language);
  if (runs.size() > 1) {
    std::vector<std::string> names;
    for (const SimulatedRun& run : runs) names.push_back(run.name);
    table.add(names, "");
  }
  const auto total = [](std::size_t Tally::*member) {
    return [member](const SimulatedRun& run) { return run.results.total.*member; };
  };
  table.count("demandes", "requests", total(&Tally::requests));
  table.count("hors du champ du guichet", "ineligible", total(&Tally::ineligible));
  table.count("dossiers", "cases", total(&Tally::cases));
  table.count("besoins", "needs", total(&Tally::needs));
  table.count("mises en relation", "referrals", total(&Tally::referrals));
  table.count("relances", "reminders", total(&Tally::reminders));
  table.count("escalades", "escalations", total(&Tally::escalations));
  table.count("besoins accompagnés", "needs accompanied", total(&Tally::accompanied));
  table.count("besoins aboutis", "needs completed", total(&Tally::completed));
  add_load(table, runs, period, desk);
  table.unless_zero("lignes rejetées", "lines rejected",
                    [&](const SimulatedRun&) { return rejected_rows; });
  table.unless_zero("lignes hors période", "lines outside the period",
                    [](const SimulatedRun& run) { return run.count.outside; });
  table.unless_zero("actes refusés par les parcours", "acts refused",
                    [](const SimulatedRun& run) { return run.count.refused_acts; });
  return std::move(table).text();
}

}  // namespace guichet::app
