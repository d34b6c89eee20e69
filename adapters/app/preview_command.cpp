#include <iostream>
#include <limits>

#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/definition_in_force.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/plan_argument.hpp"
#include "adapters/app/preview_output.hpp"
#include "adapters/app/publication_gate.hpp"
#include "adapters/app/version_messages.hpp"
#include "adapters/sql/database.hpp"
#include "engine/publishing/gate_messages.hpp"
#include "engine/publishing/preview_json.hpp"

namespace guichet::app {
int run_preview(const Words& words) {
  const Usage usage{
      .command = "preview",
      .summary = "What a desk's folder would change for the cases of a database, if published.",
      .positionals = {"DIR"},
      .options = {{"database", "URL", "where cases are kept", true},
                  {"plan", "FILE|DIR", "a migration plan to try"},
                  {"keep-in-flight", "", "as if published with it"},
                  {"replay", "N", "live N past cases again under both versions"},
                  {"format", "text|json", "for people, or one line for programs (text)"}},
      .epilogue =
          "Nothing is written. Says whether `publish` would take the folder: its tests and\n"
          "promises are tried as there. In flight: who goes on, who needs a plan, which timers\n"
          "change. Past, with --replay: who would have been sent elsewhere, reminded on\n"
          "another day, or stuck."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string format = arguments->get("format", "text");
  if (format != "text" && format != "json") {
    std::cerr << "guichet preview: --format is text or json, not '" << format << "'\n";
    return kUsage;
  }
  const auto most = number_of(arguments->get("replay", "0"));
  if (!most) {
    return report(base::Message(messages::kBadReplay, {arguments->get("replay")}), language);
  }
  const Folder folder = read_desk_folder(arguments->at(0), language);
  if (!folder.desk) return kWrongInput;
  ErrorLog log;
  const auto store = sql::open_database(arguments->get("database"), log, {.create = false});
  if (!store) return report(store.error(), language);
  publishing::Versions versions(**store, folder.desk);
  const auto plan = read_plan(arguments->get("plan"), **store, versions, language);
  if (!plan) return plan.error();
  const auto preview =
      publishing::preview(**store, versions, {.plan = **plan}, SystemClock().now());
  std::optional<publishing::Replay> past;
  if (*most > 0) {
    past = publishing::replay(**store, versions, *most, std::numeric_limits<std::size_t>::max());
  }
  const publishing::Gate gate = publishing::ask_gate(folder.desk, language);
  print_gate(gate, language);
  const std::string current = (*store)->setting(std::string(store::kCurrentDefinition));
  const bool same = current == folder.desk->content_hash;
  const publishing::InFlight in_flight{preview, **plan, arguments->has("plan"),
                                       arguments->has("keep-in-flight")};
  const publishing::Forecast forecast =
      same ? publishing::Forecast{false, {base::Message(publishing::messages::kSamePublished)}}
           : publishing::forecast_of(gate, in_flight);
  if (format == "json") {
    std::cout << publishing::preview_json(preview, past ? &*past : nullptr, forecast, language)
              << "\n";
    return kDone;
  }
  std::cout << preview_text(preview, *folder.desk, language);
  if (!preview.stranded.empty()) std::cout << "\n# " << mend_text(preview, language);
  if (past) std::cout << replay_text(*past, language);
  std::cout << forecast_text(forecast, language);
  return kDone;
}

}  // namespace guichet::app
