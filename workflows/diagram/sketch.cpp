// Which boxes and arrows a path has, and the words on them.
#include <algorithm>
#include <map>
#include <utility>

#include "workflows/diagram/captions.hpp"
#include "workflows/diagram/messages.hpp"
#include "workflows/diagram/picture.hpp"
#include "workflows/diagram/text_width.hpp"

namespace guichet::diagram {

bool holds_boxes(BoxKind kind) {
  return kind == BoxKind::root || kind == BoxKind::compound || kind == BoxKind::parallel ||
         kind == BoxKind::region;
}

namespace {

constexpr double kBoxText = 190, kLabelText = 132;  // where lines are broken
constexpr double kStartSize = 14, kHistorySize = 26, kLeastWidth = 90;

std::size_t box_of(model::StateIndex state) {
  return static_cast<std::size_t>(state.value);
}

BoxKind kind_of(const model::Workflow& workflow, const model::State& state) {
  using model::StateKind;
  if (state.parent == model::kNoState) return BoxKind::root;
  switch (state.kind) {
    case StateKind::final:
      return BoxKind::final;
    case StateKind::shallow_history:
      return BoxKind::shallow_history;
    case StateKind::deep_history:
      return BoxKind::deep_history;
    case StateKind::parallel:
      return BoxKind::parallel;
    default:
      break;
  }
  const bool in_parallel = workflow.at(state.parent).kind == StateKind::parallel;
  if (state.kind == StateKind::compound) return in_parallel ? BoxKind::region : BoxKind::compound;
  return BoxKind::state;
}

class Sketch {
 public:
  Sketch(const model::Workflow& workflow, const Drawing& drawing)
      : workflow_(workflow), drawing_(drawing), captions_(workflow, drawing) {}

  Picture draw() && {
    for (const model::State& state : workflow_.states) add_state(state);
    add_everywhere();
    for (const model::State& state : workflow_.states) add_initial(state);
    for (std::size_t i = 0; i < workflow_.states.size(); ++i) {
      for (const model::DeclarationIndex each : workflow_.states[i].declarations) {
        add_declaration(i, workflow_.at(each));
      }
    }
    for (Box& box : picture_.boxes) finish_box(box);
    for (Arrow& arrow : picture_.arrows) arrow.label = broken(arrow.label);
    describe();
    return std::move(picture_);
  }

 private:
  Box& box(std::size_t index) { return picture_.boxes[index]; }

  void add_state(const model::State& state) {
    const bool root = state.parent == model::kNoState;
    Box out{.kind = kind_of(workflow_, state),
            .parent = root ? kNoBox : box_of(state.parent),
            .success = state.success};
    const bool pseudo = model::is_history(state.kind);
    const std::string title = captions_.title_of(state);
    out.name = pseudo ? captions_.say(messages::kHistory) : title;
    if (state.kind == model::StateKind::final) {
      out.name = captions_.say(messages::kEnd, {title});
    }
    if (!root && !pseudo) out.lines.push_back({LineStyle::title, title});
    for (const std::string& task : captions_.tasks(state)) {
      out.lines.push_back({LineStyle::task, task});
    }
    if (drawing_.counts && !root && !pseudo) {
      const auto found = drawing_.counts->find(state.path);
      if (found != drawing_.counts->end() && found->second > 0) out.count = found->second;
    }
    picture_.boxes.push_back(std::move(out));
  }

  // The root is no box that arrows could leave: what it declares has one of its own.
  void add_everywhere() {
    const model::State& root = workflow_.at(model::kRoot);
    if (root.declarations.empty()) return;
    everywhere_ = picture_.boxes.size();
    const std::string title = captions_.say(messages::kEverywhere);
    picture_.boxes.push_back(
        {.kind = BoxKind::everywhere, .parent = 0, .lines = {}, .name = title});
    picture_.boxes.back().lines.push_back({LineStyle::title, title});
  }

  void add_initial(const model::State& state) {
    if (!state.initial) return;
    const std::size_t index = static_cast<std::size_t>(&state - workflow_.states.data());
    std::size_t from = index;
    if (!model::is_history(state.kind)) {
      from = picture_.boxes.size();
      picture_.boxes.push_back({.kind = BoxKind::start,
                                .parent = index,
                                .lines = {},
                                .name = captions_.say(messages::kStart)});
    }
    for (const model::StateIndex target : state.initial->targets) {
      arrow(from, box_of(target)).name = box(from).name + " → " + box(box_of(target)).name;
    }
  }

  Arrow& arrow(std::size_t from, std::size_t to) {
    const auto [found, is_new] = arrows_.try_emplace({from, to}, picture_.arrows.size());
    if (is_new) picture_.arrows.push_back({.from = from, .to = to});
    return picture_.arrows[found->second];
  }

  static void add_once(std::vector<std::string>& lines, const std::string& line) {
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(line);
  }
  void add_line(std::size_t at, const std::string& text) {
    if (text.empty()) return;
    for (const Line& line : box(at).lines) {
      if (line.text == text) return;
    }
    box(at).lines.push_back({LineStyle::inner, text});
  }

  std::vector<std::size_t> ancestors(std::size_t at) const {
    std::vector<std::size_t> out;
    for (; at != kNoBox; at = picture_.boxes[at].parent) out.push_back(at);
    return out;
  }

  // From one region into another there is no way that an arrow could take outside of both.
  bool between_regions(std::size_t from, std::size_t to) const {
    const auto up = ancestors(from);
    for (std::size_t at : ancestors(to)) {
      const auto found = std::ranges::find(up, at);
      if (found == up.end()) continue;
      return picture_.boxes[at].kind == BoxKind::parallel && at != from && at != to;
    }
    return false;
  }

  void add_declaration(std::size_t state, const model::Declaration& declaration) {
    const std::size_t from = state == 0 ? everywhere_ : state;
    bool drawn = false, stays = false;
    for (const model::TransitionIndex index : declaration.arms) {
      const model::Transition& arm = workflow_.at(index);
      if (arm.refuse) continue;
      if (arm.targets.empty()) {
        stays = true;
      } else {
        add_arm(from, arm);
        drawn = true;
      }
      describe_arm(from, arm);
    }
    if (stays && !drawn) add_line(from, captions_.inner(declaration));
  }

  void add_arm(std::size_t from, const model::Transition& arm) {
    const std::string caption = captions_.arm(arm);
    bool labelled = false;
    for (const model::StateIndex target : arm.targets) {
      const std::size_t to = box_of(target);
      if (to == from) {
        add_line(from, captions_.say(messages::kAgain, {caption}));
        labelled = true;
      } else if (between_regions(from, to)) {
        add_line(from, captions_.say(messages::kLeadsTo, {caption, captions_.targets(arm)}));
        labelled = true;
      } else {
        Arrow& drawn = arrow(from, to);
        if (!labelled) add_once(drawn.label, caption);
        labelled = true;
        const std::string full = captions_.arm_in_full(arm);
        drawn.description += (drawn.description.empty() ? "" : " ; ") + full;
        drawn.name = box(from).name + " → " + box(to).name;
      }
    }
  }

  void describe_arm(std::size_t from, const model::Transition& arm) {
    std::string& text = box(from).description;
    if (!text.empty()) text += " ; ";
    text += captions_.arm_in_full(arm);
    if (!arm.targets.empty()) text += " → " + captions_.targets(arm);
  }

  static std::vector<std::string> broken(const std::vector<std::string>& captions) {
    std::vector<std::string> out;
    for (const std::string& caption : captions) {
      const std::string text = captions.size() > 1 ? "• " + caption : caption;
      for (std::string& line : wrapped(text, kTextSize, kLabelText)) {
        out.push_back(std::move(line));
      }
    }
    return out;
  }

  void finish_box(Box& box) const {
    std::vector<Line> lines;
    double width = 0, height = 0;
    for (const Line& line : box.lines) {
      const bool title = line.style == LineStyle::title;
      const double size = title ? kTitleSize : kTextSize;
      const Weight weight = title ? Weight::bold : Weight::normal;
      for (std::string& text : wrapped(line.text, size, kBoxText, weight)) {
        width = std::max(width, text_width(text, size, weight));
        height += title ? kTitleHeight : kTextHeight;
        lines.push_back({line.style, std::move(text)});
      }
    }
    box.lines = std::move(lines);
    if (box.count) {
      box.description = captions_.say(messages::kOpenHere, {std::to_string(*box.count)}) +
                        (box.description.empty() ? "" : " ; " + box.description);
    }
    if (holds_boxes(box.kind)) {
      box.heading = {0, 0, box.lines.empty() ? 0 : width, height};
    } else if (box.kind == BoxKind::start) {
      box.rect = {0, 0, kStartSize, kStartSize};
    } else if (box.kind == BoxKind::shallow_history || box.kind == BoxKind::deep_history) {
      box.rect = {0, 0, kHistorySize, kHistorySize};
    } else {
      box.rect = {0, 0, std::max(kLeastWidth, width + 2 * kBoxMargin), height + 2 * kBoxMargin};
    }
  }

  void describe() {
    picture_.title = workflow_.title.empty() ? workflow_.id : workflow_.title;
    const auto states = std::ranges::count_if(workflow_.states, [](const model::State& state) {
      return state.parent != model::kNoState && !model::is_history(state.kind);
    });
    picture_.description = captions_.say(messages::kPath, {picture_.title, std::to_string(states),
                                                           std::to_string(picture_.arrows.size())});
    picture_.boxes[0].name = picture_.title;
  }

  const model::Workflow& workflow_;
  const Drawing& drawing_;
  Captions captions_;
  Picture picture_;
  std::size_t everywhere_ = 0;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> arrows_;
};

}  // namespace

Picture sketch(const model::Workflow& workflow, const Drawing& drawing) {
  return Sketch(workflow, drawing).draw();
}

}  // namespace guichet::diagram
