// Two cases that look alike and are not about the same person or firm: somebody says so once.
#include <algorithm>

#include "engine/cases/checks.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/papers_messages.hpp"
#include "engine/cases/people.hpp"

namespace guichet::cases {
namespace {

using base::Message;

bool is_among(const std::vector<OtherCase>& cases, base::CaseId id) {
  return std::ranges::find(cases, id, &OtherCase::id) != cases.end();
}

}  // namespace

bool are_apart(const Snapshot& snapshot, base::CaseId other) {
  return is_among(snapshot.extras.apart, other);
}

void keep_apart(Work& work, const KeepApart& body) {
  const Snapshot& self = work.snapshot();
  check_staff(work);
  if (body.other == self.id) return work.refuse(409, Message(messages::kApartFromItself));
  std::optional<Snapshot> other;
  if (work.around().other) other = work.around().other(body.other);
  if (!other) {
    return work.refuse(404, Message(messages::kUnknownCase, {std::to_string(body.other.value)}));
  }
  const std::vector<std::string> both{self.number, other->number};
  const auto& into = self.extras.merged_into;
  if (is_among(self.extras.joined, other->id) || (into && into->id == other->id)) {
    work.refuse(409, Message(messages::kApartIsMerged, both));
  } else if (are_apart(self, other->id) == body.apart) {
    work.refuse(409, Message(body.apart ? messages::kApartAlready : messages::kNotApart, both));
  }
  if (work.refused()) return;
  work.record(CasesKeptApart{other->id, other->number, body.apart});
  work.tell_other(other->id, NoteApart{self.id, self.number, body.apart});
}

void note_apart(Work& work, const NoteApart& body) {
  work.record(CasesKeptApart{body.other, body.number, body.apart});
}

}  // namespace guichet::cases
