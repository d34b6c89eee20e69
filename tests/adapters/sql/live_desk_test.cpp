// A desk over a SQLite file that is published while it is served.
#include "tests/engine/desk/live_desk.hpp"
#include "adapters/sql/database.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;

TEST_CASE("a desk with a database is published a hundred times while requests come in") {
  const sql::ScratchFolder folder;
  sql::RecordingLog log;
  const auto store = sql::open_database(folder.file("guichet.db"), log);
  REQUIRE(store);
  tests::publish_under_load(**store);
  CHECK(log.text().empty());
}
