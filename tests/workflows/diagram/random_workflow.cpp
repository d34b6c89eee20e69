#include "tests/workflows/diagram/random_workflow.hpp"

#include <random>

namespace guichet::tests {
namespace {

using model::StateIndex;
using model::StateKind;

class Lot {
 public:
  explicit Lot(std::uint32_t seed) : random_(seed) {}

  model::Workflow draw() {
    out_.id = "lot";
    out_.kind = "chart";
    out_.title = "Un parcours tiré au sort";
    room_ = 4 + below(27);
    add("racine", StateKind::compound, model::kNoState);
    inside(model::kRoot, 0);
    const int arrows = static_cast<int>(out_.states.size()) + below(20);
    for (int i = 0; i < arrows; ++i) connect(i);
    model::finish(out_);
    return out_;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint32_t>(limit)); }

  StateIndex add(const std::string& id, StateKind kind, StateIndex parent) {
    model::State state;
    state.id = id;
    state.kind = kind;
    state.parent = parent;
    state.title = below(3) == 0 ? "Une étape dont le titre est long, et même très long" : id;
    out_.states.push_back(std::move(state));
    return {static_cast<std::int32_t>(out_.states.size() - 1)};
  }

  std::string next_id() { return "etat_" + std::to_string(out_.states.size()); }

  StateKind some_kind(int depth) {
    const int lot = below(10);
    if (depth < 3 && room_ > 4 && lot < 2) return StateKind::compound;
    if (depth < 2 && room_ > 8 && lot == 2) return StateKind::parallel;
    return lot == 3 ? StateKind::final : StateKind::atomic;
  }

  void inside(StateIndex parent, int depth) {
    const int children = depth == 0 ? room_ : 2 + below(3);
    for (int i = 0; i < children && room_ > 0; ++i) {
      const StateKind kind = i == 0 && depth > 0 ? StateKind::atomic : some_kind(depth);
      grow(add(next_id(), kind, parent), kind, depth);
    }
    if (depth > 0 && below(3) == 0) {
      add(next_id(), below(2) == 0 ? StateKind::shallow_history : StateKind::deep_history, parent);
    }
  }

  void grow(StateIndex state, StateKind kind, int depth) {
    --room_;
    if (kind == StateKind::compound) fill(state, depth + 1);
    if (kind != StateKind::parallel) return;
    const int regions = 2 + below(2);
    for (int region = 0; region < regions; ++region) {
      --room_;
      fill(add(next_id(), StateKind::compound, state), depth + 2);
    }
  }

  // There is something in it, even where the room has run out.
  void fill(StateIndex state, int depth) {
    if (room_ <= 0)
      add(next_id(), StateKind::atomic, state);
    else
      inside(state, depth);
  }

  void connect(int number) {
    const int count = static_cast<int>(out_.states.size());
    const StateIndex source{below(count)}, target{1 + below(count - 1)};
    const StateKind kind = out_.at(source).kind;
    if (kind == StateKind::final || model::is_history(kind)) return;
    model::Declaration declaration;
    declaration.name = "acte_" + std::to_string(number);
    declaration.title = below(2) == 0 ? "Agir" : "Décider de ce qui se passe ensuite";
    declaration.state = source;
    declaration.by = {"conseiller"};
    declaration.arms = {{static_cast<std::int32_t>(out_.transitions.size())}};
    model::Transition arm;
    arm.source = source;
    arm.declaration = {static_cast<std::int32_t>(out_.declarations.size())};
    if (below(6) != 0) arm.targets = {target};
    auto& state = out_.states[static_cast<std::size_t>(source.value)];
    state.declarations.push_back(arm.declaration);
    state.transitions.push_back(declaration.arms[0]);
    out_.transitions.push_back(std::move(arm));
    out_.declarations.push_back(std::move(declaration));
  }

  std::mt19937 random_;
  model::Workflow out_;
  int room_ = 0;
};

}  // namespace

model::Workflow random_workflow(std::uint32_t seed) {
  return Lot(seed).draw();
}

}  // namespace guichet::tests
