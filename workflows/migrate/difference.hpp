// What changed between two versions of a desk's paths, fields and rules, each with a plain sentence
// and its places. Whether a change matters to a case depends on where the case stands: see
// assess.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/base/source.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::migrate {

enum class ChangeKind {
  workflow_added,
  workflow_removed,
  state_added,
  state_removed,
  state_kind,
  state_parent,
  state_regions,
  state_history,
  state_content,  // entry, exit, task, referral, outcome
  transition_added,
  transition_removed,
  transition_changed,
  timer_added,
  timer_removed,
  timer_changed,
  role_changed,
  require_changed,
  share_changed,
  field_added,
  field_removed,
  field_type_changed,
  table_changed,
  convention_changed,
  intake_changed,
};
std::string_view to_text(ChangeKind kind);  // "state_added": a stable word for programs

struct Change {
  ChangeKind kind;
  std::string workflow;  // empty for fields, tables, conventions, intake
  std::string subject;   // a state's path, "path.act", a field's id ..
  base::Message what;
  base::Location before, after;  // no source where it stood or stands nowhere
};

// In the order of the workflows' ids, of their states in the new version, then fields and rules.
std::vector<Change> difference(const bundle::Desk& from, const bundle::Desk& to);

// Does the field take other values now?
bool type_differs(const vocabulary::Field& before, const vocabulary::Field& after);

// Of one workflow alone.
void compare_workflows(const model::Workflow& from, const model::Workflow& to,
                       std::vector<Change>& changes);

}  // namespace guichet::migrate
