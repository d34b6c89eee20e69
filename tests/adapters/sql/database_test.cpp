// Opening and losing a SQLite database: what is refused, and in which words; what survives.
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "adapters/sql/schema.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "tests/adapters/sql/place.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using sql::open_database;
using store::at_hour;

using base::ErrorKind;
using sql::Place;

TEST_CASE("a database is named by a file or by sqlite:, and refused by another scheme") {
  Place place;
  CHECK(open_database("sqlite:" + place.file, place.log));
  CHECK(open_database(place.file, place.log, {.create = false}));
  CHECK(place.refused("postgresql://desk:secret@host/db", ErrorKind::input) ==
        "no-postgresql: PostgreSQL is not carried out by this version yet: give a SQLite file "
        "(--database guichet.db)");
  CHECK(place.refused("mysql://desk:secret@host/db", ErrorKind::input) ==
        "unknown-database-kind: 'mysql://' is not a known kind of database: give a file name or "
        "sqlite:FILE");
  CHECK(place.refused("", ErrorKind::input).starts_with("bad-database-name"));
  CHECK(place.refused("sqlite::memory:", ErrorKind::input).starts_with("bad-database-name"));
}

TEST_CASE("a database that cannot be there says so") {
  Place place;
  const std::string nowhere = place.folder.file("none/guichet.db");
  CHECK(place.refused(nowhere, ErrorKind::surroundings) ==
        "cannot-open-database: cannot open database " + nowhere + ": No such file or directory");
  CHECK(place.refused(place.folder.file(""), ErrorKind::surroundings)
            .starts_with("cannot-open-database"));
  const auto missing = open_database(place.file, place.log, {.create = false});
  REQUIRE(!missing);
  CHECK(missing.error().what.key() == "no-database");
  CHECK(::access(place.file.c_str(), F_OK) != 0);
}

TEST_CASE("only its owner reads the database") {
  Place place;
  const auto store = place.open();
  store->set_setting("a", "b");
  for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
    struct stat info {};
    INFO(suffix);
    REQUIRE(::stat((place.file + suffix).c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
  }
}

TEST_CASE("a file that is no database, or another program's, is left alone") {
  Place place;
  std::ofstream(place.file) << "numero;date\n" << std::string(4096, 'x');
  CHECK(place.refused(place.file, ErrorKind::surroundings).starts_with("damaged-database"));

  Place other;
  other.run("create table recipes (name text)");
  CHECK(other.refused(other.file, ErrorKind::surroundings) ==
        "foreign-database: " + other.file + " is a SQLite database, but not one of a guichet");
}

TEST_CASE("a database of a newer version is refused and unchanged") {
  Place place;
  place.open();
  place.run("update schema_version set version = 99");
  CHECK(place.refused(place.file, ErrorKind::surroundings) ==
        "newer-schema: database " + place.file +
            " was written by a newer guichet (schema 99, this one knows " +
            std::to_string(sql::schema_version()) + "): install the newer version");
  place.run("update schema_version set version = " + std::to_string(sql::schema_version()));
  place.open();
}

namespace {

// What versions 6 and 7 have added is taken away again.
void go_back_to_version_5(Place& place) {
  for (const char* statement : {"create index task_due on task (due_at) where due_at is not null",
                                "drop index task_promise",
                                "drop index timer_promise",
                                "drop index outbox_letter",
                                "alter table account drop column signed_in_at",
                                "alter table session drop column opened",
                                "alter table session drop column network",
                                "alter table session drop column enrols",
                                "alter table api_key drop column expires_at",
                                "drop table invitation",
                                "drop index audit_act_object",
                                "alter table partner drop column rev",
                                "drop table directory_change",
                                "drop index outbox_refused",
                                "drop table staff_absence",
                                "drop table draft",
                                "drop table draft_file",
                                "drop table document",
                                "drop index instance_topic",
                                "alter table instance drop column topic",
                                "alter table instance drop column topic_at",
                                "drop index case_row_moved",
                                "alter table case_row drop column moved_at",
                                "drop index party_fact_value",
                                "drop index kase_rev",
                                "drop index fact_answer",
                                "drop index instance_ended_referral"}) {
    place.run(statement);
  }
}

}  // namespace

TEST_CASE("a database from before places were kept gets them, and its cases stay whole") {
  Place place;
  std::string before;
  std::vector<store::LiveGroup> groups;
  const auto look = [&](store::Store& store) {
    store.read([&](store::Reader& reader) {
      before = cases::to_json(*reader.load({1}));
      groups = reader.live_groups();
    });
  };
  {
    const auto store = place.open();
    store::open_case(*store, "R-1", "guild");
    look(*store);
  }
  const std::string written = before;
  const auto wanted = groups;
  go_back_to_version_5(place);
  for (const char* statement :
       {"drop index instance_live", "alter table instance drop column configuration",
        "drop table publication", "drop table migration_run", "drop table account",
        "drop table session", "drop table trusted_device", "drop table reply_code",
        "drop table api_key", "drop table bucket", "drop table audit",
        "alter table outbox drop column called_back", "alter table command drop column content",
        "update schema_version set version = 2"}) {
    place.run(statement);
  }

  look(*place.open());

  CHECK(before == written);
  REQUIRE(groups.size() == wanted.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    CHECK(groups[i].configuration == wanted[i].configuration);
    CHECK(groups[i].count == wanted[i].count);
  }
}

TEST_CASE(
    "a database from before letters were called back from their relay is brought up to date") {
  Place place;
  {
    const auto store = place.open();
    auto kase = store::open_case(*store, "R-1", "guild");
    kase.save({cases::Noted{{1}, "x"}}, at_hour(9), {store::letter("1-a", at_hour(9))});
    store::write_now(*store, [](store::Transaction& t) {
      t.record_command({"old", {{1}, 1, false}, at_hour(9), "hash"});
    });
  }
  go_back_to_version_5(place);
  for (const char* statement :
       {"alter table outbox drop column called_back", "alter table command drop column content",
        "update schema_version set version = 4"}) {
    place.run(statement);
  }

  const auto store = place.open();

  store::write_now(*store, [](store::Transaction& t) {
    CHECK(t.find_command("old")->content.empty());  // any content is answered, as before
    CHECK_FALSE(t.letters({1}).at(0).called_back);
    CHECK(t.lease_letters(9, at_hour(10), at_hour(11)).size() == 1);
  });
}

TEST_CASE("a second opening of the same file is refused while the first lasts") {
  Place place;
  auto first = place.open();
  CHECK(place.refused(place.file, ErrorKind::surroundings) ==
        "database-in-use: database " + place.file +
            " is already open in another guichet (process " + std::to_string(::getpid()) +
            "): stop it first");
  REQUIRE(::symlink(place.file.c_str(), place.folder.file("other.db").c_str()) == 0);
  CHECK(place.refused(place.folder.file("other.db"), ErrorKind::surroundings)
            .starts_with("database-in-use"));
  first.reset();
  place.open();
}

TEST_CASE("what was acknowledged survives a killed process, which also loses its lock") {
  Place place;
  place.open();
  int pipe_ends[2];
  REQUIRE(::pipe(pipe_ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    auto opened = open_database(place.file, place.log);
    for (std::int64_t i = 1; opened; ++i) {
      store::write_now(**opened, [&](store::Transaction& t) {
        t.record_command({"c" + std::to_string(i), {base::CaseId{i}, i}, at_hour(9)});
      });
      if (::write(pipe_ends[1], &i, sizeof i) != sizeof i) break;
    }
    ::_exit(1);
  }
  ::close(pipe_ends[1]);
  std::int64_t acknowledged = 0;
  while (acknowledged < 50 && ::read(pipe_ends[0], &acknowledged, sizeof acknowledged) > 0) {
  }
  CHECK(place.refused(place.file, ErrorKind::surroundings).starts_with("database-in-use"));
  ::kill(child, SIGKILL);
  for (std::int64_t more = 0; ::read(pipe_ends[0], &more, sizeof more) > 0;) acknowledged = more;
  ::close(pipe_ends[0]);
  ::waitpid(child, nullptr, 0);

  REQUIRE(acknowledged >= 50);
  const auto store = place.open();
  store::write_now(*store, [&](store::Transaction& t) {
    for (std::int64_t i = 1; i <= acknowledged; ++i) {
      const auto entry = t.find_command("c" + std::to_string(i));
      REQUIRE(entry);
      CHECK(entry->receipt.rev == i);
    }
  });
}

TEST_CASE("a letter leased by a process that is gone is due at the next opening, once") {
  Place place;
  std::vector<store::LeasedLetter> before;
  {
    const auto store = place.open();
    store::WrittenCase kase = store::open_case(*store, "2009-001", "cma-46");
    kase.save({cases::Noted{{1}, "x"}}, at_hour(9), {store::letter("1-9-1", at_hour(9))});
    store::write_now(*store, [&](store::Transaction& t) {
      before = t.lease_letters(9, at_hour(10), at_hour(99));
    });
    REQUIRE(before.size() == 1);
  }

  const auto store = place.open();

  store::write_now(*store, [&](store::Transaction& t) {
    const auto now = t.lease_letters(9, at_hour(10), at_hour(99));
    REQUIRE(now.size() == 1);
    CHECK(now[0].letter.key == "1-9-1");
    CHECK_FALSE(t.settle_letter(before[0].id, before[0].fence, store::LetterStatus::delivered,
                                at_hour(10), ""));
  });
}

TEST_CASE("a full disk refuses the step in clear words, and later writes work again") {
  Place place;
  const auto store = place.open({.most_pages = 120});
  auto kase = store::open_case(*store, "1", "cma-46");
  cases::LetterEffect large = store::letter("1-5-1", at_hour(10));
  large.text = std::string(1'000'000, 'x');
  const store::Step step = kase.step({cases::Noted{{3}, "x"}}, at_hour(10), {large});

  const auto error = store::write_now(*store, [&](store::Transaction& t) { t.save(step); });

  REQUIRE(error);
  CHECK(error->kind == ErrorKind::surroundings);
  CHECK(error->what.in(base::Language::fr) ==
        "le disque de la base " + place.file +
            " est plein : rien n'a été enregistré ; libérez de la place, puis recommencez");
  CHECK(store::load(*store, kase.id())->rev == kase.snapshot().rev);
  kase.save({cases::Noted{{3}, "y"}}, at_hour(10), {store::letter("1-5-1", at_hour(10))});
  CHECK(store::load(*store, kase.id())->rev == kase.snapshot().rev);
}

TEST_CASE("a step that fills the disk does not take its neighbours of the group with it unsaid") {
  Place place;
  const auto store = place.open({.most_pages = 120});
  auto kase = store::open_case(*store, "1", "cma-46");
  cases::LetterEffect large = store::letter("1-5-1", at_hour(10));
  large.text = std::string(1'000'000, 'x');
  const store::Step step = kase.step({cases::Noted{{3}, "x"}}, at_hour(10), {large});
  std::vector<bool> kept;
  const auto told = [&](base::Result<void> result) { kept.push_back(result.has_value()); };

  for (int i = 0; i < 20; ++i) {
    store->write(
        [&, i](store::Transaction& t) {
          t.record_command({"c" + std::to_string(i), {}, at_hour(9)});
          if (i == 10) t.save(step);
        },
        told);
  }
  store::write_now(*store, [](store::Transaction&) {});  // after which all are told

  // Whatever was told to be kept is there, and nothing else.
  REQUIRE(kept.size() == 20);
  CHECK(!kept[10]);
  store::write_now(*store, [&](store::Transaction& t) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
      CHECK(t.find_command("c" + std::to_string(i)).has_value() == kept[i]);
    }
  });
}

TEST_CASE("a row that was damaged is reported, never guessed") {
  Place place;
  {
    const auto store = place.open();
    store::open_case(*store, "1", "cma-46");
  }
  const auto load = [&] {
    const auto store = place.open();
    try {
      store::load(*store, base::CaseId{1});
      return std::string("read");
    } catch (const store::StorageFailure& failure) {
      return failure.error().what.in(base::Language::en);
    }
  };
  CHECK(load() == "read");
  place.run("update instance set position = '{\"active\": 3}' where n = 2");
  CHECK(load() == "part 'position' of a stored case cannot be read back");
  place.run("update instance set position = '', data = '{' where n = 2");
  CHECK(load() == "part 'data' of a stored case cannot be read back");
}

TEST_CASE("neither statements nor the values bound to them reach the log") {
  Place place;
  place.open();
  sql::Connection connection(place.file, sql::Connection::Mode::write, place.log);
  constexpr sql::Query kInsert{"insert into setting (name, value) values (:name, :value)", "tt"};
  connection.run(kInsert, {"téléphone", "06 11 22 33 44"});

  CHECK_THROWS_AS(connection.run(kInsert, {"téléphone", "06 11 22 33 44"}), store::StorageFailure);

  CHECK(place.log.text().find("UNIQUE") != std::string::npos);
  CHECK(place.log.text().find("06 11") == std::string::npos);
  CHECK(place.log.text().find("insert") == std::string::npos);
  connection.run(kInsert, {"courriel", "x"});
}

TEST_CASE("integers of 64 bits, nulls and text with any character come back as they went in") {
  Place place;
  sql::Connection connection(place.file, sql::Connection::Mode::write, place.log);
  connection.run({"create table t (i bigint, t text)"});
  constexpr sql::Query kInsert{"insert into t (i, t) values (:i, :t)", "it"};
  const std::string odd("a\0b'; drop table t; -- é", 25);
  connection.run(kInsert, {std::int64_t{9223372036854775807}, odd});
  connection.run(kInsert, {std::nullopt, std::nullopt});
  const sql::Rows rows = connection.run({"select i, t from t order by i desc", "", "it"});
  CHECK(rows.front().integer(0) == 9223372036854775807);
  CHECK(rows.front().text(1) == odd);
  auto second = rows.begin();
  ++second;
  CHECK((*second).is_null(0));
  CHECK((*second).is_null(1));
}

TEST_CASE("reading does not hold up the checkpoint") {
  Place place;
  const auto store = place.open();
  store->set_setting("a", "b");
  store->read([](store::Reader& reader) {
    CHECK(reader.case_ids().empty());
    CHECK(!reader.next_timer());
  });
  for (int i = 0; i < 3000; ++i) store->set_setting("a", std::to_string(i));
  struct stat info {};
  REQUIRE(::stat((place.file + "-wal").c_str(), &info) == 0);
  // 1,000 pages of 4 KiB start a checkpoint, after which the file is written anew from its start.
  CHECK(info.st_size < 6'000'000);
}
