#include "adapters/http/cases/case_record.hpp"

#include <algorithm>

#include "adapters/http/papers/papers_view.hpp"

namespace guichet::http {
namespace {

using access::Part;
using cases::Fact;
using cases::Snapshot;

std::string status_of(store::LetterStatus status) {
  switch (status) {
    case store::LetterStatus::waiting:
      return "waiting";
    case store::LetterStatus::leased:
      return "leaving";
    case store::LetterStatus::delivered:
      return "delivered";
    case store::LetterStatus::refused:
      return "refused";
    case store::LetterStatus::printed:
      return "printed";
    case store::LetterStatus::recalled:
      break;
  }
  return "recalled";
}

bool is_undone(const std::vector<Fact>& facts, std::int64_t seq) {
  return std::ranges::any_of(facts, [&](const Fact& fact) {
    const auto* undone = std::get_if<cases::ActUndone>(&fact.event);
    return undone != nullptr && seq >= undone->from && seq <= undone->until;
  });
}

// The last thing that a person did and that stands, where it is one that can be taken back:
// corrections are put right again, merged cases parted.
const Fact* last_act(const std::vector<Fact>& facts) {
  for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
    const auto* act = std::get_if<cases::ActTaken>(&fact->event);
    const bool operated = std::holds_alternative<cases::OperatorActed>(fact->event);
    if (!operated && (act == nullptr || act->name == "recall")) continue;
    if (is_undone(facts, fact->seq)) continue;
    const bool can =
        act != nullptr && act->facts > 0 && act->name != "merge" && act->name != "unmerge";
    return can ? &*fact : nullptr;
  }
  return nullptr;
}

std::string line_of(const cases::LetterEffect& letter) {
  return letter.subject + " (" + letter.to_name + ")";
}

UndoView undo_of(const Fact& fact, const std::vector<Fact>& facts,
                 const std::vector<store::OutboxRow>& letters, const CaseView& view) {
  const std::int64_t last = fact.seq + std::get<cases::ActTaken>(fact.event).facts - 1;
  UndoView out{.act = fact.seq, .at = fact.at};
  for (auto line = view.history.rbegin(); line != view.history.rend(); ++line) {
    if (line->seq == fact.seq) out.actor = line->actor;
    if (line->seq < fact.seq || line->seq > last) continue;
    const bool is_letter = line->kind == cases::type_of(cases::Event(cases::LetterQueued{}));
    if (out.title.empty()) {
      out.title = line->text;
    } else if (!is_letter) {
      out.changes.push_back(line->about.empty() ? line->text : line->text + " · " + line->about);
    }
  }
  for (const Fact& each : facts) {
    const auto* queued = std::get_if<cases::LetterQueued>(&each.event);
    if (queued == nullptr || each.seq < fact.seq || each.seq > last) continue;
    for (const store::OutboxRow& row : letters) {
      if (row.letter.key != queued->key || row.status == store::LetterStatus::recalled) continue;
      const bool waits = row.status == store::LetterStatus::waiting;
      (waits ? out.called_back : out.left).push_back(line_of(row.letter));
    }
  }
  return out;
}

// What the parts of a consent's value say; see engine/cases/consent.hpp for its shape.
ConsentView consent_of(const feel::Value& value, const bundle::Directory& directory) {
  ConsentView out;
  if (value.kind() == feel::Kind::string) out.others = value.text();
  if (value.kind() != feel::Kind::context) return out;
  if (const feel::Value* others = value.member("others")) out.others = to_text(*others);
  const feel::Value* named = value.member("partners");
  if (named == nullptr || named->kind() != feel::Kind::context) return out;
  for (const feel::Entry& entry : named->entries()) {
    const std::string id(entry.name);
    out.partners.push_back({id, partner_name(directory, id), to_text(entry.value)});
  }
  return out;
}

void add_consent(const Snapshot& snapshot, const desk::Desk& desk, CaseView& view) {
  const auto& fields = desk.definition().vocabulary->fields();
  const auto field =
      std::ranges::find(fields, vocabulary::FieldType::consent, &vocabulary::Field::type);
  if (field == fields.end()) return;
  feel::Stored said;
  for (const cases::Fields* where :
       {&snapshot.person, &snapshot.firm, &snapshot.data, &snapshot.instances.front().data}) {
    const auto found = where->find(field->id);
    if (found != where->end()) said = found->second;
  }
  view.consent = consent_of(said.value(), desk.directory());
  view.consent.field = field->id;
  view.consent.label = field->label;
}

}  // namespace

void add_letters(const std::vector<store::OutboxRow>& letters, const CaseVisibility& visible,
                 std::vector<LetterView>& out) {
  for (const store::OutboxRow& row : letters) {
    if (!visible.sees(Part::letters) && !visible.is_addressee(row.letter)) continue;
    out.push_back({.key = row.letter.key,
                   .letter = row.letter.letter,
                   .to = row.letter.to_name,
                   .channel = row.letter.channel,
                   .subject = row.letter.subject,
                   .text = row.letter.text,
                   .status = status_of(row.status),
                   .reason = row.reason,
                   .made_at = row.letter.made_at,
                   .leaves_at = row.letter.leaves_at});
  }
}

void add_record(const Snapshot& snapshot, const std::vector<Fact>& facts,
                const std::vector<store::OutboxRow>& letters, const CaseVisibility& visible,
                const desk::Desk& desk, CaseView& view) {
  if (!snapshot.instances.empty() && visible.sees(Part::party_fields)) {
    add_consent(snapshot, desk, view);
  }
  if (visible.sees(Part::history) && visible.sees(Part::letters)) {
    if (const Fact* act = last_act(facts)) view.undo.push_back(undo_of(*act, facts, letters, view));
  }
  add_papers(snapshot, visible, desk, view);
  if (!visible.sees(Part::desk_notes)) return;
  if (const auto& into = snapshot.extras.merged_into) {
    view.merged_into.push_back({into->id, into->number});
  }
  for (const cases::OtherCase& each : snapshot.extras.joined) {
    view.joined.push_back({each.id, each.number});
  }
}

}  // namespace guichet::http
