#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::text;
using Names = std::vector<std::string>;

TEST_CASE("an act of the wrong person with the wrong fields is refused with every reason") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  const auto before = kase.snapshot.rev;
  const access::Actor stranger{.kind = access::ActorKind::staff, .id = "eve", .roles = {"guest"}};

  CHECK_FALSE(kase.run(stranger, cases::Act{{2}, "finish", {{"reason", text("x")}}}));

  CHECK(kase.reasons() == Names{"wrong-role", "missing-field", "unexpected-field"});
  CHECK(kase.rejection.status == 403);
  CHECK(kase.snapshot.rev == before);
}

TEST_CASE("an act that the step does not offer says what is possible, in people's words") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());

  CHECK_FALSE(kase.act(2, "qualify"));

  REQUIRE(kase.rejection.reasons.size() == 1);
  CHECK(kase.rejection.reasons[0].in(base::Language::en).find("Pass on to the Guild, Finish") !=
        std::string::npos);
}

TEST_CASE("a command on a revision that has passed is refused") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  const cases::Command command{.kase = kase.snapshot.id,
                               .expected_rev = kase.snapshot.rev - 1,
                               .actor = kase.staff(),
                               .body = cases::Act{{2}, "pass_on", {}}};

  const auto decision = cases::decide(kase.snapshot, command, kase.around());

  REQUIRE_FALSE(decision);
  CHECK(decision.error().reasons[0].key() == "stale-revision");
}

TEST_CASE("a timer fires once, not early, and not after its state was left") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  const cases::Timer nudge = kase.instance(2).timers.front();
  const cases::FireTimer fire{{2}, nudge.state, nudge.entry, nudge.name, 1};

  CHECK_FALSE(kase.run(access::system_actor(), fire));
  CHECK(kase.reasons() == Names{"timer-early"});
  REQUIRE(kase.fire(2, nudge.name));
  CHECK_FALSE(kase.run(access::system_actor(), fire));
  CHECK(kase.reasons() == Names{"timer-gone"});
}

TEST_CASE("only the addressee answers, or somebody of the desk who writes it down") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  const cases::Reply accept{.n = {3}, .name = "accept", .with = {{"contact", text("Jo")}}};
  const access::Actor other{.kind = access::ActorKind::partner, .id = "x", .partner = "other"};

  CHECK_FALSE(kase.run(other, accept));
  CHECK(kase.reasons() == Names{"wrong-role"});
  REQUIRE(kase.run(kase.staff(), accept));
  const auto* taken = std::get_if<cases::ActTaken>(&kase.events.front());
  REQUIRE(taken != nullptr);
  CHECK(taken->recorded_by == "robin");
}

TEST_CASE("offers say who may do what and what is missing") {
  CaseFixture kase;
  REQUIRE(kase.open_maker("refused"));

  const auto offers = cases::offers(kase.snapshot, kase.staff(), kase.around());

  REQUIRE(offers.size() == 2);  // the request itself runs and offers nothing
  const auto find = [&](std::string_view name) {
    return *std::ranges::find(offers, name, &cases::Offer::name);
  };
  CHECK(find("pass_on").allowed);
  REQUIRE(find("pass_on").reasons.size() == 1);
  CHECK(find("finish").missing == Names{"result"});
}

TEST_CASE("folding the facts gives the snapshot, and facts read back from their JSON") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.fire(3, "reminder"));
  REQUIRE(kase.reply(3, "decline", {{"reason", text("full")}}));

  cases::Snapshot folded{.id = kase.snapshot.id};
  std::int64_t seq = 0;
  for (const cases::Event& event : kase.journal) {
    const auto read = cases::from_json(cases::type_of(event), cases::to_json(event));
    REQUIRE(read);
    CHECK(cases::to_json(*read) == cases::to_json(event));
    cases::apply(folded, *read, ++seq, kase.now);
  }
  CHECK(folded.rev == kase.snapshot.rev);
  CHECK(folded.instances.size() == kase.snapshot.instances.size());
  CHECK(folded.find({3})->outcome == "declined");
  CHECK(folded.find({2})->find_active("with_us") != nullptr);
  CHECK(folded.find({2})->timers.size() == kase.instance(2).timers.size());
}
