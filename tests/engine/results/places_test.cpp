#include "engine/results/places.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/support/case_fixture.hpp"

using namespace guichet;
using results::CountsByPlace;
using results::PlaceGroup;

namespace {

const bundle::Desk& figeac_of_places() {
  static const auto desk = tests::load_example("pays-de-figeac");
  return *desk;
}

std::string told(const std::vector<PlaceGroup>& groups) {
  std::string out;
  for (const PlaceGroup& group : groups) {
    out += group.id + ":";
    std::set<std::string> sorted(group.communes.begin(), group.communes.end());
    for (const std::string& each : sorted) out += " " + each;
    out += "\n";
  }
  return out;
}

// Figeac and Capdenac-Gare are of Grand-Figeac, as Flaujac-Gare and Béduer; Gramat and Souillac of
// the next community.
constexpr const char *kFigeac = "46102", *kCapdenac = "12052", *kFlaujac = "46104",
                     *kBeduer = "46021", *kGramat = "46128", *kSouillac = "46309";

}  // namespace

TEST_CASE("communes with enough requests stand alone, the others of their community together") {
  const auto groups = results::roll_up(
      {{kFigeac, {40}}, {kCapdenac, {9}}, {kFlaujac, {3}}, {kBeduer, {2}}}, figeac_of_places(), 5);
  CHECK(told(groups) == "12052: 12052\n46102: 46102\nepci:200067361: 46021 46104\n");
  CHECK(groups[0].name == "Capdenac-Gare");
  CHECK(groups[2].kind == PlaceGroup::Kind::rest);
  CHECK(groups[2].name == "CC Grand-Figeac");
}

TEST_CASE("what is left and still small takes the smallest commune of its community with it") {
  CHECK(told(results::roll_up({{kFigeac, {40}}, {kCapdenac, {9}}, {kFlaujac, {2}}}, figeac_of_places(), 5)) ==
        "46102: 46102\nepci:200067361: 12052 46104\n");
}

TEST_CASE("a community with few requests is rolled up to its department, then to what is left") {
  CHECK(told(results::roll_up({{kFigeac, {40}}, {kGramat, {2}}, {kSouillac, {2}}, {"46042", {1}}},
                              figeac_of_places(), 5)) == "46102: 46102\ndep:46: 46042 46128 46309\n");
  CHECK(told(results::roll_up({{kFigeac, {40}}, {kCapdenac, {7}}, {"75056", {1}}}, figeac_of_places(), 5)) ==
        "46102: 46102\n+: 12052 75056\n");
}

TEST_CASE("a commune that is small in one year alone is rolled up in all of them") {
  CHECK(told(results::roll_up({{kFigeac, {40, 40}}, {kFlaujac, {9, 3}}, {kBeduer, {0, 6}}},
                              figeac_of_places(), 5)) == "46102: 46102\nepci:200067361: 46021 46104\n");
}

TEST_CASE("without a list of places, and without any request, there is nothing to roll up along") {
  CHECK(results::roll_up({}, figeac_of_places(), 5).empty());
  const auto groups = results::roll_up({{"riverside", {12}}, {"hilltop", {2}}, {"mill", {4}}},
                                       *tests::small_desk(), 5);
  CHECK(told(groups) == "riverside: riverside\n+: hilltop mill\n");
}

TEST_CASE("every commune is in one group, and no group is small but where all of them are") {
  const CountsByPlace counts{{kFigeac, {3, 8}}, {kCapdenac, {1, 0}},  {kFlaujac, {0, 4}},
                             {kGramat, {2, 2}}, {kSouillac, {12, 0}}, {"", {1, 1}}};
  const auto groups = results::roll_up(counts, figeac_of_places(), 5);
  std::multiset<std::string> seen;
  for (const PlaceGroup& group : groups) {
    std::vector<std::int64_t> sums(2);
    for (const std::string& code : group.communes) {
      seen.insert(code);
      for (std::size_t i = 0; i < 2; ++i) sums[i] += counts.at(code)[i];
    }
    INFO(told(groups));
    for (const std::int64_t sum : sums) CHECK((sum == 0 || sum >= 5));
  }
  CHECK(seen.size() == counts.size());
}
