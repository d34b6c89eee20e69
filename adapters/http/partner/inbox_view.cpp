#include "adapters/http/partner/inbox_view.hpp"

#include <algorithm>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/cases/case_visibility.hpp"
#include "adapters/http/cases/timer_words.hpp"
#include "adapters/http/reply/reply_link.hpp"

namespace guichet::http {
namespace {

using store::AskedRow;

constexpr InboxList kOpenLists[] = {InboxList::waiting, InboxList::questions, InboxList::under_way};

InboxList list_of(const AskedRow& row) {
  if (!row.asked.is_open()) return InboxList::ended;
  if (!row.asked.outcome.empty()) return InboxList::under_way;
  return row.questions ? InboxList::questions : InboxList::waiting;
}

// What falls due next. Of what waits for an answer: the day on which silence is taken for one.
void put_due(const bundle::Desk& desk, const AskedRow& row, base::Language language,
             InboxLine& line) {
  if (list_of(row) == InboxList::waiting) {
    line.due = deadline_of(desk, row.asked);
    return;
  }
  for (const cases::Timer& timer : row.asked.timers) {
    if (!timer.due_at || timer.state.starts_with('!')) continue;
    if (line.due && *line.due <= *timer.due_at) continue;
    line.due = timer.due_at;
    line.what = timer_title(desk, row.asked.workflow, timer.state, timer.name, language);
  }
}

std::string article_name(const bundle::Desk& desk, const cases::Referral& referral) {
  const auto found = desk.conventions.find(referral.convention);
  const convention::Article* article =
      found == desk.conventions.end() ? nullptr : found->second->article(referral.article);
  return article == nullptr ? referral.article : article->title;
}

class InboxViewing {
 public:
  InboxViewing(desk::Desk& desk, store::Reader& reader, const access::Principal& principal,
               const InboxAsked& asked)
      : desk_(desk),
        definition_(desk.definition()),
        reader_(reader),
        principal_(principal),
        asked_(asked),
        now_(desk.clock().now()),
        today_(definition_.calendar->local_day(now_)) {}

  InboxView of(const std::string& partner) {
    InboxView out{.partner = partner,
                  .name = partner_name(desk_.directory(), partner),
                  .counts = std::vector<std::size_t>(4),
                  .lines = {},
                  .first = asked_.first};
    std::size_t total = 0;
    std::vector<AskedRow> open = reader_.referrals_of({.partner = partner}, total);
    for (const AskedRow& row : open) ++out.counts[static_cast<std::size_t>(list_of(row))];
    const bool ended = asked_.list == InboxList::ended;
    std::vector<AskedRow> past =
        reader_.referrals_of(ended_filter(partner, ended ? asked_.most : 0), out.counts.back());
    if (ended) {
      for (const AskedRow& row : past) add(row, out.lines);
    } else {
      add_open(open, out.lines);
    }
    return out;
  }

 private:
  store::AskedFilter ended_filter(const std::string& partner, std::size_t most) const {
    const auto this_year = std::chrono::year_month_day(today_).year();
    const std::chrono::year year = asked_.year == 0 ? this_year : std::chrono::year(asked_.year);
    const auto begin = [&](std::chrono::year of) {
      return definition_.calendar->instant_of(base::LocalTime(base::Day(of / 1 / 1)));
    };
    return {.partner = partner,
            .open = false,
            .from = begin(year),
            .until = begin(year + std::chrono::years(1)),
            .outcome = asked_.outcome,
            .first = asked_.first,
            .most = most};
  }

  // The soonest due first; what has no date (its clock stands still) after them.
  void add_open(const std::vector<AskedRow>& rows, std::vector<InboxLine>& out) {
    std::vector<std::pair<base::Instant, const AskedRow*>> wanted;
    for (const AskedRow& row : rows) {
      if (list_of(row) != asked_.list) continue;
      InboxLine line;
      put_due(definition_, row, asked_.language, line);
      wanted.emplace_back(line.due.value_or(base::Instant::max()), &row);
    }
    std::ranges::stable_sort(wanted, {}, &std::pair<base::Instant, const AskedRow*>::first);
    const std::size_t begin = std::min(asked_.first, wanted.size());
    const std::size_t end = std::min(begin + asked_.most, wanted.size());
    for (std::size_t i = begin; i < end; ++i) add(*wanted[i].second, out);
  }

  void add(const AskedRow& row, std::vector<InboxLine>& out) {
    const auto snapshot = reader_.load(row.kase);
    if (!snapshot) return;
    const CaseVisibility visible(principal_, *snapshot, definition_, now_);
    // What was personal is gone, and the case with it, for whoever sees her own only.
    if (snapshot->extras.personal_data_taken) return;
    InboxLine line{.kase = row.kase,
                   .n = row.asked.n,
                   .number = row.number,
                   .article = article_name(definition_, *row.asked.referral),
                   .state = state_title(definition_, row.asked),
                   .outcome = row.asked.outcome,
                   .since = row.asked.opened_at,
                   .ended = row.asked.closed_at};
    const model::Workflow* path = definition_.workflow(row.subject);
    line.subject = path == nullptr ? row.subject : path->title;
    put_due(definition_, row, asked_.language, line);
    line.overdue = line.due && *line.due < now_;
    line.today = line.due && definition_.calendar->local_day(*line.due) == today_;
    put_shared(visible, *snapshot, line);
    out.push_back(std::move(line));
  }

  void put_shared(const CaseVisibility& visible, const cases::Snapshot& snapshot,
                  InboxLine& line) const {
    const auto text_of = [&](const std::string& id) -> std::string {
      const vocabulary::Field* field = definition_.vocabulary->find(id);
      if (field == nullptr || !visible.sees_field(access::Part::party_fields, id)) return "";
      for (const cases::Fields* fields : {&snapshot.person, &snapshot.firm, &snapshot.data}) {
        const auto found = fields->find(id);
        if (found == fields->end() || found->second.is_null()) continue;
        return shown(*field, found->second.value(), *definition_.vocabulary,
                     definition_.settings.language);
      }
      return "";
    };
    for (const auto* party : {&definition_.settings.person, &definition_.settings.firm}) {
      if (!line.person.empty()) break;
      for (const std::string& id : party->name) {
        const std::string part = text_of(id);
        if (!part.empty()) line.person += (line.person.empty() ? "" : " ") + part;
      }
    }
    line.place = text_of(definition_.settings.person.place);
  }

  desk::Desk& desk_;
  const bundle::Desk& definition_;
  store::Reader& reader_;
  const access::Principal& principal_;
  const InboxAsked& asked_;
  base::Instant now_;
  base::Day today_;
};

}  // namespace

InboxList inbox_list_of(std::string_view word) {
  for (const InboxList each : kOpenLists) {
    if (to_text(each) == word) return each;
  }
  return word == to_text(InboxList::ended) ? InboxList::ended : InboxList::waiting;
}

std::vector<InboxView> view_inbox(desk::Desk& desk, const access::Principal& principal,
                                  const InboxAsked& asked) {
  std::vector<InboxView> out;
  desk.store().read([&](store::Reader& reader) {
    InboxViewing viewing(desk, reader, principal, asked);
    for (const std::string& partner : principal.partners) {
      if (asked.partner.empty() || asked.partner == partner) out.push_back(viewing.of(partner));
    }
  });
  return out;
}

}  // namespace guichet::http
