// `coverage:`: what must hold of every case, and which cases are known to reach nobody.
#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/convention/messages.hpp"
#include "rules/convention/proof_messages.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/sets.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<std::string_view, 3> kClaims{"require", "forbid_overlap", "accept"};

}  // namespace

void ConventionReader::read_coverage() {
  const yaml::Node* coverage = yaml::at(root_, "coverage");
  if (coverage == nullptr) return;
  for (const yaml::Node& node : coverage->items()) read_gate(node);
}

void ConventionReader::read_gate(const yaml::Node& node) {
  const std::vector<std::string> names = fact_keys();
  std::vector<Key> keys{
      {"require", yaml::kScalar}, {"forbid_overlap", yaml::kSequence}, {"accept", yaml::kScalar}};
  for (const std::string& name : names) keys.push_back({name});
  if (!yaml::check_shape(node, keys, diagnostics_)) return;
  const auto claims = std::count_if(kClaims.begin(), kClaims.end(), [&](std::string_view claim) {
    return yaml::at(node, claim) != nullptr;
  });
  if (claims != 1) {
    diagnostics_.error(node.location(), Message(messages::kOneClaim));
    return;
  }
  Gate gate;
  gate.at = node.location();
  if (const auto* least = yaml::at(node, "require")) {
    const auto count = yaml::read_integer(*least, diagnostics_);
    if (count && *count < 1) diagnostics_.error(least->location(), Message(messages::kNotPositive));
    gate.least = static_cast<std::size_t>(std::max<std::int64_t>(count.value_or(1), 1));
  }
  if (const auto* partners = yaml::at(node, "forbid_overlap")) {
    gate.claim = Gate::Claim::forbid_overlap;
    gate.partners = read_rivals(*partners);
  }
  if (const auto* reason = yaml::at(node, "accept")) {
    gate.claim = Gate::Claim::accept;
    gate.reason = reason->text();
  }
  gate.cells = read_region(node);
  parts_.gates.push_back(std::move(gate));
}

std::vector<std::string> ConventionReader::read_rivals(const yaml::Node& node) {
  std::vector<std::string> known, rivals;
  for (const Partner& partner : parts_.partners) known.push_back(partner.id);
  for (const yaml::Node* item : yaml::read_one_or_many(node, diagnostics_)) {
    if (std::find(known.begin(), known.end(), item->text()) == known.end())
      diagnostics_.error(item->location(), Message(messages::kNoPartner, {item->text()}),
                         base::suggestion(item->text(), known));
    else
      rivals.push_back(item->text());
  }
  if (node.items().size() < 2) diagnostics_.error(node.location(), Message(messages::kTwoRivals));
  return rivals;
}

// A gate's criteria as one cell a fact. They are no part of what is chosen by.
std::vector<tables::Cell> ConventionReader::read_region(const yaml::Node& node) {
  const std::size_t before = parts_.criteria.size();
  std::vector<tables::Cell> cells(parts_.facts.size());
  for (tables::Cell& cell : cells) cell.set.kind = feel::TestSet::Kind::any;
  for (const std::uint32_t id : read_criteria(node, 0, {}, true)) {
    const Criterion& one = parts_.criteria[id];
    tables::Cell& cell = cells[*one.fact];
    cell.set = difference(one.in, one.without);
    cell.text = one.text;
    cell.at = one.at;
    if (cell.set.kind == feel::TestSet::Kind::opaque)
      diagnostics_.error(one.at, Message(messages::kGateNotPlain, {one.text}));
  }
  parts_.criteria.resize(before);
  return cells;
}

}  // namespace guichet::convention
