// Every path of the examples, written out in plain language, is the same path.
#include <catch2/catch.hpp>

#include "tests/workflows/check/model_text.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/check/load_workflow.hpp"

using namespace guichet;

namespace {

using Files = std::map<std::string, std::string>;

std::string explained(const bundle::Desk& desk, const std::string& id) {
  base::Diagnostics diagnostics;
  std::vector<std::unique_ptr<const yaml::Node>> owned;
  std::vector<const yaml::Node*> roots;
  for (const auto& [path, text] : desk.files) {
    if (!path.starts_with("workflows/")) continue;
    owned.push_back(yaml::parse(base::make_source(path, text), diagnostics));
    REQUIRE(owned.back());
    roots.push_back(owned.back().get());
  }
  return check::explain_workflow(roots, *desk.vocabulary, id, base::Language::fr)
      .value_or("(unknown)");
}

// The files with the one of that path replaced.
Files with(const Files& files, const std::string& id, const std::string& text) {
  Files changed = files;
  for (auto& [path, content] : changed) {
    if (path.starts_with("workflows/") && content.find("\nid: " + id + "\n") != std::string::npos) {
      content = text;
    }
  }
  return changed;
}

}  // namespace

TEST_CASE("every path of the examples, written out in plain language, is the same path") {
  for (const std::string name : {"pays-de-figeac", "riverside-makers", "service-national"}) {
    base::Diagnostics diagnostics;
    const auto desk =
        bundle::load_desk(GUICHET_ROOT "/examples/" + name, diagnostics, bundle::Proof::no);
    REQUIRE(desk);
    REQUIRE(desk->workflows.size() >= 3);
    for (const auto& [id, workflow] : desk->workflows) {
      INFO(name << " " << id);
      const std::string plain = explained(*desk, id);
      const Files changed = with(desk->files, id, plain);
      CHECK(changed != desk->files);

      base::Diagnostics faults;
      const auto again = bundle::load_desk_files(changed, name, faults, bundle::Proof::no);

      INFO(plain);
      INFO(base::render_text(faults, base::Language::en));
      REQUIRE(again);
      CHECK(tests::model_text(*again->workflow(id)) == tests::model_text(*workflow));
    }
  }
}
