#include "tests/bench/generated_table.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "engine/yaml/node.hpp"
#include "rules/tables/load.hpp"

namespace guichet::bench {
namespace {

constexpr std::array kThemes{"creation", "transmission",   "recruitment",
                             "training", "apprenticeship", "youth"};
constexpr std::array kStages{"idea", "project", "registered", "established"};
constexpr int kCommunes = 64, kSectors = 19, kMostHeads = 20;

constexpr const char* kHead = R"(guichet: decision-table/1
id: generated
hit: F
complete: required
inputs:
  theme:     {type: string, values: '"creation","transmission","recruitment","training","apprenticeship","youth"'}
  sector:    {type: string}
  headcount: {type: number, values: '[0..20)'}
  commune:   {type: string}
  stage:     {type: string, values: '"idea","project","registered","established"'}
outputs:
  partner: {type: string}
  article: {type: string}
rules: |
  | id | theme | sector | headcount | commune | stage || partner | article |
)";

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  // std::uniform_int_distribution differs between libraries; the tables shall not.
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool often(int percent) { return below(100) < percent; }

 private:
  std::mt19937 random_;
};

std::string sector(Dice& dice) {
  return std::string(1, static_cast<char>('A' + dice.below(kSectors)));
}
std::string commune(Dice& dice) {
  return fmt::format("{}", 46100 + dice.below(kCommunes));
}

std::string headcount_cell(Dice& dice) {
  const int low = dice.below(kMostHeads), high = low + dice.below(kMostHeads - low);
  return fmt::format("[{}..{}]", low, high);
}

std::string rule(int number, Dice& dice) {
  const std::string sectors =
      dice.often(50) ? "-" : fmt::format(R"("{}", "{}")", sector(dice), sector(dice));
  return fmt::format(
      "  | R{} | {} | {} | {} | {} | {} || \"P{}\" | \"A{}\" |\n", number,
      dice.often(15) ? "-" : kThemes[dice.below(kThemes.size())], sectors,
      dice.often(40) ? "-" : headcount_cell(dice), dice.often(25) ? "-" : '"' + commune(dice) + '"',
      dice.often(40) ? "-" : kStages[dice.below(kStages.size())], number % 97, number % 12);
}

}  // namespace

std::string generated_table(int rules) {
  Dice dice(46);
  std::string text = kHead;
  for (int i = 1; i < rules; ++i) text += rule(i, dice);
  return text + "  | REST | - | - | - | - | - || \"P0\" | \"A0\" |\n";
}

std::shared_ptr<const tables::DecisionTable> load_text(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source("generated.yaml", text), diagnostics,
                                {.bytes = 1 << 24, .nodes = 1 << 20});
  const auto table = root ? tables::load_table(*root, {}, diagnostics) : nullptr;
  if (table) return table;
  std::fputs(base::render_text(diagnostics, base::Language::en).c_str(), stderr);
  std::exit(1);
}

std::vector<std::string> generated_cases(int count) {
  Dice dice(9);
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) {
    out.push_back(
        fmt::format(R"({{"theme":"{}","sector":"{}","headcount":{},"commune":"{}","stage":"{}"}})",
                    kThemes[dice.below(kThemes.size())], sector(dice), dice.below(kMostHeads),
                    commune(dice), kStages[dice.below(kStages.size())]));
  }
  return out;
}

}  // namespace guichet::bench
