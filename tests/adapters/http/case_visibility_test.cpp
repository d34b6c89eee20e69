// What a partner is shown of a person, over the life of what asked it.
#include "adapters/http/cases/case_visibility.hpp"

#include <catch2/catch.hpp>

#include "engine/store/listing.hpp"
#include "tests/engine/cases/people_fixture.hpp"

using namespace guichet;
using tests::KeptCase;
using tests::text;

namespace {

cases::Consent withdrawn() {
  return {.state = "withdrawn", .partners = {}, .channel = {}, .said_on = {}, .field = {}};
}

// Does the guild's own person see the name of whoever asked?
bool sees_name(const KeptCase& kase) {
  const access::Principal guild{.persona = access::Persona::partner, .partners = {"guild"}};
  const http::CaseVisibility visibility(guild, kase.snapshot, *kase.desk, kase.now);
  return visibility.sees_field(access::Part::party_fields, "name");
}

}  // namespace

TEST_CASE("a partner that declined sees no name any more once consent is withdrawn") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  REQUIRE(kase.answer("decline", {{"reason", text("full")}}));
  CHECK(sees_name(kase));
  REQUIRE(kase.ask(withdrawn()));
  CHECK_FALSE(sees_name(kase));
}

TEST_CASE("a partner whose referral was undone before it heard of it sees nothing of the case") {
  KeptCase kase;
  REQUIRE(kase.begin());
  CHECK_FALSE(sees_name(kase));
  REQUIRE(kase.pass_on());
  CHECK(sees_name(kase));
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK_FALSE(sees_name(kase));
  CHECK(store::tie_of(kase.snapshot).asked.empty());
}
