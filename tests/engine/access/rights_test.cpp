#include "engine/access/rights.hpp"

#include <catch2/catch.hpp>

#include "engine/access/sight.hpp"

using namespace guichet;
using namespace guichet::access;

namespace {

using enum Persona;

const base::Instant kNow = *base::parse_instant("2026-03-02T10:00:00Z");

Tie case_of(std::vector<std::string> asked) {
  return {.object = Object::kase, .kase = {7}, .asked = std::move(asked)};
}

Principal partner_of(std::vector<std::string> institutions) {
  return {.persona = partner, .partners = std::move(institutions)};
}

Principal link_to(std::int64_t kase, std::int32_t n, ActorKind kind) {
  Principal out{.persona = link_holder, .link = LinkScope{{kase}, {n}}};
  out.actor.kind = kind;
  return out;
}

}  // namespace

TEST_CASE("nobody known is asked who she is, whatever there is or is not") {
  const Principal nobody{};
  for (const Tie& tie : {case_of({}), Tie{.object = Object::kase, .exists = false}}) {
    CHECK(decide(nobody, Right::see_case, tie, kNow) == Decision::log_in);
    CHECK(decide(nobody, Right::publish, tie, kNow) == Decision::log_in);
  }
  CHECK(decide(nobody, Right::look, {}, kNow) == Decision::allow);
  CHECK(decide(nobody, Right::play, {}, kNow) == Decision::log_in);
}

TEST_CASE("a partner sees the cases that it was asked about, and no trace of others") {
  const Principal cma = partner_of({"cma"});
  CHECK(decide(cma, Right::see_case, case_of({"cci", "cma"}), kNow) == Decision::allow);
  CHECK(decide(cma, Right::act, case_of({"cma"}), kNow) == Decision::allow);
  CHECK(decide(cma, Right::see_case, case_of({"cci"}), kNow) == Decision::hide);
  CHECK(decide(cma, Right::see_case, {.object = Object::kase, .exists = false}, kNow) ==
        Decision::hide);
  CHECK(decide(partner_of({}), Right::see_case, case_of({""}), kNow) == Decision::hide);
  // What a partner may never do is refused alike for its own, foreign and absent cases.
  for (const Tie& tie : {case_of({"cma"}), case_of({"cci"}), Tie{.exists = false}}) {
    CHECK(decide(cma, Right::put_right, tie, kNow) == Decision::refuse);
  }
}

TEST_CASE("a link opens one case, and consent only to its person") {
  const Principal person = link_to(7, 1, ActorKind::applicant);
  const Principal adviser = link_to(7, 3, ActorKind::partner);
  CHECK(decide(person, Right::see_case, case_of({}), kNow) == Decision::allow);
  CHECK(decide(link_to(8, 1, ActorKind::applicant), Right::see_case, case_of({}), kNow) ==
        Decision::hide);
  CHECK(decide(person, Right::consent, case_of({}), kNow) == Decision::allow);
  CHECK(decide(adviser, Right::consent, case_of({}), kNow) == Decision::hide);
  CHECK(may_touch(person, {2}, ""));
  CHECK_FALSE(may_touch(person, {3}, "cma"));
  CHECK(may_touch(adviser, {3}, "cma"));
  CHECK_FALSE(may_touch(adviser, {2}, ""));
  CHECK_FALSE(may_touch(adviser, {4}, "cma"));
}

TEST_CASE("an administrator reads no case but one that was opened, for as long as it was") {
  Principal admin{.persona = administrator, .proven_at = kNow};
  CHECK(decide(admin, Right::see_case, case_of({}), kNow) == Decision::refuse);
  CHECK(decide(admin, Right::list_cases, {}, kNow) == Decision::refuse);
  CHECK(decide(admin, Right::break_glass, case_of({}), kNow) == Decision::allow);

  admin.opened = {{{7}, kNow + std::chrono::minutes(30)}};
  CHECK(decide(admin, Right::see_case, case_of({}), kNow) == Decision::allow);
  CHECK(may_see(admin, Part::history, case_of({}), kNow));
  CHECK(decide(admin, Right::act, case_of({}), kNow) == Decision::refuse);
  Tie other = case_of({});
  other.kase = {8};
  CHECK(decide(admin, Right::see_case, other, kNow) == Decision::hide);
  CHECK(decide(admin, Right::see_case, case_of({}), kNow + std::chrono::minutes(30)) ==
        Decision::hide);
}

TEST_CASE("what is grave wants a second factor of the last minutes") {
  Principal admin{.persona = administrator};
  for (const Right right : {Right::publish, Right::keep_accounts, Right::break_glass}) {
    CAPTURE(to_text(right));
    admin.proven_at.reset();
    CHECK(decide(admin, right, {}, kNow) == Decision::step_up);
    admin.proven_at = kNow - kProofLasts;
    CHECK(decide(admin, right, {}, kNow) == Decision::step_up);
    admin.proven_at = kNow - kProofLasts + std::chrono::seconds(1);
    CHECK(decide(admin, right, {}, kNow) == Decision::allow);
    admin.proven_at = kNow + std::chrono::seconds(1);  // a clock that was set back proves nothing
    CHECK(decide(admin, right, {}, kNow) == Decision::step_up);
  }
}

TEST_CASE("a key may do what it was granted, of what keys may") {
  Principal key{.persona = service, .partners = {"cma"}};
  CHECK(decide(key, Right::see_case, case_of({"cma"}), kNow) == Decision::refuse);
  key.granted = {Right::see_case, Right::publish};
  CHECK(decide(key, Right::see_case, case_of({"cma"}), kNow) == Decision::allow);
  CHECK(decide(key, Right::see_case, case_of({"cci"}), kNow) == Decision::hide);
  CHECK(decide(key, Right::publish, {}, kNow) == Decision::refuse);
}

TEST_CASE("somebody with two roles may what either may") {
  Principal both{.persona = coordinator, .also = {administrator}, .proven_at = kNow};
  CHECK(decide(both, Right::see_case, case_of({}), kNow) == Decision::allow);
  CHECK(decide(both, Right::publish, {}, kNow) == Decision::allow);
  CHECK(Sight::of(both).sees_all());
}

TEST_CASE("what was erased is a husk to coordinators and gone to everybody else") {
  Tie tie = case_of({"cma"});
  tie.erased = true;
  CHECK(decide({.persona = coordinator}, Right::see_case, tie, kNow) == Decision::allow);
  CHECK(decide(partner_of({"cma"}), Right::see_case, tie, kNow) == Decision::hide);
  CHECK(decide(link_to(7, 1, ActorKind::applicant), Right::see_case, tie, kNow) == Decision::hide);
}

TEST_CASE("of a case a partner sees what its referral shares, the person what is hers") {
  const Principal cma = partner_of({"cma"});
  const Principal person = link_to(7, 1, ActorKind::applicant);
  const Tie tie = case_of({"cma", "cci"});
  for (const Part part : {Part::party_fields, Part::need_fields, Part::referrals, Part::reasons,
                          Part::history, Part::letters, Part::due, Part::desk_notes}) {
    CHECK_FALSE(may_see(cma, part, tie, kNow));
    CHECK(may_see({.persona = coordinator}, part, tie, kNow));
  }
  CHECK(may_see_field(cma, Part::party_fields, "siret", {"siret"}, tie, kNow));
  CHECK_FALSE(may_see_field(cma, Part::party_fields, "phone", {"siret"}, tie, kNow));
  CHECK_FALSE(may_see_field(partner_of({"x"}), Part::party_fields, "siret", {"siret"}, tie, kNow));
  CHECK(may_see(person, Part::party_fields, tie, kNow));
  CHECK_FALSE(may_see(person, Part::history, tie, kNow));
  CHECK_FALSE(may_see({.persona = auditor}, Part::history, tie, kNow));
}

TEST_CASE("rights, objects and personas have words that lead back to them") {
  for (std::size_t i = 0; i < kRights; ++i) {
    CHECK(right_of(to_text(static_cast<Right>(i))) == static_cast<Right>(i));
  }
  CHECK_FALSE(right_of("own_everything"));
  CHECK(persona_of("auditor") == auditor);
  CHECK_FALSE(persona_of("root"));
}

TEST_CASE("a member of several institutions acts for the one that was asked") {
  Principal both = partner_of({"cma", "cci"});
  both.actor = {.kind = ActorKind::partner, .id = "jo", .partner = "cma"};
  CHECK(actor_towards(both, "cci").partner == "cci");
  CHECK(actor_towards(both, "cci").id == "jo");
  CHECK(actor_towards(both, "other").partner == "cma");
  CHECK(actor_towards({.persona = coordinator, .partners = {"cci"}}, "cci").partner.empty());
}
