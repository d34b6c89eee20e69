#include "workflows/scenarios/dice.hpp"

namespace guichet::scenarios {

Dice::Dice(std::uint64_t seed, std::string_view purpose) : state_(seed * 0x9E3779B97F4A7C15U) {
  // FNV-1a of the purpose stirs the seed.
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : purpose) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  state_ ^= hash;
}

// SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t Dice::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

double Dice::unit() {
  return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

int Dice::between(int least, int most) {
  return least + static_cast<int>(unit() * (most - least + 1));
}

std::size_t Dice::pick(const std::vector<std::pair<std::string, double>>& weighted) {
  double sum = 0;
  for (const auto& [unused, weight] : weighted) sum += weight;
  double at = unit() * sum;
  for (std::size_t i = 0; i < weighted.size(); ++i) {
    at -= weighted[i].second;
    if (at < 0) return i;
  }
  return weighted.size() - 1;
}

}  // namespace guichet::scenarios
