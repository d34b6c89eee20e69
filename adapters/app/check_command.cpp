#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/diagnostic_formats.hpp"
#include "adapters/app/messages.hpp"
#include "engine/publishing/check.hpp"

namespace guichet::app {
namespace {

// The day that is written, or the clock's; nothing where the text is no day.
std::optional<base::Day> day_of(const std::string& text) {
  if (text.empty()) {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return base::Day(now.time_since_epoch());
  }
  return base::parse_day(text);
}

// The last line, where there is no error.
base::Message summary(const bundle::Desk& desk, const base::Diagnostics& diagnostics) {
  const std::vector<base::Diagnostic> said = diagnostics.sorted();
  const auto warnings = std::count_if(said.begin(), said.end(), [](const base::Diagnostic& one) {
    return one.severity == base::Severity::warning;
  });
  const auto& text = warnings == 0   ? messages::kNoMistake
                     : warnings == 1 ? messages::kOneWarning
                                     : messages::kSomeWarnings;
  return base::Message(
      text, {desk.settings.name, std::to_string(desk.files.size()), std::to_string(warnings)});
}

}  // namespace

int run_check(const Words& words) {
  const Usage usage{
      .command = "check",
      .summary = "Checks every file of a desk and says all its mistakes at once.",
      .positionals = {"DIR"},
      .options = {{"format", "text|json|sarif", "how mistakes are written (text)"},
                  {"today", "DATE", "the day on which conventions must be in force (today)"}},
      .epilogue = "Exit: 0 no mistake; 1 mistakes (on standard error; JSON and SARIF on output)."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string format = arguments->get("format", "text");
  const auto today = day_of(arguments->get("today"));
  if (!today) {
    std::cerr << fmt::format("guichet check: not a date: '{}'\n", arguments->get("today"));
    return kUsage;
  }
  const auto [desk, diagnostics] = publishing::check_folder(arguments->at(0), *today, language);
  if (format == "json") {
    std::cout << to_json(diagnostics, language) << "\n";
  } else if (format == "sarif") {
    std::cout << to_sarif(diagnostics, language) << "\n";
  } else if (format == "text") {
    std::cerr << render_text(diagnostics, language);
  } else {
    std::cerr << fmt::format("guichet check: unknown format '{}'\n", format);
    return kUsage;
  }
  if (diagnostics.has_errors()) return kWrongInput;
  if (format == "text") std::cout << summary(*desk, diagnostics).in(language) << "\n";
  return kDone;
}

}  // namespace guichet::app
