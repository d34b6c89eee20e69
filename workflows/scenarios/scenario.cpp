#include "workflows/scenarios/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "rules/convention/test_run.hpp"
#include "rules/tables/test_run.hpp"
#include "workflows/scenarios/coverage.hpp"
#include "workflows/scenarios/failure_messages.hpp"
#include "workflows/scenarios/find_scenario.hpp"
#include "workflows/scenarios/given.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {
namespace {

std::string folder_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().generic_string();
}

using Told = std::function<void(const std::string&, bool)>;
using Shown = std::function<void(const std::string&, Stage&)>;
using MakeStore = std::function<std::unique_ptr<store::Store>()>;

// What came of the own tests of a table or a convention.
void add_report(const std::string& id, const tables::TestReport& result, Report& report,
                const Told& told, base::Language language) {
  report.passed += result.passed;
  report.failed += result.failed;
  for (const tables::TestFailure& failure : result.failures) {
    report.failures.push_back({.scenario = fmt::format("{} n° {}", id, failure.number),
                               .at = failure.at,
                               .what = failure.what.in(language)});
  }
  if (!result.untested.empty()) report.untested.push_back({id, result.untested});
  told(fmt::format("{} ({} tests)", id, result.passed + result.failed), result.failed == 0);
}

void run_rules(const bundle::Desk& desk, Report& report, const Told& told,
               base::Language language) {
  const std::string zone = desk.calendar->zone();
  for (const auto& [id, table] : desk.tables) {
    if (table->parts().tests.empty()) continue;
    add_report(id, tables::run_tests(*table, base::Instant{}, zone), report, told, language);
  }
  const auto run_convention = [&](const convention::Convention& one) {
    if (one.parts().tests.empty()) return;
    add_report(one.id(), convention::run_tests(one, base::Instant{}, zone), report, told, language);
  };
  for (const auto& [id, convention] : desk.conventions) {
    for (const auto& version : convention->parts().versions) run_convention(*version);
    run_convention(*convention);
  }
}

// Plays what a scenario includes, where it is put, then its own steps.
class Playing {
 public:
  // Told of each step that was played.
  using StepTold = std::function<void(const yaml::Node& step)>;
  Playing(const bundle::Desk& desk, ScenarioRun& run, StepTold told = nullptr)
      : desk_(desk), run_(run), told_(std::move(told)) {}

  void play(const FoundScenario& scenario) {
    const yaml::Node& node = *scenario.node;
    if (const yaml::Node* include = yaml::at(node, "include")) {
      for (const yaml::Node& each : one_or_many(*include)) {
        if (const auto found = find_scenario(desk_, each.text())) play(*found);
      }
    }
    run_.set_folder(folder_of(scenario.path));
    if (const yaml::Node* never = yaml::at(node, "never")) run_.watch(*never);
    if (const yaml::Node* holds = yaml::at(node, "holds")) run_.watch_holds(*holds);
    if (const yaml::Node* given = yaml::at(node, "given")) {
      put_in_place(run_, *given, yaml::text_at(node, "workflow"));
    }
    if (const yaml::Node* steps = yaml::at(node, "steps")) {
      for (const yaml::Node& step : steps->items()) {
        run_.step(step);
        if (told_) told_(step);
      }
    }
  }

 private:
  const bundle::Desk& desk_;
  ScenarioRun& run_;
  StepTold told_;
};

// Notes what each step of a scenario comes to.
class Notes {
 public:
  Notes(ScenarioRun& run, Tried& tried) : run_(run), tried_(tried) {}

  void take(const yaml::Node& step) {
    TriedStep out{.at = step.location(), .now = run_.stage().now()};
    if (out.at.source) out.what = line_of(out.at);
    for (const base::CaseId id : run_.stage().case_ids()) look_at(id, out);
    for (; told_ < run_.failures().size(); ++told_) out.failures.push_back(run_.failures()[told_]);
    tried_.steps.push_back(std::move(out));
  }
  // What was found wrong when all steps were over.
  void end() {
    for (; told_ < run_.failures().size(); ++told_) {
      tried_.failures.push_back(run_.failures()[told_]);
    }
  }

 private:
  static std::string line_of(const base::Location& at) {
    const std::string_view line = at.source->line(at.source->place_of(at.offset).line);
    const std::size_t begin = line.find_first_not_of(" -");
    return begin == std::string_view::npos ? std::string() : std::string(line.substr(begin));
  }

  void look_at(base::CaseId id, TriedStep& out) {
    const auto snapshot = run_.stage().load(id);
    if (!snapshot) return;
    const bool several = run_.stage().case_ids().size() > 1;
    const std::string of = several ? snapshot->number + " " : "";
    for (const cases::Instance& each : snapshot->instances) {
      const cases::StateEntry* state = each.innermost();
      if (state == nullptr || each.closed_at) continue;
      const std::string partner = each.referral ? " (" + each.referral->partner + ")" : "";
      out.states.push_back(fmt::format("{}{}{}: {}", of, each.workflow, partner, state->path));
    }
    const auto letters = run_.stage().letters(id);
    for (std::size_t& seen = letters_[id]; seen < letters.size(); ++seen) {
      out.letters.push_back(
          fmt::format("{}: {}", letters[seen].letter.letter, letters[seen].letter.to_name));
    }
  }

  ScenarioRun& run_;
  Tried& tried_;
  std::size_t told_ = 0;
  std::map<base::CaseId, std::size_t> letters_;
};

// The clock of the scenario; where it only includes others, theirs.
std::optional<base::LocalTime> start_of(const bundle::Desk& desk, const yaml::Node& scenario) {
  if (const yaml::Node* clock = yaml::at(scenario, "clock")) return moment_of(*clock);
  const yaml::Node* include = yaml::at(scenario, "include");
  if (include == nullptr || one_or_many(*include).empty()) return {};
  const auto found = find_scenario(desk, one_or_many(*include).front().text());
  return found ? start_of(desk, *found->node) : std::nullopt;
}

// The scenarios of a desk with the mistakes that each one has: one with mistakes fails, and the
// others are played.
class Suite {
 public:
  Suite(std::shared_ptr<const bundle::Desk> desk, base::Language language)
      : desk_(std::move(desk)), language_(language), all_(all_scenarios(*desk_)) {
    for (const FoundScenario& each : all_) {
      base::Diagnostics found;
      check_scenario(each, *desk_, found);
      for (const base::Diagnostic& one : found.sorted()) {
        if (one.severity == base::Severity::error) mistakes_[each.name].push_back(one);
      }
    }
  }

  const std::vector<FoundScenario>& all() const { return all_; }

  // What is wrong with it, and with those that it includes.
  std::vector<Failure> mistakes(const FoundScenario& scenario) const {
    std::vector<Failure> out;
    const auto own = mistakes_.find(scenario.name);
    if (own != mistakes_.end()) {
      for (const base::Diagnostic& each : own->second) {
        const std::string hint = each.hint ? "\n" + each.hint->in(language_) : "";
        out.push_back({scenario.name, each.at, each.what.in(language_) + hint, {}, {}});
      }
      return out;
    }
    const yaml::Node* include = yaml::at(*scenario.node, "include");
    if (include == nullptr) return out;
    for (const yaml::Node& each : one_or_many(*include)) {
      const auto found = find_scenario(*desk_, each.text());
      if (!found || mistakes(*found).empty()) continue;
      out.push_back({scenario.name,
                     each.location(),
                     base::Message(failed::kIncludedBroken, {each.text()}).in(language_),
                     {},
                     {}});
    }
    return out;
  }

 private:
  std::shared_ptr<const bundle::Desk> desk_;
  base::Language language_;
  std::vector<FoundScenario> all_;
  std::map<std::string, std::vector<base::Diagnostic>> mistakes_;
};

std::vector<Failure> run_one(const std::shared_ptr<const bundle::Desk>& desk,
                             const FoundScenario& scenario, Coverage& coverage, const Shown& shown,
                             const MakeStore& make_store, base::Language language) {
  const auto start = start_of(*desk, *scenario.node);
  if (!start) return {};  // it has mistakes, and was not to be run
  ScenarioRun run(desk, scenario.name, desk->calendar->instant_of(*start), folder_of(scenario.path),
                  make_store ? make_store() : nullptr, language);
  coverage.watch(run.stage());
  Playing(*desk, run).play(scenario);
  run.end();
  coverage.add(run.stage());
  if (shown) shown(scenario.name, run.stage());
  return run.failures();
}

}  // namespace

Report run_scenarios(const std::shared_ptr<const bundle::Desk>& desk, const Told& told,
                     const Shown& shown, const MakeStore& make_store, base::Language language) {
  Report report;
  Coverage coverage(*desk);
  run_rules(*desk, report, told, language);
  const Suite suite(desk, language);
  for (const FoundScenario& scenario : suite.all()) {
    std::vector<Failure> failures = suite.mistakes(scenario);
    if (failures.empty()) {
      failures = run_one(desk, scenario, coverage, shown, make_store, language);
    }
    ++(failures.empty() ? report.passed : report.failed);
    told(scenario.name, failures.empty());
    std::ranges::move(failures, std::back_inserter(report.failures));
  }
  report.coverage = coverage.report();
  return report;
}

std::vector<ScenarioName> scenario_names(const bundle::Desk& desk) {
  std::vector<ScenarioName> out;
  for (const FoundScenario& each : all_scenarios(desk)) out.push_back({each.name, each.path});
  return out;
}

std::optional<Tried> try_scenario(const std::shared_ptr<const bundle::Desk>& desk,
                                  const std::string& name, base::Language language) {
  const auto scenario = find_scenario(*desk, name);
  if (!scenario) return {};
  Tried tried{.name = name, .path = scenario->path};
  tried.failures = Suite(desk, language).mistakes(*scenario);
  const auto start = start_of(*desk, *scenario->node);
  if (!tried.failures.empty() || !start) return tried;
  ScenarioRun run(desk, name, desk->calendar->instant_of(*start), folder_of(scenario->path),
                  nullptr, language);
  Notes notes(run, tried);
  Playing(*desk, run, [&](const yaml::Node& step) { notes.take(step); }).play(*scenario);
  run.end();
  notes.end();
  tried.passed = run.failures().empty();
  return tried;
}

}  // namespace guichet::scenarios
