// Holidays by rule against tables: the national ones of 2005 to 2040, the regions' own.
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>

#include "engine/base/file.hpp"
#include "tests/engine/calendar/civil_oracle.hpp"
#include "tests/engine/calendar/france.hpp"

using namespace guichet;
using namespace guichet::calendar;
using namespace guichet::calendar::test;
using base::Day;
using std::chrono::days;

namespace {

constexpr const char* kExample = GUICHET_ROOT "/examples/service-national/calendars/";

// The calendars that the national desk ships, as it loads them.
const Calendars& shipped() {
  static const Calendars all = [] {
    base::Diagnostics diagnostics;
    std::vector<std::shared_ptr<const yaml::Node>> trees;
    std::vector<const yaml::Node*> roots;
    for (const char* name : {"france", "alsace-moselle", "guadeloupe", "guyane", "la-reunion",
                             "martinique", "mayotte"}) {
      const std::string path = std::string(kExample) + name + ".yaml";
      const auto text = base::read_bytes(path);
      REQUIRE(text);
      trees.push_back(yaml::parse(base::make_source(path, *text), diagnostics));
      REQUIRE(trees.back());
      roots.push_back(trees.back().get());
    }
    Calendars out = load_calendars(roots, diagnostics);
    INFO(base::render_text(diagnostics, base::Language::en));
    REQUIRE(diagnostics.list().empty());
    return out;
  }();
  return all;
}

struct Own {
  const char* region;
  const char* zone;
  std::vector<std::string> days;  // month-day, each year
  bool good_friday;
};
const Own kRegions[] = {
    {"france", "Europe/Paris", {}, false},
    {"alsace-moselle", "Europe/Paris", {"12-26"}, true},
    {"guadeloupe", "America/Guadeloupe", {"05-27"}, false},
    {"guyane", "America/Cayenne", {"06-10"}, false},
    {"la-reunion", "Indian/Reunion", {"12-20"}, false},
    {"martinique", "America/Martinique", {"05-22"}, false},
    {"mayotte", "Indian/Mayotte", {"04-27"}, false},
};

// Names by day: Ascension Day of 2008 is the first of May.
std::map<Day, std::set<std::string>> national_table() {
  std::map<Day, std::set<std::string>> out;
  std::ifstream file(GUICHET_ROOT "/../shared/data/jours-feries.csv");
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    if (line.ends_with('\r')) line.pop_back();
    out[day(line.substr(0, 10).c_str())].insert(line.substr(11));
  }
  return out;
}

}  // namespace

TEST_CASE("the holidays of France are those of the public table, by day and name, 2005 to 2040") {
  const auto table = national_table();
  if (table.empty()) {
    std::cout << "not run: ../shared is absent\n";
    return;
  }
  const Calendar& calendar = *shipped().at("france");
  std::string wrong;
  for (Day each = day("2005-01-01"); each <= day("2040-12-31"); each += days{1}) {
    const auto found = table.find(each);
    const auto got = calendar.holiday(each);
    const bool same = found == table.end() ? !got : got && found->second.contains(*got);
    if (!same) wrong += base::iso(each) + ": " + got.value_or("none") + "\n";
  }
  CHECK(table.size() == 395);
  CHECK(wrong == "");
}

TEST_CASE("each region has the national holidays and its own, every day of 2005 to 2040") {
  const CivilOracle oracle;
  for (const Own& region : kRegions) {
    const Calendar& calendar = *shipped().at(region.region);
    CHECK(calendar.zone() == region.zone);
    std::string wrong;
    const std::size_t last = oracle.index(2040, 12, 31);
    for (std::size_t i = oracle.index(2005, 1, 1); i <= last; ++i) {
      const Day each{days{oracle.at(i).number}};
      const std::string date = base::iso(each);
      bool expected = oracle.at(i).holiday;
      for (const std::string& own : region.days) expected |= date.substr(5) == own;
      // Good Friday: three days before a Monday holiday of March or April other than 1 and 8 May.
      expected |= region.good_friday && oracle.at(i).weekday == 5 && oracle.at(i + 3).holiday &&
                  oracle.at(i + 3).weekday == 1 && oracle.at(i + 3).month > 1 &&
                  oracle.at(i + 3).month < 5;
      if (calendar.holiday(each).has_value() != expected) wrong += date + "\n";
    }
    INFO(region.region);
    CHECK(wrong == "");
  }
}

TEST_CASE("a partner of La Réunion loses the 20th of December, at its own nine o'clock") {
  const Calendar& france = *shipped().at("france");
  const Calendar& reunion = *shipped().at("la-reunion");
  const auto asked = base::parse_instant("2027-12-17T10:00:00Z").value();  // a Friday
  const base::Delay two{base::Delay::Unit::business_days, 2};

  CHECK(base::iso(france.due(asked, two)) == "2027-12-21T08:00:00Z");
  CHECK(base::iso(reunion.due(asked, two)) == "2027-12-22T05:00:00Z");
}
