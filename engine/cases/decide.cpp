#include "engine/cases/decide.hpp"

#include <fmt/format.h>

#include "engine/base/digest.hpp"
#include "engine/cases/acts.hpp"
#include "engine/cases/consent.hpp"
#include "engine/cases/incidents.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/migrate.hpp"
#include "engine/cases/operator.hpp"
#include "engine/cases/people.hpp"
#include "engine/cases/timers.hpp"
#include "engine/cases/work.hpp"

namespace guichet::cases {
namespace {

struct Carrying {
  Work& work;
  void operator()(const OpenRequest& body) { open_request(work, body); }
  void operator()(const Act& body) { act(work, body); }
  void operator()(const Reply& body) { reply(work, body); }
  void operator()(const CompleteTask& body) { complete_task(work, body); }
  void operator()(const FireTimer& body) { fire_timer(work, body); }
  void operator()(const ReportDelivery& body) { report_delivery(work, body); }
  void operator()(const Migrate& body) { migrate_case(work, body); }
  void operator()(const RevertMigration& body) { revert_migration(work, body); }
  void operator()(const Consent& body) { record_consent(work, body); }
  void operator()(const Requalify& body) { requalify(work, body); }
  void operator()(const OpenNeed& body) { open_need(work, body); }
  void operator()(const Undo& body) { undo(work, body); }
  void operator()(const RecallLetter& body) { recall_letter(work, body); }
  void operator()(const Merge& body) { merge(work, body); }
  void operator()(const Unmerge&) { unmerge(work); }
  void operator()(const NoteMerge& body) { note_merge(work, body); }
  void operator()(const NoteConsent& body) { note_consent(work, body); }
  void operator()(const Reopen& body) { reopen(work, body); }
  void operator()(const ChangeDue& body) { change_due(work, body); }
  void operator()(const MoveInstance& body) { move_instance(work, body); }
  void operator()(const CorrectFields& body) { correct_fields(work, body); }
  void operator()(const SettleIncident& body) { settle_incident(work, body); }
  void operator()(const AssignOwner& body) { assign_owner(work, body); }
  void operator()(const HandOver& body) { hand_over(work, body); }
  void operator()(const AddNote& body) { add_note(work, body); }
  void operator()(const StrikeNote& body) { strike_note(work, body); }
  void operator()(const AddDocument& body) { add_document(work, body); }
  void operator()(const ShareDocument& body) { share_document(work, body); }
  void operator()(const RemoveDocument& body) { remove_document(work, body); }
  void operator()(const KeepApart& body) { keep_apart(work, body); }
  void operator()(const NoteApart& body) { note_apart(work, body); }
  void operator()(const Suggest& body) { suggest(work, body); }
};

bool is_from_person(const Command& command) {
  return !std::holds_alternative<FireTimer>(command.body) &&
         !std::holds_alternative<ReportDelivery>(command.body);
}

// A path that turns in circles stops this timer, not the desk: the timer is taken off and the
// incident is there for somebody to see.
Decision incident(const Snapshot& snapshot, const Command& command, const Surroundings& around,
                  const std::string& text) {
  Work work(snapshot, command, around);
  const auto& fire = std::get<FireTimer>(command.body);
  work.record(TimerCancelled{fire.n, fire.state, fire.name, fire.entry, fire.firing});
  work.record(IncidentOpened{fire.n, "endless-step", text, timer_ref(fire)});
  return std::move(work).finish();
}

}  // namespace

std::expected<Decision, base::Rejection> decide(const Snapshot& snapshot, const Command& command,
                                                const Surroundings& around) {
  Work work(snapshot, command, around);
  if (command.expected_rev && *command.expected_rev != snapshot.rev) {
    work.refuse(409, base::Message(messages::kStaleRevision, {std::to_string(*command.expected_rev),
                                                              std::to_string(snapshot.rev)}));
    return std::unexpected(work.rejection());
  }
  try {
    std::visit(Carrying{work}, command.body);
  } catch (const EndlessStep& endless) {
    const base::Message text(messages::kEndlessStep, {endless.workflow()});
    if (is_from_person(command)) return std::unexpected(base::Rejection{409, {text}});
    return incident(snapshot, command, around, text.in(around.desk.settings.language));
  } catch (const UnknownDefinition& unknown) {
    return std::unexpected(
        base::Rejection{409, {base::Message(messages::kNoDefinition, {unknown.hash()})}});
  }
  if (work.refused()) return std::unexpected(work.rejection());
  return std::move(work).finish();
}

std::string reply_token(std::string_view secret, base::CaseId id, base::InstanceNumber n,
                        std::int32_t entry) {
  return base::hmac_sha256_hex(secret, fmt::format("{}/{}/{}", id.value, n.value, entry))
      .substr(0, 32);
}

}  // namespace guichet::cases
