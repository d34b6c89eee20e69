#include "engine/results/public_figures.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/results/case_counts.hpp"
#include "engine/results/results.hpp"
#include "tests/engine/results/simulated.hpp"

using namespace guichet;
using results::BlockFigures;
using results::Figure;
using results::FigureTable;
using results::Shown;

namespace {

const bundle::Desk& figeac_of_figures() {
  static const auto desk = tests::load_example("pays-de-figeac");
  return *desk;
}

base::Instant at_noon(const char* day) {
  return *base::parse_instant(std::string(day) + "T12:00:00Z");
}

// A case with one need of the theme, and one referral where a partner is named.
store::CountedCase kase(const char* day, const char* commune, const char* theme,
                        const char* partner = "") {
  store::CountedCase out{.id = {1},
                         .opened_at = at_noon(day),
                         .commune = commune,
                         .verdict = "take_in",
                         .needs = {{.n = {2}, .theme = theme, .outcome = {}}},
                         .referrals = {}};
  if (*partner != '\0') {
    out.referrals.push_back({.n = {3},
                             .parent = base::InstanceNumber{2},
                             .partner = partner,
                             .convention = "convention-cadre",
                             .article = "art-4",
                             .opened_at = out.opened_at,
                             .closed_at = {},
                             .answer = "accepted",
                             .answered_at = out.opened_at,
                             .said_on = {},
                             .contact_at = {},
                             .stands = {}});
  }
  return out;
}

void add(std::vector<store::CountedCase>& to, int times, const store::CountedCase& each) {
  for (int i = 0; i < times; ++i) to.push_back(each);
}

std::shared_ptr<const BlockFigures> figures(const std::vector<store::CountedCase>& counted) {
  return results::block_figures(counted, figeac_of_figures(), figeac_of_figures().directory, 2007, at_noon("2009-12-31"));
}

const FigureTable& table(const results::FigureSet& set, const std::string& by) {
  const auto found = std::ranges::find(set.tables, by, &FigureTable::by);
  REQUIRE(found != set.tables.end());
  return *found;
}

std::string told(const Figure& figure) {
  return figure.shown == Shown::plain      ? std::to_string(figure.count)
         : figure.shown == Shown::small    ? "<"
         : figure.shown == Shown::withheld ? "?"
                                           : "-";
}

std::string told(const FigureTable& table) {
  std::string out;
  for (const results::FigureRow& row : table.rows) {
    out += row.id;
    for (const Figure& each : row.figures) out += " " + told(each);
    out += "\n";
  }
  out += "=";
  for (const Figure& each : table.total) out += " " + told(each);
  return out;
}

}  // namespace

TEST_CASE("a year's needs are told by theme, a small number with another one hidden beside it") {
  std::vector<store::CountedCase> counted;
  add(counted, 20, kase("2009-03-02", "46102", "creation"));
  add(counted, 12, kase("2009-04-02", "46102", "formation"));
  add(counted, 2, kase("2009-05-04", "46102", "transmission"));

  const auto block = figures(counted);

  CHECK(told(table(block->years[2], "theme")) ==
        "creation 20 0 0\nformation ? 0 0\ntransmission < 0 0\n= 34 0 0");
  CHECK(told(block->years[2].total.at("holders")) == "34");
  CHECK(told(block->years[0].total.at("needs")) == "0");
}

TEST_CASE("three years do not tell what one of them hides") {
  std::vector<store::CountedCase> counted;
  add(counted, 20, kase("2007-03-02", "46102", "creation"));
  add(counted, 9, kase("2008-03-03", "46102", "formation"));
  add(counted, 2, kase("2009-05-04", "46102", "formation"));

  const auto block = figures(counted);

  // 31 of three years, less the 20 and the 9 of the others, would be the 2 of 2009.
  CHECK(block->years[2].total.at("requests").shown == Shown::small);
  const bool all_others = block->together.total.at("requests").is_plain() &&
                          block->years[0].total.at("requests").is_plain() &&
                          block->years[1].total.at("requests").is_plain();
  CHECK_FALSE(all_others);
  CHECK(block->together.tables.size() == 1);
}

TEST_CASE("places are rolled up by year, and told one by one where three years suffice") {
  std::vector<store::CountedCase> counted;
  add(counted, 30, kase("2009-03-02", "46102", "creation"));
  for (const char* day : {"2007-03-02", "2008-03-03", "2009-03-02"}) {
    add(counted, 3, kase(day, "46104", "creation"));
    add(counted, 4, kase(day, "46021", "creation"));
  }

  const auto block = figures(counted);

  CHECK(told(table(block->years[2], "place")) ==
        "46102 30 30 0 0\nepci:200067361 7 7 0 0\n= 37 37 0 0");
  CHECK(told(table(block->together, "place")) == "46102 30\n46021 12\n46104 9\n= 51");
}

TEST_CASE("what a partner answered adds up, and is hidden as that asks for") {
  std::vector<store::CountedCase> counted;
  add(counted, 15, kase("2009-03-02", "46102", "creation", "cci-46"));
  auto declined = kase("2009-03-02", "46102", "creation", "cci-46");
  declined.referrals[0].answer = "declined";
  declined.referrals[0].answered_at = at_noon("2009-04-30");
  add(counted, 2, declined);

  const auto block = figures(counted);

  const FigureTable& partners = table(block->years[2], "partner");
  REQUIRE(partners.rows.size() == 1);
  CHECK(partners.measures[1] == "in_time");
  CHECK_FALSE(partners.rows[0].figures[2].is_plain());  // late
  // 17 asked, less those in time, would be the two that were late.
  CHECK_FALSE((partners.rows[0].figures[0].is_plain() && partners.rows[0].figures[1].is_plain()));
}

TEST_CASE("a survey is counted by year, a small answer hidden with one that would tell it") {
  std::vector<store::CountedCase> counted;
  add(counted, 40, kase("2009-03-02", "46102", "creation"));
  add(counted, 10, kase("2008-03-03", "46102", "creation"));
  std::vector<store::SurveyRow> rows;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    counted[i].id = {static_cast<std::int64_t>(i)};
    const char* said = i < 20 ? "beaucoup" : i < 30 ? "assez" : i < 32 ? "peu" : "";
    rows.push_back({counted[i].id, {2}, i < 40 ? said : "beaucoup"});
  }
  rows.push_back({{999}, {2}, "beaucoup"});  // of a need that does not count

  const auto block =
      results::block_figures(counted, figeac_of_figures(), figeac_of_figures().directory, 2007,
                             at_noon("2009-12-31"), {rows});

  const auto told_survey = [](const results::FigureSet& set) {
    REQUIRE(set.surveys.size() == 1);
    std::string out = told(set.surveys[0].asked) + "/" + told(set.surveys[0].answered);
    for (const auto& each : set.surveys[0].answers) out += " " + each.value + told(each.figure);
    return out;
  };
  CHECK(told_survey(block->years[0]) == "0/0 beaucoup0 assez0 peu0 pas_du_tout0");
  CHECK(told_survey(block->years[1]) == "10/10 beaucoup10 assez0 peu0 pas_du_tout0");
  CHECK(told_survey(block->years[2]) == "40/32 beaucoup20 assez? peu< pas_du_tout0");
  CHECK(told_survey(block->together) == "50/42 beaucoup30 assez? peu< pas_du_tout0");
  const results::SurveyFigures& year = block->years[2].surveys[0];
  CHECK(results::share_of(year.answers[0].figure, year.answered) == 63);  // 62.5
  CHECK_FALSE(results::share_of(year.answers[1].figure, year.answered));
  CHECK_FALSE(results::share_of(block->years[0].surveys[0].answers[0].figure, {}));
}

TEST_CASE("every month of a year is there, whatever came in") {
  std::vector<store::CountedCase> counted;
  add(counted, 6, kase("2009-12-31", "46102", "creation"));
  const auto block = figures(counted);
  const FigureTable& months = table(block->years[2], "month");
  REQUIRE(months.rows.size() == 12);
  CHECK(months.rows[0].id == "2009-01");
  CHECK(told(months.rows[11].figures[0]) == "6");
  CHECK(std::ranges::find(block->together.tables, "month", &FigureTable::by) ==
        block->together.tables.end());
}

TEST_CASE("what is counted in a few queries is what folding every journal gives") {
  const auto stage = tests::simulated("2009-01-01", "2009-06-30", 80);
  results::Results folded;
  std::vector<store::CountedCase> counted;
  stage->desk().store().read([&](store::Reader& reader) {
    folded = results::tally(reader, stage->definition());
    counted = reader.counted_cases();
  });
  REQUIRE(folded.total.referrals > 20);

  const auto block = results::block_figures(counted, stage->definition(), stage->desk().directory(),
                                            2007, stage->now());
  const auto& year = block->years[2].total;

  CHECK(year.at("requests").count == static_cast<std::int64_t>(folded.total.requests));
  CHECK(year.at("cases").count == static_cast<std::int64_t>(folded.total.cases));
  CHECK(year.at("needs").count == static_cast<std::int64_t>(folded.total.needs));
  CHECK(year.at("accompanied").count == static_cast<std::int64_t>(folded.total.accompanied));
  CHECK(year.at("completed").count == static_cast<std::int64_t>(folded.total.completed));
  CHECK(year.at("asked").count == static_cast<std::int64_t>(folded.total.referrals));
  for (const results::FigureRow& row : table(block->years[2], "theme").rows) {
    INFO(row.id);
    CHECK(row.figures[0].count == static_cast<std::int64_t>(folded.theme.at(row.id).needs));
  }
  for (const results::FigureRow& row : table(block->years[2], "partner").rows) {
    INFO(row.id);
    const results::PartnerTally& partner = folded.partner.at(row.id);
    CHECK(row.figures[0].count == static_cast<std::int64_t>(partner.referrals));
    CHECK(row.figures[3].count == static_cast<std::int64_t>(partner.silent));
    CHECK(row.figures[1].count + row.figures[2].count ==
          static_cast<std::int64_t>(partner.accepted + partner.declined));
  }
}

TEST_CASE("counts are read again when a case has changed, and not before") {
  const auto stage = tests::simulated("2009-01-01", "2009-01-15", 4);
  results::CaseCounts counts;
  const auto first = counts.of(stage->desk().store());
  CHECK(counts.of(stage->desk().store()).cases == first.cases);

  stage->run_until(stage->now() + std::chrono::hours(24 * 60));

  const auto later = counts.of(stage->desk().store());
  CHECK(later.cases != first.cases);
  CHECK(later.revision > first.revision);
}
