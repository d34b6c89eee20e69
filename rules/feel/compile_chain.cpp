// What keeps programs small and flat: constants folded, long chains made sequences.
#include "rules/feel/compile.hpp"
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

// Folding may cost this much at most; a constant that costs more is computed when it is needed.
constexpr Budget kFoldingBudget{20'000, 1000, 1 << 16, 1 << 20};

// Trees that are deeper than what brackets make are so by chains.
constexpr std::uint32_t kDirectDepth = 160;

// Does the node go on with the value of its first child?
bool is_link(Form form) {
  switch (form) {
    case Form::arithmetic:
    case Form::comparison:
    case Form::conjunction:
    case Form::disjunction:
    case Form::between:
    case Form::in:
    case Form::instance_of:
    case Form::path:
    case Form::filter:
    case Form::call:
      return true;
    default:
      return false;
  }
}

}  // namespace

Compiler::Compiled Compiler::compile(const Node& node) {
  if (!ready_.empty())
    if (const auto found = ready_.find(&node); found != ready_.end()) return found->second;
  return node.depth > kDirectDepth && is_link(node.form) ? chain(node) : compile_alone(node);
}

// A long chain (a + b + c ..) nests to its left. It becomes a sequence of its links, each of which
// finds the value of what stands to its left in a slot, so that neither compiling nor evaluating
// it goes deeper with each link.
Compiler::Compiled Compiler::chain(const Node& node) {
  std::vector<const Node*> links;  // the last one first
  const Node* inner = &node;
  for (; inner->depth > kDirectDepth && is_link(inner->form); inner = inner->children.front())
    links.push_back(inner);
  Compiled value = compile(*inner);
  Instruction sequence;
  sequence.op = Op::sequence;
  sequence.offset = node.offset;
  sequence.length = node.length;
  sequence.slot = static_cast<std::uint16_t>(frame_->size++);
  std::optional<Compiled> slot;
  std::vector<std::uint32_t> steps;
  const auto is_folded = [&] { return program_.code[value.index].op == Op::constant; };
  for (auto link = links.rbegin(); link != links.rend(); ++link) {
    const bool folded = is_folded();
    if (!folded) {
      steps.push_back(value.index);
      Instruction local;
      local.op = Op::local;
      local.a = sequence.slot;
      if (!slot) slot = emit(local, false);
    }
    const Node* left = (*link)->children.front();
    ready_[left] = folded ? value : *slot;
    value = compile_alone(**link);
    ready_.erase(left);
  }
  if (steps.empty()) return value;
  steps.push_back(value.index);
  sequence.first = static_cast<std::uint32_t>(program_.operands.size());
  sequence.count = static_cast<std::uint32_t>(steps.size());
  program_.operands.insert(program_.operands.end(), steps.begin(), steps.end());
  return emit(sequence, false);
}

// Replaces code that depends on nothing by its value. A null that has a reason is left to be
// computed, so that the reason is told at each evaluation.
Compiler::Compiled Compiler::fold(Compiled compiled, std::size_t code_before) {
  Instruction& last = program_.code[compiled.index];
  if (!compiled.constant || last.op == Op::constant || folding_steps_ == 0) return compiled;
  Arena arena;
  Evaluation evaluation{.arena = arena, .budget = kFoldingBudget};
  const std::uint64_t steps = std::min(kFoldingBudget.steps, folding_steps_);
  Meter meter{steps, 0, false, folding_patterns_};
  if (folding_locals_.size() < frame_->size) folding_locals_.resize(frame_->size * 2);
  Run run(program_, {}, evaluation, meter, folding_locals_.data());
  const Value value = run.evaluate(compiled.index);
  folding_steps_ -= steps - meter.steps;
  folding_patterns_ = meter.patterns;
  if (meter.stopped || !evaluation.notes.empty() || weight_of(value) > 1000) return compiled;
  Instruction constant = last;
  constant.op = Op::constant;
  constant.a = static_cast<std::uint32_t>(program_.constants.size());
  program_.constants.push_back(program_.arena.copy(value));
  program_.code.resize(code_before);
  return emit(constant, true);
}

}  // namespace guichet::feel
