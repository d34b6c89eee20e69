// The order in which a finished model is asked what it can and cannot do, so that one mistake gives
// one message: a state whose arms could not be read would look like a trap, a line that is never
// taken makes a state that is never reached.
#include <algorithm>

#include "workflows/check/findings.hpp"

namespace guichet::check {

namespace {

// Faults in names of roles, letters or fields leave the chart as it is.
bool leaves_shape_sound(const base::Diagnostic& fault) {
  constexpr std::string_view kNames[] = {
      "unknown-role",       "unknown-field",   "foreign-field",      "field-of-other",
      "unknown-letter",     "letter-wanted",   "letter-names-timer", "unknown-table",
      "unknown-convention", "unknown-refusal", "unknown-workflow",   "not-a-referral",
      "unknown-task",       "unknown-send",    "not-a-list",         "unknown-verb",
      "unknown-calendar",   "unknown-tag",     "unknown-timer",      "who-may-act"};
  return fault.severity != base::Severity::error ||
         std::ranges::find(kNames, fault.code()) != std::end(kNames);
}

// A verb that could not be read may be the one that raises an event.
bool hides_verbs(const base::Diagnostic& fault) {
  constexpr std::string_view kForms[] = {"unknown-verb", "one-verb",    "verb-wanted",
                                         "wrong-kind",   "unknown-key", "needs"};
  return std::ranges::find(kForms, fault.code()) != std::end(kForms);
}

bool lacks_a_way(const base::Diagnostic& fault) {
  constexpr std::string_view kWays[] = {"endless-wait",     "never-done", "done-missing",
                                        "referral-unheard", "dead-end",   "passing-state"};
  return std::ranges::find(kWays, fault.code()) != std::end(kWays);
}

// A field that is misspelled where it is asked for seems not to be asked for.
bool lacks_fields(const base::Diagnostics& faults) {
  return std::ranges::any_of(faults.list(), [](const base::Diagnostic& fault) {
    return fault.code() == "unknown-field" || fault.code() == "foreign-field";
  });
}

void find_in_chart(Reading& reading) {
  const model::Workflow& workflow = reading.workflow;
  base::Diagnostics& faults = reading.diagnostics;
  find_endless_steps(workflow, faults);
  if (reading.is_chart()) return;
  find_endless_guards(reading);
  const std::vector<bool> never = find_guard_faults(reading);
  find_shadows(reading);
  find_unreachable_given(workflow, never, faults);
  find_dead_ends(workflow, faults);
  find_endless_waits(reading);
  find_faulty_ends(workflow, faults);
  // A way that is missing where one is needed leaves nothing behind it, either.
  if (std::ranges::none_of(faults.list(), lacks_a_way)) find_unreachable(workflow, faults);
  find_ladder_faults(reading);
  if (!lacks_fields(faults)) find_empty_dates(reading);
  find_mail_storms(reading);
  find_letter_dates(reading);
  find_idle_histories(reading);
  find_faulty_promises(reading);
}

}  // namespace

void find_faults(Reading& reading) {
  const bool sound = std::ranges::all_of(reading.diagnostics.list(), leaves_shape_sound);
  if (sound) find_in_chart(reading);
  if (reading.is_chart()) return;
  if (!sound) find_faulty_ends(reading.workflow, reading.diagnostics);
  find_idle_keys(reading);
  find_outcome_faults(reading);
  find_field_faults(reading);
  find_idle_roles(reading);
  find_disclosures(reading);
  if (std::ranges::none_of(reading.diagnostics.list(), hides_verbs)) find_idle_events(reading);
}

}  // namespace guichet::check
