// What sugar lowers to. Each sugar/x.yaml is written out in plain language as sugar/x.plain says;
// GUICHET_UPDATE_EXPECTED=1 rewrites it. What is written out loads to the same model.
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>

#include "engine/base/file.hpp"
#include "tests/workflows/check/desk.hpp"
#include "tests/workflows/check/model_text.hpp"
#include "workflows/check/write_tree.hpp"

using namespace guichet;
namespace fs = std::filesystem;

namespace {

const std::string kFolder = GUICHET_ROOT "/tests/workflows/check/";

struct Loaded {
  std::shared_ptr<const model::Workflow> workflow;
  std::string said;
};

Loaded load(const tests::Desk& desk, const std::string& name, const std::string& text) {
  base::Diagnostics diagnostics;
  Loaded loaded;
  for (auto& workflow : desk.load({{name, text}}, diagnostics)) {
    if (workflow->id != "mise-en-relation") loaded.workflow = std::move(workflow);
  }
  base::Diagnostics said;
  for (const base::Diagnostic& each : diagnostics.list()) {
    if (each.code() != "unused-base") said.add(each);
  }
  loaded.said = base::render_text(said, base::Language::en);
  return loaded;
}

std::string explained(const tests::Desk& desk, const std::string& name, const std::string& text,
                      const std::string& id) {
  base::Diagnostics diagnostics;
  const auto base = base::read_bytes(kFolder + "desk/socle.yaml");
  const auto socle = yaml::parse(base::make_source("socle.yaml", *base), diagnostics);
  const auto file = yaml::parse(base::make_source(name, text), diagnostics);
  REQUIRE((socle && file));
  return check::explain_workflow({socle.get(), file.get()}, desk.vocabulary(), id,
                                 base::Language::en)
      .value_or("(unknown)");
}

std::vector<fs::path> files_of(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& each : fs::directory_iterator(kFolder + folder)) {
    if (each.path().extension() == ".yaml") files.push_back(each.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string head(const std::string& fields) {
  return "guichet: workflow/1\nid: essai\nkind: need\nfields: [" + fields + "]\n";
}

}  // namespace

TEST_CASE("sugar loads without a word, and is written out in plain language as expected") {
  const tests::Desk desk;
  const auto files = files_of("sugar");
  REQUIRE(files.size() >= 5);
  for (const fs::path& path : files) {
    INFO(path.filename().string());
    const std::string text = base::read_bytes(path.string()).value();
    const Loaded sugar = load(desk, path.filename().string(), text);
    CHECK(sugar.said == "");
    REQUIRE(sugar.workflow);

    const std::string plain = explained(desk, path.filename().string(), text, sugar.workflow->id);

    const std::string expected_path = fs::path(path).replace_extension(".plain").string();
    if (std::getenv("GUICHET_UPDATE_EXPECTED") != nullptr) {
      REQUIRE(base::write_file(expected_path, plain));
    }
    CHECK(plain == base::read_bytes(expected_path).value_or("(no such file)"));
  }
}

TEST_CASE("what is written out in plain language loads to the same model") {
  const tests::Desk desk;
  for (const std::string folder : {"sugar", "clean"}) {
    for (const fs::path& path : files_of(folder)) {
      INFO(path.filename().string());
      const std::string name = path.filename().string();
      const std::string text = base::read_bytes(path.string()).value();
      const Loaded first = load(desk, name, text);
      REQUIRE(first.workflow);

      const std::string plain = explained(desk, name, text, first.workflow->id);
      const Loaded second = load(desk, name, plain);

      INFO(plain);
      INFO(second.said);
      REQUIRE(second.workflow);
      CHECK(tests::model_text(*second.workflow) == tests::model_text(*first.workflow));
      // Plain language is lowered to itself.
      const std::string again = explained(desk, name, plain, first.workflow->id);
      const Loaded third = load(desk, name, again);
      REQUIRE(third.workflow);
      CHECK(tests::model_text(*third.workflow) == tests::model_text(*first.workflow));
      CHECK(again.find("# from") == std::string::npos);
    }
  }
}

TEST_CASE("a pause leads beside and back to where everything stood") {
  const tests::Desk desk;
  const auto text = base::read_bytes(kFolder + "sugar/people.yaml").value();
  const auto workflow = load(desk, "people.yaml", text).workflow;
  REQUIRE(workflow);

  const auto paused = workflow->find_state("suspendu");
  const auto kept = workflow->find_state("actif.@history");
  REQUIRE((paused && kept));
  CHECK(workflow->at(*kept).kind == model::StateKind::deep_history);
  int suspends = 0, resumes = 0, remaining = 0, restart = 0;
  for (const model::Declaration& each : workflow->declarations) {
    if (each.suspends) {
      ++suspends;
      CHECK(each.name == "suspendre");
      CHECK(each.require == std::vector<std::string>{"reprise_prevue_le"});
      CHECK(workflow->at(each.arms.front()).targets == std::vector{*paused});
    }
    if (each.resumes) {
      ++resumes;
      CHECK(each.name == "reprendre");
      CHECK(each.state == *paused);
      CHECK(workflow->at(each.arms.front()).targets == std::vector{*kept});
    }
    if (!each.timer) continue;
    (each.timer->resume == model::Resume::remaining ? remaining : restart) += 1;
    if (each.state == *paused) CHECK(each.timer->resume == model::Resume::restart);
  }
  CHECK(suspends == 1);
  CHECK(resumes == 1);
  CHECK(restart == 2);  // of the paused state itself
  CHECK(remaining == 8);
}

TEST_CASE("a checklist's mistakes and a pause's are told at their place") {
  const tests::Desk desk;
  const auto said = [&](const std::string& fields, const std::string& states) {
    return load(desk, "x.yaml", head(fields) + states).said;
  };

  const std::string both = said("issue",
                                "states:\n"
                                "  a:\n"
                                "    checklist: {appel: conseiller, then: fin}\n"
                                "    states: {b: {}}\n"
                                "  fin: {final: true, outcome: issue}\n");
  CHECK(both.find("x.yaml:8:13: error [one-of-the-two]") != std::string::npos);

  const std::string region = said("issue, reprise_prevue_le",
                                  "states:\n"
                                  "  a:\n"
                                  "    regions:\n"
                                  "      b: {pause: {by: conseiller, until: reprise_prevue_le}}\n"
                                  "      c: {}\n"
                                  "  fin: {final: true, outcome: issue}\n");
  CHECK(region.find("x.yaml:8:11: error [pause-in-region]") != std::string::npos);

  const std::string twice = said("issue, reprise_prevue_le",
                                 "states:\n"
                                 "  a: {pause: {by: conseiller, until: reprise_prevue_le}}\n"
                                 "  b: {pause: {by: conseiller, until: reprise_prevue_le}}\n"
                                 "  fin: {final: true, outcome: issue}\n");
  CHECK(twice.find("x.yaml:7:7: error [name-taken]") != std::string::npos);

  const std::string unknown = said("issue",
                                   "states:\n"
                                   "  a: {pause: {by: conseiler, until: reprise_prevu_le}}\n"
                                   "  fin: {final: true, outcome: issue}\n");
  CHECK(unknown.find("x.yaml:6:19: error [unknown-role]") != std::string::npos);
  CHECK(unknown.find("x.yaml:6:37: error [unknown-field]") != std::string::npos);
}

TEST_CASE("what runs at the last of times needs to know how often") {
  const tests::Desk desk;
  const std::string said =
      load(desk, "x.yaml",
           head("issue") +
               "states:\n"
               "  a:\n"
               "    timers:\n"
               "      r: {every: 5bd, remind: conseiller, then: {task: Appeler}}\n"
               "      fin: {after: 20bd, goto: fin}\n"
               "  fin: {final: true, outcome: issue}\n")
          .said;
  CHECK(said.find("error [needs]: 'then' asks for 'times' as well") != std::string::npos);
}

TEST_CASE("a sentence's mistake is shown inside the sentence") {
  const tests::Desk desk;
  const std::string said = load(desk, "x.yaml",
                                head("issue") +
                                    "properties:\n"
                                    "  - issue != null leads_to in state(\"fini\") within 30\n"
                                    "  - nothing of the kind\n"
                                    "states:\n"
                                    "  a: {timers: {fin: {after: 20bd, goto: fin}}}\n"
                                    "  fin: {final: true, outcome: issue}\n")
                               .said;
  INFO(said);
  CHECK(said.find("x.yaml:6:38: error [unknown-state]") != std::string::npos);
  CHECK(said.find("x.yaml:6:52: error [not-a-delay]") != std::string::npos);
  CHECK(said.find("x.yaml:7:5: error [property-wanted]") != std::string::npos);
}

TEST_CASE("any text that is written out reads back as it was") {
  const std::vector<std::string> texts = {
      "",          "a",         "a b",  "a: b",       "a:b",   "key:",        "- x",
      "-",         "# c",       "a #b", "a#b",        "it's",  "say \"yes\"", "it's \"both\"",
      "null",      "~",         "true", "yes",        " lead", "trail ",      "two\nlines",
      "tab\there", "é – « x »", "@x",   "%x",         "{a}",   "[a]",         "a, b",
      "!x",        "&x",        "*",    "|",          ">",     "? x",         "back\\slash",
      "= a",       "<<",        "`x`",  "2009-02-04", "010",   "1.5",         "a:\"b\"",
      "\\n",       "'",         "\"",   "]",          "x]"};
  for (const std::string& text : texts) {
    for (const bool as_key : {false, true}) {
      if (as_key && text.empty()) continue;
      INFO("<" << text << ">" << (as_key ? " as a key" : ""));
      const auto scalar = [](const std::string& words) {
        return yaml::Node::scalar(base::LocatedText(words, {}), {});
      };
      const yaml::Node tree =
          yaml::Node::mapping({{as_key ? scalar(text) : scalar("k"),
                                yaml::Node::sequence({as_key ? scalar("v") : scalar(text)}, {})}},
                              {});

      const std::string written = check::write_tree(check::View(tree), nullptr, base::Language::en);

      INFO(written);
      base::Diagnostics diagnostics;
      const auto read = yaml::parse(base::make_source("x.yaml", written), diagnostics);
      REQUIRE(read);
      REQUIRE(read->entries().size() == 1);
      const yaml::Node& found =
          as_key ? read->entries()[0].key : read->entries()[0].value.items()[0];
      // What stands for nothing is written as `~`.
      CHECK((found.text() == text || (scalar(text).is_empty() && found.is_empty())));
    }
  }
}
