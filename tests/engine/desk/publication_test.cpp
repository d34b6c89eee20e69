// A definition and a directory that change while the desk is served.
#include "engine/desk/directory_json.hpp"
#include "engine/desk/directory_messages.hpp"
#include "engine/desk/partner_check.hpp"
#include "tests/engine/desk/live_desk.hpp"

using namespace guichet;
using tests::changed_desk;
using tests::keep;
using tests::publish;
using tests::small_desk;
using tests::text;

namespace {

const access::Actor& robin() {
  static const access::Actor actor = *access::actor_as(*small_desk(), "robin");
  return actor;
}

std::shared_ptr<const bundle::Desk> quick_desk() {
  static const auto desk = changed_desk(
      {{tests::kHelp, tests::kNudge, "      nudge:  {after: 1bd, remind: adviser}\n"}});
  return desk;
}

struct Live {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};  // a Monday
  tests::SilentLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{small_desk(), *store, clock, log};

  base::CaseId open(const std::string& reference) {
    const auto made =
        desk.submit_and_wait({.actor = robin(),
                              .body = cases::OpenRequest{{{"reference", text(reference)},
                                                          {"name", text("Ada")},
                                                          {"phone", text("01632 960020")},
                                                          {"email", text("ada@example.test")},
                                                          {"description", text("x")},
                                                          {"area", text("riverside")},
                                                          {"may_share", text("given")},
                                                          {"themes", text("workshop")}}}});
    REQUIRE(made);
    return made->kase;
  }
  cases::Snapshot snapshot(base::CaseId id) {
    std::optional<cases::Snapshot> found;
    store->read([&](store::Reader& reader) { found = reader.load(id); });
    REQUIRE(found);
    return *found;
  }
  void pass_on(base::CaseId id) {
    REQUIRE(desk.submit_and_wait(
        {.kase = id, .actor = robin(), .body = cases::Act{.n = {2}, .name = "pass_on"}}));
  }
  // Whom the last letter about a partner went to.
  std::string last_to(base::CaseId id) {
    std::string to;
    store->read([&](store::Reader& reader) {
      for (const store::OutboxRow& row : reader.letters(id)) {
        if (row.letter.to_kind == "partner") to = row.letter.to_address;
      }
    });
    return to;
  }
  std::vector<store::Publication> publications() {
    std::vector<store::Publication> out;
    store->read([&](store::Reader& reader) { out = reader.publications(); });
    return out;
  }
  bundle::Partner guild() { return *desk.directory().find("guild"); }
};

const cases::Timer& nudge_of(const cases::Snapshot& snapshot) {
  const cases::Instance& need = *snapshot.find({2});
  const auto found = std::ranges::find(need.timers, "nudge", &cases::Timer::name);
  REQUIRE(found != need.timers.end());
  return *found;
}

bundle::Contact kim() {
  return {.id = "k-lee", .name = "Kim Lee", .email = "kim@example.test"};
}

std::vector<std::string> fields_of(const std::vector<desk::PartnerMistake>& mistakes) {
  std::vector<std::string> out;
  for (const auto& each : mistakes) out.push_back(each.field);
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("what is opened after a publication goes by it, what was open before keeps its own") {
  Live live;
  const base::CaseId before = live.open("R-1");
  const auto due_before = *nudge_of(live.snapshot(before)).due_at;

  REQUIRE(publish(live.desk, quick_desk(), {.by = "robin", .note = "sooner"}));
  const base::CaseId after = live.open("R-2");

  CHECK(live.desk.definition().content_hash == quick_desk()->content_hash);
  CHECK(live.snapshot(before).find({2})->bundle == small_desk()->hash);
  CHECK(live.snapshot(after).find({2})->bundle == quick_desk()->hash);
  CHECK(*nudge_of(live.snapshot(after)).due_at < due_before);
  live.pass_on(before);  // under its own version, which is still at hand
  const auto publications = live.publications();
  REQUIRE(publications.size() == 2);
  CHECK(publications[0].note == "sooner");
  CHECK(publications[0].bundle == quick_desk()->hash);
  CHECK(publications[0].previous == small_desk()->content_hash);
  CHECK(publications[0].at == live.clock.now());
}

TEST_CASE("a reference to a definition outlives its being replaced") {
  Live live;
  const bundle::Desk& first = live.desk.definition();
  const bundle::Directory& directory = live.desk.directory();
  REQUIRE(publish(live.desk, quick_desk()));
  bundle::Partner guild = live.guild();
  guild.name = "The Guild of Makers";
  REQUIRE(keep(live.desk, guild));
  CHECK(first.content_hash == small_desk()->content_hash);
  CHECK(directory.find("guild")->name == "The Makers' Guild");
  CHECK(live.desk.directory().find("guild")->name == "The Guild of Makers");
}

TEST_CASE("the definition in force published again writes nothing and tells nobody") {
  Live live;
  int told = 0;
  live.desk.tell_publications([&](const store::Publication&) { ++told; });
  REQUIRE(publish(live.desk, small_desk()));
  CHECK(live.publications().size() == 1);
  CHECK(told == 0);
  REQUIRE(publish(live.desk, quick_desk()));
  CHECK(told == 1);
}

TEST_CASE("a publication made against a version that is not in force any more is refused") {
  Live live;
  const std::string seen = live.desk.definition().content_hash;
  REQUIRE(publish(live.desk, quick_desk(), {.previous = seen}));
  const auto other = changed_desk({{"letters/welcome.md", "Kind regards", "Best wishes"}});

  const auto late = publish(live.desk, other, {.previous = seen});

  REQUIRE_FALSE(late);
  CHECK(late.error().what.key() == "published-meanwhile");
  CHECK(live.desk.definition().content_hash == quick_desk()->content_hash);
}

TEST_CASE("a definition with mistakes is never in force") {
  Live live;
  auto broken = std::make_shared<bundle::Desk>(*small_desk());
  broken->partial = true;
  broken->content_hash = "other";
  for (const auto& each :
       {std::shared_ptr<const bundle::Desk>(broken), std::shared_ptr<const bundle::Desk>()}) {
    const auto published = publish(live.desk, each);
    REQUIRE_FALSE(published);
    CHECK(published.error().what.key() == "not-a-definition");
  }
  CHECK(live.desk.definition().content_hash == small_desk()->content_hash);
  CHECK(live.publications().size() == 1);
}

TEST_CASE("a publication that fails in the store is not in force") {
  Live live;
  const auto fails = [](store::Transaction&) {
    throw store::StorageFailure(
        {base::ErrorKind::surroundings, base::Message(desk::messages::kNotADefinition)});
  };
  const auto published = tests::answer_of<base::Result<void>>(
      [&](auto done) { live.desk.publish(quick_desk(), {}, done, fails); });
  CHECK_FALSE(published);
  CHECK(live.desk.definition().content_hash == small_desk()->content_hash);
  CHECK(live.publications().size() == 1);
}

TEST_CASE("a desk is published a hundred times while requests come in and pages look") {
  const auto store = store::make_memory_store();
  tests::publish_under_load(*store);
}

TEST_CASE("a partner whom a publication brings is in the directory with it") {
  Live live;
  const auto larger =
      changed_desk({{"partners.yaml", "  guild:\n",
                     "  school:\n    name: The School\n"
                     "    head: {name: Pat, email: pat@example.test}\n  guild:\n"}});
  REQUIRE(publish(live.desk, larger));
  REQUIRE(live.desk.directory().find("school") != nullptr);
  CHECK(live.desk.directory().find("school")->head.email == "pat@example.test");
}

TEST_CASE("of a partner whom the database has, its entry wins over a publication's") {
  Live live;
  bundle::Partner guild = live.guild();
  guild.head.email = "new@example.test";
  REQUIRE(keep(live.desk, guild));
  REQUIRE(publish(live.desk, changed_desk({{"partners.yaml", "head@example.test", "x@y.test"}})));
  CHECK(live.desk.directory().find("guild")->head.email == "new@example.test");
}

TEST_CASE("letters go to the substitute from the moment an absence is entered") {
  Live live;
  const base::CaseId before = live.open("R-1");
  live.pass_on(before);
  CHECK(live.last_to(before) == "jo@example.test");
  bundle::Partner guild = live.guild();
  guild.advisers.push_back(kim());
  guild.absences.push_back({.who = "j-ash",
                            .first = *base::parse_day("2026-03-02"),
                            .last = *base::parse_day("2026-03-20"),
                            .substitute = "k-lee"});
  REQUIRE(keep(live.desk, guild));

  const base::CaseId after = live.open("R-2");
  live.pass_on(after);
  CHECK(live.last_to(after) == "kim@example.test");
  // The reminder of the one that was asked before, five business days later.
  live.clock.set(*base::parse_instant("2026-03-09T09:00:00Z"));
  std::vector<store::DueTimer> due;
  live.store->read([&](store::Reader& reader) { due = reader.due_timers(live.clock.now(), 99); });
  for (const store::DueTimer& each : due) {
    REQUIRE(live.desk.submit_and_wait(
        {.kase = each.kase, .actor = access::system_actor(), .body = each.fire}));
  }
  CHECK(live.last_to(before) == "kim@example.test");
}

TEST_CASE("an entry that somebody else has changed meanwhile is not overwritten") {
  Live live;
  bundle::Partner guild = live.guild();
  guild.head.phone = "01";
  const auto kept = keep(live.desk, guild, {.by = "robin", .note = "moved", .expected_rev = 1});
  REQUIRE(kept);
  CHECK(*kept == 2);
  guild.head.phone = "02";
  const auto late = keep(live.desk, guild, {.expected_rev = 1});
  REQUIRE_FALSE(late);
  CHECK(late.error().status == 409);
  CHECK(late.error().reasons.front().key() == "partner-changed");
  CHECK(live.guild().head.phone == "01");
  std::vector<store::DirectoryChangeRow> changes;
  live.store->read(
      [&](store::Reader& reader) { changes = reader.directory().changes("guild", 99); });
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].by == "robin");
  CHECK(changes[0].note == "moved");
  CHECK(desk::partner_from_json(changes[0].before)->head.phone == "01632 960010");
  CHECK(desk::partner_from_json(changes[0].after)->head.phone == "01");
}

TEST_CASE("the same entry kept again is no change") {
  Live live;
  bundle::Partner guild = live.guild();
  guild.head.phone = "01";
  REQUIRE(keep(live.desk, guild));
  CHECK(*keep(live.desk, guild) == 2);
}

TEST_CASE("each mistake of an entry is told with its place, and nothing is kept") {
  Live live;
  bundle::Partner guild = live.guild();
  guild.name = "";
  guild.head.email = "nobody";
  guild.advisers.push_back({.id = "J Ash", .name = "", .articles = {"art-99"}});
  guild.absences.push_back({.who = "nobody",
                            .first = *base::parse_day("2026-03-20"),
                            .last = *base::parse_day("2026-03-02"),
                            .substitute = "nobody"});
  guild.closures.push_back({*base::parse_day("2026-03-20"), *base::parse_day("2026-03-02"), true});
  guild.calendar = "moon";
  CHECK(fields_of(desk::mistakes_of(guild, *small_desk(), nullptr)) ==
        Names{"name", "head.email", "advisers.1.id", "advisers.1.name", "advisers.1.articles",
              "absences.0.who", "absences.0.substitute", "absences.0.substitute", "absences.0.last",
              "closures.0.last", "calendar"});
  const auto refused = keep(live.desk, guild);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().status == 422);
  CHECK(refused.error().reasons.size() == 11);
  CHECK(live.guild().name == "The Makers' Guild");
}

TEST_CASE("what was taken into the directory once does not stop a change beside it") {
  Live live;
  bundle::Partner before = live.guild();
  before.advisers.push_back({.id = "J.Ash", .name = "Jo Ash", .email = "jo@guild lot"});
  bundle::Partner after = before;
  after.head.phone = "01632 960099";
  CHECK(fields_of(desk::mistakes_of(after, *small_desk(), &before)) == Names{});
  after.advisers.back().email = "jo ash";
  CHECK(fields_of(desk::mistakes_of(after, *small_desk(), &before)) == Names{"advisers.1.email"});
}

TEST_CASE("an absence of the staff is entered, stands in a publication, and is taken away") {
  const auto staffed = changed_desk(
      {{"desk.yaml", "refusals:",
        "  lou: {name: Lou Day, email: lou@example.test, roles: [adviser]}\n\nrefusals:"}});
  Live live;
  REQUIRE(publish(live.desk, staffed));
  const base::Day day = *base::parse_day("2026-03-04");
  CHECK(live.desk.definition().on_duty("robin", day)->id == "robin");
  const auto id = tests::answer_of<desk::KeptPartner>([&](auto done) {
    live.desk.add_absence({0, "robin", *base::parse_day("2026-03-03"), day, "lou"}, {}, done);
  });
  REQUIRE(id);
  CHECK(live.desk.definition().on_duty("robin", day)->id == "lou");
  REQUIRE(publish(live.desk, small_desk()));
  REQUIRE(publish(live.desk, staffed));
  CHECK(live.desk.definition().on_duty("robin", day)->id == "lou");
  {
    const desk::Desk again(staffed, *live.store, live.clock, live.log);
    CHECK(again.definition().on_duty("robin", day)->id == "lou");
  }
  const auto remove = [&] {
    return tests::answer_of<desk::KeptPartner>(
        [&](auto done) { live.desk.remove_absence(*id, {}, done); });
  };
  REQUIRE(remove());
  CHECK(live.desk.definition().on_duty("robin", day)->id == "robin");
  CHECK(remove().error().status == 404);
  const auto stranger = tests::answer_of<desk::KeptPartner>([&](auto done) {
    live.desk.add_absence({0, "nobody", day, day, "nobody"}, {}, done);
  });
  REQUIRE_FALSE(stranger);
  CHECK(stranger.error().reasons.size() == 3);
}
