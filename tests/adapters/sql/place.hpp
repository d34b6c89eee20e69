// Where a test of this module works: a folder, a database's name, a log, the child processes that
// die for it.
#pragma once

#include <catch2/catch.hpp>
#include <functional>

#include "adapters/sql/connection.hpp"
#include "adapters/sql/database.hpp"
#include "tests/adapters/sql/scratch.hpp"

namespace guichet::sql {

struct Place {
  ScratchFolder folder;
  RecordingLog log;
  std::string file = folder.file("guichet.db");

  std::unique_ptr<store::Store> open(const Options& options = {}) {
    auto opened = open_database(file, log, options);
    INFO((opened ? "opened" : opened.error().what.in(base::Language::en)));
    REQUIRE(opened);
    return std::move(*opened);
  }
  // The error of opening `name`, its kind checked.
  std::string refused(const std::string& name, base::ErrorKind kind) {
    const auto opened = open_database(name, log);
    REQUIRE(!opened);
    CHECK(opened.error().kind == kind);
    return std::string(opened.error().what.key()) + ": " +
           opened.error().what.in(base::Language::en);
  }
  void run(std::string_view statement) {
    Connection connection(file, Connection::Mode::write, log);
    connection.run({statement});
  }
};

}  // namespace guichet::sql
