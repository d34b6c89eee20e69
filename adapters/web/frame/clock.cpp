#include "adapters/web/frame/clock.hpp"

#include <ctemplate/template.h>

#include <algorithm>

#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/target.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/frame/refusal.hpp"

namespace guichet::web {
namespace {

using ctemplate::TemplateDictionary;

constexpr std::size_t kShown = 30;

struct Left {
  std::string number;
  store::OutboxRow row;
};

std::optional<base::Instant> moved(const calendar::Calendar& calendar, base::Instant now,
                                   const std::string& by) {
  namespace chrono = std::chrono;
  const base::LocalTime local = calendar.local_time(now);
  const base::Day today = chrono::floor<chrono::days>(local);
  base::Day day = today;
  if (by == "day") {
    day = calendar.add_business_days(today, 1);
  } else if (by == "week") {
    day = today + chrono::weeks(1);
  } else if (by == "month") {
    chrono::year_month_day next = chrono::year_month_day(today) + chrono::months(1);
    if (!next.ok()) next = next.year() / next.month() / chrono::last;
    day = base::Day(next);
  } else {
    return {};
  }
  return calendar.instant_of(base::LocalTime(day) + (local - today));
}

std::vector<Left> left_since(const Layout& layout, base::Instant since) {
  const base::Instant now = layout.site().desk.clock().now();
  std::vector<Left> out;
  layout.site().desk.store().read([&](store::Reader& reader) {
    for (const base::CaseId id : reader.case_ids()) {
      for (store::OutboxRow& row : reader.letters(id)) {
        const base::Instant at = row.letter.leaves_at;
        if (at > since && at <= now) out.push_back({reader.load(id)->number, std::move(row)});
      }
    }
  });
  std::ranges::stable_sort(out, {}, [](const Left& left) { return left.row.letter.leaves_at; });
  return out;
}

// The page that was looked at, with the moment from which to tell in place of an earlier one.
std::string with_since(const std::string& back, base::Instant since) {
  http::Request parsed;
  http::Pairs query;
  if (http::read_target(back, parsed)) {
    for (const auto& [name, value] : parsed.query.list()) {
      if (name != kSince) query.add(name, value);
    }
  }
  query.add(kSince, base::iso(since));
  return address(back.substr(0, back.find('?')), query);
}

}  // namespace

http::Response move_clock(const Layout& layout, const http::Request& request) {
  const auto form = http::parse_form(request);
  http::Site& site = layout.site();
  const base::Instant now = site.desk.clock().now();
  const auto until =
      form ? moved(*layout.desk().calendar, now, form->fields.get("by")) : std::nullopt;
  if (!site.move_clock || !until) return refused_page(layout, request, site.move_clock ? 422 : 404);
  site.move_clock(*until);
  return http::see_other(with_since(way_back(form->fields.get("back")), now));
}

void tell_what_left(const Layout& layout, base::Instant since, base::Language language,
                    TemplateDictionary& page) {
  const std::vector<Left> left = left_since(layout, since);
  const auto count = [&](std::string_view purpose) {
    return std::to_string(std::ranges::count_if(
        left, [&](const Left& each) { return each.row.letter.purpose == purpose; }));
  };
  const base::Message sentence =
      left.empty() ? base::Message(messages::kNoneLeft)
                   : base::Message(messages::kMoved, {std::to_string(left.size()), count("remind"),
                                                      count("escalate")});
  TemplateDictionary* section = page.AddSectionDictionary("MOVED");
  section->SetValue("SENTENCE", sentence.in(language));
  if (left.empty()) return;
  TemplateDictionary* some = section->AddSectionDictionary("SOME");
  for (const Left& each : std::span(left).first(std::min(left.size(), kShown))) {
    const cases::LetterEffect& letter = each.row.letter;
    TemplateDictionary* line = some->AddSectionDictionary("LETTER");
    line->SetValue("AT", layout.short_moment(letter.leaves_at, language));
    line->SetIntValue("CASE", static_cast<long>(each.row.kase.value));
    line->SetValue("NUMBER", each.number);
    line->SetValue("SUBJECT", letter.subject);
    line->SetValue("TO", letter.to_name);
  }
  if (left.size() > kShown) {
    some->SetValueAndShowSection(
        "SENTENCE",
        base::Message(messages::kAndMore, {std::to_string(left.size() - kShown)}).in(language),
        "MORE");
  }
}

}  // namespace guichet::web
