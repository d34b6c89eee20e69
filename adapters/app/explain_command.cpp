#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/check/load_workflow.hpp"

namespace guichet::app {
namespace {

// The desk's workflow files once more, as trees; the desk has been found sound.
std::vector<std::unique_ptr<const yaml::Node>> workflow_files(const bundle::Desk& desk) {
  std::vector<std::unique_ptr<const yaml::Node>> files;
  base::Diagnostics diagnostics;
  for (const auto& [path, text] : desk.files) {
    if (!path.starts_with("workflows/") || !path.ends_with(".yaml")) continue;
    auto file = yaml::parse(base::make_source(path, text), diagnostics);
    if (file) files.push_back(std::move(file));
  }
  return files;
}

std::optional<std::string> lowered(const bundle::Desk& desk, const std::string& path,
                                   base::Language language) {
  const auto files = workflow_files(desk);
  std::vector<const yaml::Node*> roots;
  for (const auto& file : files) roots.push_back(file.get());
  return check::explain_workflow(roots, *desk.vocabulary, path, language);
}

int unknown_path(const bundle::Desk& desk, const std::string& path) {
  std::vector<std::string> known;
  for (const auto& [id, workflow] : desk.workflows) known.push_back(id);
  std::cerr << fmt::format("guichet explain: no path '{}'", path);
  if (const auto near = base::did_you_mean(path, known)) {
    std::cerr << fmt::format(", did you mean '{}'?", *near);
  }
  std::cerr << "\n";
  return kWrongInput;
}

}  // namespace

int run_explain(const Words& words) {
  const Usage usage{
      .command = "explain",
      .summary =
          "Prints a path in the plain language: what it extends merged, short forms written "
          "out.",
      .positionals = {"DIR", "PATH"},
      .options = {},
      .epilogue =
          "Comments say where each part comes from. What is printed loads to the same "
          "path.\nExample: guichet explain examples/pays-de-figeac creation"};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk(arguments->at(0), diagnostics, bundle::Proof::no);
  if (!desk) {
    std::cerr << render_text(diagnostics, language);
    return kWrongInput;
  }
  const auto text = lowered(*desk, arguments->at(1), language);
  if (!text) return unknown_path(*desk, arguments->at(1));
  std::cout << *text;
  return kDone;
}

}  // namespace guichet::app
