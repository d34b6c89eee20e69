// The members of this module's structs, under the names that the stored JSON uses. A stored format:
// changed only with a version step and a test that reads the old one.
#pragma once

#include "engine/cases/archive.hpp"
#include "engine/cases/event.hpp"
#include "engine/cases/members_papers.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::cases {

// clang-format off
template <typename A> void members(A& a, Referral& r) {
  a("partner", r.partner)("convention", r.convention)("article", r.article)("rule", r.rule)
   ("adviser", r.adviser)("parent_state", r.parent_state)("parent_entry", r.parent_entry)("share", r.share);
}
template <typename A> void members(A& a, StateEntry& s) {
  a("path", s.path)("entry", s.entry)("since", s.since);
}
template <typename A> void members(A& a, Timer& t) {
  a("state", t.state)("entry", t.entry)("name", t.name)("firing", t.firing)("status", t.status)
   ("due_at", t.due_at)("remaining", t.remaining)("in_days", t.remaining_in_days)("anchor", t.anchor);
}
template <typename A> void members(A& a, Task& t) {
  a("id", t.id)("entry", t.entry)("title", t.title)("by", t.by)("due_at", t.due_at)("pauses_clocks", t.pauses_clocks);
}
template <typename A> void members(A& a, Considered::Failure& f) {
  a("criterion", f.criterion)("value", f.value)("wanted", f.wanted);
}
template <typename A> void members(A& a, Considered& c) {
  a("partner", c.partner)("chosen", c.chosen)("article", c.article)("rule", c.rule)("failed", c.failed);
}
template <typename A> void members(A& a, AgendaItem& i) {
  a("seq", i.seq)("n", i.n)("text", i.text);
}
template <typename A> void members(A& a, FiredTimer& f) { a("state", f.state)("name", f.name)("entry", f.entry); }
template <typename A> void members(A& a, DeferredEvent& e) { a("name", e.name)("data", e.data); }
template <typename A> void members(A& a, Watch& w) { a("property", w.property)("holds", w.holds)("count", w.count); }
template <typename A> void members(A& a, Incident& i) {
  a("seq", i.seq)("n", i.n)("code", i.code)("text", i.text)("ref", i.ref)("at", i.at);
}
template <typename A> void members(A& a, Stand& s) { a("whole", s.whole)("state", s.state)("from", s.from)("to", s.to); }
template <typename A> void members(A& a, LastAct& l) { a("seq", l.seq)("at", l.at); }
template <typename A> void members(A& a, InstanceExtras& e) {
  a("kept", e.kept)("suspended", e.suspended)("kept_tasks", e.kept_tasks)("deferred", e.deferred)("fired", e.fired)
   ("first_entries", e.first_entries)("watches", e.watches)("adviser", e.adviser)("requalified_from", e.requalified_from)("requalified_to", e.requalified_to)
   ("held", e.held)("stopped", e.stopped)("paused", e.paused)("stands", e.stands)("acted", e.acted);
}
template <typename A> void members(A& a, OtherCase& o) { a("id", o.id)("number", o.number); }
template <typename A> void members(A& a, CaseExtras& e) {
  a("incidents", e.incidents)("personal_data_taken", e.personal_data_taken)("criticality", e.criticality)("merged_into", e.merged_into)("joined", e.joined)
   ("apart", e.apart)("notes", e.notes)("documents", e.documents)("suggestions", e.suggestions);
}
template <typename A> void members(A& a, Instance& i) {
  a("n", i.n)("parent", i.parent)("kind", i.kind)("workflow", i.workflow)("bundle", i.bundle)("episode", i.episode)
   ("active", i.active)("history", i.history)("next_entry", i.next_entry)("data", i.data)("timers", i.timers)
   ("tasks", i.tasks)("referral", i.referral)("proposed", i.proposed)("considered", i.considered)
   ("would_open", i.would_open)("lead", i.lead)("outcome", i.outcome)("accompanied", i.accompanied)
   ("success", i.success)("opened_at", i.opened_at)("closed_at", i.closed_at)("extras", i.extras);
}
template <typename A> void members(A& a, Snapshot& s) {
  a("id", s.id)("rev", s.rev)("number", s.number)("owner", s.owner)("opened_at", s.opened_at)
   ("closed_at", s.closed_at)("data", s.data)("person", s.person)("firm", s.firm)
   ("intake_decided", s.intake_decided)("verdict", s.verdict)("instances", s.instances)("agenda", s.agenda)
   ("last_reminder", s.last_reminder)("extras", s.extras);
}
template <typename A> void members(A& a, RequestReceived& e) { a("number", e.number); }
template <typename A> void members(A& a, IntakeDecided& e) {
  a("verdict", e.verdict)("rules", e.rules)("reasons", e.reasons);
}
template <typename A> void members(A& a, InstanceOpened& e) {
  a("n", e.n)("parent", e.parent)("kind", e.kind)("workflow", e.workflow)("bundle", e.bundle)("referral", e.referral);
}
template <typename A> void members(A& a, FieldWritten& e) {
  a("owner", e.owner)("n", e.n)("field", e.field)("value", e.value);
}
template <typename A> void members(A& a, StateEntered& e) { a("n", e.n)("state", e.state)("entry", e.entry); }
template <typename A> void members(A& a, StateExited& e) { a("n", e.n)("state", e.state)("entry", e.entry); }
template <typename A> void members(A& a, HistoryRecorded& e) { a("n", e.n)("history", e.history)("states", e.states); }
template <typename A> void members(A& a, TimerArmed& e) { a("n", e.n)("timer", e.timer); }
template <typename A> void members(A& a, TimerFired& e) {
  a("n", e.n)("state", e.state)("entry", e.entry)("name", e.name)("firing", e.firing)("due_at", e.due_at)("late", e.late);
}
template <typename A> void members(A& a, TimerCancelled& e) {
  a("n", e.n)("state", e.state)("entry", e.entry)("name", e.name)("firing", e.firing);
}
template <typename A> void members(A& a, TimerPaused& e) {
  a("n", e.n)("state", e.state)("entry", e.entry)("name", e.name)("firing", e.firing)
   ("remaining", e.remaining)("in_days", e.in_days);
}
template <typename A> void members(A& a, TimerResumed& e) {
  a("n", e.n)("state", e.state)("entry", e.entry)("name", e.name)("firing", e.firing)("due_at", e.due_at);
}
template <typename A> void members(A& a, TaskOpened& e) { a("n", e.n)("task", e.task); }
template <typename A> void members(A& a, TaskClosed& e) { a("n", e.n)("task", e.task)("entry", e.entry); }
template <typename A> void members(A& a, ActTaken& e) {
  a("n", e.n)("name", e.name)("reply", e.reply)("channel", e.channel)("recorded_by", e.recorded_by)("said_on", e.said_on)
   ("task", e.task)("facts", e.facts);
}
template <typename A> void members(A& a, PartnersConsidered& e) {
  a("n", e.n)("convention", e.convention)("partners", e.partners)("would_open", e.would_open)("awaits_tick", e.awaits_tick);
}
template <typename A> void members(A& a, PartnersConfirmed& e) { a("n", e.n)("partners", e.partners); }
template <typename A> void members(A& a, QuotaReserved& e) {
  a("n", e.n)("partner", e.partner)("quota", e.quota)("period", e.period);
}
template <typename A> void members(A& a, LeadChosen& e) { a("n", e.n)("partner", e.partner); }
template <typename A> void members(A& a, Meant& e) { a("n", e.n)("meaning", e.meaning); }
template <typename A> void members(A& a, LetterQueued& e) {
  a("n", e.n)("key", e.key)("letter", e.letter)("purpose", e.purpose)("to_kind", e.to_kind)("to", e.to)("channel", e.channel);
}
template <typename A> void members(A& a, LetterSuppressed& e) {
  a("n", e.n)("letter", e.letter)("to", e.to)("reason", e.reason);
}
template <typename A> void members(A& a, LetterDelivered& e) { a("key", e.key); }
template <typename A> void members(A& a, LetterRefused& e) { a("key", e.key)("reason", e.reason); }
template <typename A> void members(A& a, AgendaAdded& e) { a("n", e.n)("text", e.text)("purpose", e.purpose); }
template <typename A> void members(A& a, Noted& e) { a("n", e.n)("text", e.text); }
template <typename A> void members(A& a, OwnerAssigned& e) { a("owner", e.owner); }
template <typename A> void members(A& a, TakenUp& e) { a("n", e.n); }
template <typename A> void members(A& a, InstanceClosed& e) { a("n", e.n)("outcome", e.outcome)("success", e.success); }
template <typename A> void members(A& a, IncidentOpened& e) {
  a("n", e.n)("code", e.code)("text", e.text)("ref", e.ref);
}
template <typename A> void members(A&, CaseClosed&) {}
template <typename A> void members(A& a, ReminderLeft& e) { a("day", e.day); }
template <typename A> void members(A& a, CriticalitySet& e) { a("n", e.n)("level", e.level); }
template <typename A> void members(A& a, InstanceMigrated& e) {
  a("n", e.n)("from", e.from)("to", e.to)("verdict", e.verdict)("renamed", e.renamed);
}
template <typename A> void members(A& a, MigratedState& s) {
  a("n", s.n)("from", s.from)("to", s.to)("reason", s.reason)("moved", s.moved);
}
template <typename A> void members(A& a, MigratedTimer& t) {
  a("n", t.n)("state", t.state)("name", t.name)("entry", t.entry)("change", t.change)("was", t.was)("due", t.due)
   ("past", t.past);
}
template <typename A> void members(A& a, MigratedField& f) {
  a("n", f.n)("field", f.field)("was", f.was)("value", f.value);
}
template <typename A> void members(A& a, CaseMigrated& e) {
  a("plan", e.plan)("from", e.from)("to", e.to)("verdict", e.verdict)("moved", e.moved)("timers", e.timers)
   ("fields", e.fields)("facts", e.facts)("reversible", e.reversible);
}
template <typename A> void members(A& a, MigrationReverted& e) { a("plan", e.plan); }
template <typename A> void members(A& a, ConsentRecorded& e) {
  a("n", e.n)("field", e.field)("state", e.state)("partners", e.partners)("said_on", e.said_on);
}
template <typename A> void members(A& a, ReferralMoved& e) {
  a("n", e.n)("parent", e.parent)("state", e.state)("entry", e.entry);
}
template <typename A> void members(A& a, NeedRequalified& e) { a("n", e.n)("to", e.to)("theme", e.theme); }
template <typename A> void members(A& a, NeedDecided& e) {
  a("theme", e.theme)("verdict", e.verdict)("rules", e.rules)("reasons", e.reasons)("opened", e.opened);
}
template <typename A> void members(A& a, ActUndone& e) {
  a("n", e.n)("name", e.name)("from", e.from)("until", e.until)("recalled", e.recalled)("left", e.left)
   ("intake", e.intake);
}
template <typename A> void members(A& a, InstanceRestored& e) { a("n", e.n)("instance", e.instance)("case_closed_at", e.case_closed_at); }
template <typename A> void members(A& a, QuotaReleased& e) {
  a("n", e.n)("partner", e.partner)("quota", e.quota)("period", e.period);
}
template <typename A> void members(A& a, LetterRecalled& e) {
  a("n", e.n)("key", e.key)("letter", e.letter)("to", e.to);
}
template <typename A> void members(A& a, LetterPutBack& e) {
  a("n", e.n)("key", e.key)("letter", e.letter)("to", e.to);
}
template <typename A> void members(A& a, CaseMerged& e) { a("into", e.into)("number", e.number); }
template <typename A> void members(A& a, CaseUnmerged& e) { a("from", e.from)("number", e.number); }
template <typename A> void members(A& a, CaseJoined& e) { a("other", e.other)("number", e.number); }
template <typename A> void members(A& a, CaseParted& e) { a("other", e.other)("number", e.number); }
template <typename A> void members(A& a, InstanceHeld& e) { a("n", e.n)("timers", e.timers); }
template <typename A> void members(A& a, InstanceReleased& e) { a("n", e.n); }
template <typename A> void members(A& a, TimerKept& e) { a("n", e.n)("timer", e.timer); }
template <typename A> void members(A& a, TimerRestored& e) { a("n", e.n)("timer", e.timer); }
template <typename A> void members(A& a, StateSuspended& e) { a("n", e.n)("state", e.state)("entry", e.entry); }
template <typename A> void members(A& a, StateResumed& e) { a("n", e.n)("state", e.state)("entry", e.entry); }
template <typename A> void members(A& a, FirstEntryNoted& e) { a("n", e.n)("state", e.state); }
template <typename A> void members(A& a, EventDeferred& e) { a("n", e.n)("name", e.name)("data", e.data); }
template <typename A> void members(A& a, EventsReleased& e) { a("n", e.n); }
template <typename A> void members(A& a, InstanceReopened& e) { a("n", e.n)("episode", e.episode); }
template <typename A> void members(A& a, PropertyWatched& e) { a("n", e.n)("watch", e.watch); }
template <typename A> void members(A& a, IncidentClosed& e) {
  a("n", e.n)("incident", e.incident)("retried", e.retried);
}
template <typename A> void members(A& a, OperatorActed& e) { a("n", e.n)("act", e.act)("reason", e.reason); }
template <typename A> void members(A& a, DueChanged& e) {
  a("n", e.n)("state", e.state)("entry", e.entry)("name", e.name)("firing", e.firing)("due_at", e.due_at)("task", e.task);
}
template <typename A> void members(A& a, AdviserAssigned& e) { a("n", e.n)("adviser", e.adviser); }
template <typename A> void members(A& a, PersonalDataTaken& e) { a("classes", e.classes); }
// clang-format on

}  // namespace guichet::cases
