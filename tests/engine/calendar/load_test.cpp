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

namespace {

struct Family {
  base::Diagnostics diagnostics;
  Calendars calendars;
};

// Each text is a file: a.yaml, b.yaml ..
Family family(const std::vector<std::string>& texts) {
  Family out;
  std::vector<std::shared_ptr<const yaml::Node>> trees;
  std::vector<const yaml::Node*> roots;
  char name = 'a';
  for (const std::string& text : texts) {
    const auto source =
        base::make_source(std::string(1, name++) + ".yaml", "guichet: calendar/1\n" + text);
    trees.push_back(yaml::parse(source, out.diagnostics));
    REQUIRE(trees.back());
    roots.push_back(trees.back().get());
  }
  out.calendars = load_calendars(roots, out.diagnostics);
  return out;
}

std::string said(const Family& family) {
  return base::render_text(family.diagnostics, base::Language::en);
}

}  // namespace

TEST_CASE("a calendar extends another, whatever the order of the files") {
  const Family all = family({
      "id: marches\nextends: reunion\nweek: [tue, wed, thu, fri, sat]\n"
      "remove: [Noël]\nworked: [{name: Foire, on: 2026-05-04}]\n",
      "id: reunion\nextends: france\nzone: Indian/Reunion\n"
      "holidays: [{name: Abolition, on: \"12-20\"}]\n",
      "id: france\nfire_at: \"08:30\"\nholidays: [{name: Noël, on: \"12-25\"}, {name: Pont, on: "
      "\"05-15\"}]\n"
      "closures: [{name: Congés, from: 2026-08-03, to: 2026-08-07}]\n"
      "send_window: {from: \"08:00\"}\n",
  });

  REQUIRE(said(all) == "");
  const Calendar& reunion = *all.calendars.at("reunion");
  CHECK(reunion.zone() == "Indian/Reunion");
  CHECK(reunion.parts().fire_at == std::chrono::minutes{8 * 60 + 30});
  CHECK(reunion.holiday(day("2026-12-20")) == "Abolition");
  CHECK(reunion.holiday(day("2026-12-25")) == "Noël");
  CHECK_FALSE(reunion.is_business_day(day("2026-08-05")));
  CHECK_FALSE(all.calendars.at("france")->holiday(day("2026-12-20")));
  const Calendar& marches = *all.calendars.at("marches");
  CHECK(marches.zone() == "Indian/Reunion");
  CHECK(marches.is_business_day(day("2026-12-25")));
  CHECK(marches.is_business_day(day("2026-05-04")));  // a Monday
  CHECK_FALSE(marches.is_business_day(day("2026-05-11")));
  CHECK(marches.parts().send_window.opens == std::chrono::hours{8});
}

TEST_CASE("a holiday of an inherited one's name takes its place") {
  const Family all = family({
      "id: old\nholidays: [{name: Fête, on: \"05-08\"}]\n",
      "id: new\nextends: old\n"
      "holidays: [{name: Fête, on: \"05-08\", until: 2009}, {name: Fête, on: \"05-09\", from: "
      "2010}]\n",
  });

  REQUIRE(said(all) == "");
  const Calendar& calendar = *all.calendars.at("new");
  CHECK(calendar.holiday(day("2009-05-08")) == "Fête");
  CHECK_FALSE(calendar.holiday(day("2010-05-08")));
  CHECK(calendar.holiday(day("2010-05-09")) == "Fête");
}

TEST_CASE("what a calendar extends must be there, sound, and not itself") {
  CHECK(said(family({"id: a\nextends: frence\n", "id: france\n"})) ==
        "a.yaml:3:10: error [unknown-calendar]: no calendar is called 'frence'\n"
        "    3 | extends: frence\n"
        "      |          ^ did you mean 'france'?\n");
  const Family circle = family({"id: a\nextends: b\n", "id: b\nextends: a\n"});
  CHECK(circle.calendars.empty());
  CHECK(said(circle) ==
        "b.yaml:3:10: error [extends-itself]: the calendar 'b' extends itself\n"
        "    3 | extends: a\n"
        "      |          ^\n");
  CHECK(said(family({"id: a\nextends: b\nremove: [Nöel]\n",
                     "id: b\nholidays: [{name: Noël, on: \"12-25\"}]\n"}))
            .find("[nothing-to-remove]") != std::string::npos);
  // Of the child of a broken calendar nothing is said: the mistake is in one place.
  const Family broken = family({"id: a\nextends: b\nremove: [x]\n", "id: b\nweek: [lundi]\n"});
  CHECK(broken.calendars.empty());
  CHECK(said(broken).find("a.yaml") == std::string::npos);
}

TEST_CASE("holidays by weekday of a month, by one date, and days worked all the same") {
  const Loaded loaded = load(
      "guichet: calendar/1\nid: x\nzone: Europe/London\n"
      "holidays:\n"
      "  - {name: May, on: first monday of may}\n"
      "  - {name: Summer, on: last mon of aug, until: 2029}\n"
      "  - {name: Jubilee, on: 2022-06-03}\n"
      "  - {name: Pentecôte, easter: 50}\n"
      "worked: [{name: Solidarité, easter: 50, from: 2005, until: 2007}]\n"
      "send_window: {days: business}\n");

  REQUIRE(base::render_text(loaded.diagnostics, base::Language::en) == "");
  const Calendar& calendar = *loaded.calendar;
  CHECK(calendar.holiday(day("2026-05-04")) == "May");
  CHECK_FALSE(calendar.holiday(day("2026-05-11")));
  CHECK(calendar.holiday(day("2026-08-31")) == "Summer");
  CHECK_FALSE(calendar.holiday(day("2030-08-26")));
  CHECK(calendar.holiday(day("2022-06-03")) == "Jubilee");
  CHECK_FALSE(calendar.holiday(day("2023-06-03")));
  CHECK(calendar.is_business_day(day("2007-05-28")));
  CHECK_FALSE(calendar.is_business_day(day("2008-05-12")));
  CHECK(calendar.parts().send_window.business_days);
}

TEST_CASE("rules that leave a year without a business day are refused") {
  std::string rules = "week: [mon]\nholidays:\n";
  for (const char* nth : {"first", "second", "third", "fourth", "last"}) {
    for (const char* month :
         {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}) {
      rules += std::string("  - {name: x, on: ") + nth + " monday of " + month + "}\n";
    }
  }
  CHECK(faults(rules).find("[no-business-day]") != std::string::npos);
}

TEST_CASE("days that are none are refused with what may stand there") {
  const std::string text = faults(
      "holidays: [{name: A, on: fifth monday of may}, {name: B, on: 2026-02-30}]\n"
      "send_window: {days: weekdays}\n");
  CHECK(text.find("3:26: error [not-a-month-day]") != std::string::npos);
  CHECK(text.find("[window-days]") != std::string::npos);
}
