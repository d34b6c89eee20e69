// What figures are counted from and inboxes list, read in a few queries over all cases.
#include <map>

#include "adapters/sql/case_rows.hpp"
#include "adapters/sql/views.hpp"
#include "engine/cases/snapshot_json.hpp"

namespace guichet::sql {
namespace {

using cases::Instance;
using store::AskedFilter;
using store::AskedRow;
using store::CountedCase;

constexpr Query kRevision{"select coalesce(sum(rev), 0) from kase", "", "i"};
constexpr Query kCountedCases{
    "select r.case_id, r.opened_at, r.commune, r.verdict, r.firm, k.extras from case_row r "
    "join kase k on k.id = r.case_id order by r.case_id",
    "", "iitttt"};
constexpr Query kCountedInstances{
    "select case_id, n, parent_n, kind, workflow, outcome, accompanied, success, opened_at, "
    "closed_at, extras, case kind when 'need' then data else '' end, referral from instance "
    "where kind <> 'request' order by case_id, n",
    "", "iiitttiiiittt"};
// The condition is that of the index fact_answer.
constexpr Query kAnswers{
    "select case_id, seq, at, type, payload from fact "
    "where type in ('meant', 'act-taken', 'act-undone') order by case_id, seq",
    "", "iiitt"};

// By the index outbox_letter alone.
constexpr Query kSurveyed{
    "select distinct case_id, n from outbox where letter = :letter and state <> 'recalled'", "t",
    "ii"};
constexpr Query kSurveyAnswers{
    "select case_id, n, data from instance where kind = 'need' and data like :field "
    "order by case_id, n",
    "t", "iit"};

// The two lists of a partner's referrals have the same columns.
constexpr std::string_view kAskedKinds = "iitttittttiit";
constexpr Query kOpenAsked{
    "select i.case_id, i.n, i.workflow, i.bundle_hash, i.position, i.parent_n, i.referral, "
    "i.outcome, i.extras, r.number, i.opened_at, i.closed_at, coalesce(p.workflow, '') "
    "from instance i join case_row r on r.case_id = i.case_id "
    "left join instance p on p.case_id = i.case_id and p.n = i.parent_n "
    "where i.partner = :partner and i.closed_at is null order by i.case_id, i.n",
    "t", kAskedKinds};
constexpr Query kEndedAsked{
    "select i.case_id, i.n, i.workflow, i.bundle_hash, i.position, i.parent_n, i.referral, "
    "i.outcome, i.extras, r.number, i.opened_at, i.closed_at, coalesce(p.workflow, '') "
    "from instance i join case_row r on r.case_id = i.case_id "
    "left join instance p on p.case_id = i.case_id and p.n = i.parent_n "
    "where i.partner = :partner and i.closed_at is not null and i.closed_at >= :from and "
    "i.closed_at < :until and i.outcome <> 'undone' and (:any = '' or i.outcome = :outcome) "
    "order by i.closed_at desc, i.case_id desc, i.n desc limit :most offset :first",
    "tiittii", kAskedKinds};
constexpr Query kCountEnded{
    "select count(*) from instance where partner = :partner and closed_at is not null and "
    "closed_at >= :from and closed_at < :until and outcome <> 'undone' and (:any = '' or outcome = "
    ":outcome)",
    "tiitt", "i"};
constexpr Query kAskedTimers{
    "select t.case_id, t.n, t.state_path, t.entry, t.name, t.firing, t.state, t.due_at "
    "from instance i join timer t on t.case_id = i.case_id and t.n = i.n "
    "where i.partner = :partner and i.closed_at is null and t.state in ('armed', 'paused')",
    "t",
    "iititi"
    "ti"};
constexpr Query kAskedQuestions{
    "select t.case_id, t.n from instance i join task t on t.case_id = i.case_id and t.n = i.n "
    "where i.partner = :partner and i.closed_at is null and t.pauses_clocks = 1",
    "t", "ii"};

// As much of an instance as counting looks at.
Instance counted_instance(const Row& row) {
  Instance out{.n = {row.small(1)}, .kind = row.text(3), .workflow = row.text(4)};
  if (!row.is_null(2)) out.parent = base::InstanceNumber{row.small(2)};
  expect(cases::read_text({.data = row.text(11), .referral = row.text(12), .extras = row.text(10)},
                          out));
  out.outcome = row.text(5);
  out.accompanied = row.flag(6);
  out.success = row.flag(7);
  out.opened_at = row.instant(8);
  out.closed_at = row.maybe_instant(9);
  return out;
}

bool is_merged(const std::string& extras) {
  cases::Snapshot snapshot;
  expect(cases::read_extras(extras, snapshot));
  return snapshot.extras.merged_into.has_value();
}

// Walks the cases, which are in order, beside rows in the same order.
class Beside {
 public:
  explicit Beside(std::vector<CountedCase>& all) : at_(all.begin()), end_(all.end()) {}
  CountedCase* find(base::CaseId id) {
    while (at_ != end_ && at_->id < id) ++at_;
    return at_ != end_ && at_->id == id ? &*at_ : nullptr;
  }

 private:
  std::vector<CountedCase>::iterator at_, end_;
};

AskedRow asked_row(const Row& row) {
  AskedRow out{.kase = {row.integer(0)}, .number = row.text(9), .subject = row.text(12)};
  Instance& asked = out.asked;
  asked.n = {row.small(1)};
  asked.kind = "referral";
  asked.workflow = row.text(2);
  asked.bundle = row.text(3);
  if (!row.is_null(5)) asked.parent = base::InstanceNumber{row.small(5)};
  expect(cases::read_text({.position = row.text(4), .referral = row.text(6), .extras = row.text(8)},
                          asked));
  asked.outcome = row.text(7);
  asked.opened_at = row.instant(10);
  asked.closed_at = row.maybe_instant(11);
  return out;
}

using Place = std::pair<std::int64_t, std::int32_t>;  // case, instance

void add_deadlines(Connection& connection, const std::string& partner,
                   std::vector<AskedRow>& rows) {
  std::map<Place, AskedRow*> by_place;
  for (AskedRow& each : rows) by_place[{each.kase.value, each.asked.n.value}] = &each;
  for (const Row row : connection.run(kAskedTimers, {partner})) {
    cases::Timer timer{
        .state = row.text(2), .entry = row.small(3), .name = row.text(4), .firing = row.small(5)};
    if (row.text(6) == "paused") timer.status = cases::TimerState::paused;
    timer.due_at = row.maybe_instant(7);
    by_place.at({row.integer(0), row.small(1)})->asked.timers.push_back(std::move(timer));
  }
  for (const Row row : connection.run(kAskedQuestions, {partner})) {
    by_place.at({row.integer(0), row.small(1)})->questions = true;
  }
}

void add_answers(Connection& connection, std::vector<CountedCase>& counted) {
  Beside with_answers(counted);
  CountedCase* of = nullptr;
  std::vector<cases::Fact> facts;
  const auto count = [&] {
    if (of != nullptr) store::count_answers(*of, facts);
    facts.clear();
  };
  for (const Row row : connection.run(kAnswers)) {
    CountedCase* kase = with_answers.find({row.integer(0)});
    if (kase == nullptr || kase->referrals.empty()) continue;
    if (kase != of) count();
    of = kase;
    cases::Fact& fact = facts.emplace_back();
    fact.seq = row.integer(1);
    fact.at = row.instant(2);
    fact.event = expect(cases::from_json(row.text(3), row.text(4)));
  }
  count();
}

}  // namespace

std::int64_t SqlReader::revision() {
  return connection_.run(kRevision).front().integer(0);
}

std::vector<CountedCase> SqlReader::counted_cases() {
  std::vector<CountedCase> out;
  for (const Row row : connection_.run(kCountedCases)) {
    CountedCase& kase = out.emplace_back();
    kase.id = {row.integer(0)};
    kase.opened_at = row.instant(1);
    kase.commune = row.text(2);
    kase.verdict = row.text(3);
    kase.firm = !row.text(4).empty();
    kase.merged = is_merged(row.text(5));
  }
  Beside with_parts(out);
  for (const Row row : connection_.run(kCountedInstances)) {
    CountedCase* kase = with_parts.find({row.integer(0)});
    if (kase == nullptr) continue;
    const Instance instance = counted_instance(row);
    if (auto need = store::counted_need(instance)) kase->needs.push_back(std::move(*need));
    if (auto asked = store::counted_referral(instance))
      kase->referrals.push_back(std::move(*asked));
  }
  add_answers(connection_, out);
  return out;
}

std::vector<store::SurveyRow> SqlReader::surveyed(const store::SurveyFilter& filter) {
  std::map<Place, std::string> answers;
  for (const Row row : connection_.run(kSurveyed, {filter.letter})) {
    answers[{row.integer(0), row.small(1)}];
  }
  for (const Row row : connection_.run(kSurveyAnswers, {"%\"" + filter.field + "\":%"})) {
    Instance need;
    expect(cases::read_text({.data = row.text(2)}, need));
    std::string answer = store::answer_in(need, filter.field);
    if (!answer.empty()) answers[{row.integer(0), row.small(1)}] = std::move(answer);
  }
  std::vector<store::SurveyRow> out;
  for (auto& [place, answer] : answers) {
    out.push_back({{place.first}, {place.second}, std::move(answer)});
  }
  return out;
}

std::vector<AskedRow> SqlReader::referrals_of(const AskedFilter& filter, std::size_t& total) {
  std::vector<AskedRow> out;
  if (filter.open) {
    for (const Row row : connection_.run(kOpenAsked, {filter.partner})) {
      out.push_back(asked_row(row));
    }
    add_deadlines(connection_, filter.partner, out);
    total = out.size();
    return out;
  }
  const std::string& outcome = filter.outcome;
  total = static_cast<std::size_t>(
      connection_.run(kCountEnded, {filter.partner, filter.from, filter.until, outcome, outcome})
          .front()
          .integer(0));
  for (const Row row :
       connection_.run(kEndedAsked, {filter.partner, filter.from, filter.until, outcome, outcome,
                                     filter.most, filter.first})) {
    out.push_back(asked_row(row));
  }
  return out;
}

convention::Loads SqlReader::loads_now(base::Instant now) {
  return load_counters(connection_, now);
}

}  // namespace guichet::sql
