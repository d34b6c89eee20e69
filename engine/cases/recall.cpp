// Letters rest for a while before they leave; until then one can be called back.
#include <algorithm>

#include "engine/cases/checks.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/people.hpp"

namespace guichet::cases {

void recall_letter(Work& work, const RecallLetter& body) {
  check_staff(work);
  std::vector<QueuedLetter> all;
  if (work.around().letters) all = work.around().letters();
  const auto known = std::ranges::find(all, body.key, &QueuedLetter::key);
  if (known == all.end()) {
    return work.refuse(404, base::Message(messages::kNoLetter, {body.key}));
  }
  const std::vector<QueuedLetter> resting = work.resting();
  if (std::ranges::find(resting, body.key, &QueuedLetter::key) == resting.end()) {
    work.refuse(409, base::Message(messages::kLetterLeft, {known->letter, known->to_name}));
  }
  if (work.refused()) return;
  work.record(ActTaken{.n = known->n,
                       .name = std::string(kRecallAct),
                       .recorded_by = work.command().actor.recorded_by});
  work.call_back(*known);
}

}  // namespace guichet::cases
