#include <fmt/format.h>

#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/definition_in_force.hpp"
#include "adapters/app/migration_output.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/plan_argument.hpp"
#include "adapters/app/preview_output.hpp"
#include "adapters/app/version_messages.hpp"
#include "adapters/sql/database.hpp"
#include "engine/publishing/gate_messages.hpp"
#include "engine/publishing/plan_text.hpp"
#include "engine/publishing/preview.hpp"
#include "workflows/scenarios/scenario.hpp"

namespace guichet::app {
namespace {

using base::Message;

struct Migrating {
  const Arguments& arguments;
  base::Language language;
  desk::Desk& desk;
  publishing::Versions& versions;
  PlanPointer plan;

  int run() {
    if (arguments.has("revert")) return revert();
    if (arguments.has("dry-run")) return try_out();
    if (plan->unmapped() == migrate::Unmapped::refuse) {
      const auto preview =
          publishing::preview(desk.store(), versions, {.plan = *plan}, desk.clock().now());
      if (!preview.stranded.empty()) {
        std::cout << preview_text(preview, versions.target(), language);
        return report(Message(publishing::messages::kRefusedByPlan), language);
      }
    }
    publishing::note_migration(desk.store(), plan->hash);
    const auto done = publishing::migrate_cases(desk, plan, actor(), show_progress());
    if (done.done_before > 0) std::cout << fmt::format("{:>8}  before\n", done.done_before);
    print_verdicts(done.verdicts);
    print_left(desk.store(), plan->hash);
    return kDone;
  }

  access::Actor actor() const { return administrator(arguments.get("as", "administrateur")); }

  // On copies: nothing is written. The new version's scenarios are played beside it.
  int try_out() {
    const cases::Surroundings around{
        .desk = versions.target(),
        .pinned = [this](const std::string& hash) { return versions.find(hash); },
        .directory = desk.directory(),
        .loads = {},
        .now = desk.clock().now(),
        .secret = {}};
    const publishing::DryRun tried = publishing::dry_run(desk, plan, around);
    print_verdicts(tried.verdicts);
    for (const auto& [id, reason] : tried.left) {
      std::cout << fmt::format("  {} : {}\n", id.value, reason);
    }
    const scenarios::Report told =
        scenarios::run_scenarios(versions.shared_target(), [](const std::string&, bool) {});
    std::cout << fmt::format("{} passed, {} failed\n", told.passed, told.failed);
    return told.failed == 0 ? kDone : kWrongInput;
  }

  // The last migration, whatever its plan.
  int revert() {
    const std::string last = desk.store().setting(std::string(publishing::kLastMigration));
    if (last.empty()) {
      return report(Message(messages::kNothingToRevert), language);
    }
    std::map<base::CaseId, std::string> stays;
    const auto done = publishing::revert_cases(desk, last, actor(), show_progress(), stays);
    print_verdicts(done.verdicts);
    for (const auto& [id, reason] : stays) {
      std::cout << fmt::format("  {} : {}\n", id.value, reason);
    }
    return stays.empty() ? kDone : kWrongInput;
  }
};

}  // namespace

int run_migrate(const Words& words) {
  const Usage usage{
      .command = "migrate",
      .summary = "Takes cases in flight over to the version in force, by a plan.",
      .positionals = {"DIR"},
      .options = {{"database", "URL", "where cases are kept", true},
                  {"plan", "FILE|DIR",
                   "a migration plan; without it, what needs no word goes over"},
                  {"dry-run", "", "on copies: says what would become of each case"},
                  {"revert", "",
                   "takes the last migration back, in cases that nothing happened to since"},
                  {"as", "NAME", "who migrates (administrateur)"}},
      .epilogue =
          "Each case is one transaction. Stopped halfway, run it again: it goes on where\n"
          "it was, and nothing is done twice. There is a way back (--revert) for a case\n"
          "only until its next event, and none where the plan's moves sent letters."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const Folder folder = read_desk_folder(arguments->at(0), language);
  if (!folder.desk) return kWrongInput;
  ErrorLog log;
  const auto store = sql::open_database(arguments->get("database"), log, {.create = false});
  if (!store) return report(store.error(), language);
  const auto in_force = definition_in_force(**store, arguments->get("database"), folder, language);
  if (!in_force) return in_force.error();
  if (in_force->definition->hash != folder.desk->hash) {
    return report(Message(messages::kPublishFirst, {arguments->at(0)}), language);
  }
  publishing::Versions versions(**store, in_force->definition);
  const std::string path = arguments->has("revert") ? "" : arguments->get("plan");
  const auto plan = read_plan(path, **store, versions, language);
  if (!plan) return plan.error();
  const SystemClock clock;
  desk::Desk desk(in_force->definition, **store, clock, log);
  return Migrating{*arguments, language, desk, versions, *plan}.run();
}

}  // namespace guichet::app
