// The closed schemas of a workflow file, level by level.
#pragma once

#include <span>

#include "engine/yaml/shape.hpp"

namespace guichet::check::keys {

using yaml::Elsewhere;
using yaml::Key;

extern const std::span<const Key> kRoot;
extern const std::span<const Key> kState;
extern const std::span<const Key> kFinalState;
extern const std::span<const Key> kHistory;
extern const std::span<const Key> kInitial;
extern const std::span<const Key> kTask;
extern const std::span<const Key> kReferral;
extern const std::span<const Key> kReferralTo;
extern const std::span<const Key> kAction;
extern const std::span<const Key> kReply;
extern const std::span<const Key> kTimer;
extern const std::span<const Key> kEvent;
extern const std::span<const Key> kArm;     // of `choose`, `always`, `done`
extern const std::span<const Key> kTarget;  // `goto: {history: x}`
extern const std::span<const Key> kReopen;
extern const std::span<const Key> kSla;
extern const std::span<const Key> kRetention;
extern const std::span<const Key> kContract;     // of a state
extern const std::span<const Key> kActContract;  // of an action or a reply
extern const std::span<const Key> kFieldAccess;  // of a role, under a state's `fields`

// All of them, for the hint "`x` stands under ..".
extern const std::span<const Elsewhere> kLevels;

}  // namespace guichet::check::keys
