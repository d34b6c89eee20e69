#include <fmt/format.h>

#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/definition_in_force.hpp"
#include "adapters/app/migration_output.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/plan_argument.hpp"
#include "adapters/app/preview_output.hpp"
#include "adapters/app/publication_gate.hpp"
#include "adapters/app/version_messages.hpp"
#include "adapters/sql/database.hpp"
#include "engine/publishing/gate_messages.hpp"
#include "engine/publishing/plan_text.hpp"
#include "engine/publishing/preview.hpp"

namespace guichet::app {
namespace {

using base::Message;

int print_refusals(const std::vector<Message>& refusals, base::Language language) {
  for (const Message& each : refusals) report(each, language);
  return kWrongInput;
}

// The cases, and the lines of a plan that would carry them.
int refuse_stranding(const publishing::Preview& preview, const bundle::Desk& target,
                     const std::vector<Message>& refusals, base::Language language) {
  std::cout << preview_text(preview, target, language);
  print_refusals(refusals, language);
  for (const publishing::CaseName& each : preview.stranded) {
    if (!each.number.empty()) std::cerr << "  " << each.number << "\n";
  }
  std::cerr << mend_text(preview, language);
  return kWrongInput;
}

void put_in_force(store::Store& store, const bundle::Desk& desk, const std::string& by,
                  const std::string& note) {
  const std::string previous = store.setting(std::string(store::kCurrentDefinition));
  store::Publication publication{.content_hash = desk.content_hash,
                                 .bundle = desk.hash,
                                 .at = SystemClock().now(),
                                 .by = by,
                                 .note = note,
                                 .previous = previous};
  desk::write_and_wait(store, [&](store::Transaction& transaction) {
    transaction.publish(publication, desk.files);
  });
}

struct Publishing {
  const Arguments& arguments;
  base::Language language;
  std::shared_ptr<const bundle::Desk> target;
  store::Store& store;

  int run() {
    publishing::Versions versions(store, target);
    const auto plan = read_plan(arguments.get("plan"), store, versions, language);
    if (!plan) return plan.error();
    const auto preview =
        publishing::preview(store, versions, {.plan = **plan}, SystemClock().now());
    const bool keeps = arguments.has("keep-in-flight");
    const bool planned = arguments.has("plan");
    const publishing::InFlight in_flight{preview, **plan, planned, keeps};
    if (const auto refusals = publishing::refusals_of(in_flight); !refusals.empty()) {
      return refuse_stranding(preview, *target, refusals, language);
    }
    const std::string who = arguments.get("as", "administrateur");
    put_in_force(store, *target, who, arguments.get("note"));
    std::cout << preview_text(preview, *target, language)
              << Message(messages::kPublished, {target->content_hash.substr(0, 12)}).in(language)
              << "\n";
    if (!publishing::goes_over(in_flight)) {
      const std::size_t pinned = preview.open - preview.pinned_to_target;
      std::cout << Message(messages::kPinned, {std::to_string(pinned)}).in(language) << "\n";
      return kDone;
    }
    migrate_all(**plan, *plan, who);
    return kDone;
  }

  void migrate_all(const migrate::Plan& plan, const PlanPointer& shared, const std::string& who) {
    const SystemClock clock;
    ErrorLog log;
    desk::Desk desk(target, store, clock, log);
    publishing::note_migration(store, plan.hash);
    const auto run = publishing::migrate_cases(desk, shared, administrator(who), show_progress());
    print_verdicts(run.verdicts);
    print_left(store, plan.hash);
  }
};

}  // namespace

int run_publish(const Words& words) {
  const Usage usage{
      .command = "publish",
      .summary = "Checks a desk's folder, tests it, and puts it in force in a database.",
      .positionals = {"DIR"},
      .options = {{"database", "URL", "where cases are kept", true},
                  {"note", "TEXT", "what changed, for the history of versions"},
                  {"plan", "FILE|DIR", "how cases in flight go over"},
                  {"keep-in-flight", "", "cases in flight finish under their own version"},
                  {"as", "NAME", "who publishes (administrateur)"}},
      .epilogue =
          "Cases in flight go over at once where nothing changes for what they stand in\n"
          "(identical, compatible); else they keep their version, and `guichet migrate`\n"
          "takes them over. A version that would strand some is refused, with a plan that\n"
          "would mend it. A folder with mistakes changes nothing."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const Folder folder = read_desk_folder(arguments->at(0), language);
  if (!folder.desk) return kWrongInput;
  ErrorLog log;
  const auto store = sql::open_database(arguments->get("database"), log);
  if (!store) return report(store.error(), language);
  const std::string current = (*store)->setting(std::string(store::kCurrentDefinition));
  if (current == folder.desk->content_hash) {
    std::cout << Message(publishing::messages::kSamePublished).in(language) << "\n";
    return kDone;
  }
  const publishing::Gate gate = publishing::ask_gate(folder.desk, language);
  print_gate(gate, language);
  if (!gate.refusals.empty()) return print_refusals(gate.refusals, language);
  return Publishing{*arguments, language, folder.desk, **store}.run();
}

}  // namespace guichet::app
