// Accounts as they are kept, keys of programs, the secret's key, and the audit's chain.
#include <catch2/catch.hpp>

#include "engine/accounts/api_keys.hpp"
#include "engine/accounts/password_policy.hpp"
#include "tests/engine/accounts/premises.hpp"

using namespace guichet;
using namespace guichet::accounts;
using namespace std::chrono_literals;
using access::Persona;

namespace {

std::vector<std::string> faults(const Outcome<store::Account>& outcome) {
  std::vector<std::string> out;
  if (outcome) return out;
  for (const base::Message& each : outcome.error().rejection.reasons) out.emplace_back(each.key());
  return out;
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("an account is refused with everything that is wrong about it") {
  Premises desk;
  const auto add = [&](const Person& person) {
    return faults(desk.book.add(person, kGoodPassword, "", desk.now));
  };
  CHECK(add({"nobody", "", {}, "", {}}) == Faults{"bad-email", "no-name", "no-persona"});
  CHECK(add({"a@b.example", "A", {Persona::service}, "", {}}) == Faults{"no-persona"});
  CHECK(add({"a@b.example", "A", {Persona::partner}, "", {}}) ==
        Faults{"partner-without-institution"});
  CHECK(add({"a@b.example", "A", {Persona::partner, Persona::auditor}, "", {{"cma-46", ""}}}) ==
        Faults{"partner-and-staff"});
  CHECK(add({"a@b.example", "A", {Persona::coordinator}, "", {{"cma-46", ""}}}) ==
        Faults{"partner-and-staff"});
  CHECK(add({"a@b.example", "A", {Persona::partner}, "nadege", {{"cma-46", ""}}}) ==
        Faults{"partner-and-staff"});
  CHECK(faults(desk.book.add({"a@b.example", "A", {Persona::coordinator}, "", {}}, "azerty", "",
                             desk.now)) == Faults{"password-too-short", "password-guessed"});
  CHECK(desk.book.list().empty());
}

TEST_CASE("one address, one account, in whatever case") {
  Premises desk;
  desk.partner();
  CHECK(faults(desk.book.add({"Albert@CMA.Example", "Other", {Persona::coordinator}, "", {}},
                             kGoodPassword, "", desk.now)) == Faults{"email-taken"});
  CHECK(desk.book.find("ALBERT@cma.example")->name == "Albert Roux");
}

TEST_CASE("losing an institution or a role ends the sessions at once") {
  Premises desk;
  const auto albert = desk.partner();
  const auto in = desk.enter(kAlbert);
  Person person{kAlbert, "Albert R.", {Persona::partner}, "", {{"cma-46", "roux"}}};
  REQUIRE(desk.book.change(albert.id, person, "", desk.now));
  CHECK(desk.session(in->id));  // a name takes nothing away
  person.partners = {{"cci-46", ""}};
  REQUIRE(desk.book.change(albert.id, person, "", desk.now));
  CHECK_FALSE(desk.session(in->id));
  CHECK(desk.enter(kAlbert));
}

TEST_CASE("the last administrator can neither be disabled nor made something else") {
  Premises desk;
  const auto made = [&](const std::string& email) {
    return desk.book
        .add({email, "Root", {Persona::administrator}, "", {}}, kGoodPassword, "", desk.now)
        ->id;
  };
  const std::string one = made("one@x.example");
  CHECK(fault(desk.book.disable(one, "", desk.now)) == "last-administrator");
  CHECK(faults(desk.book.change(one, {"one@x.example", "One", {Persona::coordinator}, "", {}}, "",
                                desk.now)) == Faults{"last-administrator"});
  const std::string two = made("two@x.example");
  CHECK(desk.book.disable(one, "", desk.now));
  CHECK(fault(desk.book.disable(two, "", desk.now)) == "last-administrator");
  CHECK(desk.book.enable(one, "", desk.now));
  CHECK(desk.book.disable(two, "", desk.now));
}

TEST_CASE("a password that is set for somebody ends her sessions") {
  Premises desk;
  const auto albert = desk.partner();
  const auto in = desk.enter(kAlbert);
  CHECK(fault(desk.book.set_password(albert.id, "court", "", desk.now)) == "password-too-short");
  CHECK(desk.session(in->id));
  REQUIRE(desk.book.set_password(albert.id, kOtherPassword, "", desk.now));
  CHECK_FALSE(desk.session(in->id));
  CHECK(desk.enter(kAlbert, kOtherPassword));
}

TEST_CASE("a made-up password is taken by the policy, and is never the same twice") {
  Premises desk;
  const std::string one = desk.book.new_password();
  CHECK(password_faults(one, {Persona::administrator}, {}).empty());
  CHECK(one != desk.book.new_password());
}

TEST_CASE("all of an account's sessions are ended from outside") {
  Premises desk;
  const auto albert = desk.partner();
  const auto one = desk.enter(kAlbert), two = desk.enter(kAlbert);
  CHECK(desk.book.end_sessions(albert.id, "", desk.now) == 2);
  CHECK_FALSE(desk.session(one->id));
  CHECK_FALSE(desk.session(two->id));
  CHECK(fault(desk.book.end_sessions("none", "", desk.now)) == "no-account");
}

TEST_CASE("a key is shown once, found by its whole self only, and opens nothing once revoked") {
  Premises desk;
  const auto made = make_api_key(*desk.store, desk.keys, desk.random,
                                 {"compta", "cma-46", {"see_case"}, "a1"}, desk.now);
  REQUIRE(made);
  const auto find = [&](const std::string& key) {
    std::optional<store::ApiKey> out;
    desk.store->read([&](store::Reader& r) { out = find_api_key(r.accounts(), key, desk.now); });
    return out;
  };
  CHECK(made->key.starts_with("guichet_"));
  CHECK(made->key.starts_with(made->row.prefix));
  CHECK(made->row.prefix.size() < 20);
  REQUIRE(find(made->key));
  CHECK(find(made->key)->partner == "cma-46");
  CHECK(find(made->key)->granted == std::vector<std::string>{"see_case"});
  std::string wrong = made->key;
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  for (const std::string& other : {wrong, made->row.prefix, made->row.hash, std::string()}) {
    CHECK_FALSE(find(other));
  }
  CHECK(fault(make_api_key(*desk.store, desk.keys, desk.random, {}, desk.now)) ==
        "key-without-label");

  CHECK(wants_note(*find(made->key), desk.now));
  desk.store->write(
      [&](store::Transaction& t) { use_api_key(t.accounts(), made->row.hash, desk.now); }, {});
  CHECK_FALSE(wants_note(*find(made->key), desk.now + 59s));
  REQUIRE(revoke_api_key(*desk.store, desk.keys, made->row.prefix, "a1", desk.now));
  CHECK_FALSE(find(made->key));
  CHECK(revoke_api_key(*desk.store, desk.keys, made->row.id, "a1", desk.now + 1h)->revoked_at ==
        desk.now);
  CHECK(fault(revoke_api_key(*desk.store, desk.keys, "x", "a1", desk.now)) == "no-key");
}

TEST_CASE("what is sealed opens under the same key and for the same account only") {
  SeededRandom random;
  const Keys keys("0123456789abcdef0123456789abcdef"), other("fedcba9876543210fedcba9876543210");
  const std::string sealed = keys.seal("secret", "a1", random);
  CHECK(sealed.find("secret") == std::string::npos);
  CHECK(keys.unseal(sealed, "a1") == "secret");
  CHECK_FALSE(keys.unseal(sealed, "a2"));
  CHECK_FALSE(other.unseal(sealed, "a1"));
  for (std::size_t at = 0; at < sealed.size(); at += 7) {
    std::string touched = sealed;
    touched[at] = touched[at] == '0' ? '1' : '0';
    CHECK_FALSE(keys.unseal(touched, "a1"));
  }
  for (const char* wrong : {"", "zz", "00"}) CHECK_FALSE(keys.unseal(wrong, "a1"));
  CHECK(keys.hash(Purpose::codes, "x") != keys.hash(Purpose::addresses, "x"));
  CHECK(keys.hash(Purpose::codes, "x") != other.hash(Purpose::codes, "x"));
}

TEST_CASE("random text favours no character of its alphabet") {
  SeededRandom random;
  std::map<char, int> counts;
  for (const char c : random_text(random, kReadableAlphabet, 31'000)) ++counts[c];
  CHECK(counts.size() == kReadableAlphabet.size());
  for (const auto& [c, count] : counts) {
    INFO(c);
    CHECK(count > 850);
    CHECK(count < 1150);
  }
}

TEST_CASE("who came in and what was refused is in the audit, without a secret") {
  Premises desk;
  desk.partner();
  (void)desk.enter(kAlbert, "a wrong guess");
  const auto in = desk.enter(kAlbert);
  desk.sign_in.log_out(in->id, desk.origin, desk.now);
  std::vector<std::string> told;
  for (const store::AuditRow& row : desk.audit()) {
    told.push_back(row.act + " " + row.result);
    CHECK(row.ip != desk.origin.ip);
    CHECK(row.object == "account " + in->account.id);
    for (const std::string& secret :
         {kGoodPassword, std::string("a wrong guess"), in->id, kAlbert}) {
      CHECK((row.actor + row.act + row.object + row.result).find(secret) == std::string::npos);
    }
  }
  CHECK(told == std::vector<std::string>{"account-made done", "login wrong-login", "login done",
                                         "logout done"});
}

TEST_CASE("the audit's chain finds what was changed, taken out, added, swapped or cut off") {
  Premises desk;
  for (int i = 0; i < 50; ++i) {
    desk.store->write(
        [&](store::Transaction& t) {
          record(
              t.accounts(), desk.keys,
              {"a" + std::to_string(i), "coordinator", "view\r\nx", "case 7", "done", "192.0.2.9"},
              desk.now + std::chrono::seconds(i));
        },
        {});
  }
  const std::vector<store::AuditRow> whole = desk.audit();
  const auto check = [&](const std::vector<store::AuditRow>& rows, const Keys& keys,
                         std::int64_t seq = 0, const std::string& head = {}) {
    const auto store = store::make_memory_store();
    AuditCheck out;
    store->write(
        [&](store::Transaction& t) {
          for (const store::AuditRow& row : rows) t.accounts().append(row);
          out = check_audit(t.accounts(), keys, seq, head);
        },
        {});
    return out;
  };
  const AuditCheck good = check(whole, desk.keys);
  CHECK_FALSE(good.broken);
  CHECK(good.rows == 50);
  CHECK(whole[0].act == "view  x");
  CHECK_FALSE(check(whole, desk.keys, 50, good.head).broken);

  for (std::size_t at = 0; at < whole.size(); at += 7) {
    const auto seq = static_cast<std::int64_t>(at) + 1;
    auto changed = whole;
    changed[at].actor = "somebody else";
    CHECK(check(changed, desk.keys).broken == seq);
    auto removed = whole;
    removed.erase(removed.begin() + static_cast<std::ptrdiff_t>(at));
    if (at + 1 < whole.size()) CHECK(check(removed, desk.keys).broken == seq);
    auto moved = whole;  // the boundary between two cells
    moved[at].act += moved[at].object.front();
    moved[at].object.erase(0, 1);
    CHECK(check(moved, desk.keys).broken == seq);
  }
  auto cut = whole;
  cut.pop_back();
  CHECK_FALSE(check(cut, desk.keys).broken);
  CHECK(check(cut, desk.keys, 50, good.head).broken == 50);
  CHECK(check(whole, Keys("fedcba9876543210fedcba9876543210")).broken == 1);
}
