#include "engine/cases/verbs.hpp"

#include <algorithm>

#include "engine/cases/clocks.hpp"
#include "engine/cases/letters.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/people.hpp"
#include "engine/cases/tidings.hpp"
#include "engine/cases/timers.hpp"
#include "rules/tables/decide.hpp"

namespace guichet::cases {
namespace {

std::vector<std::string> texts_of(const feel::Stored& stored) {
  std::vector<std::string> out;
  const feel::Value& value = stored.value();
  if (value.kind() == feel::Kind::string) out.emplace_back(value.text());
  if (value.kind() != feel::Kind::list) return out;
  for (const feel::Value& item : value.items()) out.push_back(to_text(item));
  return out;
}

class Runner {
 public:
  Runner(Work& work, const BlockContext& context, kernel::Raiser& raiser)
      : work_(work), context_(context), raiser_(raiser) {}

  void operator()(const model::Set& verb) {
    work_.write_field(context_.n, verb.field, value(verb.value));
  }
  void operator()(const model::Append& verb) {
    const feel::Stored now = work_.field(context_.n, verb.field);
    const feel::Stored added = value(verb.value);
    if (added.is_null()) return;
    std::vector<feel::Value> items;
    if (now.value().kind() == feel::Kind::list) {
      items.assign(now.value().items().begin(), now.value().items().end());
    }
    const bool known = std::ranges::any_of(
        items, [&](const feel::Value& item) { return equal(item, added.value()); });
    if (known) return;
    items.push_back(added.value());
    feel::Arena arena;
    work_.write_field(context_.n, verb.field, feel::Stored(arena.list(items)));
  }
  void operator()(const model::Notify& verb) { notify(work_, context_.n, verb, context_.trigger); }
  void operator()(const model::OpenTask& verb) {
    const feel::Stored title = value(verb.title);
    open_task(work_, context_.n, verb.id, context_.entry, to_text(title.value()), verb.by,
              verb.due);
  }
  void operator()(const model::CloseTask& verb) {
    const std::vector<Task> tasks = work_.instance(context_.n).tasks;
    for (const Task& task : tasks) {
      if (task.id == verb.id) close_task(work_, context_.n, task.id, task.entry);
    }
  }
  void operator()(const model::Decide& verb) {
    const auto& tables = work_.desk_of(work_.instance(context_.n)).tables;
    const auto table = tables.find(verb.table);
    if (table == tables.end()) return raiser_.raise("error.rule");
    feel::Arena arena;
    Names names(work_, context_.n, context_.trigger, arena);
    feel::Evaluation run = evaluation(work_, arena);
    tables::Workspace workspace;
    tables::Decision decision;
    tables::decide(*table->second, names.all(), run, workspace, decision);
    if (decision.result.is_null()) return raiser_.raise("error.rule");
    work_.write_field(context_.n, verb.into, feel::Stored(decision.result));
  }
  void operator()(const model::Raise& verb) {
    if (verb.to == model::Audience::self) return raiser_.raise(verb.event);
    tell(work_, context_.n, verb);
  }
  void operator()(const model::Send& verb) { arm_delayed_event(work_, context_.n, verb); }
  void operator()(const model::Cancel& verb) { cancel_delayed_event(work_, context_.n, verb.id); }
  void operator()(const model::CancelTimer& verb) {
    const std::vector<Timer> timers = work_.instance(context_.n).timers;
    for (const Timer& timer : timers) {
      if (timer.name != verb.timer || !is_of_state(timer)) continue;
      work_.record(TimerCancelled{context_.n, timer.state, timer.name, timer.entry, timer.firing});
    }
  }
  void operator()(const model::Criticality& verb) {
    const feel::Stored level = value(verb.level);
    std::string text = level.is_null() ? std::string() : to_text(level.value());
    if (text == work_.snapshot().extras.criticality) return;
    work_.record(CriticalitySet{context_.n, std::move(text)});
  }
  void operator()(const model::Assign& verb) {
    const feel::Stored to = value(verb.to);
    if (to.value().kind() != feel::Kind::string) return;
    const std::string who(to.value().text());
    work_.record(OwnerAssigned{who == "actor" ? work_.command().actor.id : who});
  }
  void operator()(const model::Note& verb) {
    work_.record(Noted{context_.n, to_text(value(verb.text).value())});
  }
  void operator()(const model::AgendaLine& verb) {
    work_.record(AgendaAdded{context_.n, to_text(value(verb.text).value()), ""});
  }
  // Where a person acts, what does not fit is refused in words; a timer's step goes on without.
  void operator()(const model::Requalify& verb) {
    const feel::Stored theme = value(verb.theme);
    const std::vector<std::string> keep = texts_of(value(verb.keep));
    const bool timer = std::holds_alternative<FireTimer>(work_.command().body);
    const std::string to = theme.is_null() ? "" : to_text(theme.value());
    if (timer && !can_requalify(work_, context_.n, to)) return raiser_.raise("error.requalify");
    requalify_need(work_, context_.n, to, keep);
  }
  void operator()(const model::If& verb) {
    feel::Arena arena;
    Names names(work_, context_.n, context_.trigger, arena);
    feel::Evaluation run = evaluation(work_, arena);
    const feel::Value holds = evaluate(verb.when, names.for_expression(verb.when), run);
    if (holds.is_null()) raiser_.raise("error.guard");
    run_block(work_, holds.is_true() ? verb.then : verb.otherwise, context_, raiser_);
  }

 private:
  feel::Stored value(const model::Operand& operand) {
    return value_of(work_, operand, context_, &raiser_);
  }

  Work& work_;
  const BlockContext& context_;
  kernel::Raiser& raiser_;
};

}  // namespace

void run_block(Work& work, const model::Block& block, const BlockContext& context,
               kernel::Raiser& raiser) {
  Runner runner(work, context, raiser);
  for (const model::Verb& verb : block) std::visit(runner, verb.what);
}

feel::Stored value_of(Work& work, const model::Operand& operand, const BlockContext& context,
                      kernel::Raiser* raiser) {
  if (const auto* literal = std::get_if<feel::Stored>(&operand)) return *literal;
  const auto& expression = std::get<feel::Expression>(operand);
  feel::Arena arena;
  Names names(work, context.n, context.trigger, arena);
  feel::Evaluation run = evaluation(work, arena);
  const feel::Value value = evaluate(expression, names.for_expression(expression), run);
  if (value.is_null() && !run.notes.empty() && raiser != nullptr) {
    raiser->raise("error.expression");
  }
  return feel::Stored(value);
}

void close_task(Work& work, InstanceNumber n, const std::string& id, std::int32_t entry) {
  const auto pausing = [&] {
    return std::ranges::any_of(work.instance(n).tasks, &Task::pauses_clocks);
  };
  const bool paused = pausing();
  work.record(TaskClosed{n, id, entry});
  if (paused && !pausing()) resume_clocks(work, n);
}

void open_task(Work& work, InstanceNumber n, const std::string& id, std::int32_t entry,
               std::string title, const std::vector<std::string>& by,
               const std::optional<base::Delay>& due, bool pauses_clocks) {
  // One open task of a name and entry: a review that nobody did is not opened a second time.
  const auto& tasks = work.instance(n).tasks;
  const bool open = std::ranges::any_of(
      tasks, [&](const Task& task) { return task.id == id && task.entry == entry; });
  if (open) return;
  Task task{.id = id,
            .entry = entry,
            .title = std::move(title),
            .by = by,
            .pauses_clocks = pauses_clocks};
  if (due) task.due_at = work.around().desk.calendar->due(work.around().now, *due);
  work.record(TaskOpened{n, std::move(task)});
}

}  // namespace guichet::cases
