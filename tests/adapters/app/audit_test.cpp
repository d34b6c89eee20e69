// `guichet audit`: the chain of who came in, held against itself.
#include <sqlite3.h>
#include <catch2/catch.hpp>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "tests/adapters/app/captured.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;
using tests::Run;

namespace {

// A desk whose accounts were changed five times.
struct Audited {
  sql::ScratchFolder folder;
  std::string database = folder.file("guichet.db");

  Audited() {
    REQUIRE(app::open_database_desk(database, GUICHET_ROOT "/examples/riverside-makers",
                                    base::Language::en));
    for (const char* name : {"a", "b", "c", "d", "e"}) {
      const Run added =
          tests::run(app::run_account,
                     {"add", "--database", database, "--email", std::string(name) + "@example.test",
                      "--name", "Somebody", "--role", "coordinator", "--generate"});
      REQUIRE(added.exit == app::kDone);
    }
  }
  Run audit(app::Words words) {
    words.insert(words.end(), {"--database", database, "--lang", "en"});
    return tests::run(app::run_audit, words);
  }
  // What somebody with the file alone could do.
  void tamper(const char* sql) {
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open(database.c_str(), &file) == SQLITE_OK);
    CHECK(sqlite3_exec(file, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(file);
  }
  std::string head() {
    const std::string out = audit({"verify"}).out;
    const std::size_t at = out.find("\"head\":\"") + 8;
    return out.substr(at, out.find('"', at) - at);
  }
};

}  // namespace

TEST_CASE("a whole audit is said to be so, with the head to keep") {
  Audited desk;
  const Run verified = desk.audit({"verify"});
  INFO(verified.err);
  CHECK(verified.exit == app::kDone);
  CHECK(verified.out.starts_with("{\"rows\":5,\"head\":\"5:"));
  CHECK(verified.out.contains("\"broken\":false"));
  const Run listed = desk.audit({"list", "--after", "4"});
  CHECK(listed.out.starts_with("{\"seq\":5,"));
  CHECK(listed.out.contains("\"actor\":\"command-line\""));
  CHECK(desk.audit({"verify", "--anchor", desk.head()}).exit == app::kDone);
}

TEST_CASE("the database itself refuses to change the audit") {
  Audited desk;
  sqlite3* file = nullptr;
  REQUIRE(sqlite3_open(desk.database.c_str(), &file) == SQLITE_OK);
  CHECK(sqlite3_exec(file, "update audit set act = 'x'", nullptr, nullptr, nullptr) != SQLITE_OK);
  CHECK(sqlite3_exec(file, "delete from audit", nullptr, nullptr, nullptr) != SQLITE_OK);
  sqlite3_close(file);
  CHECK(desk.audit({"verify"}).exit == app::kDone);
}

TEST_CASE("a row changed behind the program's back is named") {
  Audited desk;
  desk.tamper("drop trigger audit_not_changed; update audit set actor = 'else' where seq = 3");
  const Run broken = desk.audit({"verify"});
  CHECK(broken.exit == app::kWrongInput);
  CHECK(broken.err.contains("from row 3 on"));
}

TEST_CASE("rows cut off at the end are found by a head kept elsewhere") {
  Audited desk;
  const std::string head = desk.head();
  desk.tamper("drop trigger audit_not_removed; delete from audit where seq > 3");
  CHECK(desk.audit({"verify"}).exit == app::kDone);
  const Run broken = desk.audit({"verify", "--anchor", head});
  CHECK(broken.exit == app::kWrongInput);
  CHECK(broken.err.contains("from row 4 on"));
}

TEST_CASE("what is no anchor or verb is said to be none") {
  Audited desk;
  CHECK(desk.audit({"verify", "--anchor", "x"}).err.contains("'x' is not an anchor"));
  CHECK(desk.audit({"list", "--after", "x"}).err.contains("is not an anchor"));
  CHECK(desk.audit({"burn"}).err.contains("'burn' is not an action"));
}
