// Mistakes seeded into a sound desk, one at a time: each is found at its place, with its code, a
// hint or a sentence in both languages, and is the only thing that is said. The files *.txt hold
// them:
//
//   == what the author did                  a defect begins
//   error unknown-state                     what is said of it
//   file: workflows/accueil.yaml            the file that is edited (a new one where it is not
//   there) < goto: clos                            what stands there, once; nothing: the whole file
//   > goto: ^colse                          what takes its place; ^ marks where it is said
//   at: workflows/demande.yaml | ^letter    or, where it is said elsewhere: the text around the
//   mark delete: letters/enquete.md              the file is gone also: warning unknown-key said
//   too, wherever no hint                                 the sentence says all there is to say
//
// `\t`, `\xNN` stand for bytes in lines that begin with `>\`.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include <catch2/catch.hpp>

#include "engine/base/file.hpp"
#include "tests/workflows/defects/defect.hpp"
#include "workflows/bundle/calendar_horizon.hpp"
#include "workflows/bundle/desk.hpp"

using namespace guichet;
namespace fs = std::filesystem;

namespace {

const std::string kFolder = GUICHET_ROOT "/tests/workflows/defects/";

using Files = std::map<std::string, std::string>;

Files sound_desk() {
  base::Diagnostics diagnostics;
  Files files = bundle::read_folder(kFolder + "desk", diagnostics);
  REQUIRE(diagnostics.empty());
  return files;
}

std::string shown_as(const base::Diagnostic& diagnostic, base::Language language) {
  return base::render_text(diagnostic, language);
}

std::string all_said(const base::Diagnostics& diagnostics) {
  return base::render_text(diagnostics, base::Language::en);
}

std::string place_of(const base::Diagnostic& diagnostic) {
  if (!diagnostic.at.source) return "";
  const base::Place place = diagnostic.at.source->place_of(diagnostic.at.offset);
  return diagnostic.at.source->name() + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column);
}

std::string severity_of(const base::Diagnostic& diagnostic) {
  constexpr const char* kWords[] = {"error", "warning", "info"};
  return kWords[static_cast<std::size_t>(diagnostic.severity)];
}

// What is wrong with what is said of the defect; empty where nothing is.
std::string fault_of(tests::Defect& defect, Files files) {
  std::string fault = tests::apply(defect, files);
  if (!fault.empty()) return fault;
  base::Diagnostics diagnostics;
  bundle::load_desk_files(files, "", diagnostics);
  const auto said = diagnostics.sorted();
  const auto is_it = [&](const base::Diagnostic& each) {
    return each.code() == defect.code && severity_of(each) == defect.severity &&
           place_of(each) == defect.place;
  };
  const auto found = std::ranges::find_if(said, is_it);
  if (found == said.end()) return "not found at " + defect.place;
  if (!defect.no_hint && !found->hint) return "no hint";
  if (shown_as(*found, base::Language::fr) == shown_as(*found, base::Language::en))
    return "the same in both languages";
  for (const base::Diagnostic& each : said) {
    const bool expected =
        is_it(each) ||
        std::ranges::find(defect.also, severity_of(each) + " " + std::string(each.code())) !=
            defect.also.end();
    if (!expected) return "something else is said too";
  }
  return "";
}

std::vector<tests::Defect> corpus() {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  std::vector<tests::Defect> defects;
  for (const std::string& path : paths) {
    for (tests::Defect& defect : tests::read_defects(path)) defects.push_back(std::move(defect));
  }
  return defects;
}

}  // namespace

TEST_CASE("nothing is said of the sound desk that mistakes are seeded into") {
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(sound_desk(), "", diagnostics);

  CHECK(all_said(diagnostics) == "");
  CHECK(desk != nullptr);
}

TEST_CASE("a calendar that ends before the longest timer does is told of, one by rule is not") {
  const auto said_of = [](const std::string& holiday) {
    Files files = sound_desk();
    files["calendars/france.yaml"] =
        "guichet: calendar/1\nid: france\nholidays:\n  - {name: Fête, " + holiday + "}\n";
    base::Diagnostics diagnostics;
    const auto desk = bundle::load_desk_files(files, "", diagnostics);
    REQUIRE(desk != nullptr);
    bundle::warn_of_calendars(*desk, "d", *base::parse_day("2026-03-02"), diagnostics);
    return all_said(diagnostics);
  };

  CHECK(said_of("on: \"06-12\"") == "");
  const std::string told = said_of("on: \"06-12\", from: 2024, until: 2027");
  CHECK(told.find("d/calendars/france.yaml:4:3: warning [calendar-ends]") == 0);
  CHECK(told.find("runs until 2029") != std::string::npos);
}

TEST_CASE("each seeded mistake is found at its place, and is all that is said") {
  const Files files = sound_desk();
  auto defects = corpus();
  REQUIRE(defects.size() >= 100);

  std::size_t found = 0;
  for (tests::Defect& each : defects) {
    const std::string fault = fault_of(each, files);
    if (fault.empty()) {
      ++found;
      continue;
    }
    Files edited = files;
    tests::apply(each, edited);
    base::Diagnostics diagnostics;
    bundle::load_desk_files(edited, "", diagnostics);
    UNSCOPED_INFO(each.source << ": " << each.title << "\n"
                              << fault << "; wanted: " << each.severity << " [" << each.code
                              << "] at " << each.place << "\nsaid:\n"
                              << all_said(diagnostics));
    CHECK(fault.empty());
  }
  std::cout << found << " of " << defects.size() << " seeded mistakes found\n";
}
