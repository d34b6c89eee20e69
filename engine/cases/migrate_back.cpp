// The way back from a migration, while nothing has followed it.
#include <algorithm>
#include <set>

#include "engine/cases/apply.hpp"
#include "engine/cases/migrate.hpp"
#include "engine/cases/migrate_messages.hpp"

namespace guichet::cases {
namespace {

using base::Message;

// Letters reach their addressees whenever they do; nothing in a case depends on it.
bool may_follow(const Event& event) {
  return std::holds_alternative<LetterDelivered>(event);
}

}  // namespace

void revert_migration(Work& work, const RevertMigration& revert) {
  const std::vector<Fact> facts = work.around().journal();
  const auto last = std::ranges::find_if(facts.rbegin(), facts.rend(), [&](const Fact& fact) {
    const auto* migrated = std::get_if<CaseMigrated>(&fact.event);
    const auto* reverted = std::get_if<MigrationReverted>(&fact.event);
    return (migrated != nullptr && migrated->plan == revert.plan) ||
           (reverted != nullptr && reverted->plan == revert.plan);
  });
  if (last == facts.rend() || std::holds_alternative<MigrationReverted>(last->event)) {
    return work.refuse(409, Message(messages::kNotMigrated));
  }
  const auto& migrated = std::get<CaseMigrated>(last->event);
  for (auto later = last.base(); later != facts.end(); ++later) {
    if (may_follow(later->event)) continue;
    const auto day = work.around().desk.calendar->local_day(later->at);
    work.refuse(409, Message(messages::kSomethingFollowed,
                             {std::string(type_of(later->event)), base::iso(day)}));
    break;
  }
  if (!migrated.reversible) work.refuse(409, Message(messages::kNotReversible));
  if (work.refused()) return;

  const auto end = last.base();
  const auto begin = end - migrated.facts;
  Snapshot before;
  before.id = work.snapshot().id;
  for (auto fact = facts.begin(); fact != begin; ++fact) {
    apply(before, fact->event, fact->seq, fact->at);
  }
  std::set<InstanceNumber> touched;
  for (auto fact = begin; fact != end; ++fact) {
    if (const auto n = instance_of(fact->event)) touched.insert(*n);
    const auto* written = std::get_if<FieldWritten>(&fact->event);
    if (written == nullptr || written->owner == Owner::instance) continue;
    const Fields& fields = written->owner == Owner::kase     ? before.data
                           : written->owner == Owner::person ? before.person
                                                             : before.firm;
    const auto known = fields.find(written->field);
    work.record(FieldWritten{written->owner, written->n, written->field,
                             known == fields.end() ? feel::Stored() : known->second});
  }
  for (const InstanceNumber n : touched) {
    Instance instance = *before.find(n);
    // Numbers of entries are never given twice.
    instance.next_entry = work.instance(n).next_entry;
    work.record(InstanceRestored{n, std::move(instance)});
  }
  work.record(MigrationReverted{revert.plan});
}

}  // namespace guichet::cases
