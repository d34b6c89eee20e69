// What a path says it came to: a field that can say it, or a word that somebody knows.
#include <algorithm>

#include "workflows/check/field_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/places.hpp"

namespace guichet::check {

namespace {

using base::Message;
using vocabulary::FieldType;

// The choice that other ends of the path take their outcome from.
const vocabulary::Field* outcome_field(const Reading& reading) {
  for (const model::State& state : reading.workflow.states) {
    const vocabulary::Field* field =
        state.outcome ? reading.names.vocabulary->find(*state.outcome) : nullptr;
    if (field != nullptr && field->type == FieldType::choice) return field;
  }
  return nullptr;
}

void check_field(Reading& reading, const vocabulary::Field& field, const base::Location& at) {
  if (field.type != FieldType::choice && field.type != FieldType::text) {
    reading.diagnostics.error(at, Message(messages::kFieldNoOutcome, {field.id}));
  }
}

// A word close to a field's name, or to a value that the others give, is a slip of the hand.
void check_word(Reading& reading, const std::string& word, const base::Location& at) {
  std::vector<std::string> known;
  const vocabulary::Field* field = outcome_field(reading);
  if (field != nullptr) known = field->values;
  if (std::ranges::find(known, word) != known.end()) return;
  known.insert(known.end(), reading.workflow.fields.begin(), reading.workflow.fields.end());
  for (const std::string& id : reading.workflow.fields) {
    const vocabulary::Field* own = reading.names.vocabulary->find(id);
    if (own == nullptr || own->type != FieldType::choice) continue;
    // A word that some choice of the path has is one that people know.
    if (std::ranges::find(own->values, word) != own->values.end()) return;
    if (field == nullptr) known.insert(known.end(), own->values.begin(), own->values.end());
  }
  for (const model::State& state : reading.workflow.states) {
    // An outcome that is the name of its own state means what it says.
    if (state.id == word) return;
  }
  const auto near = base::suggestion(word, known);
  if (!near) return;
  reading.diagnostics.error(
      at, Message(messages::kUnknownOutcome, {word, field == nullptr ? "fields:" : field->id}),
      near);
}

void check_meaning(Reading& reading, const std::string& word, const base::Location& at) {
  const std::vector<std::string> known = {"accepted", "declined", "silent", "withdrawn",
                                          "concluded"};
  if (std::ranges::find(known, word) != known.end()) return;
  const auto near = base::suggestion(word, known);
  reading.diagnostics.warning(at, Message(messages::kNoMeaning, {word}),
                              near ? near : Message(messages::kMeanings));
}

}  // namespace

void find_outcome_faults(Reading& reading) {
  for (std::size_t i = 0; i < reading.workflow.states.size(); ++i) {
    const model::StateIndex index{static_cast<std::int32_t>(i)};
    const model::State& state = reading.workflow.at(index);
    if (!state.outcome) continue;
    const base::Location at = Places(reading).value(index, "outcome");
    const auto& own = reading.workflow.fields;
    const bool is_own = std::ranges::find(own, *state.outcome) != own.end();
    if (is_own) {
      check_field(reading, *reading.names.vocabulary->find(*state.outcome), at);
    } else if (reading.workflow.kind == "referral") {
      check_meaning(reading, *state.outcome, at);
    } else {
      check_word(reading, *state.outcome, at);
    }
  }
}

}  // namespace guichet::check
