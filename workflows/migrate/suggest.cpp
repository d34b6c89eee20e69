#include "workflows/migrate/suggest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "workflows/migrate/content.hpp"
#include "workflows/migrate/messages.hpp"

namespace guichet::migrate {
namespace {

using base::Message;
using model::State;
using model::StateKind;
using model::Workflow;

constexpr std::size_t kHashShown = 12;

bool is_place(const State& state) {
  return state.kind == StateKind::atomic || state.kind == StateKind::final;
}

// The innermost state that entering this one leads to first.
const State* first_place(const Workflow& workflow, const State* state) {
  while (state != nullptr && state->kind == StateKind::compound) {
    state = &workflow.at(state->initial->targets.front());
  }
  return state != nullptr && is_place(*state) ? state : nullptr;
}

// What becomes of one state, as the plan writes it: a path, and why; or what to choose from.
struct Line {
  std::string text;
  Message why;
  bool operator<(const Line& other) const { return text < other.text; }
};

// How people and clocks know a state, besides its id.
struct Traits {
  std::set<std::string> names;  // of its acts, replies, events and timers
  std::string title, task, outcome;

  explicit Traits(const Workflow& workflow, const State& state)
      : title(state.title == state.id ? "" : state.title), outcome(state.outcome.value_or("")) {
    for (const model::DeclarationIndex index : state.declarations) {
      const model::Declaration& each = workflow.at(index);
      if (!each.name.empty()) names.insert(cause_name(each.cause) + " " + each.name);
    }
    for (const model::TransitionIndex arm : state.transitions) {
      for (const model::StateIndex target : workflow.at(arm).targets) {
        names.insert("goto " + workflow.at(target).path);
      }
    }
    if (state.task) task = text_of(state);
  }
};

class Guessing {
 public:
  Guessing(const Workflow& from, const Workflow& to) : from_(from), to_(to) {}

  void add(const Place& place) {
    for (const std::string& path : place.active) look_at(path);
    for (const auto& [history, states] : place.history) {
      const auto now = to_.find_state(history);
      const auto then = from_.find_state(history);
      const bool same = now && then && to_.at(*now).kind == from_.at(*then).kind;
      if (!same) {
        lines_.insert_or_assign(history, Line{"{forget: true}", Message(messages::kForgets)});
      }
      for (const std::string& state : states) look_at(state);
    }
  }

  const std::map<std::string, Line>& lines() const { return lines_; }

 private:
  void look_at(const std::string& path) {
    const auto then = from_.find_state(path);
    const auto now = to_.find_state(path);
    if (!then || !is_place(from_.at(*then)) || (now && to_.at(*now).kind == from_.at(*then).kind)) {
      return;
    }
    if (now) {
      const State* inside = first_place(to_, &to_.at(*now));
      const bool parts = inside != nullptr && inside->path != path;
      const Line first =
          parts ? Line{inside->path, Message(messages::kFirstPart, {path})} : to_choose(path);
      lines_.insert_or_assign(path, first);
      return;
    }
    lines_.insert_or_assign(path, resembling(from_.at(*then)));
  }

  // A state that is new and does what the other did; a person is asked where none does, or several
  // do.
  Line resembling(const State& gone) const {
    const Traits before(from_, gone);
    std::vector<Likeness> best;
    for (const State& state : to_.states) {
      if (state.kind != gone.kind || from_.find_state(state.path)) continue;
      auto found = compare(gone, before, state);
      if (!found || (!best.empty() && found->weight < best.front().weight)) continue;
      if (!best.empty() && found->weight > best.front().weight) best.clear();
      best.push_back(std::move(*found));
    }
    return best.size() == 1 ? best.front().line : to_choose(gone.path);
  }

  struct Likeness {
    std::size_t weight;
    Line line;
  };

  // Nothing where too little speaks for it: half of what it is known by, at least, must be the
  // same.
  std::optional<Likeness> compare(const State& gone, const Traits& before,
                                  const State& state) const {
    constexpr std::size_t kSameIdWeighs = 1000;
    if (gone.id == state.id) {
      return Likeness{kSameIdWeighs, {state.path, Message(messages::kSameName, {gone.id})}};
    }
    const Traits after(to_, state);
    std::vector<std::string> same;
    std::ranges::set_intersection(before.names, after.names, std::back_inserter(same));
    const bool acts = !same.empty() && 2 * same.size() >= before.names.size() &&
                      2 * same.size() >= after.names.size();
    const bool title = !before.title.empty() && before.title == after.title;
    const bool task = !before.task.empty() && before.task == after.task;
    const bool outcome =
        gone.kind == StateKind::final && !before.outcome.empty() && before.outcome == after.outcome;
    if (!acts && !title && !task && !outcome) return {};
    const Message why = acts      ? Message(messages::kSameActs, {std::to_string(same.size())})
                        : title   ? Message(messages::kSameTitle, {before.title})
                        : outcome ? Message(messages::kSameOutcome, {before.outcome})
                                  : Message(messages::kSameTask);
    const std::size_t weight =
        (acts ? same.size() : 0) + (title ? 1 : 0) + (task ? 1 : 0) + (outcome ? 1 : 0);
    return Likeness{weight, {state.path, why}};
  }

  // Nobody can know where its cases belong: states that stand beside it, or else all.
  Line to_choose(const std::string& path) const {
    const auto dot = path.rfind('.');
    const auto around = to_.find_state(dot == std::string::npos ? "" : path.substr(0, dot));
    std::vector<std::string> beside, all;
    for (const State& state : to_.states) {
      if (state.kind != StateKind::atomic || state.path == path) continue;
      all.push_back(state.path);
      if (around && state.parent == *around) beside.push_back(state.path);
    }
    const auto& choice = beside.empty() ? all : beside;
    return {std::string(kToComplete),
            Message(messages::kChoose, {fmt::format("{}", fmt::join(choice, ", "))})};
  }

  const Workflow& from_;
  const Workflow& to_;
  std::map<std::string, Line> lines_;
};

}  // namespace

bool is_complete(const std::string& plan) {
  return plan.find(fmt::format(": {}  #", kToComplete)) == std::string::npos;
}

std::vector<std::string> suggest(const std::vector<Stranded>& stranded, const bundle::Desk& to) {
  using Rules = std::map<std::string, Line>;  // old path -> what becomes of it
  std::map<std::string, Rules> lines;
  std::map<std::string, std::set<std::string>> sources;
  for (const Stranded& each : stranded) {
    const Workflow* before = each.from->workflow(each.workflow);
    const Workflow* after = to.workflow(each.workflow);
    if (before == nullptr || after == nullptr) continue;
    Guessing guess(*before, *after);
    guess.add(each.place);
    lines[each.workflow].insert(guess.lines().begin(), guess.lines().end());
    sources[each.workflow].insert(each.from->hash.substr(0, kHashShown));
  }
  // Paths that need the same rules share one file.
  std::map<std::pair<std::set<std::string>, Rules>, std::vector<std::string>> alike;
  for (const auto& [workflow, rules] : lines) {
    if (!rules.empty()) alike[{sources[workflow], rules}].push_back(workflow);
  }
  std::vector<std::string> plans;
  for (const auto& [what, workflows] : alike) {
    std::string text = fmt::format(
        "guichet: migration/1\nworkflow: [{}]\nfrom: [\"{}\"]\nto: \"{}\"\nstates:\n",
        fmt::join(workflows, ", "), fmt::join(what.first, "\", \""), to.hash.substr(0, kHashShown));
    for (const auto& [path, line] : what.second) {
      text += fmt::format("  {}: {}  # {}\n", path, line.text, line.why.in(to.settings.language));
    }
    plans.push_back(text + "timers: {default: keep}\nunmapped: leave\n");
  }
  return plans;
}

}  // namespace guichet::migrate
