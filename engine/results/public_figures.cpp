#include "engine/results/public_figures.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace guichet::results {
namespace {

using Measures = std::vector<std::string>;

constexpr int kTogether = BlockFigures::kYears;  // place of the three years in what is by year
constexpr int kStretches = kTogether + 1;
constexpr const char* kOpen = "open";

// Which measures are counted by what. The measures of one list add up over its categories.
struct Dimension {
  std::string by;
  Measures measures;
};
const std::vector<Dimension>& dimensions() {
  static const std::vector<Dimension> all{
      {"theme", {"needs", "accompanied", "completed"}},
      {"outcome", {"needs"}},
      {"month", {"requests", "cases", "completed"}},
      {"place", {"requests", "cases", "accompanied", "completed"}},
      {"partner", {"asked", "in_time", "late", "silent"}},
  };
  return all;
}
// Over three years places alone are told, and their requests, which are rolled up so that none is
// small: a year's figures are hidden without a thought for other stretches of time.
Measures measures_of(const Dimension& dimension, int at) {
  if (at != kTogether) return dimension.measures;
  return dimension.by == "place" ? Measures{"requests"} : Measures{};
}

const Measures& all_measures() {
  static const Measures all{"requests",    "cases",     "firms",   "holders",  "needs",
                            "accompanied", "completed", "asked",   "in_time",  "late",
                            "silent",      "withdrawn", "waiting", "accepted", "declined"};
  return all;
}

// One number: of what ("" for everything), which category of it, which measure; by stretch.
struct CountKey {
  std::string by, category, measure;
  auto operator<=>(const CountKey&) const = default;
};
using Stretches = std::array<std::int64_t, BlockFigures::kYears>;

// Counts by year; what is added to a category is added to nothing else.
class Counts {
 public:
  void add(const std::string& by, const std::string& category, const std::string& measure,
           int year) {
    numbers_[{by, category, measure}][static_cast<std::size_t>(year)] += 1;
    if (!by.empty()) categories_[by].insert(category);
  }
  void name(const std::string& by, const std::string& category) {
    categories_[by].insert(category);
  }
  const std::set<std::string>& categories(const std::string& by) const {
    static const std::set<std::string> none;
    const auto found = categories_.find(by);
    return found == categories_.end() ? none : found->second;
  }
  std::int64_t at(const CountKey& key, int year) const {
    const auto found = numbers_.find(key);
    return found == numbers_.end() ? 0 : found->second[static_cast<std::size_t>(year)];
  }

 private:
  std::map<CountKey, Stretches> numbers_;
  std::map<std::string, std::set<std::string>> categories_;
};

int year_of(base::Day day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

// Counts the cases of three years.
class BlockCounting {
 public:
  BlockCounting(const bundle::Desk& desk, const bundle::Directory& directory, int first_year,
                base::Instant now, Counts& counts)
      : desk_(desk), first_year_(first_year), now_(now), times_(desk, directory), counts_(counts) {}

  void count(const store::CountedCase& kase) {
    for (const store::CountedReferral& each : kase.referrals) count_referral(each);
    const base::Day day = desk_.calendar->local_day(kase.opened_at);
    const auto year = place_in_block(day);
    if (!year) return;
    year_ = *year;
    month_ = base::iso(day).substr(0, 7);
    commune_ = kase.commune;
    add_request("requests");
    if (!kase.merged && !kase.needs.empty()) {
      add_request("cases");
      counts_.add("", "", kase.firm ? "firms" : "holders", year_);
    }
    for (const store::CountedNeed& each : kase.needs) count_need(each);
  }

 private:
  std::optional<int> place_in_block(base::Day day) const {
    const int place = year_of(day) - first_year_;
    return place >= 0 && place < BlockFigures::kYears ? std::optional(place) : std::nullopt;
  }

  void add_request(const std::string& measure) {
    counts_.add("", "", measure, year_);
    counts_.add("month", month_, measure, year_);
    counts_.add("place", commune_, measure, year_);
  }

  void count_need(const store::CountedNeed& need) {
    counts_.add("outcome", need.open ? kOpen : need.outcome, "needs", year_);
    add_need(need, "needs");
    if (need.accompanied) add_need(need, "accompanied");
    if (need.success) add_need(need, "completed");
  }
  void add_need(const store::CountedNeed& need, const std::string& measure) {
    counts_.add("", "", measure, year_);
    counts_.add("theme", need.theme, measure, year_);
    if (measure != "needs") counts_.add("place", commune_, measure, year_);
    if (measure == "completed") counts_.add("month", month_, measure, year_);
  }

  void count_referral(const store::CountedReferral& referral) {
    const auto year = place_in_block(desk_.calendar->local_day(referral.opened_at));
    if (!year) return;
    const auto add = [&](const char* measure) {
      counts_.add("", "", measure, *year);
      counts_.add("partner", referral.partner, measure, *year);
    };
    constexpr const char* kWords[] = {"in_time", "late", "silent", "withdrawn", "waiting"};
    const Kept kept = times_.answer(referral, now_).kept;
    add("asked");
    add(kWords[static_cast<std::size_t>(kept)]);
    if (kept == Kept::in_time || kept == Kept::late) {
      add(has_accepted(referral) ? "accepted" : "declined");
    }
  }

  const bundle::Desk& desk_;
  int first_year_;
  base::Instant now_;
  AnswerTimes times_;
  Counts& counts_;
  int year_ = 0;
  std::string month_, commune_;
};

// Puts the numbers on one sheet, tells it all that adds up, and reads what may be shown.
class BlockLayout {
 public:
  BlockLayout(const Counts& counts, const bundle::Desk& desk, int first_year)
      : counts_(counts), desk_(desk), first_year_(first_year), sheet_(desk.results.hide_below) {
    group_places();
  }

  BlockFigures run() {
    for (int at = 0; at < kStretches; ++at) lay_out_totals(at);
    for (const Dimension& each : dimensions()) {
      for (int at = 0; at < kStretches; ++at) lay_out(each, at);
    }
    add_up_places("requests");
    for (const std::string& each : all_measures()) add_up_years("", "", each);
    sheet_.hide();
    BlockFigures out{.first_year = first_year_, .years = {}, .together = read(kTogether)};
    for (int at = 0; at < kTogether; ++at) out.years.push_back(read(at));
    return out;
  }

 private:
  // A category of a table: its id, and the codes whose numbers it sums.
  struct Category {
    std::string id;
    PlaceGroup place;
    std::vector<std::string> codes;
  };
  using FigureKey = std::tuple<std::string, std::string, std::string, int>;

  static bool is_by_month(const std::string& by) { return by == "month"; }

  std::int64_t sum(const std::string& by, const std::vector<std::string>& codes,
                   const std::string& measure, int at) const {
    std::int64_t out = 0;
    for (const std::string& code : codes) {
      for (int year = 0; year < kTogether; ++year) {
        if (at == kTogether || at == year) out += counts_.at({by, code, measure}, year);
      }
    }
    return out;
  }

  // By year a place is in the same group in all three; of three years the groups are finer.
  void group_places() {
    CountsByPlace by_year;
    for (const std::string& code : counts_.categories("place")) {
      for (int year = 0; year < kTogether; ++year) {
        by_year[code].push_back(counts_.at({"place", code, "requests"}, year));
      }
    }
    const std::int64_t limit = desk_.results.hide_below;
    yearly_ = roll_up(by_year, desk_, limit);
    for (const PlaceGroup& group : yearly_) {
      CountsByPlace within;
      for (const std::string& code : group.communes) {
        within[code] = {sum("place", {code}, "requests", kTogether)};
      }
      finer_[group.id] = roll_up(within, desk_, limit);
      // What is left of one group must not be taken for what is left of another.
      for (PlaceGroup& each : finer_[group.id]) {
        if (each.kind != PlaceGroup::Kind::elsewhere || group.kind == each.kind) continue;
        each.id = group.id;
        each.kind = group.kind;
        each.name = group.name;
      }
    }
  }

  std::vector<Category> categories(const std::string& by, int at) const {
    std::vector<Category> out;
    if (by == "place") {
      for (const PlaceGroup& group : yearly_) {
        if (at != kTogether) {
          out.push_back({group.id, group, group.communes});
          continue;
        }
        for (const PlaceGroup& each : finer_.at(group.id)) {
          out.push_back({group.id + "/" + each.id, each, each.communes});
        }
      }
      return out;
    }
    const std::string year = std::to_string(first_year_ + at);
    for (const std::string& each : counts_.categories(by)) {
      if (is_by_month(by) && !each.starts_with(year)) continue;
      out.push_back({each, {}, {each}});
    }
    return out;
  }

  std::size_t figure(const FigureKey& key, std::int64_t count) {
    const auto [found, is_new] = figures_.try_emplace(key, 0);
    if (is_new) found->second = sheet_.add(count);
    return found->second;
  }

  void lay_out_totals(int at) {
    const auto total = [&](const char* measure) {
      return figure({"", "", measure, at}, sum("", {""}, measure, at));
    };
    for (const std::string& each : all_measures()) total(each.c_str());
    sheet_.add_sum(total("cases"), {total("firms"), total("holders")});
    add_up_answers(at);
  }

  // What was asked is one of five things; answers are a yes or a no.
  void add_up_answers(int at) {
    const auto of = [&](const char* measure) { return figures_.at({"", "", measure, at}); };
    sheet_.add_sum(of("asked"),
                   {of("in_time"), of("late"), of("silent"), of("withdrawn"), of("waiting")});
    // Shown nowhere, but anybody can add them up.
    const std::size_t answered =
        sheet_.add_unshown(sheet_.count(of("in_time")) + sheet_.count(of("late")));
    sheet_.add_sum(answered, {of("in_time"), of("late")});
    sheet_.add_sum(answered, {of("accepted"), of("declined")});
  }

  // What is neither in time nor late nor silent is not told of each partner, but cannot be less
  // than nothing.
  void add_up_partner(const std::string& partner, int at) {
    const auto of = [&](const char* measure) {
      return figures_.at({"partner", partner, measure, at});
    };
    const std::int64_t rest = sheet_.count(of("asked")) - sheet_.count(of("in_time")) -
                              sheet_.count(of("late")) - sheet_.count(of("silent"));
    sheet_.add_sum(of("asked"),
                   {of("in_time"), of("late"), of("silent"), sheet_.add_unshown(rest)});
  }

  void lay_out(const Dimension& dimension, int at) {
    const std::vector<Category> all = categories(dimension.by, at);
    for (const std::string& measure : measures_of(dimension, at)) {
      std::vector<std::size_t> parts;
      for (const Category& each : all) {
        parts.push_back(figure({dimension.by, each.id, measure, at},
                               sum(dimension.by, each.codes, measure, at)));
      }
      sheet_.add_sum(figures_.at({"", "", measure, at}), std::move(parts));
    }
    if (dimension.by != "partner" || at == kTogether) return;
    for (const Category& each : all) add_up_partner(each.id, at);
  }

  void add_up_years(const std::string& by, const std::string& id, const std::string& measure) {
    std::vector<std::size_t> years;
    for (int at = 0; at < kTogether; ++at) years.push_back(figures_.at({by, id, measure, at}));
    sheet_.add_sum(figures_.at({by, id, measure, kTogether}), std::move(years));
  }

  // A group's three years come to the finer groups that it is made of.
  void add_up_places(const std::string& measure) {
    for (const PlaceGroup& group : yearly_) {
      const std::size_t whole = figure({"place", group.id, measure, kTogether},
                                       sum("place", group.communes, measure, kTogether));
      add_up_years("place", group.id, measure);
      std::vector<std::size_t> parts;
      for (const PlaceGroup& each : finer_.at(group.id)) {
        parts.push_back(figures_.at({"place", group.id + "/" + each.id, measure, kTogether}));
      }
      sheet_.add_sum(whole, std::move(parts));
    }
  }

  Figure shown(const FigureKey& key) const {
    const std::size_t at = figures_.at(key);
    return {sheet_.count(at), sheet_.shown(at)};
  }

  FigureSet read(int at) const {
    FigureSet out;
    for (const std::string& each : all_measures()) out.total[each] = shown({"", "", each, at});
    for (const Dimension& dimension : dimensions()) {
      const Measures measures = measures_of(dimension, at);
      if (measures.empty()) continue;
      FigureTable table{.by = dimension.by, .measures = measures, .rows = {}, .total = {}};
      for (const Category& each : categories(dimension.by, at)) {
        FigureRow row{.id = each.place.communes.empty() ? each.id : each.place.id,
                      .place = each.place,
                      .figures = {}};
        for (const std::string& measure : measures) {
          row.figures.push_back(shown({dimension.by, each.id, measure, at}));
        }
        // What did not occur in this stretch, as far as anybody may know.
        const bool nothing = std::ranges::all_of(row.figures, [](const Figure& each_figure) {
          return each_figure.is_plain() && each_figure.count == 0;
        });
        if (!nothing || is_by_month(dimension.by)) table.rows.push_back(std::move(row));
      }
      for (const std::string& measure : measures) {
        table.total.push_back(shown({"", "", measure, at}));
      }
      out.tables.push_back(std::move(table));
    }
    return out;
  }

  const Counts& counts_;
  const bundle::Desk& desk_;
  int first_year_;
  Sheet sheet_;
  std::map<FigureKey, std::size_t> figures_;
  std::vector<PlaceGroup> yearly_;
  std::map<std::string, std::vector<PlaceGroup>> finer_;  // by id of the yearly group
};

}  // namespace

std::shared_ptr<const BlockFigures> block_figures(const std::vector<store::CountedCase>& counted,
                                                  const bundle::Desk& desk,
                                                  const bundle::Directory& directory,
                                                  int first_year, base::Instant now,
                                                  const SurveyRows& surveys) {
  Counts counts;
  for (int year = first_year; year < first_year + BlockFigures::kYears; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const std::string two = (month < 10 ? "0" : "") + std::to_string(month);
      counts.name("month", std::to_string(year) + "-" + two);
    }
  }
  BlockCounting counting(desk, directory, first_year, now, counts);
  for (const store::CountedCase& each : counted) counting.count(each);
  BlockFigures out = BlockLayout(counts, desk, first_year).run();
  auto answers = survey_figures(counted, surveys, desk, first_year, BlockFigures::kYears);
  out.together.surveys = std::move(answers.back());
  for (std::size_t at = 0; at < out.years.size(); ++at) {
    out.years[at].surveys = std::move(answers[at]);
  }
  return std::make_shared<const BlockFigures>(std::move(out));
}

std::vector<int> years_with_figures(const std::vector<store::CountedCase>& counted,
                                    const bundle::Desk& desk) {
  std::set<int> years;
  for (const store::CountedCase& each : counted) {
    years.insert(year_of(desk.calendar->local_day(each.opened_at)));
    for (const store::CountedReferral& referral : each.referrals) {
      years.insert(year_of(desk.calendar->local_day(referral.opened_at)));
    }
  }
  return {years.rbegin(), years.rend()};
}

}  // namespace guichet::results
