#include "adapters/sql/definitions.hpp"

#include "engine/store/messages.hpp"

namespace guichet::sql {
namespace {

constexpr Query kKeep{
    "insert into definition (hash, created_at) values (:hash, :at) on conflict do nothing", "ti"};
constexpr Query kKeepFile{
    "insert into definition_file (hash, path, content) values (:hash, :path, :content)", "ttt"};
constexpr Query kHas{"select count(*) from definition where hash = :hash", "t", "i"};
constexpr Query kFiles{"select path, content from definition_file where hash = :hash", "t", "tt"};
constexpr Query kDirectory{"select id, body from partner", "", "tt"};
constexpr Query kSeed{"insert into partner (id, body) values (:id, :body)", "tt"};
constexpr Query kSetting{"select value from setting where name = :name", "t", "t"};
constexpr Query kSet{
    "insert into setting (name, value) values (:name, :value) "
    "on conflict (name) do update set value = excluded.value",
    "tt"};
constexpr Query kFind{"select case_id, rev, at, content from command where id = :id", "t", "iiit"};
constexpr Query kRecord{
    "insert into command (id, case_id, rev, at, content) values (:id, :case, :rev, :at, :content) "
    "on conflict do nothing",
    "tiiit"};

Texts texts(const Rows& rows) {
  Texts all;
  for (const Row row : rows) all.emplace(row.text(0), row.text(1));
  return all;
}

}  // namespace

void keep_definition(Connection& connection, const std::string& hash, const Texts& files,
                     base::Instant now) {
  connection.run(kKeep, {hash, now});
  if (connection.changed() == 0) return;
  for (const auto& [path, content] : files) connection.run(kKeepFile, {hash, path, content});
}

std::optional<Texts> load_definition(Connection& connection, const std::string& hash) {
  if (connection.run(kHas, {hash}).front().integer(0) == 0) return {};
  return texts(connection.run(kFiles, {hash}));
}

Texts load_directory(Connection& connection) {
  return texts(connection.run(kDirectory));
}

void seed_directory(Connection& connection, const Texts& partners) {
  if (!load_directory(connection).empty()) return;
  for (const auto& [id, body] : partners) connection.run(kSeed, {id, body});
}

std::string load_setting(Connection& connection, const std::string& name) {
  const Rows rows = connection.run(kSetting, {name});
  return rows.empty() ? std::string() : rows.front().text(0);
}

void save_setting(Connection& connection, const std::string& name, const std::string& value) {
  connection.run(kSet, {name, value});
}

std::optional<store::LedgerEntry> find_command(Connection& connection, const std::string& id) {
  const Rows rows = connection.run(kFind, {id});
  if (rows.empty()) return {};
  const Row row = rows.front();
  store::LedgerEntry entry;
  entry.command_id = id;
  entry.receipt.kase = {row.integer(0)};
  entry.receipt.rev = row.integer(1);
  entry.at = row.instant(2);
  entry.content = row.text(3);
  return entry;
}

void record_command(Connection& connection, const store::LedgerEntry& entry) {
  connection.run(
      kRecord, {entry.command_id, entry.receipt.kase, entry.receipt.rev, entry.at, entry.content});
  if (connection.changed() == 1) return;
  throw store::StorageFailure(
      {base::ErrorKind::fault,
       base::Message(store::messages::kDuplicateCommand, {entry.command_id})});
}

}  // namespace guichet::sql
