// Links by which a password is set, second factors that are shown twice, what is renewed.
#include "engine/accounts/invitations.hpp"

#include <catch2/catch.hpp>

#include "engine/accounts/api_keys.hpp"
#include "engine/base/digest.hpp"
#include "tests/engine/accounts/premises.hpp"

using namespace guichet;
using namespace guichet::accounts;
using namespace std::chrono_literals;

namespace {

struct Inviting : Premises {
  Invitations invitations{*store, keys, random, hasher, "Guichet du Pays de Figeac"};
  store::Account invited(const std::string& email = kAlbert) {
    return *book.add_without_password(
        {email, "Albert Roux", {access::Persona::partner}, "", {{"cma-46", "roux"}}}, "admin", now);
  }
};

}  // namespace

TEST_CASE("an invited person chooses her password once, within three days") {
  Inviting desk;
  const auto account = desk.invited();
  CHECK(fault(desk.enter(kAlbert, "")) == "wrong-login");
  const auto invited = desk.invitations.invite(account.id, "admin", desk.now);
  REQUIRE(invited);
  CHECK(invited->token.size() == 64);
  CHECK(invited->ends_at == desk.now + 72h);
  const std::string& token = invited->token;

  CHECK(desk.invitations.find(token, desk.origin, desk.now)->id == account.id);
  CHECK(fault(desk.invitations.accept(token, "azerty", desk.origin, desk.now)) ==
        "password-too-short");
  REQUIRE(desk.invitations.accept(token, kGoodPassword, desk.origin, desk.now));
  CHECK(desk.enter(kAlbert, kGoodPassword));
  CHECK(fault(desk.invitations.accept(token, kOtherPassword, desk.origin, desk.now)) ==
        "no-invitation");

  const auto again = desk.invitations.invite(account.id, "admin", desk.now);
  desk.now += 72h;
  CHECK(fault(desk.invitations.accept(again->token, kOtherPassword, desk.origin, desk.now)) ==
        "no-invitation");
}

TEST_CASE("a newer link, a disabled account, a made-up link: one sentence for all of them") {
  Inviting desk;
  const auto account = desk.invited();
  const auto first = desk.invitations.invite(account.id, "admin", desk.now);
  const auto second = desk.invitations.invite(account.id, "admin", desk.now);
  CHECK(fault(desk.invitations.find(first->token, desk.origin, desk.now)) == "no-invitation");
  CHECK(desk.invitations.find(second->token, desk.origin, desk.now));
  REQUIRE(desk.book.disable(account.id, "admin", desk.now));
  CHECK(fault(desk.invitations.find(second->token, desk.origin, desk.now)) == "no-invitation");
  REQUIRE(desk.book.enable(account.id, "admin", desk.now));
  // What was sent before does not come back to life.
  CHECK(fault(desk.invitations.find(second->token, desk.origin, desk.now)) == "no-invitation");
  CHECK(fault(desk.invitations.find(std::string(64, '0'), desk.origin, desk.now)) ==
        "no-invitation");
  CHECK(fault(desk.invitations.find("x", desk.origin, desk.now)) == "no-invitation");
}

TEST_CASE("links are tried so often from one network, and not more") {
  Inviting desk;
  for (int i = 0; i < 20; ++i) {
    CHECK(fault(desk.invitations.find(std::string(64, '0'), desk.origin, desk.now)) ==
          "no-invitation");
  }
  CHECK(fault(desk.invitations.find(std::string(64, '0'), desk.origin, desk.now)) == "too-often");
}

TEST_CASE("choosing by a link ends what was open, and the audit knows without the secret") {
  Inviting desk;
  const auto account = desk.partner();
  const auto in = desk.enter(kAlbert);
  REQUIRE(in);
  const auto invited = desk.invitations.invite(account.id, "admin", desk.now);
  REQUIRE(desk.invitations.accept(invited->token, kOtherPassword, desk.origin, desk.now));
  CHECK_FALSE(desk.session(in->id));
  CHECK(fault(desk.enter(kAlbert, kGoodPassword)) == "wrong-login");
  CHECK(desk.enter(kAlbert, kOtherPassword));
  std::string told;
  for (const auto& row : desk.audit()) told += row.act + " " + row.object + " " + row.result + "\n";
  CHECK(told.contains("account-invited"));
  CHECK(told.contains("invitation-used"));
  for (const std::string& secret :
       {invited->token, base::sha256_hex(invited->token), kOtherPassword}) {
    CHECK_FALSE(told.contains(secret));
  }
}

TEST_CASE("a key for the telephone is shown again to the session that asked, to no other one") {
  Premises desk;
  desk.coordinator();
  const auto in = desk.enter("nadege@figeac.example"), other = desk.enter("nadege@figeac.example");
  const auto first = desk.sign_in.begin_second_factor(in->id, desk.now);
  const auto again = desk.sign_in.begin_second_factor(in->id, desk.now);
  REQUIRE(first);
  REQUIRE(again);
  CHECK(first->secret == again->secret);
  CHECK(first->uri == again->uri);
  const auto elsewhere = desk.sign_in.begin_second_factor(other->id, desk.now);
  REQUIRE(elsewhere);
  CHECK(elsewhere->secret != first->secret);
  // The other one's key waits now; this session is given one of its own, and never that one.
  CHECK(desk.sign_in.begin_second_factor(in->id, desk.now)->secret != elsewhere->secret);
}

TEST_CASE("ten new recovery codes want a fresh proof, and the old ones open nothing") {
  Premises desk;
  const auto account = desk.equipped();
  const auto old = desk.recovery;
  const auto in = desk.enter(account.email);
  REQUIRE(in);
  const auto codes = desk.sign_in.renew_recovery(in->id, desk.origin, desk.now);
  REQUIRE(codes);
  CHECK(codes->size() == 10);
  desk.now += 5min;
  CHECK(fault(desk.sign_in.renew_recovery(in->id, desk.origin, desk.now)) == "prove-first");
  CHECK(fault(desk.sign_in.step_up(in->id, old.front(), desk.origin, desk.now)) == "wrong-code");
  CHECK(desk.sign_in.step_up(in->id, codes->front(), desk.origin, desk.now));
}

TEST_CASE("without the second factor that was taken away, a new one is set up first") {
  Premises desk;
  const auto account = desk.equipped();
  const auto before = desk.enter(account.email);
  REQUIRE(desk.book.remove_second_factor(account.id, "admin", desk.now));
  CHECK_FALSE(desk.session(before->id));
  const auto in =
      desk.sign_in.log_in({account.email, kGoodPassword, {}, {}}, desk.origin, desk.now);
  REQUIRE(in);
  CHECK(in->session.stage == store::SessionStage::enrolling);
  CHECK(fault(desk.book.remove_second_factor("none", "admin", desk.now)) == "no-account");
}

TEST_CASE("when she last came in is known, and a password alone is no coming in") {
  Premises desk;
  const auto account = desk.equipped();
  REQUIRE(desk.sign_in.log_in({account.email, kGoodPassword, {}, {}}, desk.origin, desk.now));
  CHECK_FALSE(desk.book.find(account.id)->signed_in_at);
  desk.now += 1min;
  REQUIRE(desk.enter(account.email));
  CHECK(desk.book.find(account.id)->signed_in_at == desk.now);
  desk.partner();
  REQUIRE(desk.enter(kAlbert));
  CHECK(desk.book.find(kAlbert)->signed_in_at == desk.now);
}

TEST_CASE("whoever asks for the login, one hash is worked out, and one sentence said") {
  Premises desk;
  desk.partner();
  const auto disabled = desk.partner("gone@cma.example");
  REQUIRE(desk.book.disable(disabled.id, "", desk.now));
  REQUIRE(desk.book.add_without_password(
      {"new@cma.example", "N", {access::Persona::partner}, "", {{"cma-46", ""}}}, "", desk.now));
  desk.hasher.verify("", "");  // the first of all makes the decoy, whoever it is
  const auto hashes_of = [&](const std::string& email, const std::string& password) {
    const auto before = desk.hasher.worked_out();
    CHECK(fault(desk.sign_in.log_in({email, password, {}, {}}, desk.origin, desk.now)) ==
          "wrong-login");
    return desk.hasher.worked_out() - before;
  };
  CHECK(hashes_of(kAlbert, "wrong") == 1);
  CHECK(hashes_of("nobody@cma.example", "wrong") == 1);
  CHECK(hashes_of("gone@cma.example", kGoodPassword) == 1);
  CHECK(hashes_of("new@cma.example", "") == 1);
  CHECK(hashes_of(kAlbert, "\xff") == 1);
}

TEST_CASE("a key of a program ends by itself, and is given no right that keys do not have") {
  Premises desk;
  const auto make = [&](std::vector<std::string> may) {
    return make_api_key(*desk.store, desk.keys, desk.random,
                        {.label = "compta",
                         .partner = "",
                         .granted = std::move(may),
                         .made_by = "a1",
                         .expires_at = desk.now + 24h},
                        desk.now);
  };
  const auto made = make({"see_results"});
  REQUIRE(made);
  const auto is_good = [&] {
    bool good = false;
    desk.store->read([&](store::Reader& reader) {
      good = find_api_key(reader.accounts(), made->key, desk.now).has_value();
    });
    return good;
  };
  CHECK(is_good());
  desk.now += 24h;
  CHECK_FALSE(is_good());
  for (const char* right : {"keep_accounts", "take_out", "publish", "no_such_right", ""}) {
    CHECK(fault(make({right})) == "not-for-keys");
  }
}
