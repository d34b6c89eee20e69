#include <catch2/catch.hpp>

#include "tests/engine/calendar/france.hpp"

using namespace guichet;
using namespace guichet::calendar;
using namespace guichet::calendar::test;

namespace {

struct Loaded {
  base::Diagnostics diagnostics;
  std::shared_ptr<const Calendar> calendar;
};

Loaded load(const std::string& text) {
  Loaded out;
  const auto root = yaml::parse(base::make_source("c.yaml", text), out.diagnostics);
  if (root) out.calendar = load_calendar(*root, out.diagnostics);
  return out;
}

// "line:column code" of each, in the order of places.
std::string places(const Loaded& loaded) {
  std::string out;
  for (const base::Diagnostic& each : loaded.diagnostics.sorted()) {
    const base::Place place = each.at.source->place_of(each.at.offset);
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           std::string(each.code()) + "\n";
  }
  return out;
}

std::string faults(const std::string& body) {
  const Loaded loaded = load("guichet: calendar/1\nid: x\n" + body);
  CHECK(loaded.calendar == nullptr);
  return base::render_text(loaded.diagnostics, base::Language::en);
}

constexpr const char* kWhole = R"(guichet: calendar/1
id: france
title: Jours ouvrés en France
zone: Europe/Paris
fire_at: "08:45"
week: [mon, tue, wed, thursday, fri]
holidays:
  - {name: Fête du Travail, on: "05-01"}
  - {name: Ascension, easter: 39}
  - {name: Pont, on: "05-22", from: 2009, until: 2009}
closures:
  - {name: Congés, from: 2009-08-10, to: 2009-08-14}
send_window: {from: "08:30", to: "24:00"}
)";

}  // namespace

TEST_CASE("a calendar is read whole") {
  const Loaded loaded = load(kWhole);

  REQUIRE(base::render_text(loaded.diagnostics, base::Language::en) == "");
  REQUIRE(loaded.calendar);
  const Calendar& calendar = *loaded.calendar;
  CHECK(calendar.id() == "france");
  CHECK(calendar.parts().title == "Jours ouvrés en France");
  CHECK(calendar.zone() == "Europe/Paris");
  CHECK(calendar.parts().fire_at == std::chrono::minutes{8 * 60 + 45});
  CHECK(calendar.parts().weekdays == std::set<unsigned>{1, 2, 3, 4, 5});
  CHECK(calendar.holiday(day("2009-05-22")) == "Pont");
  CHECK_FALSE(calendar.holiday(day("2010-05-22")));
  CHECK(calendar.holiday(day("2010-05-13")) == "Ascension");
  CHECK(base::iso(calendar.add_business_days(day("2009-08-07"), 1)) == "2009-08-17");
  CHECK(calendar.parts().send_window.closes == std::chrono::hours{24});
}

TEST_CASE("what a calendar leaves out is a plain week in Paris") {
  const Loaded loaded = load("guichet: calendar/1\nid: x\n");

  REQUIRE(loaded.calendar);
  CHECK(loaded.calendar->zone() == "Europe/Paris");
  CHECK(loaded.calendar->parts().fire_at == std::chrono::hours{9});
  CHECK(loaded.calendar->is_business_day(day("2009-02-06")));
  CHECK_FALSE(loaded.calendar->is_business_day(day("2009-02-07")));
}

TEST_CASE("an unknown zone is said with the nearest one") {
  CHECK(faults("zone: Europe/Pariss\n") ==
        "c.yaml:3:7: error [unknown-zone]: the time zone 'Europe/Pariss' does not exist\n"
        "    3 | zone: Europe/Pariss\n"
        "      |       ^ did you mean 'Europe/Paris'?\n");
}

TEST_CASE("every mistake of a calendar is found at its place in one pass") {
  const Loaded loaded = load(
      "guichet: calendar/1\nid: x\n"
      "fire_at: \"9h\"\n"
      "week: [mon, mon, lundi]\n"
      "holidays:\n"
      "  - {name: A, on: \"13-01\"}\n"
      "  - {name: B, on: \"02-30\"}\n"
      "  - {name: C}\n"
      "  - {name: D, on: \"05-01\", easter: 1}\n"
      "  - {name: E, easter: 300}\n"
      "  - {name: F, on: \"05-01\", from: 2010, until: 2009}\n"
      "  - {name: G, on: \"05-01\", from: 12}\n"
      "closures:\n"
      "  - {from: 2009-08-20, to: 2009-08-10}\n"
      "  - {from: 2009-08-32, to: 2009-09-10}\n"
      "  - {from: 2009-01-01, to: 2010-12-31}\n"
      "send_window: {from: \"18:00\", to: \"08:00\"}\n"
      "hollidays: []\n");

  CHECK(loaded.calendar == nullptr);
  CHECK(places(loaded) ==
        "3:10 not-a-time\n"
        "4:13 repeated-weekday\n"
        "4:18 unknown-weekday\n"
        "6:19 not-a-month-day\n"
        "7:19 not-a-month-day\n"
        "8:5 holiday-rule\n"
        "9:5 holiday-rule\n"
        "10:23 easter-range\n"
        "11:47 ends-before-start\n"
        "12:34 year-range\n"
        "14:28 ends-before-start\n"
        "15:12 not-a-day\n"
        "16:28 closure-too-long\n"
        "17:34 ends-before-start\n"
        "18:1 unknown-key\n");
}

TEST_CASE("a week without a business day is refused, for no delay would end") {
  CHECK(faults("week: []\n").find("[empty-week]") != std::string::npos);
}

TEST_CASE("another file's header is refused") {
  const Loaded loaded = load("guichet: fields/1\nid: x\n");

  CHECK(loaded.calendar == nullptr);
  CHECK(loaded.diagnostics.has_errors());
}
