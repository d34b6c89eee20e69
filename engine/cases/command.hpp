// What may be asked of a case, by people, partners, timers and delivery: through Desk::submit.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/access/actor.hpp"
#include "engine/base/error.hpp"
#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"
#include "engine/cases/command_papers.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::migrate {
struct Plan;
}

namespace guichet::cases {

// A request comes in. Fields by id, typed and checked already.
struct OpenRequest {
  Fields fields;
};
// Somebody of the desk does what the path offers: an action of the workflow or one of the
// engine's own (`confirmer` with `partenaires`).
struct Act {
  base::InstanceNumber n;
  std::string name;
  Fields with;
  std::string channel{};               // where it was said rather than done: "phone", "visit"
  std::optional<base::Day> said_on{};  // where it was recorded later
};
// The partner that a referral addresses answers, or somebody records what it said.
struct Reply {
  base::InstanceNumber n;
  std::string name;
  Fields with;
  std::string channel;               // "phone", "mail", "link"
  std::optional<base::Day> said_on;  // where it was recorded later
};
struct CompleteTask {
  base::InstanceNumber n;
  std::string task;
  std::int32_t entry = 0;
};
struct FireTimer {
  base::InstanceNumber n;
  std::string state;
  std::int32_t entry = 0;
  std::string name;
  std::int32_t firing = 1;
};
// What became of a letter. `refused` is final, with the server's words.
struct ReportDelivery {
  std::string outbox_key;
  bool delivered = true;
  std::string reason;
};

// The person says yes or no to passing the request on, or takes a yes back; to all or to some.
struct Consent {
  std::string state;                  // given, refused, withdrawn
  std::vector<std::string> partners;  // empty: all
  std::string channel;
  std::optional<base::Day> said_on;
  std::string field;  // empty: the desk's first field of type consent
};
// The need is of another theme: it is closed, the new one goes on with its facts. Open referrals of
// partners in `keep` go on under it; the others are withdrawn.
struct Requalify {
  base::InstanceNumber n;
  std::string theme;
  std::vector<std::string> keep;
};
// A further need in an open case; eligibility is asked again, for this need.
struct OpenNeed {
  std::string theme;
  Fields fields;
  std::string channel;
  std::optional<base::Day> said_on;
};
// The last act of the case is taken back, by who did it or by a coordinator.
struct Undo {
  std::optional<std::int64_t> act;  // the act that the person saw: the number of its fact
};
struct RecallLetter {
  std::string key;
};
// The case is about the same person or firm as another one, which goes on; and back.
struct Merge {
  base::CaseId into{};
};
struct Unmerge {};
// The other side of these two, submitted by the desk itself in the same transaction.
struct NoteMerge {
  base::CaseId other{};
  std::string number;
  bool joined = true;
};
// What the person said about passing her request on, in another case that is one with this one.
struct NoteConsent {
  base::CaseId other{};
  std::string number;  // of that case
  std::string field;
  feel::Stored value;
};

// The case goes over to the version of its definition that the plan leads to.
struct Migrate {
  std::shared_ptr<const migrate::Plan> plan;
};
// The case goes back to where a plan's migration took it from, while nothing has followed.
struct RevertMigration {
  std::string plan;  // hash
};

// A closed instance is opened again, as its workflow's `reopen:` allows.
struct Reopen {
  base::InstanceNumber n;
  Fields with;
};

// What an operator puts right. Each needs a reason, which is kept.
struct ChangeDue {  // of an armed timer or an open task, by its name
  base::InstanceNumber n;
  std::string name;
  std::string state;  // where several states have a timer of that name
  base::Instant due_at{};
  std::string reason;
};
struct MoveInstance {
  base::InstanceNumber n;
  std::string state;  // path
  std::string reason;
};
struct CorrectFields {  // null takes a value away
  base::InstanceNumber n;
  Fields with;
  std::string reason;
};
struct SettleIncident {
  std::int64_t incident = 0;  // its fact's number
  bool retry = false;
  std::string reason;
};
struct AssignOwner {
  std::string owner;  // member of staff
  std::string reason;
};
struct HandOver {  // of a referral, to a colleague inside the partner
  base::InstanceNumber n;
  std::string adviser;
  std::string reason;
};

// The act under which reopening is offered.
constexpr std::string_view kReopenAct = "rouvrir";

// The engine's own act, where a referral block awaits a person's tick: it takes the block's
// confirm_field (partners, as ticked) and, for one that is not designated, a motive.
constexpr std::string_view kConfirmAct = "confirmer";
constexpr std::string_view kMotiveField = "motif_hors_convention";

using Body =
    std::variant<OpenRequest, Act, Reply, CompleteTask, FireTimer, ReportDelivery, Consent,
                 Requalify, OpenNeed, Undo, RecallLetter, Merge, Unmerge, NoteMerge, NoteConsent,
                 Migrate, RevertMigration, Reopen, ChangeDue, MoveInstance, CorrectFields,
                 SettleIncident, AssignOwner, HandOver, AddNote, StrikeNote, AddDocument,
                 ShareDocument, RemoveDocument, KeepApart, NoteApart, Suggest>;

// What is asked for and with what, as one hash: a key belongs to one content.
std::string content_of(const Body& body);

// What a command makes another case hear of.
struct ForOther {
  base::CaseId kase{};
  Body body;
};

struct Command {
  std::string id;  // idempotency key: the same id and body are answered with the first receipt
  base::CaseId kase{};  // of a case that exists; nothing for OpenRequest
  std::optional<std::int64_t> expected_rev;  // the revision that the person saw
  access::Actor actor;
  Body body;
};

// What a command came to.
struct Receipt {
  base::CaseId kase{};
  std::int64_t rev = 0;
  bool repeated = false;  // the command had been carried out before
};
using Outcome = std::expected<Receipt, base::Rejection>;

}  // namespace guichet::cases
