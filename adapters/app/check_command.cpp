#include <fmt/format.h>

#include <iostream>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/diagnostic_formats.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/scenario.hpp"

namespace guichet::app {

int run_check(const Words& words) {
  const Usage usage{
      .command = "check",
      .summary = "Checks every file of a desk and says all its mistakes at once.",
      .positionals = {"DIR"},
      .options = {{"format", "text|json|sarif", "how mistakes are written (text)"}},
      .epilogue = "Exit: 0 no mistake; 1 mistakes (on standard error; JSON and SARIF on output)."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string format = arguments->get("format", "text");
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_for_checking(arguments->at(0), diagnostics);
  if (desk) scenarios::check_scenarios(*desk, diagnostics);
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
  if (format == "text") {
    std::cout << (language == base::Language::fr
                      ? fmt::format("{} : aucun défaut dans {} fichiers\n", desk->settings.name,
                                    desk->files.size())
                      : fmt::format("{}: no mistake in {} files\n", desk->settings.name,
                                    desk->files.size()));
  }
  return kDone;
}

}  // namespace guichet::app
