// Letters rest for a while before they leave; until then one can be called back.
#include <algorithm>

#include "engine/cases/checks.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/people.hpp"

namespace guichet::cases {

void recall_letter(Work& work, const RecallLetter& body) {
  check_staff(work);
  const std::vector<QueuedLetter> all = work.outbox();
  const auto known = std::ranges::find(all, body.key, &QueuedLetter::key);
  if (known == all.end()) {
    return work.refuse(404, base::Message(messages::kNoLetter, {body.key}));
  }
  const std::vector<QueuedLetter> pending = work.stoppable();
  if (std::ranges::find(pending, body.key, &QueuedLetter::key) == pending.end()) {
    work.refuse(409, base::Message(messages::kLetterLeft, {known->letter, known->to_name}));
  }
  if (work.refused()) return;
  work.record(ActTaken{.n = known->n,
                       .name = std::string(kRecallAct),
                       .recorded_by = work.command().actor.recorded_by});
  work.call_back(*known);
}

}  // namespace guichet::cases
