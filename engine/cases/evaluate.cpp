#include "engine/cases/evaluate.hpp"

#include <algorithm>

#include "engine/cases/names.hpp"
#include "workflows/check/load_workflow.hpp"

namespace guichet::cases {
namespace {

// `in state("x")` asked of a case at rest.
class AtRest final : public check::StateOracle {
 public:
  explicit AtRest(const Instance& instance) : instance_(instance) {}
  bool in_state(std::string_view path) const override {
    return std::ranges::any_of(instance_.active, [&](const StateEntry& each) {
      return each.path == path || (each.path.size() > path.size() && each.path.ends_with(path) &&
                                   each.path[each.path.size() - path.size() - 1] == '.');
    });
  }

 private:
  const Instance& instance_;
};

}  // namespace

feel::Stored evaluate_in(const Snapshot& snapshot, base::InstanceNumber n,
                         const feel::Expression& expression, const Surroundings& around) {
  const Command command{.kase = snapshot.id, .actor = access::system_actor(), .body = Act{}};
  const Work work(snapshot, command, around);
  feel::Arena arena;
  Names names(work, n, nullptr, arena);
  feel::Evaluation run = evaluation(work, arena);
  AtRest oracle(work.instance(n));
  run.host = static_cast<check::StateOracle*>(&oracle);
  return feel::Stored(evaluate(expression, names.for_expression(expression), run));
}

}  // namespace guichet::cases
