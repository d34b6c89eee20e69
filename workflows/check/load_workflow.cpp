#include "workflows/check/load_workflow.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;

// `chart` is a bare statechart, for tests and teaching: nothing is asked of it about people and
// time.
const std::vector<std::string> kKinds = {"request", "need", "referral", "base", "chart"};
const std::vector<std::string> kKindsNotYet = {"operation", "enrolment"};

class Loader {
 public:
  Loader(const std::vector<const yaml::Node*>& files, const DeskNames& names,
         base::Diagnostics& diagnostics)
      : files_(files),
        names_(names),
        diagnostics_(diagnostics),
        scope_(workflow_scope(*names.vocabulary)) {}

  std::vector<std::shared_ptr<const model::Workflow>> load() {
    for (const yaml::Node* file : files_) register_file(*file);
    std::vector<std::shared_ptr<const model::Workflow>> workflows;
    for (const yaml::Node* file : files_) {
      if (yaml::text_at(*file, "kind") == "base") continue;
      if (auto workflow = load_one(*file)) workflows.push_back(std::move(workflow));
    }
    for (const auto& [id, file] : bases_) {
      if (extended_.contains(id)) continue;
      diagnostics_.warning(file->find("id")->location(), Message(messages::kUnusedBase, {id}));
      View(*file).check_shape(keys::kRoot, diagnostics_, keys::kLevels);
    }
    return workflows;
  }

 private:
  void register_file(const yaml::Node& file) {
    yaml::check_header(file, "workflow", diagnostics_);
    const yaml::Node *id = yaml::at(file, "id"), *kind = yaml::at(file, "kind");
    if (id == nullptr || !yaml::read_id(*id, diagnostics_)) return;
    if (kinds_.contains(id->text())) {
      diagnostics_.error(id->location(), Message(messages::kDuplicateWorkflow, {id->text()}));
      return;
    }
    kinds_[id->text()] = kind == nullptr ? "" : kind->text();
    if (kind != nullptr && kind->text() == "base") bases_[id->text()] = &file;
  }

  std::shared_ptr<const model::Workflow> load_one(const yaml::Node& file) {
    base::Diagnostics faults;
    auto workflow = std::make_shared<model::Workflow>(read(file, faults));
    for (const base::Diagnostic& fault : faults.list()) diagnostics_.add(fault);
    return faults.has_errors() ? nullptr : workflow;
  }

  model::Workflow read(const yaml::Node& file, base::Diagnostics& faults) {
    Reading reading{names_, scope_, kinds_, faults};
    View(file).check_shape(keys::kRoot, faults, keys::kLevels);
    if (!file.is_mapping()) return {};
    const View root = with_base(file, faults);
    root.check_shape(keys::kRoot, faults, keys::kLevels);
    read_head(reading, View(file), root);
    read_states(reading, root);
    const auto states = root.find("states");
    if (!states || !states->node().is_mapping() || states->entries().empty()) {
      if (!states) faults.error(file.location(), Message(messages::kNoStates, {"states"}));
      return {};
    }
    read_content(reading);
    check_collected_names(reading);
    model::finish(reading.workflow);
    find(reading.workflow, faults);
    check_events(reading);
    return std::move(reading.workflow);
  }

  View with_base(const yaml::Node& file, base::Diagnostics& faults) {
    const View own(file);
    const yaml::Node *extends = yaml::at(file, "extends"), *remove = yaml::at(file, "remove");
    if (extends == nullptr) {
      if (remove != nullptr)
        faults.error(remove->location(), Message(messages::kOnlyWhenExtending));
      return own;
    }
    const auto base = bases_.find(extends->text());
    if (base == bases_.end()) {
      report_unknown_base(*extends, faults);
      return own;
    }
    extended_.insert(base->first);
    if (const yaml::Node* chained = yaml::at(*base->second, "extends")) {
      faults.error(chained->location(), Message(messages::kBaseExtends));
    }
    View inherited(*base->second);
    if (remove != nullptr && !remove->is_mapping()) {
      for (const yaml::Node* path : yaml::read_one_or_many(*remove, faults)) {
        if (auto rest = View::without_state(inherited, path->text())) {
          inherited = *rest;
        } else {
          faults.error(path->location(), Message(messages::kUnknownState, {path->text()}));
        }
      }
    }
    return View::merged(inherited, own);
  }

  void report_unknown_base(const yaml::Node& extends, base::Diagnostics& faults) {
    if (kinds_.contains(extends.text())) {
      faults.error(extends.location(), Message(messages::kNotABase, {extends.text()}));
      return;
    }
    std::vector<std::string> known;
    for (const auto& [id, file] : bases_) known.push_back(id);
    faults.error(extends.location(), Message(messages::kUnknownBase, {extends.text()}),
                 base::suggestion(extends.text(), known));
  }

  void read_head(Reading& reading, const View& own, const View& root) {
    model::Workflow& workflow = reading.workflow;
    workflow.id = read_text(own, "id");
    workflow.kind = read_text(own, "kind");
    workflow.version = read_text(own, "version");
    workflow.title = read_text(root, "title");
    if (workflow.title.empty()) workflow.title = workflow.id;
    if (const auto kind = own.find("kind"); kind && kind->node().is_scalar()) {
      check_kind(reading, kind->node());
    }
    read_fields(reading, root);
    if (const auto exports = root.find("exports"); exports && !exports->node().is_mapping()) {
      for (const yaml::Node* node : yaml::read_one_or_many(exports->node(), reading.diagnostics)) {
        if (find_own_field(reading, *node) != nullptr) workflow.exports.push_back(node->text());
      }
    }
  }

  static void check_kind(Reading& reading, const yaml::Node& kind) {
    const std::string& text = kind.text();
    if (std::ranges::find(kKinds, text) != kKinds.end()) return;
    const bool later = std::ranges::find(kKindsNotYet, text) != kKindsNotYet.end();
    reading.diagnostics.error(
        kind.location(), Message(later ? messages::kKindNotYet : messages::kUnknownKind, {text}),
        later ? std::nullopt : base::suggestion(text, kKinds));
  }

  void read_fields(Reading& reading, const View& root) {
    const auto fields = root.find("fields");
    if (!fields || fields->node().is_mapping()) return;
    for (const yaml::Node* node : yaml::read_one_or_many(fields->node(), reading.diagnostics)) {
      const vocabulary::Field* field = find_field(reading, *node);
      if (field == nullptr) continue;
      if (!may_own(reading.workflow.kind, field->of)) {
        reading.diagnostics.error(
            node->location(), Message(messages::kFieldOfOther, {field->id, word_of(field->of)}));
        continue;
      }
      reading.workflow.fields.push_back(field->id);
    }
  }

  static bool may_own(const std::string& kind, vocabulary::Subject of) {
    using vocabulary::Subject;
    if (of == Subject::any) return true;
    if (kind == "need") return of == Subject::need;
    if (kind == "request") return of == Subject::request;
    if (kind == "referral") return of == Subject::referral;
    return of == Subject::need || of == Subject::request || of == Subject::referral;
  }

  static std::string word_of(vocabulary::Subject of) {
    constexpr const char* kWords[] = {"request", "case",     "person", "firm",
                                      "need",    "referral", "any"};
    return kWords[static_cast<std::size_t>(of)];
  }

  // A state whose arms could not be read would look like a trap: what the path can do is asked
  // where its shape is sound, whatever names of roles, letters or fields are wrong.
  static void find(const model::Workflow& workflow, base::Diagnostics& faults) {
    if (std::ranges::all_of(faults.list(), leaves_shape_sound)) {
      find_endless_steps(workflow, faults);
      if (workflow.kind == "chart") return;
      find_idle_arms(workflow, faults);
      find_unreachable(workflow, faults);
      find_dead_ends(workflow, faults);
      find_endless_waits(workflow, faults);
      find_ladder_faults(workflow, faults);
    }
    if (workflow.kind != "chart") find_faulty_ends(workflow, faults);
  }

  static bool leaves_shape_sound(const base::Diagnostic& fault) {
    constexpr std::string_view kNames[] = {
        "unknown-role",       "unknown-field",   "foreign-field",      "field-of-other",
        "unknown-letter",     "letter-wanted",   "letter-names-timer", "unknown-table",
        "unknown-convention", "unknown-refusal", "unknown-workflow",   "not-a-referral",
        "unknown-task",       "unknown-send",    "not-a-list",         "unknown-verb",
        "who-may-act"};
    return fault.severity != base::Severity::error ||
           std::ranges::find(kNames, fault.code()) != std::end(kNames);
  }

  // An event close to one that the engine or the workflow raises is a slip of the hand.
  static void check_events(Reading& reading) {
    if (reading.is_chart()) return;
    std::vector<std::string> known = {
        "referral.accepted",  "referral.declined",  "referral.question", "referral.silent",
        "referral.withdrawn", "referral.concluded", "referral.nobody",   "referral.changed",
        "need.closed",        "intake.take_in",     "intake.refuse",     "intake.ask",
        "intake.incomplete",  "error.guard",        "error.expression",  "error.rule"};
    known.insert(known.end(), reading.raised.begin(), reading.raised.end());
    for (const model::Declaration& declaration : reading.workflow.declarations) {
      const std::string& name = declaration.name;
      const bool exact = declaration.cause == model::Cause::event && name != "*" &&
                         !name.ends_with(".*") && !name.starts_with("done.");
      if (!exact || std::ranges::find(known, name) != known.end()) continue;
      if (auto hint = base::suggestion(name, known)) {
        reading.diagnostics.warning(declaration.at, Message(messages::kUnlikelyEvent, {name}),
                                    hint);
      }
    }
  }

  const std::vector<const yaml::Node*>& files_;
  const DeskNames& names_;
  base::Diagnostics& diagnostics_;
  feel::Scope scope_;
  std::map<std::string, std::string> kinds_;
  std::map<std::string, const yaml::Node*> bases_;
  std::set<std::string> extended_;
};

}  // namespace

std::vector<std::shared_ptr<const model::Workflow>> load_workflows(
    const std::vector<const yaml::Node*>& files, const DeskNames& names,
    base::Diagnostics& diagnostics) {
  return Loader(files, names, diagnostics).load();
}

}  // namespace guichet::check
