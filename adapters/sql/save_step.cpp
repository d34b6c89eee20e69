#include <algorithm>
#include <set>

#include "adapters/sql/case_rows.hpp"
#include "adapters/sql/document_rows.hpp"
#include "adapters/sql/lists.hpp"
#include "adapters/sql/news_rows.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "engine/store/listing.hpp"
#include "engine/store/messages.hpp"

namespace guichet::sql {
namespace {

using base::InstanceNumber;
using cases::Fact;
using cases::Instance;
using cases::Snapshot;
using store::Step;

constexpr Query kInsertCase{
    "insert into kase (id, rev, number, owner, opened_at, closed_at, data, intake_decided, "
    "verdict, agenda, last_reminder, extras) values "
    "(:id, :rev, :number, :owner, :opened, :closed, :data, :decided, :verdict, :agenda, :day, "
    ":extras) "
    "on conflict do nothing",
    "iittiititt"
    "tt"};
constexpr Query kUpdateCase{
    "update kase set rev = :rev, number = :number, owner = :owner, opened_at = :opened, "
    "closed_at = :closed, data = :data, intake_decided = :decided, verdict = :verdict, "
    "agenda = :agenda, last_reminder = :day, extras = :extras where id = :id and rev = :before",
    "ittiititt"
    "ttii"};
constexpr Query kInsertInstance{
    "insert into instance (case_id, n, parent_n, kind, workflow, bundle_hash, position, history, "
    "data, referral, partner, choice, episode, lead, outcome, accompanied, success, theme, "
    "opened_at, closed_at, extras, configuration) values "
    "(:case, :n, :parent, :kind, :workflow, :bundle, "
    ":position, "
    ":history, :data, :referral, :partner, :choice, :episode, :lead, :outcome, :accompanied, "
    ":success, :theme, :opened, :closed, :extras, :configuration) "
    "on conflict (case_id, n) do update set bundle_hash = excluded.bundle_hash, "
    "position = excluded.position, history = excluded.history, data = excluded.data, "
    "referral = excluded.referral, partner = excluded.partner, choice = excluded.choice, "
    "episode = excluded.episode, lead = excluded.lead, outcome = excluded.outcome, "
    "accompanied = excluded.accompanied, success = excluded.success, theme = excluded.theme, "
    "opened_at = excluded.opened_at, closed_at = excluded.closed_at, "
    "parent_n = excluded.parent_n, kind = excluded.kind, workflow = excluded.workflow, "
    "extras = excluded.extras, configuration = excluded.configuration",
    "iiittttttttt"
    "ittiit"
    "iitt"};

constexpr Query kEndTimers{
    "update timer set state = 'cancelled' where case_id = :case and n = :n and "
    "state in ('armed', 'paused')",
    "ii"};
constexpr Query kFireTimer{
    "update timer set state = 'fired' where case_id = :case and n = :n and entry = :entry and "
    "state_path = :path and name = :name and firing = :firing",
    "iiitti"};
constexpr Query kWriteTimer{
    "insert into timer (case_id, n, entry, state_path, name, firing, state, due_at, remaining, "
    "remaining_in_days, anchor, ordinal) values (:case, :n, :entry, :path, :name, :firing, "
    ":state, :due, :remaining, :days, :anchor, :ordinal) "
    "on conflict (case_id, n, entry, state_path, name, firing) do update set "
    "state = excluded.state, due_at = excluded.due_at, remaining = excluded.remaining, "
    "remaining_in_days = excluded.remaining_in_days, anchor = excluded.anchor, "
    "ordinal = excluded.ordinal",
    "iiittitiiiii"};
constexpr Query kDropTasks{"delete from task where case_id = :case and n = :n", "ii"};
constexpr Query kWriteTask{
    "insert into task (case_id, n, id, entry, title, roles, due_at, pauses_clocks, state_path, "
    "ordinal) values (:case, :n, :id, :entry, :title, :roles, :due, :pauses, :path, :ordinal)",
    "iitittiiti"};

constexpr Query kInsertFact{
    "insert into fact (case_id, seq, n, type, at, actor, payload, prev_hash, hash) values "
    "(:case, :seq, :n, :type, :at, :actor, :payload, :prev, :hash)",
    "iiititttt"};
constexpr Query kParties{"select person, firm from kase where id = :id", "i", "ii"};
constexpr Query kNewParty{"insert into party (kind) values (:kind) returning id", "t", "i"};
constexpr Query kSetPerson{"update kase set person = :party where id = :id", "ii"};
constexpr Query kSetFirm{"update kase set firm = :party where id = :id", "ii"};
constexpr Query kInsertPartyFact{
    "insert into party_fact (party, field, value, from_date, case_id, seq) values "
    "(:party, :field, :value, :day, :case, :seq)",
    "itttii"};
// What a party was known to be before its time to be kept was over.
constexpr Query kForgetPartyFacts{
    "delete from party_fact where case_id = :case and field = :field and seq < :seq", "iti"};
constexpr Query kCountQuota{
    "insert into quota (period, partner, quota, used) values (:period, :partner, :quota, 1) "
    "on conflict (period, partner, quota) do update set used = quota.used + 1",
    "ttt"};
constexpr Query kReleaseQuota{
    "update quota set used = used - 1 where period = :period and partner = :partner and "
    "quota = :quota and used > 0",
    "ttt"};
constexpr Query kCallBack{
    "update outbox set called_back = case state when 'leased' then 1 else 0 end, "
    "pending = case state when 'leased' then 1 else 0 end, "
    "state = case state when 'leased' then 'leased' else 'recalled' end "
    "where case_id = :case and dedup_key = :key and "
    "(state = 'waiting' or (state = 'leased' and called_back = 0))",
    "it"};
constexpr Query kPutBack{
    "update outbox set state = 'waiting', pending = 1, next_at = :next, leaves_at = :leaves "
    "where case_id = :case and dedup_key = :key and state = 'recalled'",
    "iiit"};
constexpr Query kLetGo{
    "update outbox set called_back = 0 where case_id = :case and dedup_key = :key and "
    "state = 'leased' and called_back = 1",
    "it"};
constexpr Query kInsertIncident{
    "insert into incident (case_id, n, code, wording, opened_at) values "
    "(:case, :n, :code, :wording, :at)",
    "iitti"};
// The one that the fact opened; of several of one step, the first that is still open.
constexpr Query kCloseIncident{
    "update incident set closed_at = :at where id = (select min(id) from incident where "
    "case_id = :case and n = :n and closed_at is null and opened_at = "
    "(select at from fact where case_id = :same and seq = :seq))",
    "iiiii"};
constexpr Query kInsertLetter{
    "insert into outbox (case_id, n, dedup_key, letter, purpose, channel, to_kind, to_id, "
    "to_name, to_address, subject, body_text, body_html, made_at, leaves_at, state, pending, "
    "next_at, attempts, fence, reason) values (:case, :n, :key, :letter, :purpose, :channel, "
    ":kind, :to, :name, :address, :subject, :text, :html, :made, :leaves, 'waiting', 1, :next, 0, "
    "0, '') on conflict (dedup_key) do nothing",
    "iittttttttttt"
    "iii"};
constexpr Query kWriteRow{
    "insert into case_row (case_id, number, person, firm, commune, owner, verdict, themes, "
    "states, opened_at, closed_at, search, moved_at) values (:case, :number, :person, :firm, "
    ":commune, :owner, :verdict, :themes, :states, :opened, :closed, :search, :moved) "
    "on conflict (case_id) do update set number = excluded.number, person = excluded.person, "
    "firm = excluded.firm, commune = excluded.commune, owner = excluded.owner, "
    "verdict = excluded.verdict, themes = excluded.themes, states = excluded.states, "
    "opened_at = excluded.opened_at, closed_at = excluded.closed_at, search = excluded.search, "
    "moved_at = excluded.moved_at",
    "ittttttttiiti"};

store::StorageFailure fault(const base::MessageText& text, std::vector<std::string> arguments) {
  return store::StorageFailure({base::ErrorKind::fault, base::Message(text, std::move(arguments))});
}

// Writes one step; a function a table.
class StepWriter {
 public:
  StepWriter(Connection& connection, const Step& step)
      : connection_(connection), step_(step), after_(step.after) {}

  void write() {
    write_case();
    for (const InstanceNumber n : touched()) write_instance(*after_.find(n));
    for (const Fact& fact : step_.facts) write_fact(fact);
    forget_personal_data();
    write_letters();
    write_documents(connection_, step_);
    write_row();
    write_topics(connection_, after_);
  }

 private:
  void write_case() {
    const std::int64_t before = step_.facts.empty() ? after_.rev : step_.facts.front().seq - 1;
    std::optional<std::string> reminder;
    if (after_.last_reminder) reminder = base::iso(*after_.last_reminder);
    const std::string data = cases::to_json(after_.data);
    const std::string agenda = cases::to_json(after_.agenda);
    const std::string extras = cases::extras_to_json(after_);
    if (before == 0) {
      connection_.run(kInsertCase, {after_.id, after_.rev, after_.number, after_.owner,
                                    after_.opened_at, after_.closed_at, data, after_.intake_decided,
                                    after_.verdict, agenda, reminder, extras});
    } else {
      connection_.run(kUpdateCase, {after_.rev, after_.number, after_.owner, after_.opened_at,
                                    after_.closed_at, data, after_.intake_decided, after_.verdict,
                                    agenda, reminder, extras, after_.id, before});
    }
    if (connection_.changed() == 1) return;
    const auto same_number = find_number(connection_, after_.number);
    if (same_number && *same_number != after_.id) {
      throw fault(store::messages::kDuplicateNumber, {after_.number});
    }
    throw fault(store::messages::kRevisionClash,
                {std::to_string(after_.id.value), std::to_string(before)});
  }

  // Instances change by facts only, and each fact names its own.
  std::set<InstanceNumber> touched() const {
    std::set<InstanceNumber> numbers;
    for (const Fact& fact : step_.facts) {
      const auto n = cases::instance_of(fact.event);
      if (n && after_.find(*n) != nullptr) numbers.insert(*n);
    }
    return numbers;
  }

  void write_instance(const Instance& i) {
    const cases::InstanceText text = cases::to_text(i);
    const std::string theme =
        i.kind == "need" ? store::theme_of(step_.row, after_, i.n) : std::string();
    std::optional<std::string> partner;
    if (i.referral) partner = i.referral->partner;
    connection_.run(kInsertInstance, {after_.id,     i.n,
                                      i.parent,      i.kind,
                                      i.workflow,    i.bundle,
                                      text.position, text.history,
                                      text.data,     text.referral,
                                      partner,       text.choice,
                                      i.episode,     i.lead,
                                      i.outcome,     i.accompanied,
                                      i.success,     theme,
                                      i.opened_at,   i.closed_at,
                                      text.extras,   store::configuration_of(i)});
    write_timers(i);
    write_tasks(i);
  }

  void write_timers(const Instance& i) {
    // A timer that was armed and over in one step has its row too.
    for (const Fact& fact : step_.facts) {
      const auto* armed = std::get_if<cases::TimerArmed>(&fact.event);
      if (armed != nullptr && armed->n == i.n) write_timer(i.n, armed->timer, 0);
    }
    connection_.run(kEndTimers, {after_.id, i.n});
    for (const Fact& fact : step_.facts) {
      const auto* fired = std::get_if<cases::TimerFired>(&fact.event);
      if (fired == nullptr || fired->n != i.n) continue;
      connection_.run(kFireTimer,
                      {after_.id, i.n, fired->entry, fired->state, fired->name, fired->firing});
    }
    std::size_t ordinal = 0;
    for (const cases::Timer& timer : i.timers) write_timer(i.n, timer, ordinal++);
  }

  void write_timer(InstanceNumber n, const cases::Timer& timer, std::size_t ordinal) {
    const bool armed = timer.status == cases::TimerState::armed;
    connection_.run(kWriteTimer, {after_.id, n, timer.entry, timer.state, timer.name, timer.firing,
                                  armed ? "armed" : "paused", timer.due_at, timer.remaining,
                                  timer.remaining_in_days, timer.anchor, ordinal});
  }

  void write_tasks(const Instance& i) {
    connection_.run(kDropTasks, {after_.id, i.n});
    std::size_t ordinal = 0;
    for (const cases::Task& task : i.tasks) {
      connection_.run(kWriteTask, {after_.id, i.n, task.id, task.entry, task.title,
                                   cases::to_json(task.by), task.due_at, task.pauses_clocks,
                                   store::state_of_entry(i, task.entry), ordinal++});
    }
  }

  void write_fact(const Fact& fact) {
    connection_.run(kInsertFact, {after_.id, fact.seq, cases::instance_of(fact.event),
                                  cases::type_of(fact.event), fact.at, fact.actor,
                                  cases::to_json(fact.event), fact.prev_hash, fact.hash});
    if (const auto* written = std::get_if<cases::FieldWritten>(&fact.event)) {
      if (written->owner == cases::Owner::person || written->owner == cases::Owner::firm) {
        write_party_fact(*written, fact);
      }
    } else if (const auto* quota = std::get_if<cases::QuotaReserved>(&fact.event)) {
      connection_.run(kCountQuota, {quota->period, quota->partner, quota->quota});
    } else if (const auto* released = std::get_if<cases::QuotaReleased>(&fact.event)) {
      connection_.run(kReleaseQuota, {released->period, released->partner, released->quota});
    } else if (const auto* incident = std::get_if<cases::IncidentOpened>(&fact.event)) {
      connection_.run(kInsertIncident,
                      {after_.id, incident->n, incident->code, incident->text, fact.at});
    } else if (const auto* closed = std::get_if<cases::IncidentClosed>(&fact.event)) {
      connection_.run(kCloseIncident, {fact.at, after_.id, closed->n, after_.id, closed->incident});
    }
  }

  void forget_personal_data() {
    const bool taken = std::ranges::any_of(step_.facts, [](const Fact& fact) {
      return std::holds_alternative<cases::PersonalDataTaken>(fact.event);
    });
    if (!taken) return;
    for (const Fact& fact : step_.facts) {
      const auto* written = std::get_if<cases::FieldWritten>(&fact.event);
      if (written != nullptr) {
        connection_.run(kForgetPartyFacts, {after_.id, written->field, fact.seq});
      }
    }
  }

  void write_party_fact(const cases::FieldWritten& written, const Fact& fact) {
    const auto day = base::Day(std::chrono::floor<std::chrono::days>(fact.at).time_since_epoch());
    connection_.run(kInsertPartyFact,
                    {party(written.owner), written.field, cases::value_to_json(written.value),
                     base::iso(day), after_.id, fact.seq});
  }

  // The party that the case has, or a new one at the first fact about it.
  std::int64_t party(cases::Owner owner) {
    const bool person = owner == cases::Owner::person;
    const Rows rows = connection_.run(kParties, {after_.id});
    const std::size_t column = person ? 0 : 1;
    if (!rows.front().is_null(column)) return rows.front().integer(column);
    const std::int64_t made =
        connection_.run(kNewParty, {person ? "person" : "firm"}).front().integer(0);
    connection_.run(person ? kSetPerson : kSetFirm, {made, after_.id});
    return made;
  }

  void write_letters() {
    for (const cases::LetterEffect& l : step_.letters) {
      connection_.run(kInsertLetter, {after_.id, l.n, l.key, l.letter, l.purpose, l.channel,
                                      l.to_kind, l.to, l.to_name, l.to_address, l.subject, l.text,
                                      l.html, l.made_at, l.leaves_at, l.leaves_at});
      if (connection_.changed() != 1) throw fault(store::messages::kDuplicateLetter, {l.key});
    }
    for (const std::string& key : step_.recalled) {
      connection_.run(kCallBack, {after_.id, key});
      if (connection_.changed() != 1) throw fault(store::messages::kLetterGone, {key});
    }
    for (const cases::LetterReturned& each : step_.put_back) {
      connection_.run(kPutBack, {each.leaves_at, each.leaves_at, after_.id, each.key});
      if (connection_.changed() == 1) continue;
      connection_.run(kLetGo, {after_.id, each.key});
      if (connection_.changed() != 1) throw fault(store::messages::kLetterGone, {each.key});
    }
  }

  void write_row() {
    const store::CaseRow& row = step_.row;
    connection_.run(kWriteRow, {after_.id, row.number, row.person, row.firm, row.commune, row.owner,
                                row.verdict, join_items(row.themes), join_items(row.states),
                                row.opened_at, row.closed_at, store::search_text(row), moved_at()});
  }

  // A step without facts moves nothing, and happens to none but new cases.
  base::Instant moved_at() const {
    return step_.facts.empty() ? after_.opened_at : step_.facts.back().at;
  }

  Connection& connection_;
  const Step& step_;
  const Snapshot& after_;
};

}  // namespace

void save_step(Connection& connection, const Step& step) {
  StepWriter(connection, step).write();
}

}  // namespace guichet::sql
