#include <fmt/format.h>

#include <iostream>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/unknown_path.hpp"
#include "adapters/sql/database.hpp"
#include "engine/base/file.hpp"
#include "engine/publishing/desk_words.hpp"
#include "engine/publishing/live_counts.hpp"
#include "workflows/diagram/diagram.hpp"

namespace guichet::app {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::expected<Counts, int> live_counts(const std::string& database, const std::string& path,
                                       base::Language language) {
  ErrorLog log;
  auto store = sql::open_database(database, log, {.create = false});
  if (!store) return std::unexpected(report(store.error(), language));
  Counts counts;
  (*store)->read([&](store::Reader& reader) {
    counts = publishing::counts_by_state(reader.live_groups(), path);
  });
  return counts;
}

int print(const std::string& svg, const std::string& file, base::Language language) {
  if (file.empty()) {
    std::cout << svg;
    return kDone;
  }
  const auto written = base::write_file(file, svg);
  return written ? kDone : report(written.error(), language);
}

}  // namespace

int run_diagram(const Words& words) {
  const Usage usage{
      .command = "diagram",
      .summary = "Draws a path as SVG, in the desk's own words.",
      .positionals = {"DIR", "PATH"},
      .options = {{"database", "URL", "show how many open cases are at each step"},
                  {"out", "FILE", "write the picture here rather than to standard output"}},
      .epilogue = "Example: guichet diagram examples/pays-de-figeac creation --out creation.svg"};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto desk = open_desk(arguments->at(0), language);
  if (!desk) return desk.error();
  const std::string path = arguments->at(1);
  const model::Workflow* workflow = (*desk)->workflow(path);
  if (workflow == nullptr) return unknown_path("diagram", **desk, path);
  diagram::Drawing drawing = publishing::drawing_of(**desk, *workflow, language);
  if (arguments->has("database")) {
    auto counts = live_counts(arguments->get("database"), path, language);
    if (!counts) return counts.error();
    drawing.counts = std::move(*counts);
  }
  return print(to_svg(*workflow, drawing), arguments->get("out"), language);
}

}  // namespace guichet::app
