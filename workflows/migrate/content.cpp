#include "workflows/migrate/content.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace guichet::migrate {
namespace {

using model::Block;
using model::Workflow;

std::string part_text(const feel::Expression& expression) {
  return expression.empty() ? "" : expression.source().text();
}

std::string part_text(const model::Operand& operand) {
  if (const auto* formula = std::get_if<feel::Expression>(&operand))
    return "=" + part_text(*formula);
  return to_literal(std::get<feel::Stored>(operand).value());
}

std::string part_text(const std::optional<base::Delay>& delay) {
  return delay ? to_text(*delay) : "";
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ","));
}

// What each verb says; the overloads are the closed list of them.
struct VerbText {
  std::string operator()(const model::Set& v) const {
    return fmt::format("set {} {}", v.field, part_text(v.value));
  }
  std::string operator()(const model::Append& v) const {
    return fmt::format("append {} {}", v.field, part_text(v.value));
  }
  std::string operator()(const model::Notify& v) const {
    return fmt::format("letter {} {} {}", static_cast<int>(v.purpose), v.role, v.letter);
  }
  std::string operator()(const model::OpenTask& v) const {
    return fmt::format("open-task {} {} {} {}", v.id, part_text(v.title), joined(v.by),
                       part_text(v.due));
  }
  std::string operator()(const model::CloseTask& v) const { return "close-task " + v.id; }
  std::string operator()(const model::Decide& v) const {
    return fmt::format("decide {} {}", v.table, v.into);
  }
  std::string operator()(const model::Raise& v) const {
    return fmt::format("raise {} {}", v.event, static_cast<int>(v.to));
  }
  std::string operator()(const model::Send& v) const {
    return fmt::format("send {} {} {}", v.id, v.event, to_text(v.after));
  }
  std::string operator()(const model::Cancel& v) const { return "cancel " + v.id; }
  std::string operator()(const model::CancelTimer& v) const { return "cancel-timer " + v.timer; }
  std::string operator()(const model::Criticality& v) const {
    return "criticality " + part_text(v.level);
  }
  std::string operator()(const model::Assign& v) const { return "assign " + part_text(v.to); }
  std::string operator()(const model::Note& v) const { return "note " + part_text(v.text); }
  std::string operator()(const model::AgendaLine& v) const { return "agenda " + part_text(v.text); }
  std::string operator()(const model::Requalify& v) const {
    return fmt::format("requalify {} {}", part_text(v.theme), part_text(v.keep));
  }
  std::string operator()(const model::If& v) const {
    return fmt::format("if {} {{{}}} {{{}}}", part_text(v.when), text_of(v.then),
                       text_of(v.otherwise));
  }
};

std::string paths_of(const Workflow& workflow, const std::vector<model::StateIndex>& states) {
  std::vector<std::string> paths;
  for (const model::StateIndex state : states) paths.push_back(workflow.at(state).path);
  return joined(paths);
}

std::string part_text(const std::optional<model::Contract>& contract) {
  if (!contract) return "";
  return fmt::format("contract {}|{}|{}", part_text(contract->before), part_text(contract->always),
                     part_text(contract->after));
}

bool decides(const Block& block, const std::string& table) {
  return std::ranges::any_of(block, [&](const model::Verb& verb) {
    if (const auto* decide = std::get_if<model::Decide>(&verb.what)) return decide->table == table;
    const auto* branch = std::get_if<model::If>(&verb.what);
    return branch != nullptr && (decides(branch->then, table) || decides(branch->otherwise, table));
  });
}

}  // namespace

std::string text_of(const Block& block) {
  std::string text;
  for (const model::Verb& verb : block) text += std::visit(VerbText{}, verb.what) + ";";
  return text;
}

std::string text_of(const model::TimerSpec& spec) {
  std::string after;
  if (spec.after) {
    const auto* delay = std::get_if<base::Delay>(&*spec.after);
    after = delay != nullptr ? to_text(*delay)
                             : "=" + part_text(std::get<feel::Expression>(*spec.after));
  }
  return fmt::format(
      "after {} at {} plus {} every {} times {} anchor {} roll {} late {} again {} in {}", after,
      part_text(spec.at), part_text(spec.plus), part_text(spec.every), spec.times.value_or(0),
      static_cast<int>(spec.anchor), static_cast<int>(spec.roll), static_cast<int>(spec.catch_up),
      static_cast<int>(spec.resume), spec.calendar);
}

std::string text_of(const Workflow& workflow, const model::Declaration& declaration) {
  std::string text = fmt::format(
      "means {} {}{}{} {}\n", to_text(declaration.means),
      declaration.pauses_clocks ? "pauses " : "", declaration.suspends ? "suspends " : "",
      declaration.resumes ? "resumes" : "", part_text(declaration.contract));
  for (const model::TransitionIndex index : declaration.arms) {
    const model::Transition& arm = workflow.at(index);
    text += fmt::format("when {} goto {}{} refuse {} do {}\n", part_text(arm.when),
                        paths_of(workflow, arm.targets), arm.internal ? " internal" : "",
                        arm.refuse.value_or(""), text_of(arm.run));
  }
  return text;
}

std::string text_of(const model::ReferralBlock& block) {
  const auto* convention = std::get_if<std::string>(&block.convention);
  return fmt::format("to {} {} by {} policy {} lead {} confirm {} {}",
                     convention != nullptr ? *convention : "", block.field, block.workflow,
                     static_cast<int>(block.policy), block.lead_first_accepted,
                     block.confirm.value_or(""), block.confirm_field);
}

std::string text_of(const model::State& state) {
  std::string text =
      fmt::format("entry {} exit {} outcome {} {} {} tags {} {}\n", text_of(state.entry),
                  text_of(state.exit), state.outcome.value_or(""), state.success, state.accompanied,
                  joined(state.tags), part_text(state.contract));
  if (state.task) {
    text += fmt::format("task {} {} {} {}\n", state.task->id, part_text(state.task->title),
                        joined(state.task->by), part_text(state.task->due));
  }
  if (state.referral) text += text_of(*state.referral) + "\n";
  for (const auto& [role, access] : state.fields) {
    text += fmt::format("fields {} {} {}\n", role, joined(access.visible), joined(access.edit));
  }
  return text;
}

bool asks_table(const model::State& state, const Workflow& workflow, const std::string& id) {
  if (decides(state.entry, id) || decides(state.exit, id)) return true;
  if (state.referral) {
    const auto* convention = std::get_if<std::string>(&state.referral->convention);
    if (convention != nullptr && *convention == id) return true;
  }
  return std::ranges::any_of(state.transitions, [&](model::TransitionIndex arm) {
    return decides(workflow.at(arm).run, id);
  });
}

std::string written(const tables::DecisionTable& table) {
  std::string text;
  for (const base::Source& source : table.parts().written) text += source->text() + '\0';
  return text;
}

std::string written(const convention::Convention& convention) {
  const auto& at = convention.parts().at;
  std::string text = at.source ? at.source->text() : "";
  for (const auto& version : convention.parts().versions) {
    if (version->parts().at.source) text += '\0' + version->parts().at.source->text();
  }
  return text;
}

std::string kind_name(model::StateKind kind) {
  switch (kind) {
    case model::StateKind::atomic:
      return "atomic";
    case model::StateKind::compound:
      return "compound";
    case model::StateKind::parallel:
      return "parallel";
    case model::StateKind::final:
      return "final";
    case model::StateKind::shallow_history:
      return "history";
    case model::StateKind::deep_history:
      return "deep history";
  }
  return "";
}

std::string cause_name(model::Cause cause) {
  switch (cause) {
    case model::Cause::action:
      return "action";
    case model::Cause::reply:
      return "reply";
    case model::Cause::timer:
      return "timer";
    case model::Cause::event:
      return "event";
    case model::Cause::always:
      return "always";
    case model::Cause::done:
      return "done";
  }
  return "";
}

}  // namespace guichet::migrate
