#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "workflows/explore/explore.hpp"
#include "workflows/scenarios/from_case.hpp"

namespace guichet::app {
namespace {

using base::Message;

std::vector<std::string> names_of(const auto& map) {
  std::vector<std::string> out;
  for (const auto& [id, unused] : map) out.push_back(id);
  return out;
}

int no_such_workflow(const bundle::Desk& desk, const std::string& id, base::Language language) {
  const std::string known = fmt::format("{}", fmt::join(names_of(desk.workflows), ", "));
  return report(Message(messages::kNoSuchName, {id, known}), language);
}

// The definition that the case began with, as the database kept it.
std::shared_ptr<const bundle::Desk> definition_of(store::Store& store,
                                                  const std::vector<cases::Fact>& facts) {
  for (const cases::Fact& fact : facts) {
    const auto* opened = std::get_if<cases::InstanceOpened>(&fact.event);
    const auto files = opened == nullptr ? std::nullopt : store.definition(opened->bundle);
    if (!files) continue;
    base::Diagnostics diagnostics;
    return bundle::load_desk_files(*files, "", diagnostics, bundle::Proof::no);
  }
  return nullptr;
}

int from_case(const Words& words) {
  const Usage usage{
      .command = "scenario from-case",
      .summary = "Writes a case's journal as a scenario that passes by construction.",
      .positionals = {"DIR", "CASE"},
      .options = {{"database", "URL", "the database of the case", true},
                  {"pseudonymise", "", "with fictional names, addresses, numbers and texts"}},
      .epilogue = "The scenario goes to standard output. CASE is a number or an id."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto opened = open_database_desk(arguments->get("database"), arguments->at(0), language);
  if (!opened) return opened.error();
  std::vector<cases::Fact> facts;
  opened->store->read([&](store::Reader& reader) {
    if (const auto id = find_case(reader, arguments->at(1))) facts = reader.facts(*id);
  });
  if (facts.empty()) return report(Message(messages::kNoSuchCase, {arguments->at(1)}), language);
  auto desk = definition_of(*opened->store, facts);
  if (!desk) return report(Message(messages::kNoDefinitionOfCase, {arguments->at(1)}), language);
  const bool pseudonymise = arguments->has("pseudonymise");
  const scenarios::FromCase wanted{.id = pseudonymise ? "dossier" : "dossier-" + arguments->at(1),
                                   .pseudonymise = pseudonymise};
  const auto text = scenarios::scenario_from_case(desk, facts, wanted);
  if (!text)
    return report(Message(messages::kNotToldAsScenario, {text.error().in(language)}), language);
  std::cout << *text;
  return kDone;
}

int paths(const Words& words) {
  const Usage usage{.command = "scenario paths",
                    .summary = "Writes scenarios that together take every arm of a path.",
                    .positionals = {"DIR", "WORKFLOW"},
                    .options = {},
                    .epilogue = "What the convention chooses or comes from outside is left out."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto desk = open_desk(arguments->at(0), language);
  if (!desk) return desk.error();
  const model::Workflow* workflow = (*desk)->workflow(arguments->at(1));
  if (workflow == nullptr) return no_such_workflow(**desk, arguments->at(1), language);
  std::cout << explore::covering_scenarios(**desk, *workflow);
  return kDone;
}

int counter_example(const Words& words) {
  const Usage usage{.command = "scenario counter-example",
                    .summary = "Writes the way that breaks a property as a scenario to play.",
                    .positionals = {"DIR", "WORKFLOW", "PROPERTY"},
                    .options = {},
                    .epilogue = "Exit: 0 there is a way; 1 the property holds, or none was found."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto desk = open_desk(arguments->at(0), language);
  if (!desk) return desk.error();
  const model::Workflow* workflow = (*desk)->workflow(arguments->at(1));
  if (workflow == nullptr) return no_such_workflow(**desk, arguments->at(1), language);
  std::vector<std::string> known;
  for (const explore::Verdict& each : explore::check_properties(**desk, *workflow)) {
    known.push_back(each.property->id);
    if (each.property->id != arguments->at(2)) continue;
    if (each.way.empty()) {
      return report(
          Message(messages::kNoCounterExample, {each.property->id, each.why.in(language)}),
          language);
    }
    std::cout << explore::scenario_of(**desk, each);
    return kDone;
  }
  return report(
      Message(messages::kNoSuchName, {arguments->at(2), fmt::format("{}", fmt::join(known, ", "))}),
      language);
}

}  // namespace

int run_scenario(const Words& words) {
  const Words rest(words.begin() + (words.empty() ? 0 : 1), words.end());
  if (!words.empty() && words[0] == "from-case") return from_case(rest);
  if (!words.empty() && words[0] == "counter-example") return counter_example(rest);
  if (!words.empty() && words[0] == "paths") return paths(rest);
  const bool help = !words.empty() && words[0] == "--help";
  (help ? std::cout : std::cerr)
      << "usage: guichet scenario from-case DIR CASE --database URL [--pseudonymise]\n"
         "       guichet scenario counter-example DIR WORKFLOW PROPERTY\n"
         "       guichet scenario paths DIR WORKFLOW\n";
  return help ? kDone : kUsage;
}

}  // namespace guichet::app
