#include <catch2/catch.hpp>

#include "engine/yaml/shape.hpp"
#include "tests/engine/yaml/parsed.hpp"

using namespace guichet;

namespace {

constexpr yaml::Key kState[] = {
    {.name = "title", .takes = yaml::kScalar},
    {.name = "goto", .takes = yaml::kScalar | yaml::kSequence, .required = true},
    {.name = "timers", .takes = yaml::kMapping},
    {.name = "final", .takes = yaml::kScalar | yaml::kEmpty},
    {.name = "means", .takes = yaml::kScalar, .not_yet = true},
};
constexpr yaml::Key kWorkflow[] = {{.name = "initial"}, {.name = "states"}};
constexpr yaml::Elsewhere kElsewhere[] = {{"workflow", kWorkflow}};

std::string faults(std::string text, base::Language language = base::Language::en) {
  Parsed parsed(std::move(text));
  REQUIRE(parsed.root);
  const bool fits = yaml::check_shape(*parsed.root, kState, parsed.diagnostics, kElsewhere);
  CHECK(fits == parsed.diagnostics.empty());
  return base::render_text(parsed.diagnostics, language);
}

}  // namespace

TEST_CASE("a mapping with the keys of its shape fits") {
  CHECK(faults("{title: x, goto: [a, b], timers: {}, final: }") == "");
}

TEST_CASE("an unknown key is reported at its place with the nearest one") {
  CHECK(faults("goto: a\ntitel: x\n") ==
        "test.yaml:2:1: error [unknown-key]: the key 'titel' does not exist here\n"
        "    2 | titel: x\n"
        "      | ^ did you mean 'title'?\n");
}

TEST_CASE("an unknown key that stands elsewhere says where") {
  CHECK(faults("goto: a\nstates: {}\n", base::Language::fr) ==
        "test.yaml:2:1: error [unknown-key]: la clé « states » n'existe pas ici\n"
        "    2 | states: {}\n"
        "      | ^ « states » se place dans workflow\n");
}

TEST_CASE("an unknown key like no other is shown the choice") {
  CHECK(faults("goto: a\nxyzxyz: 1\n") ==
        "test.yaml:2:1: error [unknown-key]: the key 'xyzxyz' does not exist here\n"
        "    2 | xyzxyz: 1\n"
        "      | ^ possible keys: title, goto, timers, final, means\n");
}

TEST_CASE("a colon without its space inside braces is recognised") {
  CHECK(faults("{goto: a, title:x}") ==
        "test.yaml:1:11: error [unknown-key]: the key 'title:x' does not exist here\n"
        "    1 | {goto: a, title:x}\n"
        "      |           ^ a space is needed after ':'\n");
}

TEST_CASE("a missing key, a wrong kind and a key of a later version are all reported") {
  CHECK(faults("title: [a]\ntimers:\nmeans: accepted\n") ==
        "test.yaml:1:1: error [missing-key]: the key 'goto' is missing\n"
        "    1 | title: [a]\n"
        "      | ^\n"
        "test.yaml:1:8: error [wrong-kind]: 'title' takes a text\n"
        "    1 | title: [a]\n"
        "      |        ^ this is a list\n"
        "test.yaml:2:1: error [wrong-kind]: 'timers' takes keys\n"
        "    2 | timers:\n"
        "      | ^ there is nothing\n"
        "test.yaml:3:1: error [not-yet]: 'means' is understood but not carried out by this "
        "version\n"
        "    3 | means: accepted\n"
        "      | ^\n");
}

TEST_CASE("what is no mapping fits no shape") {
  CHECK(faults("- a\n", base::Language::fr) ==
        "test.yaml:1:1: error [wrong-kind]: des clés sont attendues ici\n"
        "    1 | - a\n"
        "      | ^ c'est une liste\n");
}

TEST_CASE("values are looked up with what to take otherwise") {
  const Parsed parsed("{a: x, b: , c: [1]}");

  CHECK(yaml::text_at(*parsed.root, "a") == "x");
  CHECK(yaml::text_at(*parsed.root, "b", "none") == "none");
  CHECK(yaml::text_at(*parsed.root, "c", "none") == "none");
  CHECK(yaml::text_at(*parsed.root, "d", "none") == "none");
  CHECK(yaml::at(*parsed.root->find("c"), "x") == nullptr);
}

TEST_CASE("booleans are true and false; what others call so is explained") {
  Parsed parsed("[true, false, yes, 1, [x], ~]");
  const auto items = parsed.root->items();

  CHECK(yaml::read_bool(items[0], parsed.diagnostics) == true);
  CHECK(yaml::read_bool(items[1], parsed.diagnostics) == false);
  CHECK(parsed.diagnostics.empty());
  for (std::size_t i = 2; i < items.size(); ++i) {
    CHECK_FALSE(yaml::read_bool(items[i], parsed.diagnostics));
  }
  CHECK(parsed.codes() ==
        std::vector<std::string>{"not-a-boolean", "not-a-boolean", "wrong-kind", "wrong-kind"});
  CHECK(parsed.diagnostics.list()[0].hint->in(base::Language::en) == "write 'true'");
}

TEST_CASE("whole numbers are exact, without padding, and fit") {
  Parsed parsed("[0, -12, 9223372036854775807, 010, 1.5, 9223372036854775808, 1e3, +1, '']");
  const auto items = parsed.root->items();

  CHECK(yaml::read_integer(items[0], parsed.diagnostics) == 0);
  CHECK(yaml::read_integer(items[1], parsed.diagnostics) == -12);
  CHECK(yaml::read_integer(items[2], parsed.diagnostics) == INT64_MAX);
  CHECK(parsed.diagnostics.empty());
  for (std::size_t i = 3; i < items.size(); ++i) {
    CHECK_FALSE(yaml::read_integer(items[i], parsed.diagnostics));
  }
  CHECK(parsed.diagnostics.list().size() == 6);
  CHECK(parsed.diagnostics.list()[0].hint->key() == "no-leading-zero");
}

TEST_CASE("ids are lower-case words of any script") {
  Parsed parsed("[art-4, à_qualifier, œuvre, 名前, x1, A, École, 4art, -a, a b, a.b, a×b, '', {}]");
  const auto items = parsed.root->items();

  for (std::size_t i = 0; i < 5; ++i) CHECK(yaml::read_id(items[i], parsed.diagnostics));
  CHECK(parsed.diagnostics.empty());
  for (std::size_t i = 5; i < items.size(); ++i) {
    INFO(items[i].text());
    CHECK_FALSE(yaml::read_id(items[i], parsed.diagnostics));
  }
}

TEST_CASE("one or many gives the texts of both forms") {
  Parsed parsed("[x, [y, z], [a, {b: c}], {d: e}, ]");
  const auto items = parsed.root->items();

  CHECK(yaml::read_one_or_many(items[0], parsed.diagnostics).size() == 1);
  CHECK(yaml::read_one_or_many(items[1], parsed.diagnostics)[1]->text() == "z");
  CHECK(parsed.diagnostics.empty());
  CHECK(yaml::read_one_or_many(items[2], parsed.diagnostics).size() == 1);
  CHECK(yaml::read_one_or_many(items[3], parsed.diagnostics).empty());
  CHECK(parsed.diagnostics.list().size() == 2);
}

TEST_CASE("the header names the kind of the file") {
  Parsed right("guichet: workflow/1\n");
  Parsed other("guichet: intake/1\n");
  Parsed newer("guichet: workflow/2\n");
  Parsed none("id: x\n");
  Parsed list("- x\n");

  CHECK(yaml::header_kind(*right.root) == "workflow");
  CHECK(yaml::check_header(*right.root, "workflow", right.diagnostics));
  CHECK_FALSE(yaml::check_header(*other.root, "workflow", other.diagnostics));
  CHECK_FALSE(yaml::check_header(*newer.root, "workflow", newer.diagnostics));
  CHECK_FALSE(yaml::check_header(*none.root, "workflow", none.diagnostics));
  CHECK_FALSE(yaml::check_header(*list.root, "workflow", list.diagnostics));
  CHECK(yaml::header_kind(*list.root).empty());
  CHECK(other.codes() == std::vector<std::string>{"wrong-header"});
  CHECK(none.diagnostics.list()[0].what.in(base::Language::fr) ==
        "le fichier doit commencer par « guichet: workflow/1 »");
}
