#include "engine/access/roles.hpp"

#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::small_desk;
using Names = std::vector<std::string>;

TEST_CASE("the owner and her colleagues of the role act on a case, others do not") {
  const bundle::Desk& desk = *small_desk();
  const access::Actor robin = *access::actor_as(desk, "robin");
  const access::Actor eve{.kind = access::ActorKind::staff, .id = "eve", .roles = {"guest"}};

  CHECK(access::workflow_roles(robin, desk, {.owner = "robin"}) == Names{"adviser"});
  CHECK(access::workflow_roles(robin, desk, {.owner = "kim"}) == Names{"adviser"});
  CHECK(access::workflow_roles(eve, desk, {.owner = "robin"}).empty());
  CHECK(access::workflow_roles(eve, desk, {.owner = "eve"}) == Names{"adviser"});
}

TEST_CASE("a partner has its roles on its own referrals only") {
  const bundle::Desk& desk = *small_desk();
  const access::Actor guild = access::partner_actor(desk.directory, "guild");

  CHECK(access::workflow_roles(guild, desk, {.partner = "guild"}) == Names{"head", "partenaire"});
  CHECK(access::workflow_roles(guild, desk, {.partner = "other"}).empty());
  CHECK(access::workflow_roles(access::system_actor(), desk, {.owner = "robin"}).empty());
}

TEST_CASE("a name that the desk does not know stands for nobody") {
  CHECK_FALSE(access::actor_as(*small_desk(), "nobody"));
  CHECK(access::actor_as(*small_desk(), "maker")->kind == access::ActorKind::applicant);
}
