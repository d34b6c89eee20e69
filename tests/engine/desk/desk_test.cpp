#include "engine/desk/desk.hpp"

#include "engine/desk/directory_json.hpp"
#include "engine/desk/request_rows.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

using namespace guichet;
using guichet::tests::small_desk;
using guichet::tests::text;

namespace {

struct Opened {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  tests::SilentLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{small_desk(), *store, clock, log};

  cases::Outcome open(const std::string& reference, const std::string& key) {
    return desk.submit_and_wait({.id = key,
                                 .actor = access::system_actor(),
                                 .body = cases::OpenRequest{{{"reference", text(reference)},
                                                             {"name", text("Ada")},
                                                             {"phone", text("01632 960020")},
                                                             {"description", text("x")}}}});
  }
};

desk::RequestTable read(const std::string& csv, base::Diagnostics& diagnostics) {
  return desk::read_requests("requests.csv", csv, *small_desk(), diagnostics);
}

}  // namespace

TEST_CASE("a command asked twice is carried out once and answered alike") {
  Opened opened;

  const auto first = opened.open("R-1", "key-1");
  const auto again = opened.open("R-1", "key-1");

  REQUIRE((first && again));
  CHECK(again->kase == first->kase);
  CHECK(again->rev == first->rev);
  CHECK_FALSE(first->repeated);
  CHECK(again->repeated);
}

TEST_CASE("a key that served for one case does nothing for another") {
  Opened opened;
  const auto first = opened.open("R-1", "key-1");
  const auto other = opened.open("R-2", "key-2");
  REQUIRE((first && other));

  const auto again = opened.desk.submit_and_wait(
      {.id = "key-1", .kase = other->kase, .actor = {}, .body = cases::Act{{1}, "qualify", {}}});

  REQUIRE_FALSE(again);
  CHECK(again.error().reasons.front().key() == "key-of-another");
}

TEST_CASE("a key belongs to one command with one content") {
  Opened opened;
  const auto first = opened.open("R-1", "key-1");
  REQUIRE(first);
  const auto qualify = [&](std::string area, cases::Fields with = {}) {
    with["area"] = text(area);
    with["themes"] = text("workshop");
    return opened.desk.submit_and_wait({.id = "key-2",
                                        .kase = first->kase,
                                        .actor = *access::actor_as(*small_desk(), "robin"),
                                        .body = cases::Act{{1}, "qualify", std::move(with)}});
  };
  const auto done = qualify("riverside");
  REQUIRE(done);

  const auto same = qualify("riverside");
  REQUIRE(same);
  CHECK(same->repeated);
  CHECK(same->rev == done->rev);
  const auto other_content = qualify("hilltop");
  REQUIRE_FALSE(other_content);
  CHECK(other_content.error().status == 409);
  CHECK(other_content.error().reasons.front().key() == "key-reused");
  const auto other_verb =
      opened.desk.submit_and_wait({.id = "key-2",
                                   .kase = first->kase,
                                   .actor = *access::actor_as(*small_desk(), "robin"),
                                   .body = cases::Undo{}});
  REQUIRE_FALSE(other_verb);
  CHECK(other_verb.error().reasons.front().key() == "key-reused");
  CHECK_FALSE(opened.open("R-9", "key-1"));
}

TEST_CASE("a consent withdrawn in one of two cases that are one is withdrawn in the other") {
  Opened opened;
  const access::Actor robin = *access::actor_as(*small_desk(), "robin");
  std::vector<base::CaseId> both;
  for (const char* reference : {"R-1", "R-2"}) {
    const auto made =
        opened.desk.submit_and_wait({.actor = access::system_actor(),
                                     .body = cases::OpenRequest{{{"reference", text(reference)},
                                                                 {"name", text("Ada")},
                                                                 {"phone", text("01632 960020")},
                                                                 {"area", text("riverside")},
                                                                 {"themes", text("workshop")},
                                                                 {"may_share", text("given")},
                                                                 {"description", text("x")}}}});
    REQUIRE(made);
    both.push_back(made->kase);
  }
  const auto submit = [&](base::CaseId kase, cases::Body body) {
    return opened.desk.submit_and_wait({.kase = kase, .actor = robin, .body = std::move(body)})
        .has_value();
  };
  const auto consent_of = [&](base::CaseId kase) {
    std::string word;
    opened.store->read([&](store::Reader& reader) {
      word = to_text(reader.load(kase)->person.at("may_share").value());
    });
    return word;
  };
  REQUIRE(submit(both[1], cases::Merge{both[0]}));
  REQUIRE(submit(both[0], cases::Consent{.state = "withdrawn"}));
  CHECK(consent_of(both[1]) == "withdrawn");
  REQUIRE(submit(both[1], cases::Unmerge{}));
  REQUIRE(submit(both[0], cases::Consent{.state = "given"}));
  CHECK(consent_of(both[1]) == "withdrawn");
}

TEST_CASE("the same number under another key adds nothing") {
  Opened opened;
  const auto first = opened.open("R-1", "key-1");

  const auto again = opened.open("R-1", "key-2");

  REQUIRE((first && again));
  CHECK(again->kase == first->kase);
  CHECK(again->repeated);
}

TEST_CASE("a rejected command leaves the case as it was") {
  Opened opened;
  const auto first = opened.open("R-1", "key-1");
  REQUIRE(first);

  const auto refused = opened.desk.submit_and_wait({.id = "key-2",
                                                    .kase = first->kase,
                                                    .actor = access::system_actor(),
                                                    .body = cases::Act{{1}, "qualify", {}}});

  REQUIRE_FALSE(refused);
  opened.store->read([&](store::Reader& reader) {
    CHECK(reader.load(first->kase)->rev == first->rev);
    CHECK(reader.facts(first->kase).size() == static_cast<std::size_t>(first->rev));
  });
}

TEST_CASE("a case that nobody has is not found") {
  Opened opened;
  const auto outcome = opened.desk.submit_and_wait(
      {.kase = {99}, .actor = access::system_actor(), .body = cases::Act{{1}, "qualify", {}}});
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().status == 404);
}

TEST_CASE("the folder's directory seeds an empty store; one that the store has wins") {
  CHECK(Opened().desk.directory().find("guild")->head.email == "head@example.test");

  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  tests::SilentLog log;
  const auto store = store::make_memory_store();
  bundle::Partner guild = *small_desk()->directory.find("guild");
  guild.head.email = "new@example.test";
  store->seed_directory({{"guild", desk::to_json(guild)}});

  const desk::Desk later(small_desk(), *store, clock, log);

  CHECK(later.directory().find("guild")->head.email == "new@example.test");
}

TEST_CASE("good rows come in, each bad one is named by line, column and reason") {
  base::Diagnostics diagnostics;
  const auto table = read(
      "\xEF\xBB\xBFreference;received_on;name;phone;description;people\r\n"
      "R-1;2026-03-02;Ada;01632 960020;\"two\nlines\";3\r\n"
      "R-2;02/03/2026;Eve;01632 960021;x;3\r\n"
      "R-1;2026-03-03;Ada;01632 960020;again;3\r\n"
      "R-3;2026-03-03;;01632 960020;no name;3\r\n"
      "R-4;2026-03-03;Joe;01632 960020;fewer than none;-1\r\n",
      diagnostics);

  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(table.usable);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].number == "R-1");
  CHECK(to_text(table.rows[0].fields.at("description").value()) == "two\nlines");
  REQUIRE(table.rejected.size() == 4);
  CHECK(table.rejected[0].line == 4);
  CHECK(table.rejected[0].column == "received_on");
  CHECK(table.rejected[1].reason.key() == "twice-in-file");
  CHECK(table.rejected[2].column == "name");
  CHECK(table.rejected[3].column == "people");
  const std::string csv = write_rejected(table, base::Language::en);
  CHECK(csv.starts_with("line;column;reason;reference"));
}

TEST_CASE("a column that intake does not know is named with what was meant") {
  base::Diagnostics diagnostics;
  const auto table =
      read("reference;nmae;phone;description\nR-1;Ada;01632 960020;x\n", diagnostics);

  CHECK_FALSE(table.usable);
  CHECK(render_text(diagnostics, base::Language::en).find("did you mean 'name'?") !=
        std::string::npos);
}
