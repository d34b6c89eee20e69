#include "rules/tables/table.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/base/digest.hpp"
#include "rules/tables/index.hpp"

namespace guichet::tables {

namespace {

struct Symbol {
  std::string_view text;
  HitPolicy policy;
};
constexpr std::array<Symbol, 11> kSymbols{{{"U", HitPolicy::unique},
                                           {"A", HitPolicy::any},
                                           {"P", HitPolicy::priority},
                                           {"F", HitPolicy::first},
                                           {"R", HitPolicy::rule_order},
                                           {"O", HitPolicy::output_order},
                                           {"C", HitPolicy::collect},
                                           {"C+", HitPolicy::sum},
                                           {"C<", HitPolicy::min},
                                           {"C>", HitPolicy::max},
                                           {"C#", HitPolicy::count}}};

const std::optional<feel::Stored> kNone;

// Position of each output's value in its `values:`, by output; what is not listed comes last.
std::vector<std::size_t> priority_of(const DecisionTable::Parts& parts, const Rule& rule) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < parts.outputs.size(); ++i) {
    const auto& listed = parts.outputs[i].priorities;
    if (listed.empty()) continue;
    std::size_t place = listed.size();
    const feel::Expression& output = rule.outputs[i];
    if (const auto& constant = output.empty() ? kNone : output.constant())
      place = static_cast<std::size_t>(std::find(listed.begin(), listed.end(), *constant) -
                                       listed.begin());
    places.push_back(place);
  }
  return places;
}

std::vector<RuleIndex> ranks_of(const DecisionTable::Parts& parts) {
  const bool ranked = std::any_of(parts.outputs.begin(), parts.outputs.end(),
                                  [](const Output& output) { return !output.priorities.empty(); });
  if (!ranked) {
    std::vector<RuleIndex> ranks(parts.rules.size());
    std::iota(ranks.begin(), ranks.end(), RuleIndex{0});
    return ranks;
  }
  std::vector<std::vector<std::size_t>> priorities;
  for (const Rule& rule : parts.rules) priorities.push_back(priority_of(parts, rule));
  std::vector<RuleIndex> order(parts.rules.size());
  std::iota(order.begin(), order.end(), RuleIndex{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](RuleIndex a, RuleIndex b) { return priorities[a] < priorities[b]; });
  std::vector<RuleIndex> ranks(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = static_cast<RuleIndex>(i);
  return ranks;
}

// The whole result of a rule without anything to compute; its parts belong to the expressions.
std::optional<feel::Value> constant_result_of(const DecisionTable::Parts& parts, const Rule& rule,
                                              feel::Arena& arena,
                                              std::vector<feel::Entry>& entries) {
  entries.clear();
  for (std::size_t i = 0; i < rule.outputs.size(); ++i) {
    if (rule.outputs[i].empty()) return {};
    const auto& constant = rule.outputs[i].constant();
    if (!constant) return {};
    entries.push_back({parts.outputs[i].id, constant->value()});
  }
  return entries.size() == 1 ? entries[0].value : arena.context(entries);
}

}  // namespace

std::string_view symbol_of(HitPolicy policy) {
  for (const Symbol& symbol : kSymbols)
    if (symbol.policy == policy) return symbol.text;
  return {};
}

std::optional<HitPolicy> hit_policy_of(std::string_view text) {
  for (const Symbol& symbol : kSymbols)
    if (symbol.text == text) return symbol.policy;
  return {};
}

bool gives_list(HitPolicy policy) {
  return policy == HitPolicy::rule_order || policy == HitPolicy::output_order ||
         policy == HitPolicy::collect;
}

DecisionTable::DecisionTable(Parts parts)
    : parts_(std::move(parts)), index_(std::make_unique<Index>(parts_)), ranks_(ranks_of(parts_)) {
  std::vector<feel::Entry> entries;
  results_.reserve(parts_.rules.size());
  for (const Rule& rule : parts_.rules) {
    const auto result = constant_result_of(parts_, rule, kept_, entries);
    constant_.push_back(result.has_value());
    results_.push_back(result.value_or(feel::Value{}));
  }
}

DecisionTable::~DecisionTable() = default;

bool DecisionTable::ranks_by_output() const {
  return std::any_of(parts_.outputs.begin(), parts_.outputs.end(),
                     [](const Output& output) { return !output.priorities.empty(); });
}

std::string DecisionTable::hash() const {
  if (parts_.written.empty()) return {};
  std::string text;
  for (const base::Source& source : parts_.written) text += source->text();
  return base::sha256_hex(text);
}

const std::string* DecisionTable::note(std::string_view rule_id) const {
  for (const auto& [id, text] : parts_.notes)
    if (id == rule_id) return &text;
  return nullptr;
}

}  // namespace guichet::tables
