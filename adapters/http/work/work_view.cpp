// The work list, as pages and the API show it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/cases/timer_words.hpp"
#include "engine/results/work_list.hpp"

namespace guichet::http {

namespace {

// What a list may say of a case to whoever does not see all of it: what its own page shows. Nothing
// where that is nothing, since what was personal in it is gone.
std::optional<store::CaseRow> seen_row(desk::Desk& desk, const access::Principal& principal,
                                       const store::CaseRow& row, base::Language language) {
  store::CaseRow out{.id = row.id, .number = row.number, .opened_at = row.opened_at};
  const auto view = view_case(desk, row.id, principal, language);
  if (!view) return {};
  out.person = view->person;
  out.firm = view->firm;
  for (const FieldView& field : view->fields) {
    if (field.id == desk.definition().settings.person.place) out.commune = row.commune;
  }
  for (const NeedView& need : view->needs) {
    out.themes.push_back(need.theme);
    out.states.push_back(need.state);
  }
  out.closed_at = view->closed_at;
  return out;
}

// A link shows what its own referral waits for; the desk's tasks are not its person's.
bool is_for(const access::Principal& principal, const store::PromiseRow& row) {
  if (!principal.link) return true;
  return principal.actor.kind == access::ActorKind::partner && principal.link->n == row.n;
}

}  // namespace

CasePage list_cases(desk::Desk& desk, const access::Principal& principal,
                    const store::CaseFilter& filter, base::Language language) {
  CasePage page;
  const bool sees_all = filter.visible_to.sees_all();
  store::CaseFilter asked = filter;
  // A search must not find what it may not show: numbers and themes tell nothing of a person.
  if (!sees_all) asked.owner = asked.text = "";
  desk.store().read([&](store::Reader& reader) { page.rows = reader.list(asked, page.total); });
  if (sees_all) return page;
  std::vector<store::CaseRow> seen;
  for (const store::CaseRow& row : page.rows) {
    if (auto out = seen_row(desk, principal, row, language)) seen.push_back(std::move(*out));
  }
  page.total -= page.rows.size() - seen.size();
  page.rows = std::move(seen);
  return page;
}

std::vector<PromiseView> view_work(desk::Desk& desk, const access::Principal& principal,
                                   std::size_t most, const std::string& owner,
                                   base::Language language) {
  std::vector<store::PromiseRow> rows;
  const auto& calendar = *desk.definition().calendar;
  const base::Instant now = desk.clock().now();
  const base::Day today = calendar.local_day(now);
  desk.store().read([&](store::Reader& reader) {
    rows = results::work_list(reader, desk.definition(), access::Sight::of(principal), owner, today,
                              most);
  });
  // Thousands of lines have a few dozen timers between them.
  std::map<std::pair<std::string, std::string>, std::string> titles;
  const auto title_of = [&](const store::PromiseRow& row) {
    const auto [known, added] = titles.try_emplace({row.state, row.what});
    if (added) {
      known->second = timer_title(desk.definition(), "", row.state, row.what, language);
    }
    return known->second;
  };
  std::vector<PromiseView> out;
  for (const store::PromiseRow& row : rows) {
    if (!is_for(principal, row)) continue;
    PromiseView view{.kase = row.kase,
                     .number = row.number,
                     .person = row.person,
                     .theme = row.theme,
                     .what = row.task ? row.what : title_of(row),
                     .due_at = row.due_at,
                     .task = row.task,
                     .overdue = row.due_at < now,
                     .today = calendar.local_day(row.due_at) == today};
    std::vector<std::string> by;
    for (const std::string& each : row.by) {
      by.push_back(row.task ? holder_name(desk.definition(), each, row.owner, today)
                            : partner_name(desk.directory(), each));
    }
    view.by = fmt::format("{}", fmt::join(by, ", "));
    if (const model::Workflow* workflow = desk.definition().workflow(row.theme)) {
      view.theme = workflow->title;
    }
    if (!principal.is(access::Persona::coordinator)) {
      const auto seen = view_case(desk, row.kase, principal, language);
      view.person = seen ? seen->person : "";
    }
    out.push_back(std::move(view));
  }
  return out;
}

std::string holder_name(const bundle::Desk& desk, const std::string& role, const std::string& owner,
                        base::Day today) {
  const bundle::Role* known = desk.role(role);
  const bundle::Member* member = desk.on_duty(owner, today);
  const bool owns = known != nullptr && known->binding == bundle::Binding::case_owner;
  return owns && member != nullptr ? member->name : role_title(desk, role);
}

}  // namespace guichet::http
