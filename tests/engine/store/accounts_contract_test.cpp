// The contract of stores, what concerns accounts: rows come back whole, uniqueness, what is removed
// with what, and the audit that is only added to.
#include <catch2/catch.hpp>

#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_accounts.hpp"

using namespace guichet;
using access::Persona;
using store::AccountReader;
using store::AccountRows;
using store::ask_accounts;
using store::at_hour;
using store::signed_in;
using store::write_accounts;

namespace {

store::Account account(const std::string& id, const std::string& email) {
  return {.id = id,
          .email = email,
          .email_key = email,
          .name = "Nadège l'Éclair",
          .personas = {Persona::coordinator, Persona::administrator},
          .member = "nadege",
          .partners = {{"cma-46", "salvan"}, {"cci-46", ""}},
          .password_hash = "$argon2id$v=19$x",
          .totp_secret = "sealed",
          .totp_pending = "waiting",
          .totp_step = 41'152'263,
          .recovery = {"r1", "r2"},
          .created_at = at_hour(9),
          .disabled_at = {},
          .signed_in_at = at_hour(11)};
}

store::Session session(const std::string& hash, const std::string& of, int hour) {
  store::Session out;
  out.hash = hash;
  out.handle = "h" + hash;
  out.account = of;
  out.csrf_secret = "c" + hash;
  out.device = "Firefox, Linux";
  out.network = "192.0.2.0";
  out.enrols = "e" + hash;
  out.opened = {{{7}, at_hour(12)}, {{12}, at_hour(13)}};
  out.created_at = out.seen_at = at_hour(hour);
  out.ends_at = at_hour(hour + 8);
  return out;
}

std::vector<std::string> hashes(const std::vector<store::Session>& sessions) {
  std::vector<std::string> out;
  for (const store::Session& each : sessions) out.push_back(each.hash);
  return out;
}

}  // namespace

TEST_CASE("an account comes back whole, by id and by its folded address") {
  auto under_test = store::make_store_under_test();
  const store::Account one = account("a1", "nadege@figeac.fr");
  store::Account other = account("a2", "albert@figeac.fr");
  other.personas = {Persona::partner};
  other.partners.clear();
  other.recovery.clear();
  other.disabled_at = at_hour(10);
  REQUIRE_FALSE(write_accounts(under_test->store(), [&](AccountRows& rows) {
    CHECK(rows.save(one));
    CHECK(rows.save(other));
    CHECK(rows.account("a1") == one);  // in its own transaction too
  }));
  under_test->reopen();

  store::Store& store = under_test->store();
  CHECK(ask_accounts(store, [](AccountReader& r) { return r.account("a1"); }) == one);
  CHECK(ask_accounts(store, [](AccountReader& r) {
          return r.account_by_email("albert@figeac.fr");
        }) == other);
  CHECK(ask_accounts(store, [](AccountReader& r) { return r.accounts(); }) ==
        std::vector{other, one});
  CHECK_FALSE(ask_accounts(store, [](AccountReader& r) { return r.account("a3"); }));
  CHECK_FALSE(
      ask_accounts(store, [](AccountReader& r) { return r.account_by_email("x@figeac.fr"); }));
}

TEST_CASE("two accounts never have one address, and the refusal changes nothing") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  const store::Account one = account("a1", "nadege@figeac.fr");
  const store::Account other = account("a2", "albert@figeac.fr");
  write_accounts(store, [&](AccountRows& rows) { CHECK((rows.save(one) && rows.save(other))); });

  store::Account clash = other;
  clash.email_key = one.email_key;
  clash.name = "changed";
  write_accounts(store, [&](AccountRows& rows) { CHECK_FALSE(rows.save(clash)); });
  store::Account renamed = other;
  renamed.name = "Albert";
  write_accounts(store, [&](AccountRows& rows) { CHECK(rows.save(renamed)); });

  CHECK(ask_accounts(store, [](AccountReader& r) { return r.account("a2"); }) == renamed);
}

TEST_CASE("a session comes back whole, of an account or of a link") {
  auto under_test = store::make_store_under_test();
  store::Session mine = session("s1", "a1", 9);
  mine.stage = store::SessionStage::awaiting_code;
  mine.tries = 2;
  store::Session link = session("s2", "", 9);
  link.link = access::LinkScope{{7}, {3}};
  link.asked = {"cma-46", "salvan"};
  link.address = "keyed";
  link.proven_at = at_hour(10);
  write_accounts(under_test->store(), [&](AccountRows& rows) {
    rows.save(mine);
    rows.save(link);
  });
  under_test->reopen();

  const auto one =
      ask_accounts(under_test->store(), [](AccountReader& r) { return r.session("s1"); });
  REQUIRE(one);
  CHECK(one->network == "192.0.2.0");
  CHECK(one->enrols == "es1");
  CHECK(one->opened == mine.opened);
  CHECK(one->stage == store::SessionStage::awaiting_code);
  CHECK(one->account == "a1");
  CHECK(one->handle == "hs1");
  CHECK(one->csrf_secret == "cs1");
  CHECK(one->device == "Firefox, Linux");
  CHECK(one->tries == 2);
  CHECK(one->created_at == at_hour(9));
  CHECK(one->ends_at == at_hour(17));
  CHECK_FALSE(one->link);
  CHECK_FALSE(one->proven_at);
  const auto other =
      ask_accounts(under_test->store(), [](AccountReader& r) { return r.session("s2"); });
  REQUIRE((other && other->link));
  CHECK(other->link->kase.value == 7);
  CHECK(other->link->n.value == 3);
  CHECK(other->asked == store::Membership{"cma-46", "salvan"});
  CHECK(other->address == "keyed");
  CHECK(other->stage == store::SessionStage::open);
  CHECK(other->proven_at == at_hour(10));
}

TEST_CASE("a session that is saved again has moved on; sessions are listed the newest first") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  write_accounts(store, [&](AccountRows& rows) {
    rows.save(session("s1", "a1", 9));
    rows.save(session("s2", "a1", 11));
    rows.save(session("s3", "a2", 10));
    store::Session later = session("s1", "a1", 9);
    later.seen_at = at_hour(12);
    later.proven_at = at_hour(12);
    rows.save(later);
  });

  const auto mine = ask_accounts(store, [](AccountReader& r) { return r.sessions("a1"); });
  CHECK(hashes(mine) == std::vector<std::string>{"s2", "s1"});
  CHECK(mine[1].seen_at == at_hour(12));
  CHECK(mine[1].proven_at == at_hour(12));
}

TEST_CASE("sessions end one by one, by account, and by the case of their link") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  const auto link = [](const std::string& hash, std::int64_t kase, std::int32_t n) {
    store::Session out = session(hash, "", 9);
    out.link = access::LinkScope{{kase}, {n}};
    return out;
  };
  write_accounts(store, [&](AccountRows& rows) {
    for (const char* hash : {"s1", "s2"}) rows.save(session(hash, "a1", 9));
    rows.save(session("s3", "a2", 9));
    rows.save(link("l1", 7, 2));
    rows.save(link("l2", 7, 3));
    rows.save(link("l3", 8, 2));
  });
  const auto is_there = [&](const std::string& hash) {
    return ask_accounts(store, [&](AccountReader& r) { return r.session(hash).has_value(); });
  };

  write_accounts(store, [](AccountRows& rows) { rows.remove_session("s1"); });
  CHECK_FALSE(is_there("s1"));
  CHECK(is_there("s2"));
  write_accounts(store, [](AccountRows& rows) { rows.remove_sessions("a1"); });
  CHECK_FALSE(is_there("s2"));
  CHECK(is_there("s3"));
  write_accounts(store, [](AccountRows& rows) { rows.remove_link_sessions({7}, {2}); });
  CHECK_FALSE(is_there("l1"));
  CHECK(is_there("l2"));
  write_accounts(store, [](AccountRows& rows) { rows.remove_link_sessions({7}, {0}); });
  CHECK_FALSE(is_there("l2"));
  CHECK(is_there("l3"));
}

TEST_CASE("devices, codes, keys and buckets come back whole") {
  auto under_test = store::make_store_under_test();
  write_accounts(under_test->store(), [&](AccountRows& rows) {
    rows.save(store::TrustedDevice{"d1", "hd", "a1", "Chrome, Android", at_hour(9), at_hour(20)});
    rows.save(store::ReplyCode{"loc", "code", "nonce", 1, at_hour(10)});
    rows.save(store::ReplyCode{"loc", "other", "nonce2", 0, at_hour(11)});
    rows.save(store::ApiKey{"k1",
                            "kh",
                            "guichet_ab",
                            "compta",
                            "cma-46",
                            {"look", "act"},
                            "a1",
                            at_hour(9),
                            {},
                            {},
                            at_hour(30)});
    rows.save(store::Bucket{"login:x", 3, at_hour(9), at_hour(10)});
  });
  under_test->reopen();
  store::Store& store = under_test->store();

  const auto device = ask_accounts(store, [](AccountReader& r) { return r.device("d1"); });
  REQUIRE(device);
  CHECK(device->owner == "a1");
  CHECK(device->handle == "hd");
  CHECK(device->device == "Chrome, Android");
  CHECK(device->ends_at == at_hour(20));
  CHECK(ask_accounts(store, [](AccountReader& r) { return r.devices("a1").size(); }) == 1);
  CHECK(ask_accounts(store, [](AccountReader& r) { return r.devices("a2").size(); }) == 0);
  const auto code = ask_accounts(store, [](AccountReader& r) { return r.reply_code("loc"); });
  REQUIRE(code);
  CHECK(code->code_hash == "other");
  CHECK(code->nonce_hash == "nonce2");
  CHECK(code->tries == 0);
  CHECK(code->ends_at == at_hour(11));
  const auto key = ask_accounts(store, [](AccountReader& r) { return r.api_key("kh"); });
  REQUIRE(key);
  CHECK(key->granted == std::vector<std::string>{"look", "act"});
  CHECK(key->partner == "cma-46");
  CHECK(key->prefix == "guichet_ab");
  CHECK_FALSE(key->revoked_at);
  CHECK(key->expires_at == at_hour(30));
  const auto bucket = ask_accounts(store, [](AccountReader& r) { return r.bucket("login:x"); });
  REQUIRE(bucket);
  CHECK(bucket->count == 3);
  CHECK(bucket->at == at_hour(9));

  write_accounts(store, [&](AccountRows& rows) {
    store::ApiKey used = *key;
    used.used_at = at_hour(10);
    used.revoked_at = at_hour(11);
    rows.save(used);
    rows.remove_device("d1");
    rows.remove_reply_code("loc");
    rows.remove_bucket("login:x");
  });
  const auto keys = ask_accounts(store, [](AccountReader& r) { return r.api_keys(); });
  REQUIRE(keys.size() == 1);
  CHECK(keys[0].used_at == at_hour(10));
  CHECK(keys[0].revoked_at == at_hour(11));
  CHECK_FALSE(ask_accounts(store, [](AccountReader& r) { return r.device("d1"); }));
  CHECK_FALSE(ask_accounts(store, [](AccountReader& r) { return r.reply_code("loc"); }));
  CHECK_FALSE(ask_accounts(store, [](AccountReader& r) { return r.bucket("login:x"); }));
}

TEST_CASE("a sweep takes what has ended, and nothing else") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  write_accounts(store, [&](AccountRows& rows) {
    CHECK(rows.save(account("a1", "nadege@figeac.fr")));
    rows.save(session("old", "a1", 1));
    rows.save(session("new", "a1", 9));
    rows.save(store::TrustedDevice{"d1", "h", "a1", "", at_hour(1), at_hour(9)});
    rows.save(store::TrustedDevice{"d2", "h", "a1", "", at_hour(1), at_hour(10)});
    rows.save(store::ReplyCode{"c1", "", "", 0, at_hour(9)});
    rows.save(store::Bucket{"b1", 1, at_hour(1), at_hour(9)});
    rows.append(signed_in(1));
    rows.sweep_accounts(at_hour(9));
  });

  store.read([](store::Reader& reader) {
    AccountReader& rows = reader.accounts();
    CHECK_FALSE(rows.session("old"));
    CHECK(rows.session("new"));
    CHECK_FALSE(rows.device("d1"));
    CHECK(rows.device("d2"));
    CHECK_FALSE(rows.reply_code("c1"));
    CHECK_FALSE(rows.bucket("b1"));
    CHECK(rows.account("a1"));
    CHECK(rows.last_audit());
  });
}

TEST_CASE("what fails leaves accounts as they were") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  const store::Account before = account("a1", "nadege@figeac.fr");
  write_accounts(store, [&](AccountRows& rows) {
    CHECK(rows.save(before));
    rows.save(session("s1", "a1", 9));
    rows.save(store::Bucket{"b", 1, at_hour(9), at_hour(10)});
    rows.append(signed_in(1));
  });

  const auto failed = write_accounts(store, [&](AccountRows& rows) {
    store::Account changed = before;
    changed.name = "changed";
    CHECK(rows.save(changed));
    CHECK(rows.save(account("a2", "albert@figeac.fr")));
    rows.remove_sessions("a1");
    rows.save(session("s2", "a1", 9));
    rows.save(store::Bucket{"b", 2, at_hour(9), at_hour(10)});
    rows.append(signed_in(2));
    rows.sweep_accounts(at_hour(23));
    throw store::StorageFailure(
        {base::ErrorKind::surroundings, base::Message(base::MessageText{"full", "plein", "full"})});
  });

  CHECK(failed);
  store.read([&](store::Reader& reader) {
    AccountReader& rows = reader.accounts();
    CHECK(rows.accounts() == std::vector{before});
    CHECK(hashes(rows.sessions("a1")) == std::vector<std::string>{"s1"});
    CHECK(rows.bucket("b")->count == 1);
    CHECK(rows.last_audit()->seq == 1);
  });
}

TEST_CASE("an invitation comes back by its hash, and goes with its account's others") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  write_accounts(store, [](AccountRows& rows) {
    rows.save(store::Invitation{"h1", "a1", at_hour(12)});
    rows.save(store::Invitation{"h2", "a1", at_hour(13)});
    rows.save(store::Invitation{"h3", "a2", at_hour(14)});
  });
  const auto found = ask_accounts(store, [](AccountReader& rows) { return rows.invitation("h2"); });
  REQUIRE(found);
  CHECK(found->account == "a1");
  CHECK(found->ends_at == at_hour(13));
  write_accounts(store, [](AccountRows& rows) { rows.remove_invitations("a1"); });
  CHECK_FALSE(ask_accounts(store, [](AccountReader& rows) { return rows.invitation("h1"); }));
  CHECK(ask_accounts(store, [](AccountReader& rows) { return rows.invitation("h3"); }));
  write_accounts(store, [](AccountRows& rows) { rows.sweep_accounts(at_hour(14)); });
  CHECK_FALSE(ask_accounts(store, [](AccountReader& rows) { return rows.invitation("h3"); }));
}
