// docs/format.md against the loaders: each block that names its kind is put into the folder of the
// Pays de Figeac as a file of that kind, and the folder is read.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string_view>

#include "engine/base/file.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/migrate/load_plan.hpp"
#include "workflows/scenarios/scenario.hpp"

using namespace guichet;

namespace {

using Files = std::map<std::string, std::string>;

struct Block {
  std::string kind;  // "workflow"
  int line = 0;      // of its fence in docs/format.md
  std::string text;
};

std::string document() {
  const auto bytes = base::read_bytes(GUICHET_ROOT "/docs/format.md");
  REQUIRE(bytes);
  return *bytes;
}

// "# check: workflow/1" and "<!-- check: letter/1 -->" give the kind; other lines nothing.
std::string marked_kind(std::string_view line) {
  constexpr std::string_view kMark = "check: ", kVersion = "/1";
  const bool marked = line.starts_with("# check: ") || line.starts_with("<!-- check: ");
  if (!marked) return "";
  const std::size_t from = line.find(kMark) + kMark.size();
  const std::size_t to = line.find(kVersion, from);
  REQUIRE(to != std::string_view::npos);
  return std::string(line.substr(from, to - from));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    out.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

// Every fenced block whose first line is a mark. A letter begins after its mark: its head comes
// first in the file.
std::vector<Block> marked_blocks(const std::string& markdown) {
  std::vector<Block> out;
  const std::vector<std::string> lines = lines_of(markdown);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with("```")) continue;
    Block block{.line = static_cast<int>(i) + 1};
    for (++i; i < lines.size() && lines[i] != "```"; ++i) {
      const bool first = static_cast<int>(i) == block.line;
      if (first) block.kind = marked_kind(lines[i]);
      if (!first || block.kind != "letter") block.text += lines[i] + "\n";
    }
    REQUIRE(i < lines.size());  // each fence is closed
    if (!block.kind.empty()) out.push_back(std::move(block));
  }
  return out;
}

std::string id_of(const Block& block) {
  for (const std::string& line : lines_of(block.text)) {
    if (line.starts_with("id: ")) return line.substr(4);
  }
  return "exemple";
}

// Where a file of that kind stands; what is there already gives way.
std::string place_of(const Block& block) {
  if (block.kind == "workflow") return "workflows/" + id_of(block) + ".yaml";
  if (block.kind == "decision-table" || block.kind == "convention") {
    return "rules/" + id_of(block) + ".yaml";
  }
  if (block.kind == "calendar") return "calendars/" + id_of(block) + ".yaml";
  if (block.kind == "letter") return "letters/exemple.md";
  if (block.kind == "scenario") return "tests/exemple.yaml";
  if (block.kind == "results") return "results/indicateurs.yaml";
  return block.kind + ".yaml";
}

// Other files refer to what these define; a short example of them does not satisfy all.
bool stands_alone(const Block& block) {
  return block.kind == "desk" || block.kind == "fields" || block.kind == "partners";
}

const Files& example_files() {
  static const Files files = [] {
    base::Diagnostics diagnostics;
    Files read = bundle::read_folder(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    return read;
  }();
  return files;
}

struct Loaded {
  std::shared_ptr<const bundle::Desk> desk;
  std::string errors_inside;  // of the block
  std::string all;
};

// A plan is no file of a desk: it is read against two versions of one, here the same twice.
Loaded load_plan_block(const Block& block) {
  base::Diagnostics found;
  Loaded out{.desk = bundle::load_desk_files(example_files(), "", found)};
  REQUIRE(out.desk);
  const auto root = yaml::parse(base::make_source("plan.yaml", block.text), found);
  REQUIRE(root);
  migrate::load_plan({root.get()}, {*out.desk, {out.desk.get()}}, found);
  out.errors_inside = out.all = render_text(found, base::Language::en);
  return out;
}

Loaded load_with(const Block& block) {
  if (block.kind == "migration") return load_plan_block(block);
  Files files = example_files();
  const std::string path = place_of(block);
  files[path] = block.text;
  base::Diagnostics found, inside;
  Loaded out{.desk = bundle::load_desk_files(files, "", found)};
  if (out.desk) scenarios::check_scenarios(*out.desk, found);
  for (const base::Diagnostic& each : found.list()) {
    const bool here = each.at.source && each.at.source->name() == path;
    if (here && each.severity == base::Severity::error) inside.add(each);
  }
  out.errors_inside = render_text(inside, base::Language::en);
  out.all = render_text(found, base::Language::en);
  return out;
}

// An unknown key where the file's own keys stand.
Block spoilt(Block block) {
  const std::string header = "guichet: " + block.kind + "/1\n";
  block.text.insert(block.text.find(header) + header.size(), "unheard_of: 1\n");
  return block;
}

}  // namespace

TEST_CASE("the page on files shows each kind of file, each block with its header") {
  const auto blocks = marked_blocks(document());

  CHECK(blocks.size() >= 14);
  for (const char* kind : {"desk", "fields", "intake", "partners", "calendar", "decision-table",
                           "convention", "workflow", "letter", "scenario", "population"}) {
    INFO(kind);
    CHECK(std::ranges::find(blocks, kind, &Block::kind) != blocks.end());
  }
  for (const Block& block : blocks) {
    INFO("docs/format.md:" << block.line);
    CHECK(block.text.find("guichet: " + block.kind + "/1\n") != std::string::npos);
  }
}

TEST_CASE("each example of the page on files loads without an error of its own") {
  for (const Block& block : marked_blocks(document())) {
    const Loaded loaded = load_with(block);

    INFO("docs/format.md:" << block.line << " as " << place_of(block) << "\n" << loaded.all);
    CHECK(loaded.errors_inside.empty());
    if (!stands_alone(block)) CHECK(loaded.desk != nullptr);
  }
}

TEST_CASE("a mistake in any example of the page is found in it") {
  for (const Block& block : marked_blocks(document())) {
    const Loaded loaded = load_with(spoilt(block));

    INFO("docs/format.md:" << block.line << " as " << place_of(block));
    CHECK(loaded.errors_inside.find("unheard_of") != std::string::npos);
  }
}

TEST_CASE("the page's scenario and the tests of its table pass") {
  for (const Block& block : marked_blocks(document())) {
    if (block.kind != "scenario" && block.kind != "decision-table") continue;
    const Loaded loaded = load_with(block);
    REQUIRE(loaded.desk != nullptr);

    const auto report = scenarios::run_scenarios(loaded.desk, [](const std::string&, bool) {});

    for (const scenarios::Failure& failure : report.failures) {
      UNSCOPED_INFO("docs/format.md:" << block.line << " " << failure.scenario << ": "
                                      << failure.what);
    }
    CHECK(report.failed == 0);
  }
}

TEST_CASE("each key that a workflow may have is described") {
  const std::string page = document();
  for (const yaml::Elsewhere& level : check::keys::kLevels) {
    for (const yaml::Key& key : level.keys) {
      if (key.not_yet || key.name == "guichet") continue;
      INFO(level.level << ": " << key.name);
      CHECK(page.contains("`" + std::string(key.name) + "`"));
    }
  }
}
