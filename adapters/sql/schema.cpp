#include "adapters/sql/schema.hpp"

#include <iterator>
#include <span>

#include "adapters/sql/account_schema.hpp"
#include "adapters/sql/dialect.hpp"
#include "adapters/sql/messages.hpp"
#include "adapters/sql/news_rows.hpp"
#include "adapters/sql/version_rows.hpp"

namespace guichet::sql {
namespace {

// Times are milliseconds since 1970, days ISO text, flags 0 or 1, structured values JSON with
// dates kept as dates. A column that is never null has '' or 0 for nothing.
constexpr std::string_view kVersion1[] = {
    R"(create table schema_version (
  version bigint not null))",
    R"(create table setting (
  name text primary key,
  value text not null))",

    // A desk's files by its content hash, kept for ever.
    R"(create table definition (
  hash text primary key,
  created_at bigint not null))",
    R"(create table definition_file (
  hash text not null references definition (hash),
  path text not null,
  content text not null,
  primary key (hash, path)))",
    R"(create table partner (
  id text primary key,
  body text not null))",

    // A person or a firm, and what has been known of it since when.
    R"(create table party (
  id {key},
  kind text not null))",
    R"(create table kase (
  id bigint primary key,
  rev bigint not null,
  number text not null,
  person bigint references party (id),
  firm bigint references party (id),
  owner text not null,
  opened_at bigint not null,
  closed_at bigint,
  data text not null,
  intake_decided bigint not null,
  verdict text not null,
  agenda text not null,
  last_reminder text))",
    "create unique index kase_number on kase (number) where number <> ''",
    R"(create table party_fact (
  party bigint not null references party (id),
  field text not null,
  value text not null,
  from_date text not null,
  case_id bigint not null references kase (id),
  seq bigint not null,
  primary key (party, field, case_id, seq)))",

    R"(create table instance (
  case_id bigint not null references kase (id),
  n bigint not null,
  parent_n bigint,
  kind text not null,
  workflow text not null,
  bundle_hash text not null,
  position text not null,
  history text not null,
  data text not null,
  referral text not null,
  partner text,
  choice text not null,
  episode bigint not null,
  lead text not null,
  outcome text not null,
  accompanied bigint not null,
  success bigint not null,
  theme text not null,
  opened_at bigint not null,
  closed_at bigint,
  primary key (case_id, n)))",
    R"(create index instance_open_referral on instance (partner)
  where partner is not null and closed_at is null)",

    // Append-only.
    R"(create table fact (
  case_id bigint not null references kase (id),
  seq bigint not null,
  n bigint,
  type text not null,
  at bigint not null,
  actor text not null,
  payload text not null,
  prev_hash text not null,
  hash text not null,
  primary key (case_id, seq)))",

    // Armed and paused ones are the case's; fired and cancelled ones stay for the record.
    R"(create table timer (
  id {key},
  case_id bigint not null,
  n bigint not null,
  entry bigint not null,
  state_path text not null,
  name text not null,
  firing bigint not null,
  state text not null,
  due_at bigint,
  remaining bigint,
  remaining_in_days bigint not null,
  anchor bigint not null,
  ordinal bigint not null,
  unique (case_id, n, entry, state_path, name, firing),
  foreign key (case_id, n) references instance (case_id, n)))",
    "create index timer_due on timer (due_at, id) where state = 'armed'",

    // Open ones only; the journal has the others.
    R"(create table task (
  case_id bigint not null,
  n bigint not null,
  id text not null,
  entry bigint not null,
  title text not null,
  roles text not null,
  due_at bigint,
  pauses_clocks bigint not null,
  state_path text not null,
  ordinal bigint not null,
  primary key (case_id, n, id, entry),
  foreign key (case_id, n) references instance (case_id, n)))",
    "create index task_due on task (due_at) where due_at is not null",

    R"(create table command (
  id text primary key,
  case_id bigint not null,
  rev bigint not null,
  at bigint not null))",

    // pending: waiting or leased; next_at is then the moment from which a worker may take it, the
    // end of the lease included.
    R"(create table outbox (
  id {key},
  case_id bigint not null references kase (id),
  n bigint not null,
  dedup_key text not null unique,
  letter text not null,
  purpose text not null,
  channel text not null,
  to_kind text not null,
  to_id text not null,
  to_name text not null,
  to_address text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  made_at bigint not null,
  leaves_at bigint not null,
  state text not null,
  pending bigint not null,
  next_at bigint not null,
  attempts bigint not null,
  fence bigint not null,
  reason text not null))",
    "create index outbox_next on outbox (next_at, id) where pending = 1",
    "create index outbox_queue on outbox (case_id, to_kind, to_id, id) where pending = 1",
    "create index outbox_case on outbox (case_id)",

    R"(create table quota (
  period text not null,
  partner text not null,
  quota text not null,
  used bigint not null,
  primary key (period, partner, quota)))",
    R"(create table incident (
  id {key},
  case_id bigint not null references kase (id),
  n bigint not null,
  code text not null,
  wording text not null,
  opened_at bigint not null,
  closed_at bigint))",
    "create index incident_open on incident (opened_at) where closed_at is null",

    // What lists show: made anew with each step. Lists are items that end in U+001F each.
    R"(create table case_row (
  case_id bigint primary key references kase (id),
  number text not null,
  person text not null,
  firm text not null,
  commune text not null,
  owner text not null,
  verdict text not null,
  themes text not null,
  states text not null,
  opened_at bigint not null,
  closed_at bigint,
  search text not null))",
    "create index case_row_newest on case_row (opened_at, case_id)",
    "insert into schema_version (version) values (1)",
};

constexpr std::string_view kVersion2[] = {
    "alter table kase add column extras text not null default ''",
    "alter table instance add column extras text not null default ''",
    "update schema_version set version = 2",
};

constexpr std::string_view kVersion3[] = {
    // Where open instances stand, without entries: previews count them by it.
    "alter table instance add column configuration text not null default ''",
    "create index instance_live on instance (workflow, bundle_hash, configuration, case_id) "
    "where closed_at is null",
    // Definitions in force, in their order; the last one is the desk's.
    R"(create table publication (
  id {key},
  content_hash text not null references definition (hash),
  bundle_hash text not null references definition (hash),
  at bigint not null,
  author text not null,
  note text not null,
  previous text not null))",
    R"(create table migration_run (
  plan_hash text not null,
  case_id bigint not null references kase (id),
  verdict text not null,
  reason text not null,
  done bigint not null,
  primary key (plan_hash, case_id)))",
    "update schema_version set version = 3",
};

// Version 4, the tables of accounts, is kAccountTables.

constexpr std::string_view kVersion5[] = {
    // Leased, and called back since: it does not wait again.
    "alter table outbox add column called_back bigint not null default 0",
    // What a command asked for, as a hash: its key belongs to that.
    "alter table command add column content text not null default ''",
    "update schema_version set version = 5",
};

constexpr std::string_view kVersion6[] = {
    // Of accounts: links by which a password is set, keys that end, cases opened with a reason.
    "alter table account add column signed_in_at bigint",
    "alter table session add column opened text not null default ''",
    "alter table session add column network text not null default ''",
    "alter table session add column enrols text not null default ''",
    "alter table api_key add column expires_at bigint",
    "create table invitation (hash text primary key, account text not null, ends_at bigint not "
    "null)",
    "create index audit_act_object on audit (act, object, seq)",
    // The directory as data: revisions, what was changed, absences of the desk's own staff.
    "alter table partner add column rev bigint not null default 1",
    R"(create table directory_change (
  id {key},
  partner text not null,
  rev bigint not null,
  at bigint not null,
  author text not null,
  note text not null,
  body_before text not null,
  body_after text not null))",
    "create index directory_change_of on directory_change (partner, id)",
    "create index outbox_refused on outbox (made_at) where state = 'refused'",
    R"(create table staff_absence (
  id {key},
  who text not null,
  first_day text not null,
  last_day text not null,
  substitute text not null))",
    // What somebody has changed of the desk's folder and not published yet.
    "create table draft (id bigint primary key, base text not null, rev bigint not null, at bigint "
    "not null, author text not null)",
    "create table draft_file (path text primary key, removed bigint not null, body text not null, "
    "base text not null, at bigint not null, author text not null)",
    // Files that came with cases.
    R"(create table document (
  case_id bigint not null references kase (id),
  key text not null,
  digest text not null,
  media_type text not null,
  content blob not null,
  at bigint not null,
  primary key (case_id, key)))",
    // What the meeting says of a need, and when a case moved last: lists by index.
    "alter table instance add column topic bigint not null default 0",
    "alter table instance add column topic_at bigint not null default 0",
    "create index instance_topic on instance (topic, case_id desc, n, topic_at) where topic > 0",
    "alter table case_row add column moved_at bigint not null default 0",
    "update case_row set moved_at = coalesce((select max(at) from fact where "
    "fact.case_id = case_row.case_id), 0)",
    "create index case_row_moved on case_row (moved_at, owner)",
    "create index party_fact_value on party_fact (field, value)",
    // Of figures and inboxes: what all cases are counted by, and a partner's past referrals.
    "create index kase_rev on kase (rev)",
    "create index fact_answer on fact (case_id, seq, at, type, payload) "
    "where type in ('meant', 'act-taken')",
    "create index instance_ended_referral on instance (partner, closed_at) "
    "where partner is not null and closed_at is not null",
    "update schema_version set version = 6",
};

// Lists of thousands, read off one index each: nothing is looked up for its date, its order, its
// title. What a person is known by leads to the newest cases first.
constexpr std::string_view kVersion7[] = {
    "drop index task_due",
    "create index task_promise on task (due_at, case_id, n, title, state_path, roles) "
    "where due_at is not null",
    "create index timer_promise on timer (due_at, case_id, n, name, state_path) "
    "where state = 'armed' and substr(state_path, 1, 1) <> '!'",
    "drop index party_fact_value",
    "create index party_fact_value on party_fact (field, value, case_id)",
    "create index outbox_letter on outbox (letter, case_id, n, state)",
    // An answer that was undone is not counted.
    "drop index fact_answer",
    "create index fact_answer on fact (case_id, seq, at, type, payload) "
    "where type in ('meant', 'act-taken', 'act-undone')",
    "update schema_version set version = 7",
};

// steps[i] leads from version i to i + 1.
constexpr std::span<const std::string_view> kSteps[] = {
    kVersion1, kVersion2, kVersion3, kAccountTables, kVersion5, kVersion6, kVersion7};

std::string in_dialect(std::string_view statement) {
  std::string sql(statement);
  constexpr std::string_view kMark = "{key}";
  if (const auto at = sql.find(kMark); at != std::string::npos) {
    sql.replace(at, kMark.size(), dialect::kKeyColumn);
  }
  return sql;
}

std::int64_t count(Connection& connection, std::string_view sql) {
  return connection.run({sql, "", "i"}).front().integer(0);
}

store::StorageFailure not_for_us(const base::MessageText& text,
                                 std::vector<std::string> arguments) {
  return store::StorageFailure(
      {base::ErrorKind::surroundings, base::Message(text, std::move(arguments))});
}

// 0 for an empty database.
std::int64_t version_of(Connection& connection) {
  if (count(connection, dialect::kCountTables) == 0) return 0;
  if (count(connection, dialect::kCountMarks) == 0) {
    throw not_for_us(messages::kNotOurs, {connection.file()});
  }
  return count(connection, "select max(version) from schema_version");
}

}  // namespace

std::int64_t schema_version() {
  return static_cast<std::int64_t>(std::size(kSteps));
}

void prepare_schema(Connection& connection) {
  const std::int64_t version = version_of(connection);
  if (version > schema_version()) {
    throw not_for_us(messages::kNewerSchema, {connection.file(), std::to_string(version),
                                              std::to_string(schema_version())});
  }
  if (version == schema_version()) return;
  connection.run({dialect::kBeginWrite});
  for (auto step = static_cast<std::size_t>(version); step < std::size(kSteps); ++step) {
    for (const std::string_view statement : kSteps[step]) {
      connection.run({in_dialect(statement)});
    }
  }
  if (version < 3) fill_configurations(connection);
  if (version < 6) fill_topics(connection);
  connection.run({"commit"});
}

}  // namespace guichet::sql
