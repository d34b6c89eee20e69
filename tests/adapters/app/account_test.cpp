// `guichet account`: people and keys from the command line, and the key file beside the database.
#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/key_file.hpp"
#include "adapters/sql/database.hpp"
#include "engine/base/file.hpp"
#include "engine/json/json.hpp"
#include "tests/adapters/app/captured.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;
using tests::Run;

namespace {

const std::string kGood = "tilleul brouette magnesium ourlet";

// A database with the small desk, and `guichet account` on it, in English.
struct Desk {
  sql::ScratchFolder folder;
  std::string database = folder.file("guichet.db");

  Desk() {
    const auto opened = app::open_database_desk(database, GUICHET_ROOT "/examples/riverside-makers",
                                                base::Language::en);
    REQUIRE(opened);
    REQUIRE(base::write_file(folder.file("password"), kGood + "\n"));
  }
  Run account(app::Words words, const std::string& language = "en") {
    for (const std::string& each :
         {std::string("--database"), database, std::string("--lang"), language}) {
      words.push_back(each);
    }
    return tests::run(app::run_account, words);
  }
  Run add(const std::string& email, const std::string& role, const app::Words& more = {}) {
    app::Words words{"add",    "--email",         email,
                     "--name", "Somebody Else",   "--role",
                     role,     "--password-file", folder.file("password")};
    words.insert(words.end(), more.begin(), more.end());
    return account(words);
  }
};

std::string member(const std::string& json, const std::string& name) {
  const auto value = json::read(json);
  INFO(json);
  REQUIRE(value);
  const feel::Value* found = value->value().member(name);
  REQUIRE(found != nullptr);
  return std::string(found->text());
}

}  // namespace

TEST_CASE("an account is added, listed, disabled and enabled again") {
  Desk desk;
  const Run added = desk.add("ada@example.test", "coordinator");
  INFO(added.err);
  REQUIRE(added.exit == app::kDone);
  CHECK(member(added.out, "email") == "ada@example.test");
  CHECK_FALSE(added.out.contains("password"));

  const Run listed = desk.account({"list"});
  CHECK(listed.out.contains(R"("roles":["coordinator"])"));
  CHECK(listed.out.contains(R"("disabled":false)"));
  CHECK_FALSE(listed.out.contains("argon2"));
  CHECK(desk.account({"disable", "ADA@example.test"}).exit == app::kDone);
  CHECK(desk.account({"list"}).out.contains(R"("disabled":true)"));
  CHECK(desk.account({"enable", "ada@example.test"}).exit == app::kDone);
  CHECK(desk.account({"list"}).out.contains(R"("disabled":false)"));
}

TEST_CASE("a made-up password is printed once, with a word of warning") {
  Desk desk;
  const Run added = desk.account({"add", "--email", "root@example.test", "--name", "Root", "--role",
                                  "administrator", "--generate"});
  REQUIRE(added.exit == app::kDone);
  CHECK(member(added.out, "password").size() == 23);
  CHECK(added.err ==
        "guichet: these secrets will never be shown again: hand them over in person\n");
  const Run again = desk.account({"password", "root@example.test", "--generate"});
  CHECK(member(again.out, "password") != member(added.out, "password"));
}

TEST_CASE("what does not fit the desk is refused in words, in either language") {
  Desk desk;
  CHECK(desk.add("nobody", "coordinator").err.contains("[bad-email] 'nobody'"));
  CHECK(desk.add("a@b.test", "chief").err.contains("'chief' is not a role of accounts"));
  CHECK(desk.add("a@b.test", "coordinator", {"--member", "nobody"}).err.contains("no member"));
  CHECK(desk.add("a@b.test", "partner", {"--partner", "nobody"}).err.contains("no partner"));
  CHECK(desk.add("a@b.test", "partner", {"--partner", "guild/nobody"})
            .err.contains("has no adviser 'nobody'"));
  CHECK(desk.add("a@b.test", "partner").err.contains("[partner-without-institution]"));
  REQUIRE(base::write_file(desk.folder.file("password"), "azerty\n"));
  const Run weak = desk.add("a@b.test", "coordinator");
  CHECK(weak.exit == app::kWrongInput);
  CHECK(weak.err.contains("[password-too-short]"));
  CHECK(weak.err.contains("[password-guessed]"));
  CHECK(desk.account({"disable", "x@y.test"}, "fr").err ==
        "guichet: [no-account] il n'y a pas de compte « x@y.test »\n");
  CHECK(desk.account({"forget"}, "fr").err.contains("n'est pas une action"));
  CHECK(desk.account({"disable"}, "fr").err.contains("dites de quel compte"));
  CHECK(desk.account({"list"}).out.empty());
}

TEST_CASE("a partner's account names the institution and its adviser") {
  Desk desk;
  REQUIRE(desk.add("a@b.test", "partner", {"--partner", "guild"}).exit == app::kDone);
  CHECK(desk.account({"list"}).out.contains(R"("partners":["guild"])"));
}

TEST_CASE("a second factor is handed out with its address and recovery codes") {
  Desk desk;
  REQUIRE(desk.add("ada@example.test", "coordinator").exit == app::kDone);
  const Run handed = desk.account({"totp", "ada@example.test"});
  REQUIRE(handed.exit == app::kDone);
  CHECK(member(handed.out, "uri").starts_with("otpauth://totp/"));
  CHECK(member(handed.out, "uri").contains("secret=" + member(handed.out, "secret") + "&"));
  CHECK(desk.account({"list"}).out.contains(R"("second_factor":true)"));
  CHECK(desk.account({"sessions", "ada@example.test"}).out == "{\"ended\":0}\n");
}

TEST_CASE("keys are made, listed without themselves, and revoked") {
  Desk desk;
  const Run made = desk.account({"key", "add", "--label", "Billing", "--partner", "guild"});
  REQUIRE(made.exit == app::kDone);
  const std::string key = member(made.out, "key");
  CHECK(key.starts_with("guichet_"));
  const Run listed = desk.account({"key", "list"});
  CHECK(listed.out.contains(R"("label":"Billing","partner":"guild")"));
  CHECK(listed.out.contains(R"("may":["list_cases","see_case"])"));
  CHECK(listed.out.contains(R"("revoked":false)"));
  CHECK_FALSE(listed.out.contains(key));
  CHECK(desk.account({"key", "revoke", member(made.out, "id")}).exit == app::kDone);
  CHECK(desk.account({"key", "list"}).out.contains(R"("revoked":true)"));
  CHECK(desk.account({"key", "revoke", "none"}).err.contains("[no-key]"));
  CHECK(desk.account({"key", "add", "--label", "x", "--may", "erase"})
            .err.contains("'erase' is not a right that a key may have"));
  CHECK(desk.account({"key", "add"}).err.contains("[key-without-label]"));
  CHECK(desk.account({"key", "forget"}).err.contains("'key forget' is not an action"));
}

TEST_CASE("a key ends by itself: in a year, or after the day that was said") {
  Desk desk;
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const auto add = [&](const std::string& until) {
    return desk.account({"key", "add", "--label", "Billing", "--until", until});
  };
  const auto in_days = [&](int days) {
    return base::iso(base::Day((today + std::chrono::days(days)).time_since_epoch()));
  };

  const Run yearly = desk.account({"key", "add", "--label", "Billing"});
  const Run listed = desk.account({"key", "list"});
  CHECK(listed.out.contains("\"expires\":\"" + member(yearly.out, "expires") + "\""));
  CHECK(member(yearly.out, "expires").substr(0, 10) == in_days(365));

  const Run month = add(in_days(30));
  REQUIRE(month.exit == app::kDone);
  // Where the day ends, by the desk's calendar.
  CHECK(member(month.out, "expires") > in_days(30));
  CHECK(member(month.out, "expires") < in_days(32));
  for (const std::string& until : {in_days(-2), in_days(800), std::string("soon"), std::string()}) {
    INFO(until);
    CHECK(add(until).err.contains("'" + until + "' does not fit: a day"));
  }
}

TEST_CASE("without a terminal a password comes from a file, or is made up") {
  Desk desk;
  const Run asked = desk.account({"add", "--email", "a@b.test", "--name", "A", "--role",
                                  "coordinator", "--password-file", desk.folder.file("absent")});
  CHECK(asked.exit == app::kWrongInput);
  CHECK(asked.err.contains("absent"));
}

TEST_CASE("the key file is its owner's alone, made once, and wanted ever after") {
  Desk desk;
  REQUIRE(desk.account({"list"}).exit == app::kDone);
  const std::string file = app::key_file_of("sqlite:" + desk.database);
  CHECK(file == desk.database + ".key");
  struct stat info {};
  REQUIRE(::stat(file.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0400);
  const auto before = base::read_bytes(file);
  REQUIRE(before);
  CHECK(before->size() == 65);
  REQUIRE(desk.account({"list"}).exit == app::kDone);
  CHECK(*base::read_bytes(file) == *before);

  SECTION("readable by others") {
    REQUIRE(::chmod(file.c_str(), 0440) == 0);
    CHECK(desk.account({"list"}).err.contains("chmod 400"));
  }
  SECTION("gone") {
    REQUIRE(::unlink(file.c_str()) == 0);
    const Run refused = desk.account({"list"});
    CHECK(refused.exit == app::kWrongInput);
    CHECK(refused.err.contains("put it back from the backup"));
    CHECK_FALSE(base::read_bytes(file));
  }
  SECTION("another's") {
    const std::string other = desk.folder.file("other.key");
    REQUIRE(base::write_file(other, std::string(64, 'a') + "\n"));
    REQUIRE(::chmod(other.c_str(), 0400) == 0);
    CHECK(desk.account({"list", "--key-file", other}).err.contains("is not the one"));
  }
  SECTION("no key at all") {
    REQUIRE(::chmod(file.c_str(), 0600) == 0);
    REQUIRE(base::write_file(file, "not a key\n"));
    REQUIRE(::chmod(file.c_str(), 0400) == 0);
    CHECK(desk.account({"list"}).err.contains("is not a key file"));
  }
}
