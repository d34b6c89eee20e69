#include <algorithm>
#include <filesystem>

#include "engine/base/digest.hpp"
#include "engine/base/file.hpp"
#include "rules/convention/load.hpp"
#include "rules/convention/messages.hpp"
#include "rules/convention/prove.hpp"
#include "rules/convention/test_run.hpp"
#include "rules/tables/load.hpp"
#include "rules/tables/prove.hpp"
#include "rules/tables/test_run.hpp"
#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"
#include "workflows/check/consequences.hpp"
#include "workflows/check/general_hints.hpp"
#include "workflows/check/load_workflow.hpp"

namespace guichet::bundle {
namespace {

using base::Diagnostics;
using base::Message;
using Files = std::map<std::string, std::string>;

constexpr std::string_view kKinds[] = {"desk",           "intake",     "workflow",  "fields",
                                       "partners",       "convention", "calendar",  "scenario",
                                       "decision-table", "population", "migration", "results"};

// Loads one desk out of its files' texts; the steps are in the order of what needs what.
class Loading {
 public:
  Loading(const Files& files, std::string shown_as, Diagnostics& diagnostics, Proof proof)
      : texts_(files), shown_as_(std::move(shown_as)), diagnostics_(diagnostics), proof_(proof) {}

  std::shared_ptr<const Desk> run() {
    parse_files();
    check_defined_once(files_, diagnostics_);
    desk_->files = texts_;
    read_desk();
    read_vocabulary();
    read_calendars();
    read_directory();
    if (desk_->vocabulary) {
      desk_->scope = check::workflow_scope(*desk_->vocabulary);
      read_letters();
      read_rules();
      read_workflows();
      read_intake_file();
      read_results_file();
      check_references(*desk_, defined_, tree_of_kind("desk"), tree_of_kind("intake"),
                       diagnostics_);
    }
    take_hashes();
    desk_->partial = diagnostics_.has_errors();
    if (!desk_->vocabulary) return nullptr;
    return desk_;
  }

 private:
  void parse_files() {
    for (const auto& [path, text] : texts_) {
      File file{.path = path, .source = base::make_source(shown_as_ + path, text)};
      const bool is_yaml = path.ends_with(".yaml") || path.ends_with(".yml");
      const std::size_t wrong = base::find_invalid_utf8(text);
      if (is_yaml && wrong != std::string::npos) {
        diagnostics_.error({file.source, static_cast<std::uint32_t>(wrong), 1},
                           Message(messages::kFileNotUtf8, {path}));
        file.kind = expected_kind(file.path);
      } else if (is_yaml) {
        file.root = yaml::parse(file.source, diagnostics_);
        if (file.root) {
          read_kind(file);
        } else {
          file.kind = expected_kind(file.path);
        }
      }
      // Beside the scenarios stand other versions of files, which they edit: theirs to load.
      const bool plays = file.kind == "scenario" || file.kind == "population";
      if (file.path.starts_with("tests/") && !plays) file = {.path = file.path};
      files_.push_back(std::move(file));
    }
  }

  void read_kind(File& file) {
    file.kind = yaml::header_kind(*file.root);
    const bool known = std::ranges::find(kKinds, file.kind) != std::end(kKinds);
    if (known) {
      yaml::check_header(*file.root, file.kind, diagnostics_);
      if (file.kind == "scenario" || file.kind == "population") {
        desk_->documents[file.path] = file.root;
      }
      return;
    }
    const yaml::Node* header = yaml::at(*file.root, "guichet");
    if (header == nullptr) {
      yaml::check_header(*file.root, expected_kind(file.path), diagnostics_);
      file.kind = expected_kind(file.path);
      return;
    }
    diagnostics_.error(header->location(), Message(messages::kUnknownKind, {header->text()}),
                       base::suggestion(file.kind, {std::begin(kKinds), std::end(kKinds)}));
    // Read on as what its place says it is, so that its other mistakes are found in this pass.
    file.kind = expected_kind(file.path);
  }

  static std::string expected_kind(const std::string& path) {
    const std::filesystem::path parts(path);
    const std::string folder = parts.has_parent_path() ? parts.begin()->string() : "";
    if (folder == "workflows") return "workflow";
    if (folder == "calendars") return "calendar";
    if (folder == "tests") return "scenario";
    if (folder == "results") return "results";
    if (folder == "rules") {
      return path.find("convention") != std::string::npos ? "convention" : "decision-table";
    }
    return parts.stem().string();
  }

  const File* of_kind(std::string_view kind) const {
    const auto found = std::ranges::find(files_, kind, &File::kind);
    return found == files_.end() ? nullptr : &*found;
  }
  const yaml::Node* tree_of_kind(std::string_view kind) const {
    const File* file = of_kind(kind);
    return file == nullptr ? nullptr : file->root.get();
  }
  const yaml::Node* need(std::string_view kind) {
    const yaml::Node* root = tree_of_kind(kind);
    const std::string path = std::string(kind) + ".yaml";
    if (root == nullptr && !texts_.contains(path)) {
      diagnostics_.error({}, Message(messages::kMissingFile, {shown_as_ + path}));
    }
    return root;
  }

  void read_desk() {
    if (const yaml::Node* root = need("desk")) desk_file_ = read_desk_file(*root, diagnostics_);
    desk_->settings = desk_file_.settings;
    desk_->settings.id = std::filesystem::path(shown_as_).parent_path().filename().string();
  }

  void read_vocabulary() {
    std::map<std::string, std::shared_ptr<const vocabulary::Referential>> referentials;
    for (const auto& each : desk_file_.referentials) {
      const auto text = texts_.find(each.file);
      if (text == texts_.end()) {
        diagnostics_.error(each.at, Message(messages::kMissingFile, {each.file}));
        continue;
      }
      const tabular::Table table =
          tabular::read_csv(shown_as_ + each.file, text->second, diagnostics_);
      referentials[each.declaration.id] =
          std::make_shared<const vocabulary::Referential>(each.declaration, table, diagnostics_);
    }
    if (const yaml::Node* root = need("fields")) {
      desk_->vocabulary = vocabulary::load_vocabulary(*root, std::move(referentials), diagnostics_);
    }
  }

  void read_calendars() {
    std::vector<std::string> ids;
    std::vector<const yaml::Node*> roots;
    for (const File& file : files_) {
      if (file.kind != "calendar") continue;
      ids.push_back(file.root ? yaml::text_at(*file.root, "id") : stem_of(file));
      if (file.root) roots.push_back(file.root.get());
    }
    desk_->calendars = calendar::load_calendars(roots, diagnostics_);
    defined_.calendars = {ids.begin(), ids.end()};
    const std::string& wanted = desk_file_.calendar;
    if (wanted.empty() && defined_.calendars.size() > 1) {
      const yaml::Node* desk = tree_of_kind("desk");
      diagnostics_.error(desk == nullptr ? base::Location{} : desk->location(),
                         Message(messages::kWhichCalendar));
      return;
    }
    if (wanted.empty() ? ids.empty() : !defined_.calendars.contains(wanted)) {
      diagnostics_.error(desk_file_.calendar_at,
                         Message(messages::kUnknownReference, {wanted, "calendars/"}),
                         base::suggestion(wanted, ids));
      return;
    }
    const auto found = desk_->calendars.find(wanted.empty() ? ids.front() : wanted);
    if (found != desk_->calendars.end()) desk_->calendar = found->second;
  }

  static std::string stem_of(const File& file) {
    return std::filesystem::path(file.path).stem().string();
  }

  void read_directory() {
    if (const yaml::Node* root = need("partners")) {
      desk_->directory = load_directory(*root, diagnostics_);
      check_calendars_of(*root);
    }
  }

  void check_calendars_of(const yaml::Node& partners_file) {
    const yaml::Node* partners = yaml::at(partners_file, "partners");
    if (partners == nullptr || !partners->is_mapping()) return;
    for (const yaml::Entry& entry : partners->entries()) {
      const yaml::Node* named = yaml::at(entry.value, "calendar");
      if (named == nullptr || !named->is_scalar()) continue;
      if (defined_.calendars.contains(named->text())) continue;
      diagnostics_.error(
          named->location(), Message(messages::kUnknownReference, {named->text(), "calendars/"}),
          base::suggestion(named->text(), {defined_.calendars.begin(), defined_.calendars.end()}));
    }
  }

  std::vector<std::string> role_ids() const {
    std::vector<std::string> out;
    for (const auto& [id, role] : desk_->settings.roles) out.push_back(id);
    return out;
  }

  void read_letters() {
    const letters::Surroundings around{.vocabulary = *desk_->vocabulary,
                                       .roles = role_ids(),
                                       .language = desk_->settings.language,
                                       .zone = desk_->calendar ? desk_->calendar->zone() : "Z"};
    desk_->letter_scope = letters::letter_scope(around);
    for (const File& file : files_) {
      if (!file.path.starts_with("letters/") || !file.path.ends_with(".md")) continue;
      const std::string id = std::filesystem::path(file.path).stem().string();
      auto letter = letters::load_letter(file.source, id, around, diagnostics_);
      defined_.letters[id] = letter ? letter->timers : std::set<std::string>{};
      if (letter) desk_->letters[id] = std::move(letter);
    }
  }

  void read_rules() {
    for (const File& file : files_) {
      if (!file.root) {
        if (file.kind == "decision-table") defined_.tables.insert(stem_of(file));
        if (file.kind == "convention") defined_.conventions.insert(stem_of(file));
        continue;
      }
      if (file.kind == "decision-table") read_table(file);
      if (file.kind == "convention") read_convention(file);
    }
    tables::check_versions(tables_, diagnostics_);
  }

  void read_table(const File& file) {
    const auto read_beside = [&](const std::string& relative) -> base::Result<std::string> {
      const std::string path =
          (std::filesystem::path(file.path).parent_path() / relative).lexically_normal().string();
      const auto text = texts_.find(path);
      if (text != texts_.end()) return text->second;
      return std::unexpected(
          base::Error{base::ErrorKind::input, Message(messages::kMissingFile, {path})});
    };
    auto table = tables::load_table(*file.root, {&desk_->scope, read_beside}, diagnostics_);
    const std::string id = table ? table->id() : yaml::text_at(*file.root, "id");
    defined_.tables.insert(id);
    if (!table) return;
    if (proof_ == Proof::yes) {
      tables::prove(*table, diagnostics_);
      tables::check_coverage(*table, desk_->calendar ? desk_->calendar->zone() : "Z", diagnostics_);
    }
    tables_.push_back(table);
    desk_->tables[id] = std::move(table);
  }

  void read_convention(const File& file) {
    std::vector<std::string> partners;
    for (const auto& [id, partner] : desk_->directory.partners) partners.push_back(id);
    const std::vector<std::string> queues = role_ids();
    auto convention = convention::load_convention(
        *file.root,
        {desk_->scope, desk_->vocabulary.get(),
         tree_of_kind("partners") == nullptr ? nullptr : &partners, &queues},
        diagnostics_);
    const std::string id = convention ? convention->id() : yaml::text_at(*file.root, "id");
    defined_.conventions.insert(id);
    if (!convention) return;
    if (proof_ == Proof::yes) {
      convention::prove(*convention, desk_->vocabulary.get(), diagnostics_);
      convention::check_coverage(*convention, desk_->calendar ? desk_->calendar->zone() : "Z",
                                 diagnostics_);
    }
    auto& known = desk_->conventions[id];
    auto both = known ? convention::joined(known, convention) : convention;
    if (!both)
      diagnostics_.error(convention->parts().at,
                         base::Message(convention::messages::kVersionsOverlap,
                                       {id, known->parts().at.source->name()}));
    else
      known = std::move(both);
  }

  std::set<std::string> unmanned_roles() const {
    std::set<std::string> out;
    for (const auto& [id, role] : desk_->settings.roles) {
      if (role.binding != Binding::role || role.argument.empty()) continue;
      if (desk_->first_with_role(role.argument) == nullptr) out.insert(id);
    }
    return out;
  }

  void read_workflows() {
    check::DeskNames names{.vocabulary = desk_->vocabulary.get(),
                           .letters = defined_.letters,
                           .tables = defined_.tables,
                           .conventions = defined_.conventions};
    for (const auto& [id, role] : desk_->settings.roles) {
      names.roles[id] = role.binding == Binding::agenda ? "agenda" : "";
      if (role.binding == Binding::partner_adviser) names.roles[id] = "partner.adviser";
      if (role.binding == Binding::partner_head) names.roles[id] = "partner.head";
      if (role.binding == Binding::person) names.roles[id] = "person";
      if (role.binding == Binding::case_owner) names.roles[id] = "case.owner";
      if (role.binding == Binding::role) names.roles[id] = "role:" + role.argument;
    }
    for (const auto& [code, texts] : desk_->settings.refusals) names.refusals.insert(code);
    for (const File& file : files_) {
      if (file.kind != "calendar") continue;
      names.calendars.insert(file.root ? yaml::text_at(*file.root, "id") : stem_of(file));
    }
    names.unmanned = unmanned_roles();
    names.revealing = revealing_letters(*desk_);
    std::vector<const yaml::Node*> roots;
    for (const File& file : files_) {
      if (file.kind != "workflow") continue;
      // A file that cannot be read is named as its file is: what refers to it is not at fault.
      defined_.workflows.insert(file.root ? yaml::text_at(*file.root, "id") : stem_of(file));
      if (file.root) roots.push_back(file.root.get());
      if (!file.root) names.unreadable.insert(stem_of(file));
    }
    for (auto& workflow : check::load_workflows(roots, names, diagnostics_)) {
      desk_->workflows[workflow->id] = std::move(workflow);
    }
  }

  void read_intake_file() {
    if (const yaml::Node* root = need("intake")) {
      desk_->intake = read_intake(*root, *desk_->vocabulary, diagnostics_);
    }
  }

  void read_results_file() {
    std::string first;
    for (const File& file : files_) {
      if (file.kind != "results" || !file.root) continue;
      if (!first.empty()) {
        diagnostics_.error(file.root->location(), Message(messages::kTwice, {"results", first}));
        continue;
      }
      first = file.root->location().source->name();
      desk_->results = read_results(*file.root, *desk_, diagnostics_);
    }
  }

  void take_hashes() {
    std::string pinned, all;
    for (const File& file : files_) {
      const std::string text = file.path + '\0' + texts_.at(file.path) + '\0';
      all += text;
      if (is_pinned(file)) pinned += text;
    }
    desk_->hash = base::sha256_hex(pinned);
    desk_->content_hash = base::sha256_hex(all);
  }

  const Files& texts_;
  std::string shown_as_;
  Diagnostics& diagnostics_;
  Proof proof_;
  std::shared_ptr<Desk> desk_ = std::make_shared<Desk>();
  std::vector<File> files_;
  std::vector<std::shared_ptr<const tables::DecisionTable>> tables_;  // every version
  DeskFile desk_file_;
  DefinedIds defined_;
};

// What is found with what to do about it.
std::shared_ptr<const Desk> load(const Files& files, const std::string& shown_as,
                                 Diagnostics& diagnostics, Proof proof) {
  Diagnostics found = std::exchange(diagnostics, {});
  auto desk = Loading(files, shown_as, found, proof).run();
  check::add_with_hints(check::gathered(found), diagnostics);
  return desk;
}

}  // namespace

std::shared_ptr<const Desk> load_desk_files(const Files& files, const std::string& shown_as,
                                            Diagnostics& diagnostics, Proof proof) {
  auto desk = load(files, shown_as, diagnostics, proof);
  if (!desk || desk->partial) return nullptr;
  return desk;
}

std::shared_ptr<const Desk> load_files_for_checking(const Files& files, const std::string& shown_as,
                                                    Diagnostics& diagnostics) {
  return load(files, shown_as, diagnostics, Proof::yes);
}

}  // namespace guichet::bundle
