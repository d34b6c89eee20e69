#include "adapters/sql/connection.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cassert>
#include <cstdlib>
#include <unordered_map>

#include "adapters/sql/messages.hpp"

namespace guichet::sql {
namespace {

using base::ErrorKind;
using base::Message;

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// The variables that a prepared statement reads from and writes to. SOCI keeps their addresses.
struct Slot {
  long long integer = 0;
  std::string text;
  soci::indicator indicator = soci::i_ok;
};

class Prepared {
 public:
  Prepared(soci::session& session, const Query& query)
      : statement_(session),
        takes_(query.takes),
        gives_(query.gives),
        in_(query.takes.size()),
        out_(query.gives.size()) {
    statement_.alloc();
    for (std::size_t i = 0; i < takes_.size(); ++i) {
      if (takes_[i] == 'i') {
        statement_.exchange(soci::use(in_[i].integer, in_[i].indicator));
      } else {
        statement_.exchange(soci::use(in_[i].text, in_[i].indicator));
      }
    }
    for (std::size_t i = 0; i < gives_.size(); ++i) {
      if (gives_[i] == 'i') {
        statement_.exchange(soci::into(out_[i].integer, out_[i].indicator));
      } else {
        statement_.exchange(soci::into(out_[i].text, out_[i].indicator));
      }
    }
    statement_.prepare(std::string(query.sql));
    statement_.define_and_bind();
  }

  Rows run(std::initializer_list<Parameter> parameters) {
    if (parameters.size() != in_.size()) throw std::logic_error("parameters of a call");
    std::size_t i = 0;
    for (const Parameter& parameter : parameters) bind(i++, parameter);
    Rows rows(out_.size());
    // Without the exchange of data a statement that gives no rows would not be carried out.
    statement_.execute(out_.empty());
    if (out_.empty()) {
      changed_ = statement_.get_affected_rows();
      return rows;
    }
    while (statement_.fetch()) {
      for (std::size_t column = 0; column < out_.size(); ++column) rows.add(cell(column));
    }
    changed_ = statement_.get_affected_rows();
    return rows;
  }

  long long changed() const { return changed_; }

 private:
  void bind(std::size_t i, const Parameter& parameter) {
    Slot& slot = in_[i];
    slot.indicator = soci::i_ok;
    if (const auto* integer = std::get_if<std::int64_t>(&parameter.value())) {
      assert(takes_[i] == 'i');
      slot.integer = *integer;
    } else if (const auto* text = std::get_if<std::string_view>(&parameter.value())) {
      assert(takes_[i] == 't');
      slot.text = *text;
    } else {
      slot.indicator = soci::i_null;
    }
  }

  Cell cell(std::size_t column) const {
    const Slot& slot = out_[column];
    if (slot.indicator == soci::i_null) return std::monostate();
    if (gives_[column] == 'i') return std::int64_t{slot.integer};
    return slot.text;
  }

  soci::statement statement_;
  std::string takes_, gives_;
  std::vector<Slot> in_, out_;
  long long changed_ = 0;
};

std::string connect_string(const std::string& file, Connection::Mode mode) {
  std::string text = "db=\"" + file + "\"";
  // SOCI tests only whether the key is there.
  if (mode == Connection::Mode::read) text += " readonly=true";
  return text;
}

// Words of the C library for a result code: no SQL, no values.
std::string words(int code) {
  return sqlite_api::sqlite3_errstr(code);
}

base::Error explain(int code, const std::string& file) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return {ErrorKind::surroundings, Message(messages::kDiskFull, {file})};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::surroundings, Message(messages::kBusy, {file})};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorKind::surroundings, Message(messages::kCannotOpen, {file, words(code)})};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorKind::surroundings, Message(messages::kDamaged, {file, words(code)})};
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_NOMEM:
      return {ErrorKind::surroundings, Message(messages::kDiskTrouble, {file, words(code)})};
    default:
      return {ErrorKind::fault, Message(messages::kRefused, {file, words(code)})};
  }
}

bool is_failed_sync(int code) {
  return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC;
}

}  // namespace

struct Connection::Session {
  soci::session soci;
  std::unordered_map<std::string, std::unique_ptr<Prepared>, TextHash, std::equal_to<>> prepared;
  long long changed = 0;
  base::Log& log;

  sqlite_api::sqlite3* raw() {
    return static_cast<soci::sqlite3_session_backend*>(soci.get_backend())->conn_;
  }
  const sqlite_api::sqlite3* raw() const { return const_cast<Session*>(this)->raw(); }

  [[noreturn]] void fail(const soci::soci_error& error, const std::string& file) {
    const auto* known = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    const int code = known != nullptr ? known->result() : SQLITE_ERROR;
    // get_error_message() only: what() carries the statement and the values bound to it.
    log.write(base::LogLevel::error,
              "database: " + error.get_error_message() + " (" + std::to_string(code) + ")");
    if (is_failed_sync(code)) {
      // Whether the last commits are on the disk cannot be known, and a second attempt may claim
      // success though the data is lost. The next start reads what is really there.
      log.write(base::LogLevel::error, "database: a sync failed, stopping now");
      std::abort();
    }
    throw store::StorageFailure(explain(code, file));
  }
};

Connection::Connection(const std::string& file, Mode mode, base::Log& log)
    : file_(file), session_(new Session{{}, {}, 0, log}) {
  try {
    session_->soci.open(soci::sqlite3, connect_string(file, mode));
  } catch (const soci::soci_error& error) {
    log.write(base::LogLevel::error, "database: " + error.get_error_message());
    throw store::StorageFailure(
        {ErrorKind::surroundings, Message(messages::kCannotOpen, {file, words(SQLITE_CANTOPEN)})});
  }
  sqlite_api::sqlite3_extended_result_codes(session_->raw(), 1);
  run({"pragma busy_timeout = 5000", "", "i"});
  run({"pragma foreign_keys = on"});
  // A list of thousands reads its pages more than once; 16 MB, in KiB.
  run({"pragma cache_size = -16384"});
  if (mode == Mode::read) return;
  if (run({"pragma journal_mode = wal", "", "t"}).front().text(0) != "wal") {
    throw store::StorageFailure({ErrorKind::surroundings, Message(messages::kNoWal, {file})});
  }
  run({"pragma synchronous = full"});
}

Connection::~Connection() = default;

Rows Connection::run(const Query& query, std::initializer_list<Parameter> parameters) {
  auto known = session_->prepared.find(query.sql);
  try {
    if (known == session_->prepared.end()) {
      known =
          session_->prepared.emplace(query.sql, std::make_unique<Prepared>(session_->soci, query))
              .first;
    }
    Rows rows = known->second->run(parameters);
    session_->changed = known->second->changed();
    return rows;
  } catch (const soci::soci_error& error) {
    // A statement that failed is not trusted with a second run.
    if (known != session_->prepared.end()) session_->prepared.erase(known);
    session_->fail(error, file_);
  }
}

std::int64_t Connection::changed() const {
  return session_->changed;
}

bool Connection::in_transaction() const {
  return sqlite_api::sqlite3_get_autocommit(session_->raw()) == 0;
}

bool is_disk_full(const store::StorageFailure& failure) {
  return failure.error().what.key() == messages::kDiskFull.key;
}

}  // namespace guichet::sql
