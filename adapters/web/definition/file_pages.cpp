// GET /definition: the desk's files and the draft; /definition/files/..: one of them.
#include <ctemplate/template.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "adapters/http/transport/target.hpp"
#include "adapters/web/definition/definition_sentences.hpp"
#include "adapters/web/definition/definition_visit.hpp"
#include "engine/base/base64.hpp"
#include "engine/publishing/draft_messages.hpp"
#include "engine/publishing/history.hpp"
#include "engine/publishing/publication.hpp"

namespace guichet::web {
namespace {

using access::Right;
using ctemplate::TemplateDictionary;
using http::DefinitionFile;
using http::Response;
using publishing::Depth;
using publishing::Remark;

std::vector<Remark> remarks_of_draft(const DefinitionVisit& visit,
                                     const publishing::Drafted& drafted, Depth depth) {
  const auto checked = http::workshop_of(visit.site).check(drafted.files, depth, visit.language);
  return publishing::remarks_of(checked->diagnostics, visit.language);
}

std::string counted(const DefinitionVisit& visit, const std::vector<Remark>& remarks) {
  const std::size_t errors = publishing::count_errors(remarks);
  const std::string others = std::to_string(remarks.size() - errors);
  if (errors == 0) return visit.say(messages::kDefSound, {others});
  return visit.say(messages::kDefErrors, {std::to_string(errors), others});
}

// Where a file is looked at otherwise than as text.
void fill_ways(TemplateDictionary& at, const DefinitionFile& file) {
  if (file.kind == "decision-table") at.SetValueAndShowSection("PATH", file.path, "IS_TABLE");
  if (file.kind == "letter") at.SetValueAndShowSection("PATH", file.path, "IS_LETTER");
  if (file.kind == "scenario") at.SetValueAndShowSection("PATH", file.path, "IS_SCENARIO");
}

void fill_state(TemplateDictionary& at, const DefinitionFile& file) {
  if (!file.changed) return;
  at.ShowSection(!file.text ? "REMOVED" : !file.published ? "ADDED" : "CHANGED");
  if (file.overtaken) at.ShowSection("OVERTAKEN");
}

std::string kind_word(const DefinitionVisit& visit, const std::string& kind) {
  for (const base::MessageText& each : messages::kDefKinds) {
    if (each.key == "kind-" + kind) return visit.say(each);
  }
  return kind.empty() ? visit.say(messages::kDefOtherKind) : kind;
}

void fill_list(TemplateDictionary& body, const DefinitionVisit& visit,
               std::vector<DefinitionFile> files) {
  std::ranges::stable_sort(files, {}, &DefinitionFile::kind);
  std::string kind = "-";
  TemplateDictionary* group = nullptr;
  for (const DefinitionFile& each : files) {
    if (each.kind != kind) {
      group = body.AddSectionDictionary("GROUP");
      group->SetValue("KIND", kind_word(visit, each.kind));
      kind = each.kind;
    }
    TemplateDictionary* row = group->AddSectionDictionary("FILE");
    row->SetValue("ADDRESS", file_address(each.path));
    row->SetValue("PATH", each.path);
    row->SetValue("NAME", each.title);
    fill_state(*row, each);
    fill_ways(*row, each);
  }
}

void fill_draft(TemplateDictionary& body, const DefinitionVisit& visit,
                const publishing::Drafted& drafted) {
  if (drafted.changed.empty() || !drafted.draft) {
    body.SetValueAndShowSection("SENTENCE", visit.say(messages::kDefNoDraft), "NO_DRAFT");
    return;
  }
  TemplateDictionary* draft = body.AddSectionDictionary("DRAFT");
  draft->SetValue(
      "SENTENCE",
      visit.say(messages::kDefDraft,
                {std::to_string(drafted.changed.size()),
                 visit.layout.short_moment(drafted.draft->at, visit.language), drafted.draft->by}));
  body.SetValue("SEEN", publishing::seen_of(drafted));  // MAY_EDIT is of the body
  const auto remarks = remarks_of_draft(visit, drafted, Depth::names);
  draft->SetValue("FOUND", counted(visit, remarks));
  draft->ShowSection(publishing::count_errors(remarks) == 0 ? "SOUND" : "BROKEN");
}

// Requests that still go by an earlier version: they finish under it, or are going over just now.
std::size_t requests_elsewhere(http::Site& site, const bundle::Desk& published) {
  std::vector<store::LiveGroup> groups;
  site.desk.store().read([&](store::Reader& reader) { groups = reader.live_groups(); });
  std::size_t count = 0;
  for (const store::LiveGroup& each : groups) {
    const bool request = each.workflow == published.intake.workflow;
    if (request && each.bundle != published.hash) count += each.count;
  }
  return count;
}

Response definition_page(const DefinitionVisit& visit) {
  const auto drafted = publishing::read_draft(visit.site.desk);
  const auto versions = publishing::versions(visit.site.desk.store());
  std::vector<std::string> said;
  if (visit.request.query.has("done")) said.push_back(visit.say(messages::kDefDone));
  if (visit.request.query.has("returned")) said.push_back(visit.say(messages::kDefReturned));
  if (visit.request.query.has("carried")) said.push_back(visit.say(messages::kDefCarried));
  const std::string& published = visit.request.query.get("published");
  if (!published.empty() && !versions.empty()) {
    said.push_back(visit.say(messages::kDefPublished, {versions.front().publication.note}));
  }
  return visit.show(
      200, messages::kDefTitle, "definition.tpl",
      [&](TemplateDictionary& body) {
        if (!versions.empty()) {
          const store::Publication& last = versions.front().publication;
          const std::string at = visit.layout.short_moment(last.at, visit.language);
          body.SetValue("INTRO", last.note.empty()
                                     ? visit.say(messages::kDefIntroPlain, {at})
                                     : visit.say(messages::kDefIntro, {at, last.by, last.note}));
        }
        if (const auto others = requests_elsewhere(visit.site, *drafted.published); others > 0) {
          body.SetValueAndShowSection("SENTENCE",
                                      visit.say(messages::kDefElsewhere, {std::to_string(others)}),
                                      "ELSEWHERE");
        }
        fill_draft(body, visit, drafted);
        fill_list(body, visit, http::definition_files(drafted));
      },
      said);
}

Response check_page(const DefinitionVisit& visit) {
  const auto drafted = publishing::read_draft(visit.site.desk);
  const auto remarks = remarks_of_draft(visit, drafted, Depth::promises);
  return visit.show(200, messages::kDefCheckTitle, "definition_check.tpl",
                    [&](TemplateDictionary& body) {
                      body.SetValueAndShowSection("SENTENCE", counted(visit, remarks), "WHY");
                      fill_remarks(body, remarks);
                    });
}

// What is shown in the form, and what was refused of it.
struct Editing {
  std::string text;
  std::int64_t rev = 0;
  std::optional<publishing::NotKept> refused{};
};

void fill_picture(TemplateDictionary& body, const DefinitionVisit& visit,
                  const DefinitionFile& file) {
  if (file.kind != "workflow") return;
  const auto svg = http::draw_path(visit.site, file.path, std::nullopt, visit.language);
  if (!svg) return;
  body.SetValueAndShowSection("SVG", base::base64(*svg), "PICTURE");
}

void fill_lines(TemplateDictionary& both, const std::string& before, const std::string& after) {
  for (const publishing::DiffLine& line : publishing::line_diff(before, after)) {
    TemplateDictionary* one = both.AddSectionDictionary("LINE");
    one->SetValue("TEXT", line.text);
    one->ShowSection(line.sign == '+' ? "IN" : line.sign == '-' ? "OUT" : "BOTH");
  }
}

void fill_conflict(TemplateDictionary& body, const DefinitionVisit& visit, const Editing& editing) {
  if (!editing.refused) return;
  Refused box{.title = visit.say(messages::kDefNotSaved),
              .reasons = {editing.refused->why.in(visit.language)},
              .at_fields = {},
              .prefix = ""};
  show_refusal(body, box, visit.language);
  if (editing.refused->status != 412) return;
  fill_lines(*body.AddSectionDictionary("CONFLICT"), editing.refused->now.value_or(""),
             editing.text);
}

Response show_editor(const DefinitionVisit& visit, const DefinitionFile& file,
                     const Editing& editing, int status, const std::vector<std::string>& said) {
  const auto drafted = publishing::read_draft(visit.site.desk);
  std::vector<Remark> own;
  for (Remark& each : remarks_of_draft(visit, drafted, Depth::names)) {
    if (each.file == file.path) own.push_back(std::move(each));
  }
  return visit.show(
      status, messages::kDefTitle, "definition_file.tpl",
      [&](TemplateDictionary& body) {
        body.SetValue("NAME", file.title);
        body.SetValue("PATH", file.path);
        body.SetValue("ADDRESS", file_address(file.path));
        body.SetValue("TEXT", editing.text);
        body.SetValue("REV", std::to_string(editing.rev));
        fill_state(body, file);
        fill_ways(body, file);
        if (file.changed) body.ShowSection("CAN_DISCARD");
        if (file.published || file.changed) body.ShowSection("CAN_TAKE_OUT");
        const std::string& line = visit.request.query.get("line");
        const bool is_number =
            !line.empty() && std::ranges::all_of(line, [](char c) { return c >= '0' && c <= '9'; });
        if (is_number) body.SetValueAndShowSection("NUMBER", line, "AT_LINE");
        fill_conflict(body, visit, editing);
        if (file.overtaken && !editing.refused) {
          fill_lines(*body.AddSectionDictionary("PUBLISHED_SINCE"), file.published.value_or(""),
                     editing.text);
        }
        fill_remarks(body, own);
        fill_picture(body, visit, file);
      },
      said, true);
}

Response file_page(const DefinitionVisit& visit) {
  const std::string path = visit.request.params.get("path");
  const auto drafted = publishing::read_draft(visit.site.desk);
  auto file = http::find_definition_file(drafted, path);
  const bool is_new = visit.request.query.has("new") && publishing::is_desk_path(path);
  if (!file && is_new) file = DefinitionFile{.path = path, .title = path};
  if (!file) return refused_page(visit.layout, visit.request, 404);
  std::vector<std::string> said;
  if (visit.request.query.has("saved")) said.push_back(visit.say(messages::kDefSaved));
  return show_editor(visit, *file, {file->text.value_or(file->published.value_or("")), file->rev},
                     200, said);
}

// A browser sends lines that end in two characters.
std::string unix_lines(std::string text) {
  std::erase(text, '\r');
  return text;
}

// What somebody else saved since the page was shown is not given up unread.
Response discard_change(const DefinitionVisit& visit, const std::string& path, std::int64_t seen,
                        const publishing::Editor& editor) {
  const auto file = http::find_definition_file(publishing::read_draft(visit.site.desk), path);
  if (file && file->rev != seen) {
    const base::Message why(publishing::messages::kChangedMeanwhile, {path});
    const std::string text = file->text.value_or("");
    return show_editor(visit, *file, {text, file->rev, publishing::NotKept{409, why}}, 409, {});
  }
  publishing::discard(visit.site.desk, path, editor);
  return http::see_other("/definition?done=1");
}

Response save_page(const DefinitionVisit& visit) {
  const std::string path = visit.request.params.get("path");
  const std::string& act = visit.form.get("act");
  const auto editor = http::editor_of(visit.site, visit.request);
  std::int64_t rev = -1;  // of no text: refused as changed meanwhile, with both texts
  const std::string& seen = visit.form.get("rev");
  std::from_chars(seen.data(), seen.data() + seen.size(), rev);
  if (act == "discard") return discard_change(visit, path, rev, editor);
  std::optional<std::string> text;
  if (act != "remove") text = unix_lines(visit.form.get("text"));
  const auto kept = publishing::keep_file(visit.site.desk, path, text, rev, editor);
  if (kept) {
    return http::see_other(act == "remove" ? "/definition?done=1"
                                           : file_address(path) + "?saved=1");
  }
  const auto drafted = publishing::read_draft(visit.site.desk);
  auto file = http::find_definition_file(drafted, path);
  if (!file) file = DefinitionFile{.path = path, .title = path};
  return show_editor(visit, *file,
                     {text.value_or(file->text.value_or("")), file->rev, kept.error()},
                     kept.error().status, {});
}

Response discard_page(const DefinitionVisit& visit) {
  const auto drafted = publishing::read_draft(visit.site.desk);
  const std::string& seen = visit.form.get("seen");
  if (!drafted.changed.empty() && seen != publishing::seen_of(drafted)) {
    const std::string by = drafted.draft ? drafted.draft->by : "-";
    return visit.refuse({409, base::Message(publishing::messages::kNotDiscarded, {by})});
  }
  publishing::discard(visit.site.desk, std::nullopt, http::editor_of(visit.site, visit.request));
  return http::see_other("/definition?done=1");
}

// The form that asks for a name leads to the page of that file.
Response new_file_page(const DefinitionVisit& visit) {
  const std::string& path = visit.request.query.get("path");
  if (!publishing::is_desk_path(path)) {
    return visit.refuse({422, base::Message(publishing::messages::kNoDeskFile, {path})});
  }
  http::Pairs query;
  query.add("new", "1");
  return http::see_other(address(file_address(path), query));
}

}  // namespace

void add_file_pages(DefinitionRoutes& routes) {
  routes.get("/definition", Right::see_definition, definition_page);
  routes.get("/definition/check", Right::see_definition, check_page);
  routes.get("/definition/new", Right::edit_definition, new_file_page);
  routes.get("/definition/files/{path...}", Right::see_definition, file_page);
  routes.post("/definition/files/{path...}", Right::edit_definition, save_page);
  routes.post("/definition/discard", Right::edit_definition, discard_page);
}

}  // namespace guichet::web
