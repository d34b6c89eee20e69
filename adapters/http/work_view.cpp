// The work list, as pages and the API show it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/http/case_view.hpp"
#include "engine/results/work_list.hpp"

namespace guichet::http {

std::vector<PromiseView> view_work(desk::Desk& desk, std::size_t most, const std::string& owner,
                                   base::Language) {
  std::vector<store::PromiseRow> rows;
  const auto& calendar = *desk.definition().calendar;
  const base::Instant now = desk.clock().now();
  const base::Day today = calendar.local_day(now);
  desk.store().read([&](store::Reader& reader) {
    rows = results::work_list(reader, desk.definition(), owner, today, most);
  });
  std::vector<PromiseView> out;
  for (const store::PromiseRow& row : rows) {
    PromiseView view{.kase = row.kase,
                     .number = row.number,
                     .person = row.person,
                     .theme = row.theme,
                     .what = row.task ? row.what : spoken(row.what),
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
