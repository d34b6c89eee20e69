#include "workflows/migrate/suggest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/base/diagnostic.hpp"

namespace guichet::migrate {
namespace {

using model::State;
using model::StateKind;
using model::Workflow;

constexpr std::size_t kHashShown = 12;

std::string last_word(const std::string& path) {
  const auto dot = path.rfind('.');
  return dot == std::string::npos ? path : path.substr(dot + 1);
}

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

class Guessing {
 public:
  Guessing(const Workflow& from, const Workflow& to) : from_(from), to_(to) {}

  void add(const Place& place) {
    for (const std::string& path : place.active) look_at(path);
    for (const auto& [history, states] : place.history) {
      const auto now = to_.find_state(history);
      const auto then = from_.find_state(history);
      const bool same = now && then && to_.at(*now).kind == from_.at(*then).kind;
      if (!same) lines_[history] = "{forget: true}";
      for (const std::string& state : states) look_at(state);
    }
  }

  const std::map<std::string, std::string>& lines() const { return lines_; }

 private:
  void look_at(const std::string& path) {
    const auto then = from_.find_state(path);
    const auto now = to_.find_state(path);
    if (!then || !is_place(from_.at(*then)) || (now && to_.at(*now).kind == from_.at(*then).kind)) {
      return;
    }
    if (now) {
      const State* inside = first_place(to_, &to_.at(*now));
      lines_[path] = inside != nullptr && inside->path != path ? inside->path : move_to(path);
      return;
    }
    const std::string target = resembling(from_.at(*then));
    lines_[path] = target.empty() ? move_to(from_.at(*then).path) : target;
  }

  // A state of the same kind that is new, or of the same id anywhere; empty where none is like it.
  std::string resembling(const State& gone) const {
    std::vector<std::string> added, siblings;
    for (const State& state : to_.states) {
      if (state.kind != gone.kind || from_.find_state(state.path)) continue;
      if (state.id == gone.id) return state.path;
      added.push_back(state.path);
      if (to_.at(state.parent).path == from_.at(gone.parent).path) siblings.push_back(state.path);
    }
    if (const auto near = base::did_you_mean(gone.path, added)) return *near;
    for (const std::string& path : added) {
      const std::string word = last_word(path);
      if (word.starts_with(gone.id) || gone.id.starts_with(word)) return path;
    }
    return siblings.size() == 1 ? siblings.front() : "";
  }

  // To the nearest surviving state around it, else to the beginning.
  std::string move_to(const std::string& path) const {
    const Workflow& to = to_;
    const State* target = nullptr;
    for (std::string up = path; !up.empty() && target == nullptr;) {
      const auto dot = up.rfind('.');
      up = dot == std::string::npos ? "" : up.substr(0, dot);
      const auto around = to.find_state(up);
      if (around) target = first_place(to, &to.at(*around));
    }
    return fmt::format("{{goto: {}, reason: \"\"}}", target == nullptr ? "" : target->path);
  }

  const Workflow& from_;
  const Workflow& to_;
  std::map<std::string, std::string> lines_;
};

}  // namespace

std::vector<std::string> suggest(const std::vector<Stranded>& stranded, const bundle::Desk& to) {
  using Rules = std::map<std::string, std::string>;  // old path -> what becomes of it
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
    for (const auto& [path, target] : what.second) {
      text += fmt::format("  {}: {}\n", path, target);
    }
    plans.push_back(text + "timers: {default: keep}\nunmapped: leave\n");
  }
  return plans;
}

}  // namespace guichet::migrate
