#include "adapters/app/bench_step.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <functional>

#include "adapters/app/bench_desk.hpp"
#include "engine/access/roles.hpp"
#include "engine/cases/event.hpp"
#include "workflows/kernel/kernel.hpp"
#include "workflows/scenarios/stage.hpp"

namespace guichet::app {
namespace {

constexpr int kRounds = 7;
constexpr int kSteps = 100'000;
constexpr int kCommands = 2'000;
constexpr base::InstanceNumber kNeed{2};

// The facts of a step, as engine/cases writes them.
class Recorder final : public kernel::Host {
 public:
  explicit Recorder(const model::Workflow& workflow) : workflow_(workflow) {}

  bool holds(model::TransitionIndex, const kernel::Trigger&, kernel::Raiser&) override {
    return true;
  }
  bool accepts(std::span<const model::TransitionIndex>, const kernel::Trigger& trigger) override {
    facts.emplace_back(cases::ActTaken{.n = kNeed, .name = trigger.name});
    return true;
  }
  void exit(const kernel::Active& state, kernel::Raiser&) override {
    facts.emplace_back(cases::StateExited{kNeed, workflow_.at(state.state).path, state.entry});
  }
  void take(model::TransitionIndex, const kernel::Trigger&, kernel::Raiser&) override {}
  void enter(const kernel::Active& state, kernel::Raiser&) override {
    facts.emplace_back(cases::StateEntered{kNeed, workflow_.at(state.state).path, state.entry});
  }
  void begin(const model::Initial&, kernel::Raiser&) override {}

  std::vector<cases::Event> facts;

 private:
  const model::Workflow& workflow_;
};

// Seconds of the fastest round.
double fastest(const std::function<void()>& round) {
  double best = 1e9;
  for (int i = 0; i < kRounds; ++i) {
    const auto before = std::chrono::steady_clock::now();
    round();
    best = std::min(
        best, std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count());
  }
  return best;
}

double us_per_step(const model::Workflow& workflow) {
  Recorder recorder(workflow);
  kernel::Position position;
  kernel::start(workflow, position, recorder);
  const kernel::Trigger next{.cause = model::Cause::action, .name = "next"};
  return fastest([&] {
           for (int i = 0; i < kSteps; ++i) {
             recorder.facts.clear();
             kernel::step(workflow, position, next, recorder);
           }
         }) /
         kSteps * 1e6;
}

base::Instant opening(const bundle::Desk& desk) {
  return desk.calendar->instant_of(base::LocalTime{*base::parse_day("2009-01-05")} +
                                   std::chrono::hours(10));
}

base::CaseId open_case(scenarios::Stage& stage, const std::string& theme) {
  feel::Arena arena;
  const feel::Value themes[] = {arena.string(theme)};
  cases::Fields fields;
  fields["reference"] = feel::Stored::string("B-1");
  fields["name"] = feel::Stored::string("Alix Bench");
  fields["phone"] = feel::Stored::string("01632 960003");
  fields["themes"] = feel::Stored(arena.list(themes));
  return stage.submit(access::system_actor(), {}, cases::OpenRequest{std::move(fields)})->kase;
}

double us_per_command(const std::shared_ptr<const bundle::Desk>& desk) {
  scenarios::Stage stage(desk, opening(*desk));
  const base::CaseId kase = open_case(stage, "round");
  const access::Actor adviser = *access::actor_as(*desk, "robin");
  return fastest([&] {
           for (int i = 0; i < kCommands; ++i) {
             stage.submit(adviser, kase, cases::Act{.n = kNeed, .name = "next", .with = {}});
           }
         }) /
         kCommands * 1e6;
}

void measure_five_years(const std::shared_ptr<const bundle::Desk>& desk, StepFigures& figures) {
  const base::Instant until = opening(*desk) + std::chrono::hours(24) * 366 * 5;
  figures.ms_five_year_case = 1000 * fastest([&] {
                                scenarios::Stage stage(desk, opening(*desk));
                                const base::CaseId kase = open_case(stage, "long");
                                stage.run_until(until);
                                figures.five_year_facts = static_cast<int>(stage.load(kase)->rev);
                              });
}

}  // namespace

StepFigures bench_step() {
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(bench_desk_files(), "bench", diagnostics);
  assert(desk != nullptr);  // tests/adapters/app/bench_step_test.cpp
  StepFigures figures;
  figures.us_per_step = us_per_step(*desk->workflow("round"));
  figures.us_per_command = us_per_command(desk);
  measure_five_years(desk, figures);
  return figures;
}

std::string to_json(const StepFigures& figures) {
  return fmt::format(R"({{"us_per_step":{:.3f},"us_per_command":{:.2f},"ms_five_year_case":{:.2f},)"
                     R"("five_year_facts":{}}})",
                     figures.us_per_step, figures.us_per_command, figures.ms_five_year_case,
                     figures.five_year_facts);
}

}  // namespace guichet::app
