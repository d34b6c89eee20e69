#include "engine/cases/tidings.hpp"

#include "engine/cases/names.hpp"

namespace guichet::cases {
namespace {

// The convention by which the partner was chosen; of one chosen outside it, that of the block.
const convention::Convention* convention_of(const Work& work, const Instance& referral) {
  std::string id = referral.referral->convention;
  if (id.empty() && referral.parent) {
    const model::Workflow& workflow = work.workflow_of(work.instance(*referral.parent));
    const auto opener = workflow.find_state(referral.referral->parent_state);
    if (!opener || !workflow.at(*opener).referral) return nullptr;
    const auto* of_block = std::get_if<std::string>(&workflow.at(*opener).referral->convention);
    if (of_block != nullptr) id = *of_block;
  }
  const auto& all = work.desk_of(referral).conventions;
  const auto found = all.find(id);
  if (found == all.end()) return nullptr;
  return &found->second->in_force(work.around().desk.calendar->local_day(referral.opened_at));
}

feel::Stored about_sender(const Work& work, const Instance& sender) {
  feel::Arena arena;
  std::vector<feel::Entry> entries{{"n", feel::Value::integer(sender.n.value)},
                                   {"workflow", arena.string(sender.workflow)},
                                   {"state", arena.string(current_state(sender))}};
  if (sender.referral) {
    entries.push_back({"partner", arena.string(sender.referral->partner)});
    std::vector<feel::Value> institutions;
    for (const std::string& id : institutions_of(work, sender)) {
      institutions.push_back(arena.string(id));
    }
    entries.push_back({"institutions", arena.list(institutions)});
  }
  return feel::Stored(arena.context(entries));
}

bool is_for(const model::Raise& raise, const Instance& sender, const Instance& other) {
  if (!other.is_open() || other.n == sender.n) return false;
  switch (raise.to) {
    case model::Audience::parent:
      return sender.parent == other.n;
    case model::Audience::children:
      return other.parent == sender.n;
    case model::Audience::siblings:
      return sender.parent && other.parent == sender.parent;
    case model::Audience::self:
      break;
  }
  return false;
}

}  // namespace

std::vector<std::string> institutions_of(const Work& work, const Instance& instance) {
  std::vector<std::string> out;
  if (!instance.referral) return out;
  const convention::Convention* convention = convention_of(work, instance);
  const convention::Partner* partner =
      convention == nullptr ? nullptr : convention->partner(instance.referral->partner);
  if (partner == nullptr) return out;
  for (auto at = partner->institution; at; at = convention->institutions()[*at].part_of) {
    out.push_back(convention->institutions()[*at].id);
  }
  return out;
}

void tell(Work& work, InstanceNumber n, const model::Raise& raise) {
  const Instance& sender = work.instance(n);
  const feel::Stored data = about_sender(work, sender);
  for (const Instance& other : work.snapshot().instances) {
    if (!is_for(raise, sender, other)) continue;
    work.post(other.n, {.cause = model::Cause::event, .name = raise.event, .data = data});
  }
}

}  // namespace guichet::cases
