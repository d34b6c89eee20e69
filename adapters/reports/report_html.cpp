#include <fmt/format.h>

#include <algorithm>

#include "adapters/reports/charts.hpp"
#include "adapters/reports/messages.hpp"
#include "adapters/reports/page.hpp"
#include "adapters/reports/report.hpp"

namespace guichet::reports {
namespace {

using results::PartnerTally;
using results::Results;
using results::Tally;

constexpr std::size_t kSmall = 5;  // fewer requests than that are not shown on their own

class Report {
 public:
  Report(const Results& results, const bundle::Desk& desk, const Period& period, bool simulated)
      : results_(results),
        desk_(desk),
        period_(period),
        simulated_(simulated),
        language_(desk.settings.language) {}

  std::string write() const {
    Page page{.language = language_ == base::Language::fr ? "fr" : "en",
              .title = say(messages::kTitle),
              .desk = desk_.settings.name,
              .period = say(messages::kPeriod, {base::long_date(period_.from, language_),
                                                base::long_date(period_.until, language_)}),
              .notice = simulated_ ? say(messages::kSimulated) : ""};
    page.figures = figures();
    page.sections = {months(), themes(), partners(), territory(), outcomes()};
    return render(page);
  }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return base::Message(text, std::move(arguments)).in(language_);
  }

  std::vector<Page::Figure> figures() const {
    const Tally& t = results_.total;
    return {{t.requests, say(messages::kRequests), say(messages::kRequestsIs)},
            {t.ineligible, say(messages::kIneligible), say(messages::kIneligibleIs)},
            {t.cases, say(messages::kCases), say(messages::kCasesIs)},
            {t.needs, say(messages::kNeeds), say(messages::kNeedsIs)},
            {t.accompanied, say(messages::kAccompanied), say(messages::kAccompaniedIs)},
            {t.completed, say(messages::kCompleted), say(messages::kCompletedIs)},
            {t.referrals, say(messages::kReferrals), say(messages::kReferralsIs)},
            {t.reminders, say(messages::kReminders), say(messages::kRemindersIs)},
            {t.escalations, say(messages::kEscalations), say(messages::kEscalationsIs)}};
  }

  std::string month_label(const std::string& month) const {
    const auto day = base::parse_day(month + "-01");
    if (!day) return month;
    // "mercredi 1er avril 2009" -> "avr. 09" would need abbreviations; digits are read as fast.
    return month.substr(5, 2) + "/" + month.substr(2, 2);
  }

  Page::Section months() const {
    Chart chart{say(messages::kByMonth), {say(messages::kRequests), say(messages::kCases)}, {}};
    Page::Section section{.title = say(messages::kByMonth), .summary = say(messages::kFigures)};
    section.header = {say(messages::kMonth),       say(messages::kRequests),
                      say(messages::kIneligible),  say(messages::kCases),
                      say(messages::kAccompanied), say(messages::kCompleted)};
    for (const auto& [month, t] : results_.month) {
      chart.bars.push_back({month_label(month), {t.requests, t.cases}});
      section.rows.push_back(
          row(month_label(month), {t.requests, t.ineligible, t.cases, t.accompanied, t.completed}));
    }
    section.svg = columns(chart);
    return section;
  }

  static std::vector<std::string> row(std::string label, const std::vector<std::size_t>& numbers) {
    std::vector<std::string> out{std::move(label)};
    for (const std::size_t each : numbers) out.push_back(std::to_string(each));
    return out;
  }

  std::string theme_title(const std::string& theme) const {
    const auto path = desk_.intake.paths.find(theme);
    const model::Workflow* workflow =
        desk_.workflow(path == desk_.intake.paths.end() ? theme : path->second);
    return workflow == nullptr ? theme : workflow->title;
  }

  Page::Section themes() const {
    Chart chart{say(messages::kByTheme),
                {say(messages::kNeeds), say(messages::kAccompanied), say(messages::kCompleted)},
                {}};
    Page::Section section{.title = say(messages::kByTheme), .summary = say(messages::kFigures)};
    section.header = {say(messages::kTheme),       say(messages::kNeeds),
                      say(messages::kAccompanied), say(messages::kCompleted),
                      say(messages::kReferrals),   say(messages::kReminders)};
    for (const auto& [theme, t] : results_.theme) {
      chart.bars.push_back({theme_title(theme), {t.needs, t.accompanied, t.completed}});
      section.rows.push_back(
          row(theme_title(theme), {t.needs, t.accompanied, t.completed, t.referrals, t.reminders}));
    }
    section.svg = rows(chart);
    return section;
  }

  Page::Section partners() const {
    std::vector<PartnerTally> sorted;
    for (const auto& [id, tally] : results_.partner) sorted.push_back(tally);
    std::ranges::stable_sort(sorted, std::greater<>{}, &PartnerTally::referrals);
    Chart chart{say(messages::kByPartner),
                {say(messages::kAsked), say(messages::kAccepted), say(messages::kSilent)},
                {}};
    Page::Section section{.title = say(messages::kByPartner), .summary = say(messages::kFigures)};
    section.header = {
        say(messages::kPartner),   say(messages::kAsked),       say(messages::kAccepted),
        say(messages::kDeclined),  say(messages::kSilent),      say(messages::kPending),
        say(messages::kReminders), say(messages::kEscalations), say(messages::kAnswerDays)};
    for (const PartnerTally& t : sorted) {
      chart.bars.push_back({t.name, {t.referrals, t.accepted, t.silent}});
      auto cells = row(t.name, {t.referrals, t.accepted, t.declined, t.silent, t.pending,
                                t.reminders, t.escalations});
      cells.push_back(t.answers == 0 ? "–" : days(t));
      section.rows.push_back(std::move(cells));
    }
    section.svg = reports::rows(chart);
    return section;
  }

  std::string days(const PartnerTally& t) const {
    std::string text = fmt::format(
        "{:.1f}", static_cast<double>(t.business_days) / static_cast<double>(t.answers));
    if (language_ == base::Language::fr) std::ranges::replace(text, '.', ',');
    return text;
  }

  std::string place_name(const std::string& code) const {
    const vocabulary::Field* field = desk_.vocabulary->find(desk_.settings.person.place);
    const vocabulary::Referential* list =
        field == nullptr ? nullptr : desk_.vocabulary->referential(field->referential);
    return list == nullptr ? code : list->label(code);
  }

  // Small places are rolled up together. Should the roll-up itself be small, the smallest place
  // shown joins it, or a subtraction from the total would give it away.
  Page::Section territory() const {
    std::vector<std::pair<std::string, Tally>> shown;
    Tally others;
    std::size_t places = 0;
    const auto hide = [&](const Tally& t) {
      others.requests += t.requests;
      others.cases += t.cases;
      others.accompanied += t.accompanied;
      others.completed += t.completed;
      ++places;
    };
    for (const auto& [code, t] : results_.commune) {
      if (t.requests < kSmall || code.empty()) {
        hide(t);
      } else {
        shown.emplace_back(place_name(code), t);
      }
    }
    std::ranges::stable_sort(shown, [](const auto& a, const auto& b) {
      return std::pair(b.second.requests, a.first) < std::pair(a.second.requests, b.first);
    });
    while (places > 0 && others.requests < kSmall && !shown.empty()) {
      hide(shown.back().second);
      shown.pop_back();
    }
    Page::Section section{.title = say(messages::kByCommune), .note = say(messages::kSmallNumbers)};
    section.header = {say(messages::kPlace), say(messages::kRequests), say(messages::kCases),
                      say(messages::kAccompanied), say(messages::kCompleted)};
    for (const auto& [name, t] : shown) {
      section.rows.push_back(row(name, {t.requests, t.cases, t.accompanied, t.completed}));
    }
    if (places > 0) {
      section.rows.push_back(
          row(say(messages::kOtherPlaces, {std::to_string(places)}),
              {others.requests, others.cases, others.accompanied, others.completed}));
    }
    return section;
  }

  Page::Section outcomes() const {
    Page::Section section{.title = say(messages::kOutcomes)};
    section.header = {say(messages::kOutcome), say(messages::kNeeds)};
    for (const auto& [outcome, count] : results_.outcomes) {
      section.rows.push_back({outcome, std::to_string(count)});
    }
    for (const auto& [state, count] : results_.open_states) {
      section.rows.push_back(
          {say(messages::kStillOpen) + " · " + place_in_path(state), std::to_string(count)});
    }
    return section;
  }

  // "creation: suivi" with the titles of the path and of its state.
  std::string place_in_path(const std::string& key) const {
    const std::size_t colon = key.find(": ");
    const model::Workflow* workflow = desk_.workflow(key.substr(0, colon));
    if (workflow == nullptr || colon == std::string::npos) return key;
    const auto state = workflow->find_state(key.substr(colon + 2));
    return workflow->title + ", " + (state ? workflow->at(*state).title : key.substr(colon + 2));
  }

  const Results& results_;
  const bundle::Desk& desk_;
  const Period& period_;
  bool simulated_;
  base::Language language_;
};

}  // namespace

std::string to_html(const results::Results& results, const bundle::Desk& desk, const Period& period,
                    bool simulated) {
  return Report(results, desk, period, simulated).write();
}

}  // namespace guichet::reports
