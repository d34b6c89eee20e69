#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/parcels.hpp"
#include "adapters/app/simulate_figures.hpp"
#include "adapters/delivery/message.hpp"
#include "adapters/reports/report.hpp"
#include "adapters/sql/database.hpp"
#include "engine/base/file.hpp"
#include "engine/results/results.hpp"
#include "engine/store/copy_cases.hpp"
#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/simulate.hpp"

namespace guichet::app {
namespace {

namespace fs = std::filesystem;
using base::Message;

// One dot a month on a terminal or a log alike: progress that needs no cursor.
void show_month(base::Day day) {
  const std::chrono::year_month_day date{day};
  if (date.day() != std::chrono::day(1)) return;
  std::cerr << fmt::format("{}-{:02} ", static_cast<int>(date.year()),
                           static_cast<unsigned>(date.month()))
            << std::flush;
}

// mail/new/<key>.eml, mail/by-hand/<key>.txt, report.html, report.json, rejected.csv: the same
// bytes for the same run.
base::Result<void> write_out(const std::string& folder, scenarios::Stage& stage,
                             const results::Results& results, const reports::Period& period,
                             const std::string& rejected) {
  std::error_code error;
  fs::remove_all(fs::path(folder) / "mail", error);
  fs::create_directories(fs::path(folder) / "mail" / "new", error);
  fs::create_directories(fs::path(folder) / "mail" / "by-hand", error);  // to print, or to call
  const bundle::Desk& desk = stage.definition();
  for (const base::CaseId id : stage.case_ids()) {
    for (const store::OutboxRow& row : stage.letters(id)) {
      const delivery::Parcel parcel = parcel_of(row.letter, desk);
      if (parcel.channel != "email") {
        const fs::path file = fs::path(folder) / "mail" / "by-hand" / (parcel.key + ".txt");
        const std::string text = fmt::format("{}\n{}\n\n{}\n\n{}", parcel.to_name,
                                             parcel.to_address, parcel.subject, parcel.text);
        if (auto written = base::write_file(file.string(), text); !written) return written;
        continue;
      }
      const auto message = delivery::compose_message(parcel, host_of(desk));
      if (!message) return std::unexpected(message.error());
      const fs::path file = fs::path(folder) / "mail" / "new" / (parcel.key + ".eml");
      if (auto written = base::write_file(file.string(), *message); !written) return written;
    }
  }
  const auto write = [&](const char* name, const std::string& text) {
    return base::write_file((fs::path(folder) / name).string(), text);
  };
  if (auto done = write("report.json", reports::to_json(results, desk, period) + "\n"); !done) {
    return done;
  }
  if (auto done = write("report.html", reports::to_html(results, desk, period, true)); !done) {
    return done;
  }
  return write("rejected.csv", rejected);
}

struct Plan {
  scenarios::Simulation simulation;
  std::string rejected;  // CSV
  std::size_t rejected_rows = 0;
};

std::expected<scenarios::Population, int> population_of(const bundle::Desk& desk,
                                                        base::Language language) {
  base::Diagnostics diagnostics;
  scenarios::Population out;
  for (const auto& [path, root] : desk.documents) {
    if (yaml::header_kind(*root) != "population") continue;
    out = scenarios::read_population(*root, desk, diagnostics);
  }
  std::cerr << render_text(diagnostics, language);
  if (diagnostics.has_errors()) return std::unexpected(kWrongInput);
  return out;
}

// What the options leave open: the days on which the given requests came and half a year more, so
// that the last ones get somewhere; for drawn ones the year that ends today.
void set_period(const Arguments& arguments, scenarios::Simulation& plan, const bundle::Desk& desk) {
  constexpr std::chrono::days kAfterwards(183);
  constexpr std::chrono::days kYear(365);
  const auto received = [](const desk::RequestRow& row) {
    return row.received.value_or(base::Day{});
  };
  if (arguments.has("cases") && !plan.requests.empty()) {
    const auto [first, last] = std::ranges::minmax(plan.requests, {}, received);
    plan.from = received(first);
    plan.until = received(last) + kAfterwards;
  } else {
    plan.until = desk.calendar->local_day(SystemClock().now());
    plan.from = plan.until - kYear;
  }
  if (arguments.has("until")) plan.until = *base::parse_day(arguments.get("until"));
  if (arguments.has("until") && !arguments.has("cases")) plan.from = plan.until - kYear;
  if (arguments.has("from")) plan.from = *base::parse_day(arguments.get("from"));
}

std::expected<Plan, int> plan_of(const Arguments& arguments, const bundle::Desk& desk,
                                 const scenarios::Population& population) {
  const base::Language language = arguments.language();
  Plan plan;
  for (const char* option : {"from", "until"}) {
    if (arguments.has(option) && !base::parse_day(arguments.get(option))) {
      return std::unexpected(
          report(Message(messages::kBadDate, {arguments.get(option)}), language));
    }
  }
  for (const char* option : {"seed", "count"}) {
    if (arguments.has(option) && !number_of(arguments.get(option))) {
      return std::unexpected(
          report(Message(messages::kBadNumber, {arguments.get(option)}), language));
    }
  }
  plan.simulation.seed = number_of(arguments.get("seed", "1")).value_or(1);
  plan.simulation.passed = show_month;
  if (arguments.has("cases")) {
    const auto bytes = base::read_bytes(arguments.get("cases"));
    if (!bytes) return std::unexpected(report(bytes.error(), language));
    base::Diagnostics diagnostics;
    desk::RequestTable table =
        desk::read_requests(arguments.get("cases"), *bytes, desk, diagnostics);
    std::cerr << render_text(diagnostics, language);
    if (!table.usable) return std::unexpected(kWrongInput);
    plan.rejected = write_rejected(table, language);
    plan.rejected_rows = table.rejected.size();
    plan.simulation.requests = std::move(table.rows);
    set_period(arguments, plan.simulation, desk);
  } else {
    set_period(arguments, plan.simulation, desk);
    const double years =
        static_cast<double>((plan.simulation.until - plan.simulation.from).count() + 1) / 365.25;
    const auto expected = static_cast<std::uint64_t>(population.requests_per_year * years + 0.5);
    const std::uint64_t count =
        arguments.has("count") ? *number_of(arguments.get("count")) : expected;
    plan.simulation.requests = draw_requests(desk, population, plan.simulation, count);
  }
  return plan;
}

// The database to keep the cases in; null where none was asked for. A clock of its own and made-up
// acts have no place among real cases.
std::expected<std::unique_ptr<store::Store>, int> empty_database(const Arguments& arguments,
                                                                 base::Log& log) {
  if (!arguments.has("database")) return nullptr;
  auto opened = sql::open_database(arguments.get("database"), log);
  if (!opened) return std::unexpected(report(opened.error(), arguments.language()));
  bool empty = true;
  (*opened)->read([&](store::Reader& reader) { empty = reader.case_ids().empty(); });
  if (empty) return std::move(*opened);
  return std::unexpected(report(Message(messages::kDatabaseHasCases, {arguments.get("database")}),
                                arguments.language()));
}

// A desk on the database first, so that it knows the definition that the cases are pinned to.
void keep(scenarios::Stage& stage, std::unique_ptr<store::Store> database) {
  scenarios::Stage there(stage.shared_definition(), stage.now(), std::move(database));
  store::copy_cases(stage.desk().store(), there.desk().store());
}

}  // namespace

int run_simulate(const Words& words) {
  const Usage usage{
      .command = "simulate",
      .summary = "Lets months pass on a desk in seconds, with a seeded population.",
      .positionals = {"DIR"},
      .options = {{"cases", "FILE.csv", "requests, each opened on its day; else drawn"},
                  {"from", "DATE",
                   "first day; else that of the requests, or a year before the last"},
                  {"until", "DATE", "last day; else half a year after the requests, or today"},
                  {"seed", "N", "of what is drawn (1)"},
                  {"count", "N", "how many requests are drawn"},
                  {"database", "URL", "keep the cases in this new file"},
                  {"compare", "DIR", "another version of the desk, beside this one"},
                  {"out", "FOLDER",
                   "write mail/new/*.eml, report.html, report.json, rejected.csv"}},
      .epilogue = "The same desk, requests and seed give the same bytes."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto desk = open_desk(arguments->at(0), language);
  if (!desk) return desk.error();
  const auto population = population_of(**desk, language);
  if (!population) return population.error();
  const auto plan = plan_of(*arguments, **desk, *population);
  if (!plan) return plan.error();

  ErrorLog log;
  auto kept = empty_database(*arguments, log);
  if (!kept) return kept.error();
  const reports::Period period{plan->simulation.from, plan->simulation.until};
  std::vector<SimulatedRun> runs;
  const auto run_on = [&](const std::shared_ptr<const bundle::Desk>& one, const std::string& folder,
                          const scenarios::Population& people) {
    const base::Instant start = one->calendar->instant_of(base::LocalTime{period.from});
    auto stage = std::make_unique<scenarios::Stage>(one, start);
    SimulatedRun& run = runs.emplace_back();
    run.name = fs::path(folder).lexically_normal().filename().string();
    run.count = simulate(*stage, people, plan->simulation);
    std::cerr << "\n";
    stage->desk().store().read(
        [&](store::Reader& reader) { run.results = results::tally(reader, *one); });
    return stage;
  };
  const auto stage = run_on(*desk, arguments->at(0), *population);
  if (*kept) keep(*stage, std::move(*kept));
  if (arguments->has("compare")) {
    // The same requests, on the other version and by its own population.
    const auto other = open_desk(arguments->get("compare"), language);
    if (!other) return other.error();
    const auto people = population_of(**other, language);
    if (!people) return people.error();
    run_on(*other, arguments->get("compare"), *people);
  }
  if (arguments->has("out")) {
    const auto written =
        write_out(arguments->get("out"), *stage, runs.front().results, period, plan->rejected);
    if (!written) return report(written.error(), language);
  }
  std::cout << figures(runs, plan->rejected_rows, period, **desk, language);
  return kDone;
}

}  // namespace guichet::app
