#include "engine/cases/migrate.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "engine/cases/clocks.hpp"
#include "engine/cases/migrate_messages.hpp"
#include "engine/cases/migrate_timers.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/referral.hpp"
#include "engine/cases/stands.hpp"
#include "engine/cases/timers.hpp"
#include "engine/cases/verbs.hpp"
#include "workflows/migrate/difference.hpp"
#include "workflows/migrate/messages.hpp"

namespace guichet::cases {
namespace {

using base::Message;
using migrate::Assessment;
using migrate::Plan;
using migrate::StateRule;
using migrate::WorkflowPlan;

// One instance that goes over: what was found of it, and the values its plan writes.
struct Passage {
  InstanceNumber n;
  const WorkflowPlan* plan = nullptr;
  Assessment assessment;
  std::vector<MigratedField> fields;
};

// What entering a state raises comes to its instance once everything has gone over.
class Raising : public kernel::Raiser {
 public:
  Raising(Work& work, InstanceNumber n) : work_(work), n_(n) {}
  void raise(std::string event, feel::Stored data) override {
    work_.post(n_, {.cause = model::Cause::event, .name = std::move(event), .data = data});
  }

 private:
  Work& work_;
  InstanceNumber n_;
};

class Migrating {
 public:
  Migrating(Work& work, const Plan& plan) : work_(work), plan_(plan), to_(target()) {}

  void run() {
    // A copy: recording moves instances about in memory.
    const std::vector<Instance> instances = work_.snapshot().instances;
    for (const Instance& instance : instances) {
      if (instance.is_open() && instance.bundle != plan_.to) look_at(instance);
    }
    if (passages_.empty() && !work_.refused()) {
      return work_.refuse(409, Message(messages::kNothingToMigrate));
    }
    if (!stranded_.empty()) return stay();
    for (const Passage& passage : passages_) pass(passage);
    for (const Passage& passage : passages_) begin_regions(passage);
    for (const Passage& passage : passages_) move(passage);
    if (moved_) work_.run_queue();
    finish(instances.size());
  }

 private:
  const bundle::Desk& target() const {
    if (plan_.to == work_.around().desk.hash) return work_.around().desk;
    const bundle::Desk* found = work_.around().pinned(plan_.to);
    if (found == nullptr) throw UnknownDefinition(plan_.to);
    return *found;
  }

  void look_at(const Instance& instance) {
    const bundle::Desk& from = work_.desk_of(instance);
    const WorkflowPlan& plan = plan_.of(instance.workflow, instance.bundle);
    Passage passage{
        instance.n, &plan, assess(place_of(instance), instance.workflow, from, to_, plan), {}};
    for (const auto& [field, why] : misfits(work_, instance, to_, plan_)) {
      passage.assessment.verdict = migrate::Verdict::blocked;
      passage.assessment.carried = false;
      passage.assessment.reasons.push_back(why);
    }
    if (!passage.assessment.carried) strand(instance, passage.assessment);
    take_fields(instance, plan, from, passage);
    passages_.push_back(std::move(passage));
  }

  void strand(const Instance& instance, const Assessment& assessment) {
    const base::Language language = to_.settings.language;
    std::vector<std::string> reasons;
    for (const Message& reason : assessment.reasons) reasons.push_back(reason.in(language));
    stranded_.emplace_back(instance.n, Message(messages::kCannotMigrate,
                                               {instance.workflow, current_state(instance),
                                                fmt::format("{}", fmt::join(reasons, " ; "))}));
  }

  // Nothing of the case moves: it stays pinned, and where the plan wishes it, somebody is told.
  void stay() {
    if (plan_.unmapped() != migrate::Unmapped::incident) {
      for (const auto& [n, reason] : stranded_) work_.refuse(409, reason);
      return;
    }
    for (const auto& [n, reason] : stranded_) {
      work_.record(IncidentOpened{n, "migration-unmapped", reason.in(to_.settings.language), ""});
    }
  }

  // Formulas read the fields as the old version has them, before anything is moved.
  void take_fields(const Instance& instance, const WorkflowPlan& plan, const bundle::Desk& from,
                   Passage& passage) {
    for (const migrate::FieldRule& rule : plan.fields) {
      feel::Stored value;
      const auto formula = rule.formula.find(from.hash);
      if (formula != rule.formula.end()) {
        feel::Arena arena;
        Names names(work_, instance.n, nullptr, arena);
        feel::Evaluation run = evaluation(work_, arena);
        value = feel::Stored(
            feel::evaluate(formula->second, names.for_expression(formula->second), run));
      } else {
        value = work_.field(instance.n, rule.from);
      }
      const auto fitting =
          vocabulary::fit_value(*to_.vocabulary->find(rule.field), value.value(), *to_.vocabulary);
      if (!fitting) {
        work_.refuse(
            422, Message(messages::kFieldDoesNotFit, {rule.field, to_text(value.value()),
                                                      fitting.error().in(to_.settings.language)}));
        continue;
      }
      passage.fields.push_back(
          {instance.n, rule.field, work_.field(instance.n, rule.field), *fitting});
    }
  }

  void pass(const Passage& passage) {
    const Instance before = work_.instance(passage.n);
    const auto& found = passage.assessment;
    from_.insert(before.bundle);
    verdict_ = std::max(verdict_, found.verdict);
    auto renamed = found.renamed;
    for (const StateEntry& state : before.extras.suspended) {
      const std::string path = migrate::renamed(*passage.plan, state.path);
      const std::pair both(state.path, path);
      if (path != state.path && std::ranges::find(renamed, both) == renamed.end()) {
        renamed.push_back(both);
      }
    }
    work_.record(InstanceMigrated{passage.n, before.bundle, plan_.to,
                                  std::string(to_text(found.verdict)), renamed});
    for (const auto& [old_path, new_path] : renamed) {
      report_.moved.push_back({passage.n, old_path, new_path, "", false});
    }
    rename_openers(passage.n, renamed);
    for (const std::string& history : found.forgotten) {
      work_.record(HistoryRecorded{passage.n, history, {}});
    }
    for (const std::string& path : found.dropped) drop(passage, path);
    for (const std::string& path : found.entered) enter(passage.n, path);
    migrate_timers(work_, passage.n, work_.workflow_of(before), found, *passage.plan,
                   report_.timers);
    for (const MigratedField& field : passage.fields) {
      if (field.was == field.value) continue;
      work_.write_field(passage.n, field.field, field.value);
      report_.fields.push_back(field);
    }
  }

  // Referrals name the state that opened them, those that are over too.
  void rename_openers(InstanceNumber n,
                      const std::vector<std::pair<std::string, std::string>>& renamed) {
    const std::vector<Instance> instances = work_.snapshot().instances;
    for (const Instance& child : instances) {
      if (child.parent != n || !child.referral) continue;
      for (const auto& [old_path, new_path] : renamed) {
        if (child.referral->parent_state != old_path) continue;
        work_.record(ReferralMoved{child.n, n, new_path, child.referral->parent_entry});
        break;
      }
    }
  }

  // What the new version has no place for is over without a word. A state that it still has is left
  // by the move itself, with what its exit does.
  void drop(const Passage& passage, const std::string& path) {
    const StateEntry* active = work_.instance(passage.n).find_active(path);
    if (active == nullptr) return;
    const StateEntry entry = *active;
    const bool known =
        to_.workflow(work_.instance(passage.n).workflow)->find_state(path).has_value();
    if (known && !passage.assessment.moves.empty()) return;
    cancel_timers(work_, passage.n, path, entry.entry);
    const std::vector<Task> tasks = work_.instance(passage.n).tasks;
    for (const Task& task : tasks) {
      if (task.entry == entry.entry) close_task(work_, passage.n, task.id, task.entry);
    }
    work_.record(StateExited{passage.n, path, entry.entry});
  }

  void enter(InstanceNumber n, const std::string& path) {
    const model::Workflow& workflow = work_.workflow_of(work_.instance(n));
    const std::int32_t entry = work_.instance(n).next_entry;
    work_.record(StateEntered{n, path, entry});
    arm_timers(work_, n, workflow.at(*workflow.find_state(path)), entry);
    if (stands_still(work_.instance(n))) pause_clocks(work_, n);
  }

  // M2: real transitions of the new version, once every instance is in it.
  void move(const Passage& passage) {
    for (const StateRule* rule : passage.assessment.moves) {
      if (!work_.instance(passage.n).is_open()) return;
      const model::Workflow& workflow = work_.workflow_of(work_.instance(passage.n));
      report_.moved.push_back({passage.n, rule->from, rule->to, rule->reason, true});
      redirect_to_state(work_, passage.n, *workflow.find_state(rule->to));
      moved_ = true;
    }
  }

  // What the new version adds beside what goes on is entered like any state, once every instance is
  // in it.
  void begin_regions(const Passage& passage) {
    if (passage.assessment.begun.empty()) return;
    const model::Workflow& workflow = work_.workflow_of(work_.instance(passage.n));
    Raising raiser(work_, passage.n);
    for (const std::string& path : passage.assessment.begun) {
      begin(passage.n, workflow.at(*workflow.find_state(path)), raiser);
    }
    settle_instance(work_, passage.n);
    moved_ = true;
  }

  void begin(InstanceNumber n, const model::State& state, kernel::Raiser& raiser) {
    const std::int32_t entry = work_.instance(n).next_entry;
    const BlockContext context{n, nullptr, entry};
    work_.record(StateEntered{n, state.path, entry});
    report_.moved.push_back({n, "", state.path, "", true});
    if (state.accompanied && !work_.instance(n).accompanied) work_.record(TakenUp{n});
    run_block(work_, state.entry, context, raiser);
    arm_timers(work_, n, state, entry);
    if (stands_still(work_.instance(n))) pause_clocks(work_, n);
    if (state.task) {
      const feel::Stored title = value_of(work_, state.task->title, context, &raiser);
      open_task(work_, n, state.task->id, entry, to_text(title.value()), state.task->by,
                state.task->due);
    }
    if (state.referral) enter_referral(work_, n, state, entry, raiser);
    if (state.kind == model::StateKind::compound && state.initial) {
      run_block(work_, state.initial->run, {n, nullptr, 0}, raiser);
    }
  }

  void finish(std::size_t instances_before) {
    if (work_.refused()) return;
    report_.plan = plan_.hash;
    report_.from.assign(from_.begin(), from_.end());
    report_.to = plan_.to;
    report_.verdict = to_text(verdict_);
    report_.facts = static_cast<std::int32_t>(work_.events().size()) + 1;
    const bool left = std::ranges::any_of(work_.events(), [](const Event& event) {
      return std::holds_alternative<LetterQueued>(event) ||
             std::holds_alternative<InstanceClosed>(event) ||
             std::holds_alternative<QuotaReserved>(event);
    });
    report_.reversible = !left && work_.snapshot().instances.size() == instances_before;
    work_.record(report_);
  }

  Work& work_;
  const Plan& plan_;
  const bundle::Desk& to_;
  std::vector<Passage> passages_;
  std::vector<std::pair<InstanceNumber, Message>> stranded_;
  std::set<std::string> from_;
  migrate::Verdict verdict_ = migrate::Verdict::identical;
  bool moved_ = false;
  CaseMigrated report_;
};

// Does the plan say what becomes of the field? Of what a case's instances share, any of its files
// may.
bool is_ruled(const Plan& plan, const Instance& instance, const vocabulary::Field& field) {
  const auto says = [&](const WorkflowPlan& each) {
    return std::ranges::find(each.fields, field.id, &migrate::FieldRule::field) !=
           each.fields.end();
  };
  const bool shared = field.of == vocabulary::Subject::kase ||
                      field.of == vocabulary::Subject::person ||
                      field.of == vocabulary::Subject::firm;
  if (shared) return std::ranges::any_of(plan.workflows, says);
  return says(plan.of(instance.workflow, instance.bundle));
}

}  // namespace

migrate::Place place_of(const Instance& instance) {
  migrate::Place place;
  for (const StateEntry& state : instance.active) {
    if (!state.path.empty()) place.active.insert(state.path);
  }
  for (const auto& [history, states] : instance.history) place.history[history] = states;
  for (const StateEntry& state : instance.extras.suspended) place.suspended.insert(state.path);
  return place;
}

std::vector<std::pair<std::string, Message>> misfits(const Work& work, const Instance& instance,
                                                     const bundle::Desk& to, const Plan& plan) {
  std::vector<std::pair<std::string, Message>> out;
  const bundle::Desk& from = work.desk_of(instance);
  for (const vocabulary::Field& before : from.vocabulary->fields()) {
    const vocabulary::Field* after = to.vocabulary->find(before.id);
    if (after == nullptr || is_ruled(plan, instance, before)) continue;
    const feel::Stored value = work.field(instance.n, before.id);
    if (value.is_null() || !migrate::type_differs(before, *after)) continue;
    const auto fitting = vocabulary::fit_value(*after, value.value(), *to.vocabulary);
    if (fitting) continue;
    out.emplace_back(before.id, Message(migrate::messages::kDoesNotFit,
                                        {before.id, fitting.error().in(to.settings.language)}));
  }
  return out;
}

std::vector<Message> value_misfits(const Snapshot& snapshot, const Surroundings& surroundings,
                                   const Plan& plan) {
  const Command nothing;
  const Work work(snapshot, nothing, surroundings);
  const bundle::Desk* to =
      plan.to == surroundings.desk.hash ? &surroundings.desk : surroundings.pinned(plan.to);
  std::vector<Message> out;
  std::set<std::string> said;
  for (const Instance& instance : snapshot.instances) {
    if (!instance.is_open() || instance.bundle == plan.to || to == nullptr) continue;
    for (const auto& [field, why] : misfits(work, instance, *to, plan)) {
      if (said.insert(field).second) out.push_back(why);
    }
  }
  return out;
}

void migrate_case(Work& work, const Migrate& migrate) {
  Migrating(work, *migrate.plan).run();
}

}  // namespace guichet::cases
