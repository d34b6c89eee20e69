#include "adapters/http/definition/definition_room.hpp"

#include <filesystem>
#include <set>

#include "adapters/http/definition/messages.hpp"
#include "engine/json/json.hpp"
#include "engine/publishing/desk_words.hpp"
#include "engine/publishing/letter_sample.hpp"
#include "engine/publishing/live_counts.hpp"
#include "engine/yaml/shape.hpp"
#include "rules/tables/coverage.hpp"
#include "rules/tables/load.hpp"

namespace guichet::http {
namespace {

using base::Message;
using publishing::Depth;
using publishing::Drafted;

NotShown no_such_file(const std::string& path) {
  return {404, Message(messages::kNoSuchFile, {path})};
}

NotShown has_mistakes(const std::string& path, const base::Diagnostics& diagnostics,
                      base::Language language) {
  return {422, Message(messages::kFileHasMistakes, {path}),
          publishing::remarks_of(diagnostics, language)};
}

std::string line_text(const feel::Expression& expression) {
  return expression.empty() ? "" : expression.source().text();
}

GridGap gap_of(const tables::Coverage::Witness& witness) {
  std::string json;
  for (const auto& [id, value] : witness.values) {
    json += (json.empty() ? "" : ",") + json::quote(id) + ":" + json::write(value.value());
  }
  return {"{" + json + "}", witness.text};
}

std::vector<std::string> ids_of(const tables::DecisionTable& table,
                                const std::vector<tables::RuleIndex>& rules) {
  std::vector<std::string> out;
  for (const tables::RuleIndex each : rules) out.push_back(table.rule(each).id);
  return out;
}

void add_coverage(GridView& view, const tables::DecisionTable& table) {
  const tables::Coverage coverage = tables::coverage_of(table);
  view.complete = coverage.complete;
  view.conclusive = coverage.conclusive;
  for (const auto& gap : coverage.gaps) view.gaps.push_back(gap_of(gap));
  for (const auto& pair : coverage.overlaps) {
    view.overlaps.push_back({ids_of(table, {pair.one, pair.other}), gap_of(pair.witness)});
  }
  for (const auto& covered : coverage.unreachable) {
    view.unreachable.emplace_back(table.rule(covered.rule).id, ids_of(table, covered.by));
  }
}

GridView view_of(const tables::DecisionTable& table, const std::string& path) {
  GridView view{.table = table.id(), .hit_policy = std::string(tables::symbol_of(table.hit()))};
  for (const tables::Input& each : table.inputs()) {
    view.inputs.push_back(
        {each.id, each.label, line_text(each.expr), each.type.name(), each.type.values()});
  }
  for (const tables::Output& each : table.outputs()) {
    view.outputs.push_back({each.id, each.label, "", each.type.name(), each.type.values()});
  }
  for (const tables::Rule& rule : table.rules()) {
    GridRule row{.id = rule.id};
    if (rule.at.source && rule.at.source->name() == path) {
      row.line = rule.at.source->place_of(rule.at.offset).line;
    }
    for (std::size_t i = 0; i < table.inputs().size(); ++i) row.cells.push_back(rule.cells[i].text);
    for (const feel::Expression& each : rule.outputs) row.cells.push_back(line_text(each));
    view.rules.push_back(std::move(row));
  }
  add_coverage(view, table);
  return view;
}

// The scope and the words of the draft where they can be read, else of what is in force.
std::shared_ptr<const bundle::Desk> readable_desk(Site& site, const Drafted& drafted,
                                                  base::Language language) {
  const auto checked = workshop_of(site).check(drafted.files, Depth::names, language);
  if (checked->desk && checked->desk->vocabulary && checked->desk->calendar) return checked->desk;
  return drafted.published;
}

bool may_see_case(const Request& request, const std::optional<access::Tie>& tie,
                  base::Instant now) {
  return tie &&
         access::decide(request.principal, access::Right::see_case, *tie, now) ==
             access::Decision::allow &&
         access::may_see(request.principal, access::Part::party_fields, *tie, now);
}

}  // namespace

publishing::Workshop& workshop_of(Site& site) {
  if (!site.workshop) site.workshop = std::make_shared<publishing::Workshop>(site.desk);
  return *site.workshop;
}

publishing::Editor editor_of(const Site& site, const Request& request) {
  const access::Actor& actor = request.principal.actor;
  return {actor.name.empty() ? actor.id : actor.name, site.desk.clock().now()};
}

std::optional<DefinitionFile> find_definition_file(const Drafted& drafted,
                                                   const std::string& path) {
  DefinitionFile out{.path = path,
                     .text = publishing::text_of(drafted.files, path),
                     .published = publishing::text_of(drafted.published->files, path)};
  const store::DraftFile* change = drafted.change_of(path);
  if (!out.text && !out.published && change == nullptr) return {};
  const std::string& shown = out.text ? *out.text : out.published ? *out.published : path;
  out.kind = publishing::kind_of(path, shown);
  out.title = publishing::title_of(path, shown);
  out.rev = publishing::revision_of(out.text);
  out.changed = change != nullptr;
  if (change != nullptr) {
    for (const std::string& each : drafted.overtaken()) out.overtaken |= each == path;
  }
  return out;
}

std::vector<DefinitionFile> definition_files(const Drafted& drafted) {
  std::set<std::string> paths;
  for (const auto& [path, text] : drafted.published->files) paths.insert(path);
  for (const store::DraftFile& each : drafted.changed) paths.insert(each.path);
  std::vector<DefinitionFile> out;
  for (const std::string& path : paths) {
    if (auto file = find_definition_file(drafted, path)) out.push_back(std::move(*file));
  }
  return out;
}

publishing::Files files_with(const Drafted& drafted, const std::string& path,
                             const std::optional<std::string>& text) {
  publishing::Files files = drafted.files;
  if (text) files[path] = *text;
  return files;
}

Shown<std::string> draw_path(Site& site, const std::string& path,
                             const std::optional<std::string>& text, base::Language language) {
  const Drafted drafted = publishing::read_draft(site.desk);
  const publishing::Files files = files_with(drafted, path, text);
  if (!files.contains(path)) return std::unexpected(no_such_file(path));
  const auto checked = workshop_of(site).check(files, Depth::names, language);
  base::Diagnostics ignored;  // told by the check already
  const auto root = yaml::parse(base::make_source(path, files.at(path)), ignored);
  const std::string id = root ? yaml::text_at(*root, "id") : "";
  const model::Workflow* workflow = checked->desk ? checked->desk->workflow(id) : nullptr;
  if (workflow == nullptr) {
    const bool is_base = root && yaml::text_at(*root, "kind") == "base";
    if (is_base || (root && yaml::header_kind(*root) != "workflow")) {
      return std::unexpected(NotShown{422, Message(messages::kNotAPath, {path})});
    }
    return std::unexpected(has_mistakes(path, checked->diagnostics, language));
  }
  diagram::Drawing drawing = publishing::drawing_of(*checked->desk, *workflow, language);
  site.desk.store().read([&](store::Reader& reader) {
    drawing.counts = publishing::counts_by_state(reader.live_groups(), id);
  });
  return diagram::to_svg(*workflow, drawing);
}

Shown<GridView> show_grid(Site& site, const std::string& path,
                          const std::optional<std::string>& text, base::Language language) {
  const Drafted drafted = publishing::read_draft(site.desk);
  const publishing::Files files = files_with(drafted, path, text);
  if (!files.contains(path)) return std::unexpected(no_such_file(path));
  if (publishing::kind_of(path, files.at(path)) != "decision-table") {
    return std::unexpected(NotShown{422, Message(messages::kNotATable, {path})});
  }
  const auto desk = readable_desk(site, drafted, language);
  std::string beside;
  const auto read_beside = [&](const std::string& relative) -> base::Result<std::string> {
    beside = (std::filesystem::path(path).parent_path() / relative).lexically_normal().string();
    const auto found = files.find(beside);
    if (found != files.end()) return found->second;
    return std::unexpected(
        base::Error{base::ErrorKind::input, Message(messages::kNoSuchFile, {beside})});
  };
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source(path, files.at(path)), diagnostics);
  const auto table =
      root ? tables::load_table(*root, {&desk->scope, read_beside, {}}, diagnostics) : nullptr;
  if (!table) return std::unexpected(has_mistakes(path, diagnostics, language));
  GridView view = view_of(*table, path);
  view.rules_in = beside;
  return view;
}

Shown<LetterSample> show_letter(Site& site, const Request& request, const std::string& path,
                                const std::optional<std::string>& text,
                                std::optional<base::CaseId> kase, base::Language language) {
  const Drafted drafted = publishing::read_draft(site.desk);
  const publishing::Files files = files_with(drafted, path, text);
  if (!files.contains(path)) return std::unexpected(no_such_file(path));
  if (publishing::kind_of(path, files.at(path)) != "letter") {
    return std::unexpected(NotShown{422, Message(messages::kNotALetter, {path})});
  }
  const base::Instant now = site.desk.clock().now();
  std::optional<cases::Snapshot> snapshot;
  if (kase) {
    site.desk.store().read([&](store::Reader& reader) {
      if (may_see_case(request, reader.tie(*kase), now)) snapshot = reader.load(*kase);
    });
    if (!snapshot) return std::unexpected(NotShown{404, Message(messages::kCaseNotShown)});
  }
  const auto desk = readable_desk(site, drafted, language);
  base::Diagnostics diagnostics;
  const auto sample = publishing::sample_letter(*desk, base::make_source(path, files.at(path)),
                                                snapshot ? &*snapshot : nullptr, now, diagnostics);
  if (!sample) return std::unexpected(has_mistakes(path, diagnostics, language));
  return LetterSample{sample->subject, sample->text, sample->html};
}

}  // namespace guichet::http
