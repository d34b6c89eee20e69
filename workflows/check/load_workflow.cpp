#include "workflows/check/load_workflow.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "workflows/check/consequences.hpp"
#include "workflows/check/finding_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/form_messages.hpp"
#include "workflows/check/general_hints.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/lower.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"
#include "workflows/check/write_tree.hpp"

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
    for (const yaml::Node* file : files_) collect_events(*file);
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
    find_unknown_answers(workflows, diagnostics_);
    // A workflow that could not be loaded may be the one that listens.
    if (!diagnostics_.has_errors()) find_unheard_tidings(workflows, diagnostics_);
    return workflows;
  }

  std::optional<std::string> explain(std::string_view id, base::Language language) {
    for (const yaml::Node* file : files_) register_file(*file);
    for (const yaml::Node* file : files_) {
      if (yaml::text_at(*file, "id") != id) continue;
      Lowering lowering{*names_.vocabulary, diagnostics_};
      const View lowered = lower_workflow(lowering, with_base(*file, diagnostics_));
      View::Items items = lowered.entries();
      std::erase_if(items, [&](const View::Item& item) {
        const std::string& key = item.key->text();
        const bool of_base = key == "version" && yaml::at(*file, "version") == nullptr;
        return key == "extends" || key == "remove" || key == "calendar" || of_base;
      });
      return write_tree(lowered.with(std::move(items)), file->location().source, language);
    }
    return std::nullopt;
  }

 private:
  // `raise: {event: .., to: parent}` crosses from one workflow to another.
  void collect_events(const yaml::Node& node) {
    for (const yaml::Node& item : node.items()) collect_events(item);
    for (const yaml::Entry& entry : node.entries()) {
      const std::string& key = entry.key.text();
      if (key == "raise" && yaml::at(entry.value, "to") != nullptr) {
        raised_across_.insert(yaml::text_at(entry.value, "event"));
      }
      collect_events(entry.value);
    }
  }

  // Replies that mean something are a partner's: the workflow is a referral, whatever it says.
  static bool is_mistaken_kind(const yaml::Node& file) {
    const std::string kind = yaml::text_at(file, "kind");
    const yaml::Node* states = yaml::at(file, "states");
    if (kind == "referral" || kind == "base" || kind == "chart" || states == nullptr) return false;
    for (const yaml::Entry& state : states->entries()) {
      const yaml::Node* replies = yaml::at(state.value, "replies");
      if (replies == nullptr) continue;
      for (const yaml::Entry& reply : replies->entries()) {
        if (yaml::at(reply.value, "means") != nullptr) return true;
      }
    }
    return false;
  }

  void register_file(const yaml::Node& file) {
    yaml::check_header(file, "workflow", diagnostics_);
    const yaml::Node *id = yaml::at(file, "id"), *kind = yaml::at(file, "kind");
    if (id == nullptr || !yaml::read_id(*id, diagnostics_)) return;
    if (kinds_.contains(id->text())) {
      diagnostics_.error(id->location(), Message(messages::kDuplicateWorkflow, {id->text()}));
      return;
    }
    kinds_[id->text()] = kind == nullptr ? "" : kind->text();
    if (is_mistaken_kind(file)) kinds_[id->text()] = "referral";
    if (kind != nullptr && kind->text() == "base") bases_[id->text()] = &file;
  }

  std::shared_ptr<const model::Workflow> load_one(const yaml::Node& file) {
    // Without its base a path cannot be judged; what is wrong with the base has been told.
    if (names_.unreadable.contains(yaml::text_at(file, "extends"))) return nullptr;
    base::Diagnostics faults;
    auto workflow = std::make_shared<model::Workflow>(read(file, faults));
    add_with_hints(without_consequences(faults, file.location().source), diagnostics_);
    return faults.has_errors() ? nullptr : workflow;
  }

  model::Workflow read(const yaml::Node& file, base::Diagnostics& faults) {
    Reading reading{names_, scope_, kinds_, faults};
    reading.raised_across = raised_across_;
    View(file).check_shape(keys::kRoot, faults, keys::kLevels);
    if (!file.is_mapping()) return {};
    Lowering lowering{*names_.vocabulary, faults};
    const View root = lower_workflow(lowering, with_base(file, faults));
    root.check_shape(keys::kRoot, faults, keys::kLevels);
    read_head(reading, View(file), root);
    read_states(reading, root);
    const auto states = root.find("states");
    if (!states || !states->node().is_mapping() || states->entries().empty()) {
      if (!states) faults.error(file.location(), Message(messages::kNoStates, {"states"}));
      return {};
    }
    read_content(reading);
    read_promises(reading, root);
    check_collected_names(reading);
    model::finish(reading.workflow);
    find_faults(reading);
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
      if (is_mistaken_kind(own.node())) {
        reading.diagnostics.error(kind->location(),
                                  Message(messages::kMistakenKind, {workflow.kind}),
                                  Message(messages::kKindReferral));
        workflow.kind = "referral";
      }
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
      if (!field->unclear && !may_own(reading.workflow.kind, field->of)) {
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

  const std::vector<const yaml::Node*>& files_;
  const DeskNames& names_;
  base::Diagnostics& diagnostics_;
  feel::Scope scope_;
  std::map<std::string, std::string> kinds_;
  std::map<std::string, const yaml::Node*> bases_;
  std::set<std::string> extended_, raised_across_;
};

}  // namespace

std::vector<std::shared_ptr<const model::Workflow>> load_workflows(
    const std::vector<const yaml::Node*>& files, const DeskNames& names,
    base::Diagnostics& diagnostics) {
  return Loader(files, names, diagnostics).load();
}

std::optional<std::string> explain_workflow(const std::vector<const yaml::Node*>& files,
                                            const vocabulary::Vocabulary& vocabulary,
                                            std::string_view id, base::Language language) {
  base::Diagnostics diagnostics;
  DeskNames names;
  names.vocabulary = &vocabulary;
  return Loader(files, names, diagnostics).explain(id, language);
}

}  // namespace guichet::check
