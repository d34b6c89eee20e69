// What may be asked of a case. People, partners, timers and delivery all come in by these, through
// Desk::submit.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/access/actor.hpp"
#include "engine/base/error.hpp"
#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"
#include "engine/cases/snapshot.hpp"

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

// The engine's own act, where a referral block awaits a person's tick: it takes the block's
// confirm_field (partners, as ticked) and, for one that is not designated, a motive.
constexpr std::string_view kConfirmAct = "confirmer";
constexpr std::string_view kMotiveField = "motif_hors_convention";

using Body = std::variant<OpenRequest, Act, Reply, CompleteTask, FireTimer, ReportDelivery>;

struct Command {
  std::string id;       // idempotency key: the same id is answered with the first receipt
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
