// The Pays de Figeac with one test file of its own instead of those of the example.
#pragma once

#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/scenario.hpp"

namespace guichet::test {

using Files = std::map<std::string, std::string>;

struct Played {
  std::shared_ptr<const bundle::Desk> desk;
  std::string said;  // by the check of the scenario file
  scenarios::Report report;

  std::string failures() const {
    std::string out;
    for (const scenarios::Failure& each : report.failures) out += each.what + "\n";
    return out;
  }
};

inline Files figeac() {
  base::Diagnostics diagnostics;
  Files files = bundle::read_folder(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  std::erase_if(files, [](const auto& file) {
    return file.first.starts_with("tests/") && file.first.ends_with(".yaml");
  });
  files.erase("population.yaml");  // it names states that a test may do without
  return files;
}

// `scenarios` is what stands under `scenarios:`; `more` are files besides.
inline Played play(const std::string& scenarios, const Files& more = {}) {
  Files files = figeac();
  files["tests/x.yaml"] = "guichet: scenario/1\nscenarios:\n" + scenarios;
  for (const auto& [path, text] : more) files[path] = text;
  Played played;
  base::Diagnostics diagnostics;
  played.desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(played.desk != nullptr);
  scenarios::check_scenarios(*played.desk, diagnostics);
  if (diagnostics.has_errors()) played.said = render_text(diagnostics, base::Language::en);
  if (played.said.empty()) {
    played.report = scenarios::run_scenarios(played.desk, [](const std::string&, bool) {});
  }
  UNSCOPED_INFO(played.said << played.failures());
  return played;
}

}  // namespace guichet::test
