// One session with the database: prepared statements, kept for the next time; errors as
// StorageFailure, in words without SQL and without the values bound. One thread at a time.
#pragma once

#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "adapters/sql/cells.hpp"
#include "engine/base/log.hpp"
#include "engine/store/store.hpp"

namespace guichet::sql {

// How many parameters (`:name`) a statement has.
constexpr std::size_t count_parameters(std::string_view sql) {
  std::size_t count = 0;
  bool quoted = false;
  for (const char c : sql) {
    if (c == '\'') quoted = !quoted;
    if (c == ':' && !quoted) ++count;
  }
  return count;
}

// A statement with the kinds of its parameters and columns, one letter each: i an integer, t text.
struct Query {
  // Does not compile, for a constant, where the number of kinds is not that of the parameters.
  constexpr Query(std::string_view text, std::string_view takes_kinds = {},
                  std::string_view gives_kinds = {})
      : sql(text), takes(takes_kinds), gives(gives_kinds) {
    if (count_parameters(sql) != takes.size()) throw std::logic_error("parameters of a query");
  }
  std::string_view sql, takes, gives;
};

class Connection {
 public:
  enum class Mode { write, read };

  // Opens the SQLite file. Throws StorageFailure. Requires: for Mode::read, a writer has it open.
  Connection(const std::string& file, Mode mode, base::Log& log);
  ~Connection();

  // Runs one statement; the rows it gives, all of them. Throws StorageFailure.
  Rows run(const Query& query, std::initializer_list<Parameter> parameters = {});
  // Rows changed by the last statement.
  std::int64_t changed() const;
  // False where there is no transaction, in particular where the database rolled it back by
  // itself.
  bool in_transaction() const;
  const std::string& file() const { return file_; }

 private:
  struct Session;
  std::string file_;
  std::unique_ptr<Session> session_;
};

// The failure of one whose disk is full: nothing was kept and nothing is unknown.
bool is_disk_full(const store::StorageFailure& failure);

}  // namespace guichet::sql
