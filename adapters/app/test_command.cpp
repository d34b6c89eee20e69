#include <fmt/format.h>

#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "workflows/scenarios/scenario.hpp"

namespace guichet::app {
namespace {

void print(const scenarios::Failure& failure) {
  std::string place = failure.scenario;
  if (failure.at.source) {
    const base::Place at = failure.at.source->place_of(failure.at.offset);
    place = fmt::format("{}:{}:{}: {}", failure.at.source->name(), at.line, at.column,
                        failure.scenario);
  }
  std::cerr << fmt::format("{}: {}\n", place, failure.what);
  for (const std::string& fact : failure.since) std::cerr << "      | " << fact << "\n";
}

void print(const scenarios::Untested& untested, base::Language language) {
  constexpr std::size_t kMost = 10;
  std::string ids;
  for (std::size_t i = 0; i < untested.ids.size() && i < kMost; ++i)
    ids += (i == 0 ? "" : ", ") + untested.ids[i];
  if (untested.ids.size() > kMost) ids += fmt::format(", ... ({})", untested.ids.size());
  std::cout << base::Message(messages::kUntested, {untested.of, ids}).in(language) << "\n";
}

}  // namespace

int run_test(const Words& words) {
  const Usage usage{
      .command = "test",
      .summary = "Runs a desk's scenarios (tests/), its tables' and conventions' tests.",
      .positionals = {"DIR"},
      .options = {},
      .epilogue = "The last line is `N passed, N failed`."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto desk = open_desk(arguments->at(0), language);
  if (!desk) return desk.error();
  base::Diagnostics diagnostics;
  scenarios::check_scenarios(**desk, diagnostics);
  std::cerr << render_text(diagnostics, language);
  if (diagnostics.has_errors()) return kWrongInput;
  const scenarios::Report report =
      scenarios::run_scenarios(*desk, [](const std::string& name, bool passed) {
        std::cout << (passed ? "ok      " : "FAILED  ") << name << "\n";
      });
  std::cout.flush();
  for (const scenarios::Failure& failure : report.failures) print(failure);
  for (const scenarios::Untested& each : report.untested) print(each, language);
  std::cout << fmt::format("{} passed, {} failed\n", report.passed, report.failed);
  return report.failed == 0 ? kDone : kWrongInput;
}

}  // namespace guichet::app
