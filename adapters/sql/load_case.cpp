#include <algorithm>

#include "adapters/sql/case_rows.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "engine/store/listing.hpp"

namespace guichet::sql {
namespace {

using cases::Instance;
using cases::Snapshot;
using cases::TimerState;

constexpr Query kCase{
    "select rev, number, person, firm, owner, opened_at, closed_at, data, intake_decided, verdict, "
    "agenda, last_reminder, extras from kase where id = :id",
    "i",
    "itiitiititt"
    "tt"};
constexpr Query kPartyFacts{
    "select party, field, value from party_fact where party in (:person, :firm) "
    "order by case_id, seq",
    "ii", "itt"};
constexpr Query kInstances{
    "select n, parent_n, kind, workflow, bundle_hash, position, history, data, referral, choice, "
    "episode, lead, outcome, accompanied, success, opened_at, closed_at, "
    "extras from instance "
    "where case_id = :id order by n",
    "i",
    "iittttttttittiiii"
    "t"};
constexpr Query kTimers{
    "select n, state_path, entry, name, firing, state, due_at, remaining, remaining_in_days, "
    "anchor from timer where case_id = :id and state in ('armed', 'paused') order by n, ordinal",
    "i",
    "ititit"
    "iiii"};
constexpr Query kTasks{
    "select n, id, entry, title, roles, due_at, pauses_clocks from task where case_id = :id "
    "order by n, ordinal",
    "i",
    "ititt"
    "ii"};
constexpr Query kFacts{
    "select seq, type, at, actor, payload, prev_hash, hash from fact where case_id = :id "
    "and at >= :since order by seq",
    "ii",
    "itittt"
    "t"};
constexpr Query kByNumber{"select id from kase where number = :number and number <> ''", "t", "i"};
constexpr Query kOpenReferrals{
    "select partner, count(*) from instance where partner is not null and closed_at is null "
    "group by partner",
    "", "ti"};
// As many periods as current_periods() can name.
constexpr Query kQuotas{
    "select partner, quota, period, used from quota where period in "
    "(:a, :b, :c, :d, :e, :f, :g, :h, :i, :j, :k, :l)",
    "tttttttttttt", "ttti"};

void read_parties(Connection& connection, const Row& kase, Snapshot& snapshot) {
  if (kase.is_null(2) && kase.is_null(3)) return;
  const std::int64_t person = kase.integer(2);
  for (const Row row :
       connection.run(kPartyFacts, {kase.maybe_integer(2), kase.maybe_integer(3)})) {
    cases::Fields& fields = row.integer(0) == person ? snapshot.person : snapshot.firm;
    feel::Stored value = expect(cases::value_from_json(row.text(2)));
    if (value.is_null()) {
      fields.erase(row.text(1));
    } else {
      fields.insert_or_assign(row.text(1), std::move(value));
    }
  }
}

void read_instances(Connection& connection, Snapshot& snapshot) {
  for (const Row row : connection.run(kInstances, {snapshot.id})) {
    Instance& instance = snapshot.instances.emplace_back();
    instance.n = {row.small(0)};
    if (!row.is_null(1)) instance.parent = base::InstanceNumber{row.small(1)};
    instance.kind = row.text(2);
    instance.workflow = row.text(3);
    instance.bundle = row.text(4);
    const cases::InstanceText text{row.text(5), row.text(6), row.text(7),
                                   row.text(8), row.text(9), row.text(17)};
    expect(cases::read_text(text, instance));
    instance.episode = row.small(10);
    instance.lead = row.text(11);
    instance.outcome = row.text(12);
    instance.accompanied = row.flag(13);
    instance.success = row.flag(14);
    instance.opened_at = row.instant(15);
    instance.closed_at = row.maybe_instant(16);
  }
}

void read_timers(Connection& connection, Snapshot& snapshot) {
  for (const Row row : connection.run(kTimers, {snapshot.id})) {
    cases::Timer& timer = snapshot.find({row.small(0)})->timers.emplace_back();
    timer.state = row.text(1);
    timer.entry = row.small(2);
    timer.name = row.text(3);
    timer.firing = row.small(4);
    timer.status = row.text(5) == "armed" ? TimerState::armed : TimerState::paused;
    timer.due_at = row.maybe_instant(6);
    timer.remaining = row.maybe_integer(7);
    timer.remaining_in_days = row.flag(8);
    timer.anchor = row.instant(9);
  }
}

void read_tasks(Connection& connection, Snapshot& snapshot) {
  for (const Row row : connection.run(kTasks, {snapshot.id})) {
    cases::Task& task = snapshot.find({row.small(0)})->tasks.emplace_back();
    task.id = row.text(1);
    task.entry = row.small(2);
    task.title = row.text(3);
    task.by = expect(cases::strings_from_json(row.text(4)));
    task.due_at = row.maybe_instant(5);
    task.pauses_clocks = row.flag(6);
  }
}

}  // namespace

std::optional<Snapshot> load_case(Connection& connection, base::CaseId id) {
  const Rows rows = connection.run(kCase, {id});
  if (rows.empty()) return {};
  const Row row = rows.front();
  Snapshot snapshot;
  snapshot.id = id;
  snapshot.rev = row.integer(0);
  snapshot.number = row.text(1);
  snapshot.owner = row.text(4);
  snapshot.opened_at = row.instant(5);
  snapshot.closed_at = row.maybe_instant(6);
  snapshot.data = expect(cases::fields_from_json(row.text(7)));
  snapshot.intake_decided = row.flag(8);
  snapshot.verdict = row.text(9);
  snapshot.agenda = expect(cases::agenda_from_json(row.text(10)));
  if (!row.is_null(11)) snapshot.last_reminder = base::parse_day(row.text(11));
  expect(cases::read_extras(row.text(12), snapshot));
  read_parties(connection, row, snapshot);
  read_instances(connection, snapshot);
  read_timers(connection, snapshot);
  read_tasks(connection, snapshot);
  return snapshot;
}

std::optional<base::CaseId> find_number(Connection& connection, const std::string& number) {
  const Rows rows = connection.run(kByNumber, {number});
  if (rows.empty()) return {};
  return base::CaseId{rows.front().integer(0)};
}

std::vector<cases::Fact> load_facts(Connection& connection, base::CaseId id,
                                    base::Instant since) {
  std::vector<cases::Fact> facts;
  for (const Row row : connection.run(kFacts, {id, since})) {
    facts.push_back({row.integer(0), row.instant(2), row.text(3),
                     expect(cases::from_json(row.text(1), row.text(4))), row.text(5), row.text(6)});
  }
  return facts;
}

convention::Loads load_counters(Connection& connection, base::Instant now) {
  convention::Loads loads;
  for (const Row row : connection.run(kOpenReferrals)) {
    loads.partners[row.text(0)].open = row.integer(1);
  }
  std::vector<std::string> p = store::current_periods(now);
  p.resize(kQuotas.takes.size());
  for (const Row row : connection.run(
           kQuotas, {p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10], p[11]})) {
    convention::PartnerLoad& load = loads.partners[row.text(0)];
    const bool open = row.text(2) == store::kOpenPeriod;
    load.reserved[row.text(1) + "/" + row.text(2)] = open ? load.open : row.integer(3);
  }
  return loads;
}

}  // namespace guichet::sql
