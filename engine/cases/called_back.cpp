#include "engine/cases/called_back.hpp"

#include <algorithm>
#include <set>

#include "engine/cases/merge_messages.hpp"
#include "engine/cases/messages.hpp"

namespace guichet::cases {
namespace {

bool is_of_partner(const QueuedLetter& letter, InstanceNumber n) {
  return letter.n == n && letter.to_kind == "partner";
}

// True where the referral is in a state in which it can be asked anew.
bool ask_anew(Work& work, InstanceNumber n) {
  const Instance& self = work.instance(n);
  const std::vector<QueuedLetter> all = work.outbox();
  const bool known = std::ranges::any_of(
      all, [&](const QueuedLetter& each) { return each.n == n && each.may_be_known(); });
  if (!self.referral || known) return false;
  const StateEntry* innermost = self.innermost();
  const auto state = work.workflow_of(self).find_state(innermost ? innermost->path : "");
  if (state) move_to_state(work, n, *state);
  return state.has_value();
}

}  // namespace

std::vector<QueuedLetter> called_back_in(const Work& work, std::int64_t from, std::int64_t until) {
  std::vector<QueuedLetter> out;
  if (!work.around().journal) return out;
  const std::vector<QueuedLetter> all = work.outbox();
  for (const Fact& fact : work.around().journal()) {
    const auto* recalled = std::get_if<LetterRecalled>(&fact.event);
    if (recalled == nullptr || fact.seq < from || fact.seq > until) continue;
    // One that the same step wrote and took back is in no outbox.
    const auto letter = std::ranges::find(all, recalled->key, &QueuedLetter::key);
    if (letter == all.end()) continue;
    const bool gone =
        letter->where != Whereabouts::recalled && letter->where != Whereabouts::called_back;
    if (!gone) out.push_back(*letter);
  }
  return out;
}

void write_again(Work& work, const std::vector<QueuedLetter>& letters, Again again) {
  std::set<InstanceNumber> begun;
  for (const QueuedLetter& letter : letters) {
    if (!work.instance(letter.n).is_open() || begun.contains(letter.n)) continue;
    if (again == Again::as_it_was) {
      work.put_back(letter);
    } else if (ask_anew(work, letter.n)) {
      begun.insert(letter.n);
    } else {
      const base::Message line(messages::kNeverLeft, {letter.letter, letter.to});
      work.record(AgendaAdded{letter.n, line.in(work.around().desk.settings.language), ""});
    }
  }
}

bool partner_may_know(const Work& work, InstanceNumber n) {
  return std::ranges::any_of(work.outbox(), [&](const QueuedLetter& each) {
    return is_of_partner(each, n) && each.may_be_known();
  });
}

void never_left(Work& work, const QueuedLetter& letter) {
  const InstanceNumber n = letter.n;
  const bool over = work.instance(n).referral && !work.instance(n).is_open();
  if (!over || letter.to_kind != "partner" || partner_may_know(work, n)) return;
  for (const QueuedLetter& each : work.stoppable()) {
    if (is_of_partner(each, n)) work.call_back(each);
  }
}

}  // namespace guichet::cases
