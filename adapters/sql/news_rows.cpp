#include "adapters/sql/news_rows.hpp"

#include "adapters/sql/lists.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "engine/store/meeting.hpp"

namespace guichet::sql {
namespace {

// The two statements have the same condition; who may see a case is said as in lists.cpp.
constexpr Query kCountTopics{
    "select count(*) from instance i where topic > 0 and topic_at >= :since and (:every = 1 or "
    "case_id = :only or exists (select 1 from instance v where v.case_id = i.case_id and "
    "v.partner is not null and v.outcome <> 'undone' and replace(:asked, '\x1f' || v.partner || "
    "'\x1f', '') <> :asked2))",
    "iiitt", "i"};
constexpr Query kTopics{
    "select case_id, n, topic from instance i where topic > 0 and topic_at >= :since and (:every "
    "= 1 or case_id = :only or exists (select 1 from instance v where v.case_id = i.case_id and "
    "v.partner is not null and v.outcome <> 'undone' and replace(:asked, '\x1f' || v.partner || "
    "'\x1f', '') <> :asked2)) "
    "order by topic, case_id desc, n limit :most offset :first",
    "iiittii", "iii"};
constexpr Query kSetTopic{
    "update instance set topic = :topic, topic_at = :at where case_id = :case and n = :n and "
    "(topic <> :same or topic_at <> :same_at)",
    "iiiiii"};

constexpr Query kCountMoved{
    "select count(*) from case_row where moved_at >= :since and (:any = '' or owner = :owner)",
    "itt", "i"};
constexpr Query kMoved{
    "select case_id from case_row where moved_at >= :since and (:any = '' or owner = :owner) "
    "order by moved_at desc, case_id desc limit :most offset :first",
    "ittii", "i"};

// In the order of party_fact_value, so that no more is read than is asked for.
constexpr Query kKnownBy{
    "select f.case_id from party_fact f join case_row r on r.case_id = f.case_id "
    "where f.field = :field and f.value = :value and r.closed_at is null "
    "group by f.case_id order by f.case_id desc limit :most",
    "tti", "i"};
constexpr Query kKnownByAll{
    "select case_id from party_fact where field = :field and value = :value "
    "group by case_id order by case_id desc limit :most",
    "tti", "i"};
constexpr Query kOpenCases{"select id from kase where closed_at is null", "", "i"};

std::vector<base::CaseId> ids_of(const Rows& rows) {
  std::vector<base::CaseId> ids;
  for (const Row row : rows) ids.push_back({row.integer(0)});
  return ids;
}

}  // namespace

std::vector<store::MeetingRow> meeting(Connection& connection, const access::Sight& sight,
                                       base::Instant since, const store::Page& page,
                                       std::size_t& total) {
  const std::string asked = join_items(sight.partners());
  const std::int64_t only = sight.only() ? sight.only()->value : 0;
  const bool every = sight.sees_all();
  const Rows count = connection.run(kCountTopics, {since, every, only, asked, asked});
  total = static_cast<std::size_t>(count.front().integer(0));
  std::vector<store::MeetingRow> out;
  for (const Row row :
       connection.run(kTopics, {since, every, only, asked, asked, page.most, page.first})) {
    out.push_back({{row.integer(0)}, {row.small(1)}, static_cast<store::Topic>(row.integer(2))});
  }
  return out;
}

std::vector<base::CaseId> moved(Connection& connection, const std::string& owner,
                                base::Instant since, const store::Page& page, std::size_t& total) {
  const Rows count = connection.run(kCountMoved, {since, owner, owner});
  total = static_cast<std::size_t>(count.front().integer(0));
  return ids_of(connection.run(kMoved, {since, owner, owner, page.most, page.first}));
}

std::vector<base::CaseId> known_by(Connection& connection, const std::string& field,
                                   const feel::Stored& value, store::NewsReader::Which which,
                                   std::size_t most) {
  const bool all = which == store::NewsReader::Which::closed_too;
  return ids_of(
      connection.run(all ? kKnownByAll : kKnownBy, {field, cases::value_to_json(value), most}));
}

void write_topics(Connection& connection, const cases::Snapshot& snapshot) {
  for (const cases::Instance& each : snapshot.instances) {
    if (each.referral) continue;
    const store::Talk talk = store::talk_of(snapshot, each);
    const auto topic = static_cast<std::int64_t>(talk.topic);
    connection.run(kSetTopic, {topic, talk.at, snapshot.id, each.n, topic, talk.at});
  }
}

void fill_topics(Connection& connection) {
  for (const base::CaseId id : ids_of(connection.run(kOpenCases))) {
    if (const auto snapshot = load_case(connection, id)) write_topics(connection, *snapshot);
  }
}

}  // namespace guichet::sql
