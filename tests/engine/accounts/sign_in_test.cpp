// Coming in, second factors, sessions: what each step opens, and what it ends.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/engine/accounts/premises.hpp"

using namespace guichet;
using namespace guichet::accounts;
using namespace std::chrono_literals;
using store::SessionStage;

namespace {

const std::string kNadege = "nadege@figeac.example";

}  // namespace

TEST_CASE("a partner comes in with a password") {
  Premises desk;
  desk.partner();

  const auto in =
      desk.sign_in.log_in({"ALBERT@CMA.example", kGoodPassword, "", ""}, desk.origin, desk.now);

  REQUIRE(in);
  CHECK(in->session.stage == SessionStage::open);
  CHECK(in->id.size() == 64);
  const auto live = desk.session(in->id);
  REQUIRE((live && live->account));
  CHECK(live->account->email == kAlbert);
  CHECK(live->session.device == "Firefox, Linux");
  CHECK(is_freshly_proven(live->session, desk.now));
}

TEST_CASE("the store never holds what the browser holds") {
  Premises desk;
  desk.partner();
  const auto in = desk.enter(kAlbert);
  REQUIRE(in);
  desk.store->read([&](store::Reader& reader) {
    CHECK_FALSE(reader.accounts().session(in->id));
    for (const store::Session& each : reader.accounts().sessions(in->account.id)) {
      CHECK(each.hash != in->id);
      CHECK(each.handle != in->id);
    }
  });
}

TEST_CASE("whatever is wrong about a login is said in one sentence") {
  Premises desk;
  desk.partner();
  const auto gone = desk.partner("old@cma.example");
  REQUIRE(desk.book.disable(gone.id, "", desk.now));
  for (const Credentials& wrong :
       {Credentials{kAlbert, "wrong", "", ""},
        Credentials{"nobody@cma.example", kGoodPassword, "", ""},
        Credentials{"old@cma.example", kGoodPassword, "", ""}, Credentials{kAlbert, "", "", ""},
        Credentials{"", "", "", ""}, Credentials{kAlbert, "\xff\xfe", "", ""},
        Credentials{kAlbert, std::string(100'000, 'x'), "", ""}}) {
    const auto in = desk.sign_in.log_in(wrong, desk.origin, desk.now);
    REQUIRE_FALSE(in);
    CHECK(in.error().rejection.status == 401);
    CHECK(fault(in) == "wrong-login");
  }
}

TEST_CASE("staff without a second factor must set one up before anything opens") {
  Premises desk;
  desk.coordinator();

  const auto in = desk.enter(kNadege);
  REQUIRE(in);
  CHECK(in->session.stage == SessionStage::enrolling);
  CHECK(fault(desk.sign_in.change_password(in->id, kGoodPassword, kOtherPassword, desk.origin,
                                           desk.now)) == "not-logged-in");
  CHECK(fault(desk.sign_in.step_up(in->id, kGoodPassword, desk.origin, desk.now)) ==
        "not-logged-in");
  const auto shown = desk.sign_in.begin_second_factor(in->id, desk.now);
  REQUIRE(shown);
  CHECK(shown->uri.starts_with("otpauth://totp/Guichet%20du%20Pays%20de%20Figeac:"));
  CHECK(fault(desk.sign_in.finish_second_factor(in->id, "000000", desk.origin, desk.now)) ==
        "wrong-code");
  const auto enrolled =
      desk.sign_in.finish_second_factor(in->id, desk.code_of(kNadege), desk.origin, desk.now);

  REQUIRE(enrolled);
  CHECK(enrolled->recovery.size() == kRecoveryCodes);
  CHECK(enrolled->signed_in.session.stage == SessionStage::open);
  CHECK_FALSE(desk.session(in->id));
  CHECK(desk.session(enrolled->signed_in.id));
}

TEST_CASE("with a second factor a password alone opens nothing, and each step gives a new id") {
  Premises desk;
  desk.equipped();

  const auto half = desk.sign_in.log_in({kNadege, kGoodPassword, "", ""}, desk.origin, desk.now);
  REQUIRE(half);
  CHECK(half->session.stage == SessionStage::awaiting_code);
  CHECK(fault(desk.sign_in.begin_second_factor(half->id, desk.now)) == "not-logged-in");
  CHECK(fault(desk.sign_in.revoke_others(half->id, desk.origin, desk.now)) == "not-logged-in");
  const auto whole =
      desk.sign_in.confirm(half->id, desk.code_of(kNadege), false, desk.origin, desk.now);

  REQUIRE(whole);
  CHECK(whole->id != half->id);
  CHECK_FALSE(desk.session(half->id));
  CHECK(desk.session(whole->id)->is_open());
  CHECK(whole->session.ends_at == desk.now + 8h);
}

TEST_CASE("a one-time password serves once") {
  Premises desk;
  desk.equipped();
  const std::string code = desk.code_of(kNadege);
  REQUIRE(desk.enter(kNadege));

  const auto half = desk.sign_in.log_in({kNadege, kGoodPassword, "", ""}, desk.origin, desk.now);
  CHECK(fault(desk.sign_in.confirm(half->id, code, false, desk.origin, desk.now)) == "wrong-code");
  desk.now += 30s;
  CHECK(desk.sign_in.confirm(half->id, desk.code_of(kNadege), false, desk.origin, desk.now));
}

TEST_CASE("a recovery code stands in for the telephone, once") {
  Premises desk;
  desk.equipped();
  std::string typed = desk.recovery[3];
  std::ranges::transform(typed, typed.begin(),
                         [](char c) { return static_cast<char>(std::tolower(c)); });
  const auto half = [&] {
    return desk.sign_in.log_in({kNadege, kGoodPassword, "", ""}, desk.origin, desk.now)->id;
  };

  CHECK(desk.sign_in.confirm(half(), typed, false, desk.origin, desk.now));
  CHECK(fault(desk.sign_in.confirm(half(), typed, false, desk.origin, desk.now)) == "wrong-code");
  CHECK(desk.sign_in.confirm(half(), desk.recovery[4], false, desk.origin, desk.now));
  CHECK(desk.book.find(kNadege)->recovery.size() == kRecoveryCodes - 2);
}

TEST_CASE("five wrong codes end the half-open session, and codes are throttled") {
  Premises desk;
  desk.equipped();
  const auto half = desk.sign_in.log_in({kNadege, kGoodPassword, "", ""}, desk.origin, desk.now);
  for (int i = 0; i < 5; ++i) {
    CHECK(fault(desk.sign_in.confirm(half->id, "000000", false, desk.origin, desk.now)) ==
          "wrong-code");
  }
  CHECK(fault(desk.sign_in.confirm(half->id, desk.code_of(kNadege), false, desk.origin,
                                   desk.now)) == "not-logged-in");
  const auto again = desk.sign_in.log_in({kNadege, kGoodPassword, "", ""}, desk.origin, desk.now);
  const auto early =
      desk.sign_in.confirm(again->id, desk.code_of(kNadege), false, desk.origin, desk.now);
  CHECK(fault(early) == "too-often");
  CHECK(early.error().retry_after == 30s);
  desk.now += 31s;
  CHECK(desk.sign_in.confirm(again->id, desk.code_of(kNadege), false, desk.origin, desk.now));
}

TEST_CASE("a session ends when idle, after a day's work, and with its account") {
  Premises desk;
  desk.partner();
  const auto touched_every = [&](std::chrono::minutes step, std::chrono::minutes whole) {
    const auto in = desk.enter(kAlbert);
    for (const base::Instant end = desk.now + whole; desk.now < end;) {
      desk.now += step;
      const auto live = desk.session(in->id);
      if (!live) return false;
      desk.store->write(
          [&](store::Transaction& t) { touch_session(t.accounts(), live->session.hash, desk.now); },
          {});
    }
    return true;
  };
  CHECK(touched_every(59min, 7h));
  CHECK_FALSE(touched_every(60min, 2h));
  CHECK_FALSE(touched_every(30min, 8h));

  const auto in = desk.enter(kAlbert);
  CHECK(desk.session(in->id));
  REQUIRE(desk.book.disable(in->account.id, "", desk.now));
  CHECK_FALSE(desk.session(in->id));
}

TEST_CASE("an administrator's session is idle after half an hour") {
  Premises desk;
  const auto made = desk.book.add({"root@figeac.example",
                                   "Root",
                                   {access::Persona::coordinator, access::Persona::administrator},
                                   "",
                                   {}},
                                  kGoodPassword, "", desk.now);
  REQUIRE(made);
  REQUIRE(desk.book.hand_second_factor(made->id, "", desk.now));
  const auto in = desk.enter("root@figeac.example");
  REQUIRE(in);
  desk.now += 29min;
  CHECK(desk.session(in->id));
  desk.now += 1min;
  CHECK_FALSE(desk.session(in->id));
}

TEST_CASE("an id that a browser brought is never taken over, and its session ends") {
  Premises desk;
  desk.partner();
  const auto before = desk.enter(kAlbert);
  const auto in =
      desk.sign_in.log_in({kAlbert, kGoodPassword, "", before->id}, desk.origin, desk.now);
  REQUIRE(in);
  CHECK(in->id != before->id);
  CHECK_FALSE(desk.session(before->id));
  const std::string planted(64, 'a');
  const auto other =
      desk.sign_in.log_in({kAlbert, kGoodPassword, "", planted}, desk.origin, desk.now);
  CHECK(other->id != planted);
  CHECK_FALSE(desk.session(planted));
}

TEST_CASE("a proof is fresh for five minutes; stepping up gives a new id") {
  Premises desk;
  desk.equipped();
  const auto in = desk.enter(kNadege);
  desk.now += 4min + 59s;
  CHECK(is_freshly_proven(desk.session(in->id)->session, desk.now));
  desk.now += 1s;
  CHECK_FALSE(is_freshly_proven(desk.session(in->id)->session, desk.now));
  CHECK(fault(desk.sign_in.begin_second_factor(in->id, desk.now)) == "prove-first");

  CHECK(fault(desk.sign_in.step_up(in->id, kGoodPassword, desk.origin, desk.now)) == "wrong-code");
  const auto up = desk.sign_in.step_up(in->id, desk.code_of(kNadege), desk.origin, desk.now);
  REQUIRE(up);
  CHECK_FALSE(desk.session(in->id));
  CHECK(is_freshly_proven(desk.session(up->id)->session, desk.now));
  CHECK(up->session.ends_at == in->session.ends_at);
  CHECK(desk.sign_in.begin_second_factor(up->id, desk.now));
}

TEST_CASE("without a second factor the password is the proof") {
  Premises desk;
  desk.partner();
  const auto in = desk.enter(kAlbert);
  CHECK(fault(desk.sign_in.step_up(in->id, "wrong", desk.origin, desk.now)) == "wrong-password");
  const auto up = desk.sign_in.step_up(in->id, kGoodPassword, desk.origin, desk.now);
  REQUIRE(up);
  CHECK(up->id != in->id);
}

TEST_CASE("a new password ends every other session and every trusted device") {
  Premises desk;
  desk.partner();
  const auto elsewhere = desk.enter(kAlbert);
  const auto here = desk.enter(kAlbert);
  CHECK(fault(desk.sign_in.change_password(here->id, "wrong", kOtherPassword, desk.origin,
                                           desk.now)) == "wrong-password");
  CHECK(fault(desk.sign_in.change_password(here->id, kGoodPassword, "soleil2024soleil", desk.origin,
                                           desk.now)) == "password-guessed");
  CHECK(fault(desk.sign_in.change_password(here->id, kGoodPassword, kGoodPassword, desk.origin,
                                           desk.now)) == "same-password");

  const auto changed =
      desk.sign_in.change_password(here->id, kGoodPassword, kOtherPassword, desk.origin, desk.now);
  REQUIRE(changed);
  CHECK(desk.session(changed->id));
  CHECK_FALSE(desk.session(here->id));
  CHECK_FALSE(desk.session(elsewhere->id));
  CHECK(fault(desk.enter(kAlbert)) == "wrong-login");
  CHECK(desk.enter(kAlbert, kOtherPassword));
}

TEST_CASE("one's sessions are ended one by one, or all others at once; nobody else's") {
  Premises desk;
  desk.partner();
  desk.partner("other@cma.example");
  const auto foreign = desk.enter("other@cma.example");
  const auto one = desk.enter(kAlbert), two = desk.enter(kAlbert), here = desk.enter(kAlbert);

  CHECK(fault(desk.sign_in.revoke(here->id, foreign->session.handle, desk.origin, desk.now)) ==
        "no-such-session");
  CHECK(desk.sign_in.revoke(here->id, one->session.handle, desk.origin, desk.now));
  CHECK_FALSE(desk.session(one->id));
  CHECK(desk.session(two->id));
  CHECK(desk.sign_in.revoke_others(here->id, desk.origin, desk.now));
  CHECK_FALSE(desk.session(two->id));
  CHECK(desk.session(here->id));
  CHECK(desk.session(foreign->id));
  desk.sign_in.log_out(here->id, desk.origin, desk.now);
  CHECK_FALSE(desk.session(here->id));
  desk.sign_in.log_out(here->id, desk.origin, desk.now);
}

TEST_CASE("a hash at an old cost is made anew when its owner comes in") {
  Premises desk;
  auto account = desk.partner();
  PasswordHasher old({2, 16384});
  account.password_hash = old.hash(kGoodPassword);
  desk.store->write([&](store::Transaction& t) { CHECK(t.accounts().save(account)); }, {});
  REQUIRE(desk.enter(kAlbert));
  CHECK(desk.book.find(kAlbert)->password_hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  CHECK(desk.enter(kAlbert));
}

TEST_CASE("a second factor sealed under another key is said to be so") {
  Premises desk;
  auto account = desk.equipped();
  const Keys other("another-key-another-key-another-");
  account.totp_secret = other.seal("12345678901234567890", account.id, desk.random);
  desk.store->write([&](store::Transaction& t) { CHECK(t.accounts().save(account)); }, {});
  const auto half = desk.sign_in.log_in({kNadege, kGoodPassword, "", ""}, desk.origin, desk.now);
  CHECK(fault(desk.sign_in.confirm(half->id, "123456", false, desk.origin, desk.now)) ==
        "key-changed");
}
