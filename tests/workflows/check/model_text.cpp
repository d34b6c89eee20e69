#include "tests/workflows/check/model_text.hpp"

#include <sstream>

namespace guichet::tests {

namespace {

using model::Block;
using model::Operand;

std::string text(const feel::Expression& expression) {
  return expression.empty() ? "-" : "<" + expression.source().text() + ">";
}

std::string text(const Operand& operand) {
  if (const auto* expression = std::get_if<feel::Expression>(&operand)) return text(*expression);
  return "'" + to_text(std::get<feel::Stored>(operand).value()) + "'";
}

std::string text(const std::vector<std::string>& words) {
  std::string out = "[";
  for (const std::string& word : words) out += word + " ";
  return out + "]";
}

std::string text(const std::optional<base::Delay>& delay) {
  return delay ? base::to_text(*delay) : "-";
}

template <typename Index>
std::string numbers(const std::vector<Index>& indexes) {
  std::string out = "[";
  for (const Index index : indexes) out += std::to_string(index.value) + " ";
  return out + "]";
}

std::string text(const Block& block);

struct VerbText {
  std::string operator()(const model::Set& v) const { return "set " + v.field + text(v.value); }
  std::string operator()(const model::Append& v) const {
    return "append " + v.field + text(v.value);
  }
  std::string operator()(const model::Notify& v) const {
    return "notify " + std::to_string(static_cast<int>(v.purpose)) + v.role + "/" + v.letter;
  }
  std::string operator()(const model::OpenTask& v) const {
    return "task " + v.id + text(v.title) + text(v.by) + text(v.due);
  }
  std::string operator()(const model::CloseTask& v) const { return "close " + v.id; }
  std::string operator()(const model::Decide& v) const { return "decide " + v.table + v.into; }
  std::string operator()(const model::Raise& v) const {
    constexpr const char* kTo[] = {"", " to parent", " to children", " to siblings"};
    return "raise " + v.event + kTo[static_cast<std::size_t>(v.to)];
  }
  std::string operator()(const model::Send& v) const {
    return "send " + v.id + "/" + v.event + base::to_text(v.after);
  }
  std::string operator()(const model::Cancel& v) const { return "cancel " + v.id; }
  std::string operator()(const model::CancelTimer& v) const { return "cancel_timer " + v.timer; }
  std::string operator()(const model::Criticality& v) const { return "critical" + text(v.level); }
  std::string operator()(const model::Assign& v) const { return "assign" + text(v.to); }
  std::string operator()(const model::Note& v) const { return "note" + text(v.text); }
  std::string operator()(const model::AgendaLine& v) const { return "agenda" + text(v.text); }
  std::string operator()(const model::Requalify& v) const {
    return "requalify" + text(v.theme) + text(v.keep);
  }
  std::string operator()(const model::If& v) const {
    return "if " + text(v.when) + text(v.then) + text(v.otherwise);
  }
};

std::string text(const Block& block) {
  std::string out = "{";
  for (const model::Verb& verb : block) out += std::visit(VerbText{}, verb.what) + "; ";
  return out + "}";
}

std::string text(const std::optional<model::Contract>& contract) {
  if (!contract) return "-";
  return text(contract->before) + text(contract->always) + text(contract->after);
}

std::string text(const std::optional<model::TimerSpec>& timer) {
  if (!timer) return "-";
  std::ostringstream out;
  if (timer->after && timer->after->index() == 0) {
    out << base::to_text(std::get<base::Delay>(*timer->after));
  } else if (timer->after) {
    out << text(std::get<feel::Expression>(*timer->after));
  }
  out << text(timer->at) << text(timer->plus) << text(timer->every) << timer->times.value_or(-1)
      << static_cast<int>(timer->anchor) << static_cast<int>(timer->roll)
      << static_cast<int>(timer->catch_up) << static_cast<int>(timer->resume) << timer->calendar;
  return out.str();
}

void write(std::ostream& out, const model::State& state) {
  out << "state " << state.path << "|" << state.id << "|" << state.title << "|"
      << static_cast<int>(state.kind) << "|" << state.parent.value << "|" << numbers(state.children)
      << numbers(state.histories) << numbers(state.transitions) << numbers(state.declarations);
  if (state.initial)
    out << "initial" << numbers(state.initial->targets) << text(state.initial->run);
  out << text(state.entry) << text(state.exit) << text(state.contract) << text(state.tags)
      << state.outcome.value_or("-") << state.success << state.accompanied;
  if (state.task) {
    out << "task" << state.task->id << text(state.task->title) << text(state.task->by)
        << text(state.task->due);
  }
  if (const auto& block = state.referral) {
    const auto* convention = std::get_if<std::string>(&block->convention);
    out << "referral" << (convention != nullptr ? *convention : "-") << "|" << block->field << "|"
        << block->workflow << static_cast<int>(block->policy) << block->lead_first_accepted
        << text(block->share) << block->confirm.value_or("-") << block->confirm_field;
  }
  for (const auto& [role, access] : state.fields) {
    out << "fields " << role << text(access.visible) << text(access.edit);
  }
  out << "\n";
}

void write(std::ostream& out, const model::Declaration& d) {
  out << "declaration " << static_cast<int>(d.cause) << "|" << d.name << "|" << d.title << "|"
      << d.state.value << numbers(d.arms) << text(d.by) << text(d.require) << text(d.accepts)
      << static_cast<int>(d.means) << text(d.timer) << d.pauses_clocks << d.suspends << d.resumes
      << text(d.contract) << "\n";
}

}  // namespace

std::string model_text(const model::Workflow& workflow) {
  std::ostringstream out;
  out << workflow.id << "|" << workflow.kind << "|" << workflow.version << "|" << workflow.title
      << text(workflow.fields) << text(workflow.exports) << "\n";
  for (const model::State& state : workflow.states) write(out, state);
  for (const model::Declaration& declaration : workflow.declarations) write(out, declaration);
  for (const model::Transition& arm : workflow.transitions) {
    out << "arm " << static_cast<int>(arm.cause) << "|" << arm.source.value << "|"
        << arm.declaration.value << text(arm.when) << numbers(arm.targets) << arm.internal
        << arm.refuse.value_or("-") << text(arm.run) << "\n";
  }
  if (const auto& reopen = workflow.reopen) {
    out << "reopen " << text(reopen->by) << text(reopen->require) << text(reopen->within)
        << reopen->target.value << "\n";
  }
  if (const auto& sla = workflow.sla) {
    out << "sla " << base::to_text(sla->target) << text(sla->counts_in) << "\n";
  }
  if (workflow.retention) {
    out << "retention " << base::to_text(workflow.retention->after_closed) << "\n";
  }
  for (const model::Property& property : workflow.properties) {
    out << "property " << property.id << static_cast<int>(property.pattern) << text(property.p)
        << text(property.q) << text(property.within) << property.times << "\n";
  }
  return out.str();
}

}  // namespace guichet::tests
