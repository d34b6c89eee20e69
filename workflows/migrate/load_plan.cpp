#include "workflows/migrate/load_plan.hpp"

#include <algorithm>
#include <array>

#include "engine/base/digest.hpp"
#include "engine/yaml/shape.hpp"
#include "workflows/migrate/messages.hpp"

namespace guichet::migrate {
namespace {

using base::Message;
using base::MessageText;
using yaml::Node;

constexpr std::array kPlanKeys{yaml::Key{"guichet", yaml::kScalar, true},
                               yaml::Key{"workflow", yaml::kScalar | yaml::kSequence, true},
                               yaml::Key{"from", yaml::kScalar | yaml::kSequence},
                               yaml::Key{"to", yaml::kScalar},
                               yaml::Key{"states", yaml::kMapping},
                               yaml::Key{"fields", yaml::kMapping},
                               yaml::Key{"timers", yaml::kMapping},
                               yaml::Key{"unmapped", yaml::kScalar},
                               yaml::Key{"force", yaml::kScalar},
                               yaml::Key{"note", yaml::kScalar}};
constexpr std::array kStateKeys{yaml::Key{"goto", yaml::kScalar},
                                yaml::Key{"forget", yaml::kScalar},
                                yaml::Key{"reason", yaml::kScalar}};
constexpr std::array kFieldKeys{yaml::Key{"from", yaml::kScalar},
                                yaml::Key{"using", yaml::kScalar}};
constexpr std::size_t kShortestHash = 6;

class LoadingPlan {
 public:
  // Of the workflow that `name` names, where the file speaks of several alike.
  LoadingPlan(const Node& root, const Node& name, const Versions& versions,
              base::Diagnostics& diagnostics)
      : root_(root), name_(name), versions_(versions), diagnostics_(diagnostics) {}

  WorkflowPlan run() {
    read_workflow();
    read_versions();
    each_entry("states", [&](const yaml::Entry& entry) { read_state(entry); });
    each_entry("fields", [&](const yaml::Entry& entry) { read_field(entry); });
    each_entry("timers", [&](const yaml::Entry& entry) { read_timer(entry); });
    read_unmapped();
    if (const Node* force = yaml::at(root_, "force")) {
      plan_.force = yaml::read_bool(*force, diagnostics_).value_or(false);
    }
    return std::move(plan_);
  }

 private:
  template <typename Read>
  void each_entry(std::string_view key, Read read) {
    const Node* node = yaml::at(root_, key);
    if (node == nullptr) return;
    for (const yaml::Entry& entry : node->entries()) read(entry);
  }

  void error(const Node& node, const MessageText& text, std::vector<std::string> known) {
    diagnostics_.error(node.location(), Message(text, {node.text()}),
                       base::suggestion(node.text(), std::move(known)));
  }

  void read_workflow() {
    plan_.workflow = name_.text();
    std::vector<std::string> known;
    for (const auto& [id, workflow] : versions_.target.workflows) known.push_back(id);
    for (const bundle::Desk* each : versions_.earlier) {
      for (const auto& [id, workflow] : each->workflows) known.push_back(id);
    }
    if (std::ranges::find(known, plan_.workflow) == known.end()) {
      error(name_, messages::kUnknownWorkflow, known);
    }
  }

  static bool is_called(const bundle::Desk& desk, const std::string& workflow,
                        const std::string& name) {
    const bool hash = name.size() >= kShortestHash &&
                      (desk.hash.starts_with(name) || desk.content_hash.starts_with(name));
    const model::Workflow* known = desk.workflow(workflow);
    return hash || (known != nullptr && !known->version.empty() && known->version == name);
  }

  std::vector<std::string> names_of(const std::vector<const bundle::Desk*>& desks) const {
    std::vector<std::string> names;
    for (const bundle::Desk* desk : desks) {
      const model::Workflow* known = desk->workflow(plan_.workflow);
      if (known != nullptr && !known->version.empty()) names.push_back(known->version);
      names.push_back(desk->hash.substr(0, 12));
    }
    return names;
  }

  void read_versions() {
    if (const Node* from = yaml::at(root_, "from")) {
      for (const Node* each : yaml::read_one_or_many(*from, diagnostics_)) read_source(*each);
    } else {
      sources_ = versions_.earlier;
    }
    const Node* to = yaml::at(root_, "to");
    if (to == nullptr || is_called(versions_.target, plan_.workflow, to->text())) return;
    diagnostics_.error(
        to->location(),
        Message(messages::kOtherTarget, {to->text(), names_of({&versions_.target}).front()}));
  }

  // A label may be of several versions: a desk's other files changed meanwhile.
  void read_source(const Node& node) {
    bool known = false;
    for (const bundle::Desk* desk : versions_.earlier) {
      if (!is_called(*desk, plan_.workflow, node.text())) continue;
      plan_.from.push_back(desk->hash);
      sources_.push_back(desk);
      known = true;
    }
    if (!known && !is_published(node.text())) {
      error(node, messages::kUnknownVersion, names_of(versions_.earlier));
    }
  }

  bool is_published(const std::string& name) {
    if (!versions_.published) return false;
    const std::size_t before = sources_.size();
    for (const bundle::Desk* desk : versions_.published()) {
      if (!is_called(*desk, plan_.workflow, name)) continue;
      plan_.from.push_back(desk->hash);
      sources_.push_back(desk);
    }
    return sources_.size() > before;
  }

  std::vector<const model::Workflow*> old_workflows() const {
    std::vector<const model::Workflow*> found;
    for (const bundle::Desk* desk : sources_) {
      if (const model::Workflow* each = desk->workflow(plan_.workflow)) found.push_back(each);
    }
    return found;
  }
  const model::Workflow* new_workflow() const { return versions_.target.workflow(plan_.workflow); }

  static std::vector<std::string> paths_of(const std::vector<const model::Workflow*>& workflows) {
    std::vector<std::string> paths;
    for (const model::Workflow* workflow : workflows) {
      for (const model::State& state : workflow->states) {
        if (!state.path.empty()) paths.push_back(state.path);
      }
    }
    return paths;
  }

  void read_state(const yaml::Entry& entry) {
    StateRule rule{.from = entry.key.text(), .to = {}, .reason = {}, .at = entry.key.location()};
    const auto old_paths = paths_of(old_workflows());
    // Without a version to go by, only the new one's names can be checked.
    if (!sources_.empty() && std::ranges::find(old_paths, rule.from) == old_paths.end()) {
      error(entry.key, messages::kUnknownOldState, old_paths);
    }
    const Node* target = &entry.value;
    if (entry.value.is_mapping()) {
      if (!yaml::check_shape(entry.value, kStateKeys, diagnostics_)) return;
      target = yaml::at(entry.value, "goto");
      rule.moves = target != nullptr;
      rule.reason = yaml::text_at(entry.value, "reason");
      if (const Node* forget = yaml::at(entry.value, "forget")) {
        rule.forgets = yaml::read_bool(*forget, diagnostics_).value_or(false);
      }
    }
    if (target != nullptr) {
      rule.to = target->text();
      check_target(*target, rule);
    }
    if (rule.moves && rule.reason.find_first_not_of(" \t") == std::string::npos) {
      diagnostics_.error(target->location(), Message(messages::kReasonMissing, {rule.to}));
    }
    plan_.states.push_back(std::move(rule));
  }

  // A suggested plan that nobody has completed.
  void ask(const Node& node, const StateRule& rule, const model::Workflow& workflow) {
    std::string states;
    for (const model::State& each : workflow.states) {
      if (each.kind != model::StateKind::atomic) continue;
      states += (states.empty() ? "" : ", ") + each.path;
    }
    diagnostics_.error(node.location(), Message(messages::kIncomplete, {rule.from}),
                       Message(messages::kIncompleteHint, {states}));
  }

  void check_target(const Node& node, const StateRule& rule) {
    const model::Workflow* workflow = new_workflow();
    if (workflow == nullptr) return;
    const auto state = workflow->find_state(rule.to);
    if (rule.to == "?") return ask(node, rule, *workflow);
    if (!state || rule.to.empty()) {
      return error(node, messages::kUnknownNewState, paths_of({workflow}));
    }
    if (rule.moves && is_history(workflow->at(*state).kind)) {
      diagnostics_.error(node.location(), Message(messages::kNotAPlace, {rule.to}));
    }
  }

  void read_field(const yaml::Entry& entry) {
    FieldRule rule{
        .field = entry.key.text(), .from = {}, .formula = {}, .at = entry.key.location()};
    if (versions_.target.vocabulary->find(rule.field) == nullptr) {
      error(entry.key, messages::kUnknownNewField, versions_.target.vocabulary->ids());
    }
    const Node* from = &entry.value;
    const Node* formula = nullptr;
    if (entry.value.is_mapping()) {
      if (!yaml::check_shape(entry.value, kFieldKeys, diagnostics_)) return;
      from = yaml::at(entry.value, "from");
      formula = yaml::at(entry.value, "using");
    }
    if (from == nullptr && formula == nullptr) {
      diagnostics_.error(entry.key.location(), Message(messages::kNothingToDo, {rule.field}));
    }
    if (from != nullptr) read_old_field(*from, rule);
    if (formula != nullptr) compile(*formula, rule);
    plan_.fields.push_back(std::move(rule));
  }

  void read_old_field(const Node& node, FieldRule& rule) {
    rule.from = node.text();
    std::vector<std::string> known;
    for (const bundle::Desk* desk : sources_) {
      for (std::string& id : desk->vocabulary->ids()) known.push_back(std::move(id));
    }
    if (!sources_.empty() && std::ranges::find(known, rule.from) == known.end()) {
      error(node, messages::kUnknownOldField, known);
    }
  }

  // Against each version it starts from: a formula reads the fields as they were.
  void compile(const Node& node, FieldRule& rule) {
    base::LocatedText text = node.located();
    if (text.text().starts_with('=')) text = text.sub(1, text.text().size() - 1).trimmed();
    for (const bundle::Desk* desk : sources_) {
      rule.formula[desk->hash] = feel::compile(text, desk->scope, diagnostics_);
    }
  }

  void read_timer(const yaml::Entry& entry) {
    const std::string& word = entry.value.text();
    const auto change = timer_change(word);
    if (!change) {
      error(entry.value, messages::kUnknownTimerChange, {"keep", "rebase", "restart"});
      return;
    }
    if (entry.key.text() == "default") {
      plan_.otherwise = *change;
      return;
    }
    check_timer(entry.key);
    plan_.timers.push_back({entry.key.text(), *change, entry.key.location()});
  }

  static std::optional<TimerChange> timer_change(const std::string& word) {
    if (word == "keep") return TimerChange::keep;
    if (word == "rebase") return TimerChange::rebase;
    if (word == "restart") return TimerChange::restart;
    return {};
  }

  void check_timer(const Node& node) {
    const model::Workflow* workflow = new_workflow();
    if (workflow == nullptr || node.text() == "*") return;
    std::vector<std::string> known;
    for (const model::State& state : workflow->states) {
      const std::string before = state.path.empty() ? "" : state.path + ".";
      for (const model::DeclarationIndex timer : state.timers) {
        known.push_back(before + workflow->at(timer).name);
      }
      if (!state.timers.empty()) known.push_back(before + "*");
    }
    if (std::ranges::find(known, node.text()) != known.end()) return;
    auto hint = base::suggestion(node.text(), known);
    if (!hint) hint = Message(messages::kTimerHint);
    diagnostics_.error(node.location(), Message(messages::kUnknownTimer, {node.text()}), hint);
  }

  void read_unmapped() {
    const Node* node = yaml::at(root_, "unmapped");
    if (node == nullptr || node->text() == "leave") return;
    if (node->text() == "refuse") {
      plan_.unmapped = Unmapped::refuse;
    } else if (node->text() == "incident") {
      plan_.unmapped = Unmapped::incident;
    } else {
      error(*node, messages::kUnknownUnmapped, {"leave", "refuse", "incident"});
    }
  }

  const Node& root_;
  const Node& name_;
  const Versions& versions_;
  base::Diagnostics& diagnostics_;
  std::vector<const bundle::Desk*> sources_;
  WorkflowPlan plan_;
};

}  // namespace

std::shared_ptr<const Plan> load_plan(const std::vector<const Node*>& files,
                                      const Versions& versions, base::Diagnostics& diagnostics) {
  auto plan = std::make_shared<Plan>();
  plan->to = versions.target.hash;
  std::string written = plan->to + versions.occasion;
  for (const Node* file : files) {
    yaml::check_header(*file, "migration", diagnostics);
    if (!yaml::check_shape(*file, kPlanKeys, diagnostics)) continue;
    for (const Node* name : yaml::read_one_or_many(*yaml::at(*file, "workflow"), diagnostics)) {
      plan->workflows.push_back(LoadingPlan(*file, *name, versions, diagnostics).run());
    }
    if (file->location().source) written += '\0' + file->location().source->text();
  }
  plan->hash = base::sha256_hex(written);
  return diagnostics.has_errors() ? nullptr : plan;
}

}  // namespace guichet::migrate
