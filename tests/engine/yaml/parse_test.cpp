#include <catch2/catch.hpp>

#include <chrono>

#include "tests/engine/yaml/parsed.hpp"

using namespace guichet;
using yaml::Kind;
using yaml::Style;
using Codes = std::vector<std::string>;

TEST_CASE("a document becomes a tree in its own order") {
  const Parsed parsed("guichet: workflow/1\nstates:\n  b: {final: true}\n  a:\n    - x\n    - y\n");

  REQUIRE(parsed.root);
  CHECK(parsed.diagnostics.empty());
  REQUIRE(parsed.root->is_mapping());
  const yaml::Node& states = *parsed.root->find("states");
  REQUIRE(states.entries().size() == 2);
  CHECK(states.entries()[0].key.text() == "b");
  CHECK(states.find("b")->find("final")->text() == "true");
  CHECK(states.find("a")->items()[1].text() == "y");
  CHECK(states.find("c") == nullptr);
}

TEST_CASE("scalars stay text, whatever they look like") {
  const Parsed parsed("[01001, 010, yes, no, on, 1e3, 0o17, 2009-02-04, .5, = a + b]");

  REQUIRE(parsed.root);
  std::string all;
  for (const auto& item : parsed.root->items()) all += item.text() + "|";
  CHECK(all == "01001|010|yes|no|on|1e3|0o17|2009-02-04|.5|= a + b|");
}

TEST_CASE("an interval in quotes inside braces is a double-quoted scalar") {
  const Parsed parsed("{article: art-4, effectif: \"[0..20)\"}");

  REQUIRE(parsed.root);
  const yaml::Node& size = *parsed.root->find("effectif");
  CHECK(size.text() == "[0..20)");
  CHECK(size.style() == Style::double_quoted);
  CHECK(parsed.root->find("article")->style() == Style::plain);
}

TEST_CASE("nothing, a tilde and null are empty; quoted or other words are not") {
  const Parsed parsed("[a: , ~, null, '', \"~\", nul]");

  REQUIRE(parsed.root);
  const auto items = parsed.root->items();
  CHECK(items[0].find("a")->is_empty());
  CHECK(items[1].is_empty());
  CHECK(items[2].is_empty());
  CHECK_FALSE(items[3].is_empty());
  CHECK_FALSE(items[4].is_empty());
  CHECK_FALSE(items[5].is_empty());
}

TEST_CASE("the five styles are told apart") {
  const Parsed parsed("- a\n- 'b'\n- \"c\"\n- |\n  d\n- >\n  e\n");

  REQUIRE(parsed.root);
  const auto items = parsed.root->items();
  CHECK(items[0].style() == Style::plain);
  CHECK(items[1].style() == Style::single_quoted);
  CHECK(items[2].style() == Style::double_quoted);
  CHECK(items[3].style() == Style::literal);
  CHECK(items[4].style() == Style::folded);
}

TEST_CASE("a large mapping finds each of its keys and no other") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "k" + std::to_string(i) + ": v" + std::to_string(i) + "\n";
  const Parsed parsed(text);

  REQUIRE(parsed.root);
  CHECK(parsed.root->find("k0")->text() == "v0");
  CHECK(parsed.root->find("k4999")->text() == "v4999");
  CHECK(parsed.root->find("k5000") == nullptr);
  CHECK(parsed.root->entries()[4321].key.text() == "k4321");
}

TEST_CASE("a file with a byte order mark and one with CRLF read like any other") {
  const Parsed marked(
      "\xEF\xBB\xBF"
      "é: 1\nb: 2\n");
  const Parsed windows("a: 1\r\nb: |\r\n  x\r\n  y\r\nc: z\r\n");

  REQUIRE(marked.root);
  CHECK(marked.diagnostics.empty());
  CHECK(marked.root->find("é")->text() == "1");
  REQUIRE(windows.root);
  CHECK(windows.diagnostics.empty());
  CHECK(windows.root->find("b")->text() == "x\ny\n");
  CHECK(windows.root->find("c")->text() == "z");
}

TEST_CASE("a block at the end of a file without a last line end keeps its text") {
  const Parsed parsed("a: |\n  x\n  y");

  REQUIRE(parsed.root);
  CHECK(parsed.root->find("a")->text() == "x\ny");
}

TEST_CASE("the limits of size, elements and depth are errors without a tree") {
  const Parsed large(std::string(2000, 'a'), {.bytes = 1000});
  const Parsed many("[1, 2, 3, 4]", {.nodes = 4});
  const Parsed enough("[1, 2, 3]", {.nodes = 4});
  const Parsed deep("[[[1]]]", {.depth = 2});

  CHECK_FALSE(large.root);
  CHECK(large.codes() == Codes{"file-too-large"});
  CHECK_FALSE(many.root);
  CHECK(many.codes() == Codes{"too-many-nodes"});
  CHECK(enough.root);
  CHECK_FALSE(deep.root);
  CHECK(deep.codes() == Codes{"too-deep"});
}

TEST_CASE("32 levels are read and a hundred thousand refused at once") {
  const Parsed allowed(std::string(32, '[') + std::string(32, ']'));
  const Parsed hostile(std::string(100'000, '['));
  std::string dashes;
  for (int i = 0; i < 50'000; ++i) dashes += "- ";

  CHECK(allowed.root);
  CHECK(hostile.codes() == Codes{"too-deep"});
  CHECK(Parsed(dashes).codes() == Codes{"too-deep"});
}

TEST_CASE("text that is not UTF-8 is refused at its byte") {
  const Parsed parsed("a: 1\nb: \xE9t\xE9\n");

  CHECK_FALSE(parsed.root);
  REQUIRE(parsed.codes() == Codes{"not-utf8"});
  CHECK(parsed.diagnostics.list()[0].at.offset == 8);
}

TEST_CASE("a billion laughs stay unlaughed: aliases are errors and are not followed") {
  std::string text = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + before + ", *a" +
            before + "]\n";
  }
  const Parsed parsed(text);

  REQUIRE(parsed.root);
  CHECK(parsed.root->find("a29")->items()[0].is_empty());
  CHECK(parsed.diagnostics.list().size() == 30 + 58);
}

TEST_CASE("of two entries with one key the first stays") {
  const Parsed parsed("a: 1\nb: 2\na: {c: 3}\n");

  REQUIRE(parsed.root);
  CHECK(parsed.codes() == Codes{"duplicate-key"});
  CHECK(parsed.root->entries().size() == 2);
  CHECK(parsed.root->find("a")->text() == "1");
}

TEST_CASE("faults that leave a tree are all reported in one pass") {
  const Parsed parsed("a: &x 1\nb: *x\nc: !t y\n<<: {d: 1}\na: 2\n---\nz: 1\n");

  CHECK(parsed.root);
  CHECK(parsed.codes() ==
        Codes{"anchor", "alias", "tag", "merge-key", "duplicate-key", "second-document"});
}

TEST_CASE("a fault of an earlier file does not hide one of this file") {
  base::Diagnostics diagnostics;
  yaml::parse(base::make_source("a.yaml", "a: *x"), diagnostics);
  // yaml-cpp reads the line ends before the closing quote otherwise than libyaml.
  const auto root = yaml::parse(base::make_source("b.yaml", "b: '\n\n  '\n"), diagnostics);

  CHECK_FALSE(root);
  REQUIRE(diagnostics.list().size() == 2);
  CHECK(diagnostics.list()[1].code() == "readers-disagree");
}

TEST_CASE("quoted merge keys and stars are ordinary text") {
  const Parsed parsed("'<<': 1\n'*': {goto: b}\n\"a.*\": '&x'\n");

  REQUIRE(parsed.root);
  CHECK(parsed.diagnostics.empty());
  CHECK(parsed.root->find("<<")->text() == "1");
  CHECK(parsed.root->find("a.*")->text() == "&x");
}

TEST_CASE("a file of the largest size is read in well under a second") {
  std::string text = "rules:\n";
  for (int i = 0; text.size() < 1'000'000; ++i) {
    text +=
        "  - {id: r" + std::to_string(i) + ", sector: \"é\", size: \">= 5\", partner: cma-46}\n";
  }
  const auto begin = std::chrono::steady_clock::now();
  const Parsed parsed(text, {.nodes = 1'000'000});
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;

  REQUIRE(parsed.root);
  CHECK(taken.count() < 2.0);  // about 0.25 s on a quiet machine
}
