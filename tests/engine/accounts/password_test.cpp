#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

#include "engine/accounts/frequent_passwords.hpp"
#include "engine/accounts/password_hash.hpp"
#include "engine/accounts/password_policy.hpp"

using namespace guichet;
using access::Persona;
using accounts::PasswordHasher;

namespace {

constexpr accounts::HashCost kCheap{1, 8192};

std::vector<std::string> faults(const std::string& password,
                                std::vector<Persona> personas = {Persona::coordinator}) {
  std::vector<std::string> out;
  for (const base::Message& each : accounts::password_faults(
           password, personas,
           {"Guichet du Pays de Figeac", "Nadège Salvan", "n.salvan@mairie-figeac.fr"})) {
    out.emplace_back(each.key());
  }
  return out;
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("twelve characters are enough for most, sixteen for those who keep the desk") {
  CHECK(faults("fgk4t8wzqmxp").empty());
  CHECK(faults("fgk4t8wzqmx") == Faults{"password-too-short"});
  CHECK(faults("fgk4t8wzqmxp", {Persona::partner}).empty());
  for (const Persona keeper : {Persona::administrator, Persona::auditor}) {
    CHECK(faults("fgk4t8wzqmxpvrj", {Persona::coordinator, keeper}) ==
          Faults{"password-too-short"});
    CHECK(faults("fgk4t8wzqmxpvrjs", {Persona::coordinator, keeper}).empty());
  }
}

TEST_CASE("characters are counted, not bytes, up to two hundred and fifty-six") {
  std::string letters;
  for (int i = 0; i < 11; ++i) letters += i % 2 == 0 ? "é" : "ù";
  CHECK(faults(letters + "x") == Faults{"password-guessed"});  // one pair over and over
  CHECK(faults("éàùçôîïÿñæœ") == Faults{"password-too-short"});
  CHECK(faults("éàùçôîïÿñæœß").empty());
  std::string long_one;
  for (int i = 0; long_one.size() < 256; ++i) long_one += std::to_string(i * 7919) + "k";
  long_one.resize(256);
  CHECK(faults(long_one).empty());
  CHECK(faults(long_one + "x") == Faults{"password-too-long"});
  CHECK(faults(std::string(1'000'000, 'x')) == Faults{"password-too-long"});
}

TEST_CASE("passwords that are tried first are refused in whatever dress") {
  for (const char* guessed :
       {"motdepasse2024", "MotDePasse-2026!", "P@ssw0rd2024!!", "passwordpassword",
        "azertyuiop1234", "qwertyuiopasdf", "aaaaaaaaaaaaaaaa", "123456789012345",
        "abcabcabcabcabc", "1qaz2wsx3edc4rfv", "987654321987", "SoleilSoleil123",
        "Figeac-Guichet-2026!", "nadege.salvan.46", "NadègeSalvan2026", "jetaimejetaime!",
        "0102030405060708", "!!!!!!!!!!!!", "motdepasse motdepasse 1"}) {
    INFO(guessed);
    CHECK(faults(guessed) == Faults{"password-guessed"});
  }
}

TEST_CASE("phrases and random texts are taken, spaces and accents and all") {
  for (const char* good : {"tilleul brouette magnesium ourlet", "correct horse battery staple",
                           "Wq7-hhT2-bx9Z", "le chat de la voisine a mangé 3 souris",
                           "k3j9x-pmw2r-7hqtz-ncf4v", "Ma soeur cadette collectionne les galets"}) {
    INFO(good);
    CHECK(faults(good).empty());
  }
}

TEST_CASE("every fault is said at once, in both languages, with what to do") {
  const auto all = accounts::password_faults("soleil", {Persona::coordinator}, {});
  REQUIRE(all.size() == 2);
  CHECK(all[0].in(base::Language::fr).contains("au moins 12"));
  CHECK(all[0].in(base::Language::en).contains("four or five unrelated words"));
  CHECK(all[1].in(base::Language::fr).contains("sans rapport"));
}

TEST_CASE("what is no text is refused as such") {
  CHECK(faults("abcdefgh\xff\xfeijklmnop") == Faults{"password-not-text"});
  CHECK_FALSE(accounts::normalised_password("\xc3"));
}

TEST_CASE("one password typed on two keyboards is one password") {
  // e with acute: one character, or a letter and an accent; ligature fi, and f i.
  CHECK(accounts::normalised_password("caf\u00e9 \ufb01n") ==
        accounts::normalised_password("cafe\u0301 fin"));
  CHECK(accounts::normalised_password("Case") != accounts::normalised_password("case"));
}

TEST_CASE("the list has thousands of words in order, of the lengths it says") {
  CHECK(accounts::count_common_words() > 10'000);
  for (const char* word : {"123456789", "azerty", "motdepasse", "password", "zxcvbnm", "000000"}) {
    INFO(word);
    CHECK(accounts::is_common_word(word));
  }
  CHECK_FALSE(accounts::is_common_word("tilleul brouette"));
  CHECK_FALSE(accounts::is_common_word("# words and passwords"));
}

TEST_CASE("addresses are one whatever their case, and nothing else is an address") {
  CHECK(accounts::email_key_of(" Nadege.Salvan@Figeac.FR ") == "nadege.salvan@figeac.fr");
  for (const char* good : {"a@b", "n.salvan+desk@mairie-figeac.fr", "élu@figeac.fr"}) {
    CHECK(accounts::is_email(good));
  }
  for (const char* bad : {"", "@", "a@", "@b", "a b@c", "a@b@c", "a@b\n", "a@b,c@d", "<a@b>"}) {
    INFO(bad);
    CHECK_FALSE(accounts::is_email(bad));
  }
  std::string endless(250, 'a');
  endless += "@b.fr";
  CHECK_FALSE(accounts::is_email(endless));
}

TEST_CASE("a password is known by its hash, which is Argon2id at the given cost") {
  PasswordHasher hasher(kCheap);
  const std::string hash = hasher.hash("tilleul brouette");
  CHECK(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  CHECK(hash != hasher.hash("tilleul brouette"));
  CHECK(hasher.verify(hash, "tilleul brouette") == PasswordHasher::Verdict::right);
  CHECK(hasher.verify(hash, "tilleul brouettf") == PasswordHasher::Verdict::wrong);
  CHECK(hasher.verify(hash, "") == PasswordHasher::Verdict::wrong);
  CHECK(PasswordHasher().hash("x").starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST_CASE("a hash made at another cost is right and to be made anew") {
  const std::string old = PasswordHasher({2, 16384}).hash("tilleul brouette");
  PasswordHasher hasher(kCheap);
  CHECK(hasher.verify(old, "tilleul brouette") == PasswordHasher::Verdict::right_but_weak);
  CHECK(hasher.verify(old, "other") == PasswordHasher::Verdict::wrong);
}

TEST_CASE("nobody's password is never right, not even the decoy's") {
  PasswordHasher hasher(kCheap);
  CHECK(hasher.verify("", "") == PasswordHasher::Verdict::wrong);
  CHECK(hasher.verify("", "nobody has this password") == PasswordHasher::Verdict::wrong);
  CHECK(hasher.verify("$argon2id$broken", "x") == PasswordHasher::Verdict::wrong);
}

TEST_CASE("many may ask at once, and every answer is right") {
  PasswordHasher hasher(kCheap);
  const std::string hash = hasher.hash("tilleul");
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      const auto verdict = hasher.verify(i % 2 == 0 ? hash : "", "tilleul");
      if ((verdict == PasswordHasher::Verdict::right) == (i % 2 == 0)) ++right;
    });
  }
  for (std::thread& each : threads) each.join();
  CHECK(right == 8);
}
