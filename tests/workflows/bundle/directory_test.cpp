#include <catch2/catch.hpp>

#include "workflows/bundle/directory.hpp"

using namespace guichet;

namespace {

bundle::Directory load(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source("partners.yaml", text), diagnostics);
  REQUIRE(root);
  auto directory = bundle::load_directory(*root, diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE_FALSE(diagnostics.has_errors());
  return directory;
}

const char* kText = R"(guichet: partners/1
partners:
  guild:
    name: Guild
    head: {name: Head}
    advisers:
      ann: {name: Ann, articles: [a-1]}
      bob: {name: Bob}
    absences:
      - {who: ann, from: 2026-03-02, to: 2026-03-06, substitute: bob}
)";

}  // namespace

TEST_CASE("a letter goes to the adviser for the article, or to the substitute of one who is away") {
  const auto directory = load(kText);
  const bundle::Partner& guild = *directory.find("guild");

  CHECK(guild.addressee("a-1", *base::parse_day("2026-03-01")).id == "ann");
  CHECK(guild.addressee("a-1", *base::parse_day("2026-03-02")).id == "bob");
  CHECK(guild.addressee("a-1", *base::parse_day("2026-03-06")).id == "bob");  // last day included
  CHECK(guild.addressee("a-1", *base::parse_day("2026-03-07")).id == "ann");
  CHECK(guild.addressee("a-2", *base::parse_day("2026-03-02")).id == "bob");
}

TEST_CASE("a partner whose advisers are all away is written to at its head") {
  const auto directory = load(R"(guichet: partners/1
partners:
  guild:
    name: Guild
    head: {name: Head}
    advisers: {ann: {name: Ann}}
    absences: [{who: ann, from: 2026-03-02, to: 2026-03-06}]
)");

  CHECK(directory.find("guild")->addressee("", *base::parse_day("2026-03-03")).id == "head");
}
