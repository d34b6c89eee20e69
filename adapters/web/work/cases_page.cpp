#include "adapters/web/work/cases_page.hpp"

#include <ctemplate/template.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/web/frame/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using store::CaseRow;

constexpr std::size_t kPerPage = 50;

struct Listing {
  store::CaseFilter filter;
  std::vector<CaseRow> rows;
  std::size_t total = 0;
};

std::size_t first_of(const std::string& text) {
  std::size_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() ? out : 0;
}

Listing read_listing(const Layout& layout, const http::Request& request, base::Language language) {
  const http::Pairs& query = request.query;
  Listing out{.filter = {.visible_to = access::Sight::of(request.principal),
                         .text = query.get("text"),
                         .owner = query.get("owner"),
                         .theme = query.get("theme"),
                         .open_only = !query.has("all"),
                         .first = first_of(query.get("first")),
                         .most = kPerPage}};
  auto page = http::list_cases(layout.site().desk, request.principal, out.filter, language);
  out.rows = std::move(page.rows);
  out.total = page.total;
  return out;
}

std::string place_of(const bundle::Desk& desk, const std::string& value) {
  const vocabulary::Field* field = desk.vocabulary->find(desk.settings.person.place);
  const vocabulary::Referential* list =
      field == nullptr ? nullptr : desk.vocabulary->referential(field->referential);
  return list == nullptr ? value : list->label(value);
}

void fill_row(TemplateDictionary& out, const CaseRow& row, const Layout& layout,
              base::Language language) {
  const bundle::Desk& desk = layout.desk();
  out.SetIntValue("ID", static_cast<long>(row.id.value));
  out.SetValue("NUMBER", row.number);
  out.SetValue("PERSON", row.person);
  if (!row.firm.empty()) out.SetValueAndShowSection("NAME", row.firm, "FIRM");
  out.SetValue("PLACE", place_of(desk, row.commune));
  for (std::size_t i = 0; i < row.themes.size(); ++i) {
    const model::Workflow* path = desk.workflow(row.themes[i]);
    TemplateDictionary* need = out.AddSectionDictionary("NEED");
    need->SetValue("TITLE", path == nullptr ? row.themes[i] : path->title);
    if (i >= row.states.size() || row.states[i].empty()) continue;
    const auto state = path == nullptr ? std::nullopt : path->find_state(row.states[i]);
    need->SetValueAndShowSection("TEXT", state ? path->at(*state).title : row.states[i], "STATE");
  }
  if (row.closed_at) out.ShowSection("CLOSED");
  const bundle::Member* owner = desk.member(row.owner);
  out.SetValue("OWNER", owner == nullptr ? row.owner : owner->name);
  out.SetValue("OPENED", base::short_date(desk.calendar->local_day(row.opened_at), language));
}

std::string page_from(const http::Pairs& query, std::size_t first) {
  http::Pairs out;
  for (const char* name : {"text", "theme", "owner", "all"}) {
    if (!query.get(name).empty()) out.add(name, query.get(name));
  }
  out.add("first", std::to_string(first));
  return address("/cases", out);
}

// Whom the ticked cases may be handed to. The section stands in two places.
void fill_bulk(TemplateDictionary& some, const bundle::Desk& desk, const std::string& here,
               const BulkAttempt* attempt, base::Language language) {
  TemplateDictionary* bulk = some.AddSectionDictionary("BULK");
  bulk->SetValue("KEY", new_key());
  bulk->SetValue("HERE", here);
  if (attempt != nullptr) {
    bulk->SetValue("REASON_TYPED", attempt->typed.get("form-reason"));
    for (const auto& [id, message] : attempt->refused.at_fields) {
      bulk->SetValueAndShowSection("SENTENCE", message.in(language),
                                   id == "owner" ? "OWNER_ERROR" : "REASON_ERROR");
    }
  }
  for (const bundle::Member& member : desk.settings.staff) {
    TemplateDictionary* option = bulk->AddSectionDictionary("MEMBER_OF");
    option->SetValue("ID", member.id);
    option->SetValue("NAME", member.name);
    if (attempt != nullptr && attempt->typed.get("form-owner") == member.id) {
      option->ShowSection("CHOSEN");
    }
  }
}

// Needs are found by their path; several themes may share one.
void fill_themes(TemplateDictionary& body, const bundle::Desk& desk, const std::string& chosen) {
  std::set<std::string> paths;
  for (const auto& [theme, path] : desk.intake.paths) paths.insert(path);
  for (const std::string& path : paths) {
    const model::Workflow* workflow = desk.workflow(path);
    TemplateDictionary* option = body.AddSectionDictionary("THEME");
    option->SetValue("ID", path);
    option->SetValue("TITLE", workflow == nullptr ? path : workflow->title);
    if (path == chosen) option->ShowSection("CHOSEN");
  }
}

void fill_pages(TemplateDictionary& body, const http::Pairs& query, const Listing& listing,
                base::Language language) {
  const std::size_t first = listing.filter.first;
  const std::size_t after = first + listing.rows.size();
  if (first == 0 && after >= listing.total) return;
  TemplateDictionary* pages = body.AddSectionDictionary("PAGES");
  pages->SetValue("RANGE",
                  Message(messages::kRange, {std::to_string(first + 1), std::to_string(after),
                                             std::to_string(listing.total)})
                      .in(language));
  if (first > 0) {
    const std::size_t before = first > kPerPage ? first - kPerPage : 0;
    pages->SetValueAndShowSection("ADDRESS", page_from(query, before), "PREVIOUS");
  }
  if (after < listing.total) {
    pages->SetValueAndShowSection("ADDRESS", page_from(query, after), "NEXT");
  }
}

}  // namespace

http::Response cases_page(const Layout& layout, const http::Request& request,
                          const BulkAttempt* attempt) {
  const base::Language language = layout.language(request);
  const Listing listing = read_listing(layout, request, language);
  const std::string title = Message(messages::kCasesTitle).in(language);
  const std::vector<std::string> ticked =
      attempt == nullptr ? std::vector<std::string>{} : attempt->typed.all("case");
  return layout.page(
      attempt == nullptr ? 200 : 422, request,
      {.room = Room::cases, .title = title, .template_name = "cases.tpl"},
      [&](TemplateDictionary& body) {
        if (attempt != nullptr) show_refusal(body, attempt->refused, language);
        const auto& count = listing.total == 1 ? messages::kOneCase : messages::kCases;
        body.SetValue("COUNT", Message(count, {std::to_string(listing.total)}).in(language));
        body.SetValue("TEXT", listing.filter.text);
        if (!listing.filter.open_only) body.ShowSection("CLOSED_TOO");
        fill_themes(body, layout.desk(), listing.filter.theme);
        if (listing.rows.empty()) return body.ShowSection("NOTHING");
        TemplateDictionary* some = body.AddSectionDictionary("SOME");
        const bool bulk = access::may_ever(request.principal, access::Right::put_right);
        if (bulk) {
          const std::string here = page_from(request.query, listing.filter.first);
          fill_bulk(*some, layout.desk(), here, attempt, language);
        }
        for (const CaseRow& row : listing.rows) {
          TemplateDictionary* line = some->AddSectionDictionary("ROW");
          fill_row(*line, row, layout, language);
          if (!bulk) continue;
          TemplateDictionary* tick = line->AddSectionDictionary("TICK");
          const std::string id = std::to_string(row.id.value);
          if (std::ranges::find(ticked, id) != ticked.end()) tick->ShowSection("TICKED");
        }
        fill_pages(body, request.query, listing, language);
      });
}

}  // namespace guichet::web
