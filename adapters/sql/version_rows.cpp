#include "adapters/sql/version_rows.hpp"

#include "adapters/sql/case_rows.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "engine/store/listing.hpp"

namespace guichet::sql {
namespace {

constexpr Query kPublish{
    "insert into publication (content_hash, bundle_hash, at, author, note, previous) values "
    "(:hash, :bundle, :at, :by, :note, :previous)",
    "ttittt"};
constexpr Query kPublications{
    "select content_hash, bundle_hash, at, author, note, previous from publication order by id "
    "desc",
    "", "ttittt"};
constexpr Query kGroups{
    "select workflow, bundle_hash, configuration, count(*) from instance where closed_at is null "
    "group by workflow, bundle_hash, configuration order by workflow, bundle_hash, configuration",
    "", "ttti"};
constexpr Query kLive{
    "select workflow, bundle_hash, configuration, case_id from instance where closed_at is null "
    "order by workflow, bundle_hash, configuration, case_id",
    "", "ttti"};
constexpr Query kInGroup{
    "select distinct case_id from instance where closed_at is null and workflow = :workflow and "
    "bundle_hash = :bundle and configuration = :configuration and case_id > :after "
    "order by case_id limit :most",
    "tttii", "i"};
constexpr Query kElsewhere{
    "select distinct case_id from instance where closed_at is null and bundle_hash <> :bundle "
    "order by case_id",
    "t", "i"};
// A field's name stands in the text of a JSON object between quotes, before a colon.
constexpr Query kWithField{
    "select k.id from kase k where k.closed_at is null and (k.data like :a escape '\\' "
    "or exists (select 1 from instance i where i.case_id = k.id and i.data like :b escape '\\') "
    "or exists (select 1 from party_fact f where f.party in (k.person, k.firm) and "
    "f.field = :field and f.value <> 'null')) order by k.id",
    "ttt", "i"};
constexpr Query kRecordMigration{
    "insert into migration_run (plan_hash, case_id, verdict, reason, done) values "
    "(:plan, :case, :verdict, :reason, :done) on conflict (plan_hash, case_id) do update set "
    "verdict = excluded.verdict, reason = excluded.reason, done = excluded.done",
    "titti"};
constexpr Query kMigrations{
    "select case_id, verdict, reason, done from migration_run where plan_hash = :plan "
    "order by case_id",
    "t", "itti"};
constexpr Query kWithoutConfiguration{
    "select case_id, n, position, history from instance where closed_at is null and "
    "configuration = '' limit 500",
    "", "iitt"};
constexpr Query kFill{
    "update instance set configuration = :configuration where case_id = :case and n = :n", "tii"};

std::vector<base::CaseId> ids(const Rows& rows) {
  std::vector<base::CaseId> out;
  for (const Row row : rows) out.push_back({row.integer(0)});
  return out;
}

}  // namespace

void publish(Connection& connection, const store::Publication& publication, const Texts& files) {
  keep_definition(connection, publication.bundle, files, publication.at);
  keep_definition(connection, publication.content_hash, files, publication.at);
  connection.run(kPublish, {publication.content_hash, publication.bundle, publication.at,
                            publication.by, publication.note, publication.previous});
  save_setting(connection, std::string(store::kCurrentDefinition), publication.content_hash);
}

std::vector<store::Publication> load_publications(Connection& connection) {
  std::vector<store::Publication> out;
  for (const Row row : connection.run(kPublications)) {
    out.push_back(
        {row.text(0), row.text(1), row.instant(2), row.text(3), row.text(4), row.text(5)});
  }
  return out;
}

std::vector<store::LiveGroup> live_groups(Connection& connection) {
  std::vector<store::LiveGroup> groups;
  for (const Row row : connection.run(kGroups)) {
    groups.push_back(
        {row.text(0), row.text(1), row.text(2), static_cast<std::size_t>(row.integer(3))});
  }
  return groups;
}

store::LiveCases live_cases(Connection& connection) {
  store::LiveCases live;
  for (const Row row : connection.run(kLive)) {
    store::LiveGroup group{row.text(0), row.text(1), row.text(2), 0};
    const bool same = !live.groups.empty() && live.groups.back().workflow == group.workflow &&
                      live.groups.back().bundle == group.bundle &&
                      live.groups.back().configuration == group.configuration;
    if (!same) live.groups.push_back(std::move(group));
    ++live.groups.back().count;
    live.instances.emplace_back(base::CaseId{row.integer(3)}, live.groups.size() - 1);
  }
  return live;
}

std::vector<base::CaseId> cases_in(Connection& connection, const store::LiveGroup& group,
                                   base::CaseId after, std::size_t most) {
  return ids(
      connection.run(kInGroup, {group.workflow, group.bundle, group.configuration, after, most}));
}

std::vector<base::CaseId> cases_not_pinned_to(Connection& connection, const std::string& bundle) {
  return ids(connection.run(kElsewhere, {bundle}));
}

std::vector<base::CaseId> open_cases_with(Connection& connection, const std::string& field) {
  std::string pattern = "%\"";
  for (const char c : field) {
    if (c == '_' || c == '%' || c == '\\') pattern += '\\';
    pattern += c;
  }
  pattern += "\":%";
  return ids(connection.run(kWithField, {pattern, pattern, field}));
}

void record_migration(Connection& connection, const store::MigrationRow& row) {
  connection.run(kRecordMigration, {row.plan, row.kase, row.verdict, row.reason, row.done});
}

std::vector<store::MigrationRow> load_migrations(Connection& connection, const std::string& plan) {
  std::vector<store::MigrationRow> rows;
  for (const Row row : connection.run(kMigrations, {plan})) {
    rows.push_back({plan, {row.integer(0)}, row.text(1), row.text(2), row.flag(3)});
  }
  return rows;
}

void fill_configurations(Connection& connection) {
  for (;;) {
    const Rows rows = connection.run(kWithoutConfiguration);
    if (rows.empty()) return;
    for (const Row row : rows) {
      cases::Instance instance;
      cases::InstanceText text;
      text.position = row.text(2);
      text.history = row.text(3);
      expect(cases::read_text(text, instance));
      connection.run(kFill, {store::configuration_of(instance), row.integer(0), row.integer(1)});
    }
  }
}

}  // namespace guichet::sql
