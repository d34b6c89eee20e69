// Sugar to plain language: before a workflow is read, its tree (with what it extends merged) is
// rewritten, so that the readers, and `guichet explain`, know one form of each thing. Whatever is
// made stands at the place of what its author wrote. For this module only.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "engine/vocabulary/vocabulary.hpp"
#include "workflows/check/view.hpp"

namespace guichet::check {

// What lowering shares: where mistakes go, and the nodes that are made, which outlive the views.
struct Lowering {
  const vocabulary::Vocabulary& vocabulary;
  base::Diagnostics& diagnostics;
  std::deque<yaml::Node> made{};

  View keep(yaml::Node node) { return View(made.emplace_back(std::move(node))); }
  const yaml::Node& keep_word(std::string text, const base::Location& at);
};

View lower_workflow(Lowering& lowering, const View& root);

// Made nodes. A word is a scalar whose text does not stand in the source.
yaml::Node word(std::string text, const base::Location& at);
yaml::Entry entry(std::string key, yaml::Node value, const base::Location& at);
yaml::Node list_of(std::vector<yaml::Node> items, const base::Location& at);
yaml::Node mapping_of(std::vector<yaml::Entry> entries, const base::Location& at);
// A view as a node of its own, merged or not.
yaml::Node as_node(const View& view);

// Blocks of verbs, in their one form each; anything else comes back as it is.
yaml::Node lower_block(const yaml::Node& block);
yaml::Node lower_verb(const yaml::Node& verb);
// An arm's `do`, whichever form the arms around it have.
View lower_declaration(Lowering& lowering, const View& declaration);
yaml::Node lower_arm(const yaml::Node& arm);

// `remind`, `escalate`, `notify`, `letter`, `open_task`, `record`, `then`; `every` alone.
View lower_timer(Lowering& lowering, const View& timer);
// A property written as a sentence becomes a mapping.
yaml::Node lower_property(const yaml::Node& property);
// `checklist:`: what the state has in its place.
View::Items lower_checklist(Lowering& lowering, const View& state, View::Items items);

// `pause:`.
struct Pause {
  View view;
  base::Location at;
  std::string state, act, resume;  // ids of what is made
  bool clocks_stopped = true;
};
// Nothing, with the reasons, where it lacks what it needs.
std::optional<Pause> read_pause(Lowering& lowering, const View& state);
// What the paused state has more; `path` is its own, empty for the root.
View::Items with_pause(Lowering& lowering, const Pause& pause, const std::string& path,
                       const View& state, View::Items items);
// The state that the pause leads to.
View::Item paused_state(Lowering& lowering, const Pause& pause, const std::string& path,
                        const View& of);

}  // namespace guichet::check
