// What a command asks for, as one hash: its verb, and its members under the names below.
#include <array>

#include "engine/base/digest.hpp"
#include "engine/cases/archive.hpp"
#include "engine/cases/command.hpp"
#include "engine/json/json.hpp"
#include "workflows/migrate/plan.hpp"

namespace guichet::cases {

// clang-format off
template <typename A> void members(A& a, OpenRequest& c) { a("fields", c.fields); }
template <typename A> void members(A& a, Act& c) {
  a("n", c.n)("name", c.name)("with", c.with)("channel", c.channel)("said_on", c.said_on);
}
template <typename A> void members(A& a, Reply& c) {
  a("n", c.n)("name", c.name)("with", c.with)("channel", c.channel)("said_on", c.said_on);
}
template <typename A> void members(A& a, CompleteTask& c) { a("n", c.n)("task", c.task)("entry", c.entry); }
template <typename A> void members(A& a, FireTimer& c) {
  a("n", c.n)("state", c.state)("entry", c.entry)("name", c.name)("firing", c.firing);
}
template <typename A> void members(A& a, ReportDelivery& c) {
  a("key", c.outbox_key)("delivered", c.delivered)("reason", c.reason);
}
template <typename A> void members(A& a, Consent& c) {
  a("state", c.state)("partners", c.partners)("channel", c.channel)("said_on", c.said_on)("field", c.field);
}
template <typename A> void members(A& a, Requalify& c) { a("n", c.n)("theme", c.theme)("keep", c.keep); }
template <typename A> void members(A& a, OpenNeed& c) {
  a("theme", c.theme)("fields", c.fields)("channel", c.channel)("said_on", c.said_on);
}
template <typename A> void members(A& a, Undo& c) { a("act", c.act); }
template <typename A> void members(A& a, RecallLetter& c) { a("key", c.key); }
template <typename A> void members(A& a, Merge& c) { a("into", c.into); }
template <typename A> void members(A&, Unmerge&) {}
template <typename A> void members(A& a, NoteMerge& c) { a("other", c.other)("number", c.number)("joined", c.joined); }
template <typename A> void members(A& a, NoteConsent& c) {
  a("other", c.other)("number", c.number)("field", c.field)("value", c.value);
}
template <typename A> void members(A& a, Migrate& c) { a("plan", c.plan->hash); }
template <typename A> void members(A& a, RevertMigration& c) { a("plan", c.plan); }
template <typename A> void members(A& a, Reopen& c) { a("n", c.n)("with", c.with); }
template <typename A> void members(A& a, ChangeDue& c) {
  a("n", c.n)("name", c.name)("state", c.state)("due_at", c.due_at)("reason", c.reason);
}
template <typename A> void members(A& a, MoveInstance& c) { a("n", c.n)("state", c.state)("reason", c.reason); }
template <typename A> void members(A& a, CorrectFields& c) { a("n", c.n)("with", c.with)("reason", c.reason); }
template <typename A> void members(A& a, SettleIncident& c) {
  a("incident", c.incident)("retry", c.retry)("reason", c.reason);
}
template <typename A> void members(A& a, AssignOwner& c) { a("owner", c.owner)("reason", c.reason); }
template <typename A> void members(A& a, HandOver& c) { a("n", c.n)("adviser", c.adviser)("reason", c.reason); }
template <typename A> void members(A& a, AddNote& c) { a("n", c.n)("words", c.words); }
template <typename A> void members(A& a, StrikeNote& c) { a("note", c.note); }
template <typename A> void members(A& a, AddDocument& c) {
  a("n", c.n)("name", c.name)("digest", c.digest)("partners", c.partners)("person", c.person);
}
template <typename A> void members(A& a, ShareDocument& c) {
  a("key", c.key)("partners", c.partners)("person", c.person);
}
template <typename A> void members(A& a, RemoveDocument& c) { a("key", c.key); }
template <typename A> void members(A& a, KeepApart& c) { a("other", c.other)("apart", c.apart); }
template <typename A> void members(A& a, NoteApart& c) {
  a("other", c.other)("number", c.number)("apart", c.apart);
}
template <typename A> void members(A& a, Suggest& c) { a("n", c.n)("partner", c.partner)("words", c.words); }
// clang-format on

namespace {

// In the order of the variant. Hashes are kept: a verb does not change its name.
constexpr std::array<std::string_view, std::variant_size_v<Body>> kVerbs{
    "open-request",   "act",          "reply",        "complete-task",    "fire-timer",
    "report-delivery", "consent",     "requalify",    "open-need",        "undo",
    "recall-letter",  "merge",        "unmerge",      "note-merge",       "note-consent",
    "migrate",        "revert-migration", "reopen",   "change-due",       "move-instance",
    "correct-fields", "settle-incident", "assign-owner", "hand-over",
    "add-note",       "strike-note",  "add-document", "share-document",   "remove-document",
    "keep-apart",     "note-apart",   "suggest"};

}  // namespace

std::string content_of(const Body& body) {
  feel::Arena arena;
  const std::string with = std::visit(
      [&](const auto& command) { return json::write_typed(Writer::write(command, arena)); }, body);
  return base::sha256_hex(std::string(kVerbs[body.index()]) + "\n" + with);
}

}  // namespace guichet::cases
