#include "rules/convention/ranking.hpp"

#include <cmath>

namespace guichet::convention {

namespace {

// The partner's turn for this need: the same for the same seed, spread evenly over seeds. FNV-1a,
// then the finaliser of MurmurHash3.
std::uint64_t turn_of(std::string_view seed, std::string_view partner) {
  std::uint64_t hash = 14'695'981'039'346'656'037u;
  const auto mix = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211u;
    hash = (hash ^ 0xFFu) * 1'099'511'628'211u;  // no byte of UTF-8: the two texts stay apart
  };
  mix(seed);
  mix(partner);
  hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDu;
  hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53u;
  return hash ^ (hash >> 33);
}

// Weighted rendezvous hashing: who has the greatest share is first with a chance in proportion to
// its weight, and a partner that comes or goes changes nobody else's order.
double share_of(std::uint64_t turn, std::int64_t weight) {
  const double between_0_and_1 = (static_cast<double>(turn >> 11) + 0.5) * 0x1.0p-53;
  return -static_cast<double>(weight) / std::log(between_0_and_1);
}

// Negative where `a` comes first.
template <typename T>
int order(T a, T b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

int compare(Preference by, const Candidate& a, const Candidate& b) {
  switch (by) {
    case Preference::member:
      return order(a.associate, b.associate);
    case Preference::tier:
      return order(a.tier, b.tier);
    case Preference::most_specific:
      return order(b.specificity, a.specificity);
    case Preference::least_loaded:
      return order(a.open, b.open);
    case Preference::fair_turn:
      break;
  }
  const int share = order(b.share, a.share);
  return share != 0 ? share : order(b.turn, a.turn);
}

}  // namespace

Candidate candidate_of(const Convention& convention, const Clause& clause, tables::RuleIndex row,
                       std::string_view seed, const Loads& loads) {
  const Partner& who = convention.partners()[clause.partner];
  const std::uint64_t turn = turn_of(seed, who.id);
  return {clause.partner,
          row,
          clause.specificity,
          who.standing == Standing::associate,
          who.tier,
          loads.open(who.id),
          share_of(turn, who.weight),
          turn};
}

bool comes_before(const Convention& convention, const Candidate& a, const Candidate& b) {
  for (const RankKey& key : convention.parts().prefer) {
    const int first = compare(key.by, a, b);
    if (first != 0) return key.reversed ? first > 0 : first < 0;
  }
  return a.partner < b.partner;
}

}  // namespace guichet::convention
