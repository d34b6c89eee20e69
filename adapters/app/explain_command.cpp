#include <iostream>
#include <memory>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/unknown_path.hpp"
#include "engine/publishing/desk_words.hpp"
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

std::optional<words::Annexe> annexe_of(const bundle::Desk& desk, const std::string& path,
                                       base::Language language) {
  const model::Workflow* workflow = desk.workflow(path);
  if (workflow == nullptr) return std::nullopt;
  return words::annexe(*workflow, publishing::words_of(desk, language), language);
}

// The annexe, or with an older folder of the desk what has changed in it since.
int print_annexe(const bundle::Desk& desk, const std::string& path, const std::string& since,
                 base::Language language) {
  const auto now = annexe_of(desk, path, language);
  if (!now) return unknown_path("explain", desk, path);
  if (since.empty()) {
    std::cout << words::to_markdown(*now);
    return kDone;
  }
  const auto old_desk = open_desk(since, language);
  if (!old_desk) return old_desk.error();
  const auto before = annexe_of(**old_desk, path, language);
  if (!before) return unknown_path("explain", **old_desk, path);
  std::cout << words::difference(*before, *now, language);
  return kDone;
}

int wrong_options(const std::string& sentence) {
  std::cerr << "guichet explain: " << sentence << "\n";
  return kUsage;
}

}  // namespace

int run_explain(const Words& words) {
  const Usage usage{
      .command = "explain",
      .summary =
          "Prints a path in the plain language: what it extends merged, short forms written "
          "out. With --as annexe: in words, to be signed with the agreement.",
      .positionals = {"DIR", "PATH"},
      .options = {{"as", "FORM",
                   "annexe: sentences, as Markdown; yaml: plain language (if absent)"},
                  {"since", "DIR", "with --as annexe: what changed since this folder of the desk"}},
      .epilogue =
          "Comments say where each part comes from. What is printed loads to the same "
          "path.\nExample: guichet explain examples/pays-de-figeac creation --as annexe"};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string form = arguments->get("as", "yaml"), path = arguments->at(1);
  if (form != "yaml" && form != "annexe") return wrong_options("--as takes 'annexe' or 'yaml'");
  if (arguments->has("since") && form != "annexe") {
    return wrong_options("--since goes with --as annexe");
  }
  const auto desk = open_desk(arguments->at(0), language);
  if (!desk) return desk.error();
  if (form == "annexe") return print_annexe(**desk, path, arguments->get("since"), language);
  const auto text = lowered(**desk, path, language);
  if (!text) return unknown_path("explain", **desk, path);
  std::cout << *text;
  return kDone;
}

}  // namespace guichet::app
