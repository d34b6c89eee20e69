// The desk's files on pages: edited without script, mistakes at their lines, both texts of a
// conflict, published with a note, and an earlier version taken back as a draft.
#include <catch2/catch.hpp>

#include "adapters/http/definition/definition_room.hpp"
#include "engine/store/listing.hpp"
#include "tests/adapters/web/served.hpp"

using namespace guichet;
using web::count;
using web::has;
using web::input_value;
using web::Served;

namespace {

const std::string kHelpFile = "workflows/help.yaml";
const std::string kHelpPage = "/definition/files/" + kHelpFile;

struct EditedDesk {
  Served desk{"riverside-makers", "2026-03-02T10:00"};

  std::string text(const std::string& path = kHelpFile) {
    return publishing::read_draft(desk.stage().desk()).files.at(path);
  }
  std::string rev() { return input_value(desk.get(kHelpPage).body, "rev"); }
  static std::string with(std::string text, const std::string& from, const std::string& to) {
    REQUIRE(has(text, from));
    return text.replace(text.find(from), from.size(), to);
  }
  http::Response save(const std::string& text, const std::string& seen) {
    return desk.post(kHelpPage + "?lang=en", {{"rev", seen}, {"text", text}});
  }
  // Case 1, whose need stands in `with_us`.
  void open_case() {
    REQUIRE(desk.post("/requests", {{"reference", "7"},
                                    {"name", "Alex Moss"},
                                    {"phone", "+44 1632 960100"},
                                    {"email", "alex@example.test"},
                                    {"description", "Needs a bench."},
                                    {"themes", "workshop"},
                                    {"area", "riverside"},
                                    {"people", "2"}})
                .status == 303);
  }
  http::Response publish(const std::string& note) {
    return desk.post("/definition/publish?lang=en", {{"note", note}});
  }
};

}  // namespace

TEST_CASE("the list shows files by kind, and what the draft changes of them") {
  EditedDesk at;
  const auto before = at.desk.get("/definition?lang=en");
  CHECK(before.status == 200);
  CHECK(has(before.body, "No draft."));
  CHECK(has(before.body, kHelpPage));
  CHECK(has(before.body, "/definition/letters?path=letters"));
  // Line by line, as it is saved.
  CHECK(has(at.desk.get(kHelpPage).body, "\nid: help\nkind: need\n"));

  CHECK(at.save(EditedDesk::with(at.text(), "60bd", "70bd"), at.rev()).status == 303);

  const auto after = at.desk.get("/definition?lang=en");
  CHECK(has(after.body, "Draft: 1 file,"));
  CHECK(has(after.body, "/definition/publish"));
  // Only what was read over is given up.
  CHECK(at.desk.post("/definition/discard", {}).status == 409);
  const std::string seen = input_value(after.body, "seen");
  CHECK(at.desk.post("/definition/discard", {{"seen", seen + "0"}}).status == 409);
  CHECK(at.desk.post(kHelpPage, {{"act", "discard"}, {"rev", "1"}}).status == 409);
  CHECK(has(at.text(), "70bd"));
  CHECK(at.desk.post("/definition/discard", {{"seen", seen}}).status == 303);
  CHECK(has(at.desk.get("/definition?lang=en").body, "No draft."));
}

TEST_CASE("a mistake is told at its line, on the page of the file") {
  EditedDesk at;
  REQUIRE(
      at.save(EditedDesk::with(at.text(), "remind: adviser", "remind: advisor"), at.rev()).status ==
      303);

  const auto page = at.desk.get(kHelpPage + "?lang=en");

  CHECK(has(page.body, "class=\"error\""));
  CHECK(has(page.body, "workflows/help.yaml:13:"));
  CHECK(has(page.body, "?line=13#l13"));
  CHECK(has(at.desk.get("/definition/check?lang=en").body, "workflows/help.yaml:13:"));
  const auto refused = at.publish("x");
  CHECK(refused.status == 422);
  CHECK(has(refused.body, "Nothing is published"));
  CHECK(has(refused.body, "value=\"x\""));
}

TEST_CASE("a text that was changed meanwhile is not lost: both are shown") {
  EditedDesk at;
  const std::string seen = at.rev();
  REQUIRE(at.save(EditedDesk::with(at.text(), "60bd", "70bd"), seen).status == 303);

  const auto late = at.save(EditedDesk::with(at.text(), "70bd", "80bd"), seen);

  CHECK(late.status == 412);
  CHECK(has(late.body, "<ins>"));
  CHECK(has(late.body, "80bd"));
  CHECK(has(late.body, "<del>"));
  CHECK(has(late.body, "not saved yet"));
  const std::string now = input_value(late.body, "rev");
  CHECK(at.save(EditedDesk::with(at.text(), "70bd", "80bd"), now).status == 303);
}

TEST_CASE("tables, letters, scenarios and the check have pages") {
  EditedDesk at;
  CHECK(has(at.desk.get(kHelpPage).body, "data:image/svg+xml;base64,"));
  const auto table = at.desk.get("/definition/tables?path=rules/eligibility.yaml&lang=en");
  CHECK(table.status == 200);
  CHECK(has(table.body, "grid-table"));
  CHECK(at.desk.get("/definition/tables?path=fields.yaml").status == 422);
  const auto letter = at.desk.get("/definition/letters?path=letters/welcome.md&lang=en");
  CHECK(letter.status == 200);
  CHECK(has(letter.body, "made up"));
  // A number that is no case's is told, and the letter stays.
  const auto unknown = at.desk.get("/definition/letters?path=letters/welcome.md&case=R-9&lang=en");
  CHECK(unknown.status == 404);
  CHECK(has(unknown.body, "there is no such case"));
  CHECK(has(unknown.body, "made up"));
  CHECK(at.desk.get("/definition/letters?path=none.md").status == 404);
  CHECK(has(at.desk.get("/definition/scenarios?lang=en").body, "?run=1"));
  const auto run = at.desk.get("/definition/scenarios?run=1&lang=en");
  CHECK(has(run.body, "; failed: 0"));
  CHECK(has(at.desk.get("/definition/check?lang=en").body, "No mistake"));
  CHECK(at.desk.get("/definition/files/none.yaml").status == 404);
  CHECK(at.desk.get("/definition/files/letters/new.md?new=1").status == 200);
  CHECK(at.desk.get("/definition/new?path=letters/new.md").status == 303);
  CHECK(at.desk.get("/definition/new?path=../x.yaml").status == 422);
}

TEST_CASE("a draft is previewed, published with a note, and the version before becomes the draft") {
  EditedDesk at;
  REQUIRE(at.save(EditedDesk::with(at.text(), "60bd", "70bd"), at.rev()).status == 303);
  const auto preview = at.desk.get("/definition/preview?lang=en");
  CHECK(preview.status == 200);
  CHECK(has(preview.body, "<ins>      forget: {after: 70bd"));
  CHECK(at.desk.get("/definition/publish").status == 200);
  CHECK(at.publish(" ").status == 422);

  CHECK(at.publish("Longer patience").status == 303);

  CHECK(has(at.desk.stage().desk().definition().files.at(kHelpFile), "70bd"));
  CHECK(has(at.desk.get("/definition?published=1&lang=en").body, "Published: Longer patience"));
  const auto history = at.desk.get("/definition/history?lang=en");
  CHECK(has(history.body, "Longer patience"));
  const std::string mark = "/definition/history/";
  const std::size_t last = history.body.rfind(mark);
  const std::string first = history.body.substr(last, mark.size() + 64);
  CHECK(at.desk.get(first).status == 200);
  CHECK(at.desk.post(first + "/return", {}).status == 303);
  CHECK(at.desk.post(first + "/return", {}).status == 409);
  CHECK(at.desk.post(first + "/return", {{"replace", "1"}}).status == 303);
  CHECK(has(at.text(), "60bd"));
  CHECK(has(at.desk.stage().desk().definition().files.at(kHelpFile), "70bd"));
}

TEST_CASE("cases whose step is gone are sent on in the form, and published with it") {
  EditedDesk at;
  at.open_case();
  const auto standing = [&] {
    const auto snapshot = at.desk.stage().load({1});
    return store::configuration_of(*snapshot->find(base::InstanceNumber{2}));
  };
  REQUIRE(standing() == "with_us");
  for (const char* path : {"workflows/help.yaml", "tests/help.yaml", "population.yaml"}) {
    std::string text = at.text(path);
    const auto rev = publishing::revision_of(text);
    for (auto found = text.find("with_us"); found != std::string::npos;
         found = text.find("with_us")) {
      text.replace(found, 7, "welcoming");
    }
    REQUIRE(publishing::keep_file(at.desk.stage().desk(), path, text, rev, {"Ada", {}}));
  }

  const auto asked = at.desk.get("/definition/publish?lang=en");
  CHECK(has(asked.body, "Where these cases go"));
  CHECK(has(asked.body, "Help, &#39;With us&#39;: 1 in flight"));
  CHECK(has(asked.body, "name=\"to:help:with_us\""));
  CHECK(has(asked.body, "value=\"welcoming\" selected"));
  const std::string seen = input_value(asked.body, "seen");
  const auto send = [&](Served::Pairs more) {
    Served::Pairs form{{"note", "Another name"}, {"seen", seen}};
    form.insert(form.end(), more.begin(), more.end());
    return at.desk.post("/definition/publish?lang=en", form);
  };

  const auto unsaid = send({{"to:help:with_us", ""}});
  CHECK(unsaid.status == 422);
  CHECK(has(unsaid.body, "say where they go"));
  CHECK(has(unsaid.body, "Another name"));
  const auto tried = send({{"to:help:with_us", "welcoming"}, {"act", "try"}});
  CHECK(tried.status == 200);
  CHECK(has(tried.body, "nothing stands against publishing"));
  CHECK(has(tried.body, "value=\"welcoming\" selected"));
  CHECK(standing() == "with_us");

  CHECK(send({{"to:help:with_us", "welcoming"}}).status == 303);
  CHECK(standing() == "welcoming");
}

TEST_CASE("cases that finish under their version can go over later, without a publication") {
  EditedDesk at;
  at.open_case();
  const auto pinned = [&] {
    return at.desk.stage().load({1})->find(base::InstanceNumber{2})->bundle;
  };
  const std::string first = pinned();
  CHECK_FALSE(has(at.desk.get("/definition?lang=en").body, "by an earlier version"));
  REQUIRE(at.save(EditedDesk::with(at.text(), "60bd", "70bd"), at.rev()).status == 303);
  CHECK(at.desk.post("/definition/publish", {{"act", "carry"}}).status == 409);
  REQUIRE(at.desk.post("/definition/publish", {{"note", "Longer"}, {"keep", "1"}}).status == 303);
  CHECK(pinned() == first);
  CHECK(has(at.desk.get("/definition?lang=en").body, "1 open request goes by an earlier version"));
  CHECK(has(at.desk.get("/definition/publish?lang=en").body, "Have these cases go over"));

  CHECK(at.desk.post("/definition/publish", {{"act", "carry"}}).status == 303);

  CHECK(pinned() == at.desk.stage().desk().definition().hash);
  CHECK_FALSE(has(at.desk.get("/definition?lang=en").body, "by an earlier version"));
  CHECK_FALSE(has(at.desk.get("/definition/publish?lang=en").body, "Have these cases go over"));
}

TEST_CASE(
    "what is published is what was read over: a draft that moved is shown again, with the note") {
  EditedDesk at;
  REQUIRE(at.save(EditedDesk::with(at.text(), "60bd", "70bd"), at.rev()).status == 303);
  const std::string seen = input_value(at.desk.get("/definition/publish").body, "seen");
  REQUIRE(at.save(EditedDesk::with(at.text(), "70bd", "90bd"), at.rev()).status == 303);

  const Served::Pairs form{{"note", "Seventy days"}, {"seen", seen}};
  const auto moved = at.desk.post("/definition/publish?lang=en", form);
  CHECK(moved.status == 409);
  CHECK(has(moved.body, "the draft has changed since you were shown this page"));
  CHECK(has(moved.body, "value=\"Seventy days\""));
  REQUIRE(at.publish("Ninety days").status == 303);

  const auto late = at.desk.post("/definition/publish?lang=en", form);
  CHECK(late.status == 409);
  CHECK(has(late.body, "has published meanwhile"));
  CHECK(has(late.body, "Ninety days"));
  CHECK(has(late.body, "value=\"Seventy days\""));
}

TEST_CASE("what files hold is shown as text, whatever it is") {
  EditedDesk at;
  const std::string mean = "</textarea><script>alert(1)</script>\n" + at.text();
  REQUIRE(at.save(mean, at.rev()).status == 303);
  for (const char* page : {"/definition", "/definition/files/workflows/help.yaml",
                           "/definition/check", "/definition/preview"}) {
    INFO(page);
    CHECK_FALSE(has(at.desk.get(page).body, "<script>alert"));
  }
}
