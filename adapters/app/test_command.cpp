#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/diagnostic_formats.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/json/json.hpp"
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
  for (const std::string& offer : failure.offers) std::cerr << "      > " << offer << "\n";
}

void print(const scenarios::Untested& untested, base::Language language) {
  constexpr std::size_t kMost = 10;
  std::string ids;
  for (std::size_t i = 0; i < untested.ids.size() && i < kMost; ++i)
    ids += (i == 0 ? "" : ", ") + untested.ids[i];
  if (untested.ids.size() > kMost) ids += fmt::format(", ... ({})", untested.ids.size());
  std::cout << base::Message(messages::kUntested, {untested.of, ids}).in(language) << "\n";
}

void print(const scenarios::CoverageRow& row, base::Language language) {
  const auto text = [](std::size_t number) { return std::to_string(number); };
  std::cout << base::Message(messages::kCoverage,
                             {row.path, text(row.states.covered), text(row.states.total),
                              text(row.transitions.covered), text(row.transitions.total),
                              text(row.timers.covered), text(row.timers.total)})
                   .in(language)
            << "\n";
}

// What no scenario went through, as warnings at its place.
base::Diagnostics uncovered(const std::vector<scenarios::CoverageRow>& rows) {
  base::Diagnostics diagnostics;
  for (const scenarios::CoverageRow& row : rows) {
    for (const scenarios::Uncovered& each : row.uncovered) {
      const auto& text = each.element == scenarios::Element::state   ? messages::kUncoveredState
                         : each.element == scenarios::Element::timer ? messages::kUncoveredTimer
                                                                     : messages::kUncoveredArm;
      diagnostics.warning(each.at, base::Message(text, {each.name}));
    }
  }
  return diagnostics;
}

std::string share_json(const scenarios::CoverageRow::Share& share) {
  return fmt::format(R"({{"covered":{},"total":{}}})", share.covered, share.total);
}

std::string json_of(const scenarios::Report& report, base::Language language) {
  std::vector<std::string> failures, rows;
  for (const scenarios::Failure& each : report.failures) {
    base::Place place;
    if (each.at.source) place = each.at.source->place_of(each.at.offset);
    failures.push_back(fmt::format(R"({{"scenario":{},"file":{},"line":{},"column":{},"what":{}}})",
                                   json::quote(each.scenario),
                                   json::quote(each.at.source ? each.at.source->name() : ""),
                                   place.line, place.column, json::quote(each.what)));
  }
  for (const scenarios::CoverageRow& row : report.coverage) {
    rows.push_back(fmt::format(R"({{"path":{},"states":{},"transitions":{},"timers":{}}})",
                               json::quote(row.path), share_json(row.states),
                               share_json(row.transitions), share_json(row.timers)));
  }
  return fmt::format(
      R"({{"passed":{},"failed":{},"failures":[{}],"coverage":[{}],"uncovered":{}}})",
      report.passed, report.failed, fmt::join(failures, ","), fmt::join(rows, ","),
      to_json(uncovered(report.coverage), language));
}

}  // namespace

int run_test(const Words& words) {
  const Usage usage{
      .command = "test",
      .summary = "Runs a desk's scenarios (tests/), its tables' and conventions' tests.",
      .positionals = {"DIR"},
      .options = {{"coverage", "", "list what no scenario goes through, with its place"},
                  {"format", "text|json", "how the result is written (text)"}},
      .epilogue = "The last line is `N passed, N failed`."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string format = arguments->get("format", "text");
  if (format != "text" && format != "json") {
    std::cerr << fmt::format("guichet test: unknown format '{}'\n", format);
    return kUsage;
  }
  const auto desk = open_desk(arguments->at(0), language);
  if (!desk) return desk.error();
  // A scenario with mistakes fails with them, below; here is what belongs to none of them.
  base::Diagnostics diagnostics;
  scenarios::check_outside_scenarios(**desk, diagnostics);
  std::cerr << render_text(diagnostics, language);
  const bool as_json = format == "json";
  const auto told = [&](const std::string& name, bool passed) {
    if (!as_json) std::cout << (passed ? "ok      " : "FAILED  ") << name << "\n";
  };
  const scenarios::Report report =
      scenarios::run_scenarios(*desk, told, nullptr, nullptr, language);
  const bool good = report.failed == 0 && !diagnostics.has_errors();
  std::cout.flush();
  if (as_json) {
    std::cout << json_of(report, language) << "\n";
    return good ? kDone : kWrongInput;
  }
  for (const scenarios::Failure& failure : report.failures) print(failure);
  for (const scenarios::Untested& each : report.untested) print(each, language);
  for (const scenarios::CoverageRow& row : report.coverage) print(row, language);
  if (arguments->has("coverage")) {
    std::cerr << render_text(uncovered(report.coverage), language);
  }
  std::cout << fmt::format("{} passed, {} failed\n", report.passed, report.failed);
  return good ? kDone : kWrongInput;
}

}  // namespace guichet::app
