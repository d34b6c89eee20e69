#include <fmt/format.h>

#include <array>
#include <exception>
#include <iostream>
#include <string_view>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "engine/base/diagnostic.hpp"

namespace guichet::app {
namespace {

struct SubCommand {
  std::string_view name;
  int (*run)(const Words&);
  std::string_view summary;
};

constexpr std::array kCommands{
    SubCommand{"check", run_check, "check a desk's files: every mistake, with place and hint"},
    SubCommand{"test", run_test, "run a desk's scenarios and its tables' tests"},
    SubCommand{"simulate", run_simulate, "let a year pass on a desk, and report on it"},
    SubCommand{"serve", run_serve, "serve a desk to its coordinator's browser"},
    SubCommand{"preview", run_preview, "what a changed folder would do to open and past cases"},
    SubCommand{"publish", run_publish, "check, test and put a changed folder in force"},
    SubCommand{"migrate", run_migrate, "take open cases over to the version in force, or back"},
    SubCommand{"account", run_account, "people's accounts, and keys of programs"},
    SubCommand{"audit", run_audit, "who came in, saw and was refused; is the chain whole?"},
    SubCommand{"import", run_import, "take requests in from a spreadsheet's CSV"},
    SubCommand{"case", run_case, "open, list, show cases and act on them"},
    SubCommand{"route", run_route, "which partners the convention chooses for a case, and why"},
    SubCommand{"decide", run_decide, "evaluate a decision table, and explain"},
    SubCommand{"convert", run_convert, "turn a decision table into DMN XML, and back"},
    SubCommand{"scenario", run_scenario, "a case, or the way that breaks a property, as a scenario"},
    SubCommand{"diagram", run_diagram, "draw a path as SVG, with live counts if wanted"},
    SubCommand{"explain", run_explain, "a path in words: for signing, or with short forms written out"},
    SubCommand{"routes", run_routes, "what a served desk answers, and to whom"},
    SubCommand{"feel", run_feel, "evaluate a FEEL expression"},
    SubCommand{"bench", run_bench, "measure"},
};

// Named in the handbook and on the roadmap, not carried out by this version.
constexpr std::string_view kNotYet[] = {"report", "fsck", "backup", "restore", "export", "erase"};

void print_help(std::ostream& out) {
  out << "usage: guichet COMMAND ...   (guichet COMMAND --help)\n\n";
  for (const SubCommand& each : kCommands) {
    out << fmt::format("  {:<10}{}\n", each.name, each.summary);
  }
}

int dispatch(const Words& words) {
  if (words.empty()) {
    print_help(std::cerr);
    return kUsage;
  }
  if (words[0] == "--help" || words[0] == "help") {
    print_help(std::cout);
    return kDone;
  }
  if (words[0] == "--version") {
    std::cout << "guichet " << GUICHET_VERSION << "\n";
    return kDone;
  }
  std::vector<std::string> names;
  for (const SubCommand& each : kCommands) {
    if (words[0] == each.name) return each.run(Words(words.begin() + 1, words.end()));
    names.emplace_back(each.name);
  }
  for (const std::string_view name : kNotYet) {
    if (words[0] != name) continue;
    std::cerr << fmt::format("guichet {}: not carried out by this version yet\n", name);
    return kUsage;
  }
  std::cerr << fmt::format("guichet: no command '{}'", words[0]);
  if (const auto near = base::did_you_mean(words[0], names)) {
    std::cerr << fmt::format(", did you mean '{}'?", *near);
  }
  std::cerr << "\n";
  return kUsage;
}

}  // namespace
}  // namespace guichet::app

int main(int count, char** values) {
  try {
    return guichet::app::dispatch({values + 1, values + count});
  } catch (const std::exception& error) {
    std::cerr << "guichet: internal fault: " << error.what() << "\n";
    return guichet::app::kFault;
  }
}
