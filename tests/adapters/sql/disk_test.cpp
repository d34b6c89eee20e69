// What a failing disk does to a database: a refusal where nothing is unknown, a stop where
// something is.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <future>

#include "tests/adapters/sql/failing_disk.hpp"
#include "tests/adapters/sql/place.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using sql::Disk;
using sql::Place;
using store::at_hour;

namespace {

std::optional<base::Error> record(store::Store& store, const std::string& id) {
  return store::write_now(store, [&](store::Transaction& t) {
    t.record_command({id, {}, at_hour(9)});
  });
}

bool is_recorded(store::Store& store, const std::string& id) {
  bool found = false;
  store::write_now(store, [&](store::Transaction& t) { found = t.find_command(id).has_value(); });
  return found;
}

// The signal that ends a process which writes while the disk fails; 0 where it ends by itself.
int signal_of_writing(const std::string& id, Place& place, Disk disk) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    auto opened = sql::open_database(place.file, place.log);
    if (!opened) ::_exit(1);
    sql::set_disk(disk);
    record(**opened, id);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace

TEST_CASE("a disk that is full at the commit refuses the whole group, and nothing of it is kept") {
  Place place;
  const auto store = place.open();
  REQUIRE(!record(*store, "before"));

  sql::set_disk(Disk::full);
  const auto refused = record(*store, "meanwhile");
  sql::set_disk(Disk::works);

  REQUIRE(refused);
  CHECK(refused->what.key() == "disk-full");
  CHECK(refused->kind == base::ErrorKind::surroundings);
  CHECK(!is_recorded(*store, "meanwhile"));
  CHECK(is_recorded(*store, "before"));
  CHECK(!record(*store, "meanwhile"));
  CHECK(is_recorded(*store, "meanwhile"));
}

TEST_CASE("a failed sync or commit stops the process, and the next one finds a sound database") {
  Place place;
  {
    const auto store = place.open();
    REQUIRE(!record(*store, "before"));
  }
  CHECK(signal_of_writing("acknowledged", place, Disk::works) == 0);
  CHECK(signal_of_writing("unknown", place, Disk::sync_fails) == SIGABRT);
  CHECK(signal_of_writing("lost", place, Disk::write_fails) == SIGABRT);
  const auto store = place.open();
  CHECK(is_recorded(*store, "before"));
  CHECK(is_recorded(*store, "acknowledged"));
  CHECK(!is_recorded(*store, "lost"));
  CHECK(!record(*store, "after"));
}

TEST_CASE("what waits together is made durable by one sync") {
  Place place;
  const auto store = place.open();
  std::promise<void> go, last;
  std::shared_future<void> ready = go.get_future();
  store->write([ready](store::Transaction&) { ready.get(); }, {});
  for (int i = 0; i < 60; ++i) {
    store->write(
        [i](store::Transaction& t) {
          t.record_command({"c" + std::to_string(i), {}, at_hour(9)});
        },
        [&, i](base::Result<void>) {
          if (i == 59) last.set_value();
        });
  }
  const int before = sql::count_syncs();
  go.set_value();
  last.get_future().get();
  // One sync for the group, one more where the log's head is written.
  CHECK(sql::count_syncs() - before >= 1);
  CHECK(sql::count_syncs() - before <= 4);
}
