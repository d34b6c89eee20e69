// Which cases have too few partners, or too many.
#include <algorithm>

#include <fmt/format.h>

#include "rules/convention/proof_messages.hpp"
#include "rules/convention/prover.hpp"

namespace guichet::convention {

namespace {

using base::Message;

constexpr std::size_t kMostShown = 20;

Classes shared_classes(const Classes& a, const Classes& b) {
  Classes both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace

void prove(const Convention& convention, const vocabulary::Vocabulary* vocabulary,
           base::Diagnostics& diagnostics, const ProofLimits& limits) {
  if (convention.clauses().empty()) return;
  Prover prover(convention, vocabulary, diagnostics, limits);
  prover.check_clauses();
  prover.check_coverage();
}

void Prover::check_coverage() {
  for (std::size_t i = 0; i < convention_.parts().gates.size(); ++i) {
    const Gate& gate = convention_.parts().gates[i];
    const std::size_t row = space_.row_of_gate(i);
    switch (gate.claim) {
      case Gate::Claim::require:
        check_require(gate, row);
        break;
      case Gate::Claim::forbid_overlap:
        check_overlap(gate, row);
        break;
      case Gate::Claim::accept:
        check_accepted(gate, row);
        break;
    }
  }
  find_holes();
}

Box Prover::domain() const {
  Box box;
  for (std::size_t column = 0; column < space_.columns().size(); ++column)
    box.push_back(space_.domain(column));
  return box;
}

// What the gate speaks of; where it says nothing of a fact, what the convention speaks of.
Box Prover::region(std::size_t gate_row) const {
  Box box = domain();
  for (std::size_t column = 0; column < box.size(); ++column) {
    const Classes asked = space_.accepted(column, gate_row, false);
    if (asked.size() != space_.columns()[column].size()) box[column] = asked;
  }
  return box;
}

Bits Prover::clause_rows() const {
  Bits rows(space_.words());
  for (std::size_t row = 0; row < convention_.clauses().size(); ++row) set(rows, row);
  return rows;
}

// "theme: formation; effectif: [10..15)": the facts that tell the box from the whole.
std::string Prover::text(const Box& box, const Box& whole) const {
  std::string text;
  for (std::size_t fact = 0; fact < convention_.facts().size(); ++fact)
    if (box[fact] != whole[fact])
      text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", convention_.facts()[fact].id,
                          space_.text(fact, box[fact]));
  return text;
}

Message Prover::witness(const Box& box, const std::string& expected) const {
  Classes way;
  for (const Classes& classes : box) way.push_back(classes.front());
  return Message(messages::kWitness, {fmt::format("- {{given: {}, expect: {{assign: {}}}}}",
                                                  space_.witness(way), expected)});
}

// The article of the box's theme; else the first clause that names it; else the convention.
base::Location Prover::place_of(const Box& box) const {
  const auto& facts = convention_.facts();
  const auto theme = static_cast<std::size_t>(
      std::find_if(facts.begin(), facts.end(), [](const Fact& one) { return one.id == "theme"; }) -
      facts.begin());
  if (theme == facts.size()) return convention_.parts().at;
  for (const std::size_t one : box[theme])
    for (const std::string& word : space_.columns()[theme][one].words)
      for (const Article& article : convention_.articles())
        if (std::find(article.themes.begin(), article.themes.end(), word) != article.themes.end())
          return article.at;
  for (std::size_t row = 0; row < convention_.clauses().size(); ++row)
    if (!shared_classes(space_.accepted(theme, row, false), box[theme]).empty())
      return place_of_row(row);
  return convention_.parts().at;
}

// Of gates that say what is required or known, the gates themselves speak.
void Prover::find_holes() {
  Uncovered::Question question{.within = domain(), .rows = clause_rows()};
  for (std::size_t i = 0; i < convention_.parts().gates.size(); ++i)
    if (convention_.parts().gates[i].claim != Gate::Claim::forbid_overlap)
      set(question.rows, space_.row_of_gate(i));
  for (std::size_t row = space_.first_fallback(); row < space_.rows(); ++row)
    set(question.rows, row);
  const auto holes = uncovered_.find(question);
  if (!holes) return inconclusive(convention_.parts().at, convention_.id());
  for (std::size_t i = 0; i < holes->size() && i < kMostShown; ++i) {
    const Box& hole = (*holes)[i];
    const std::string what = text(hole, question.within);
    const base::Location at = place_of(hole);
    const Message said = what.empty() ? Message(messages::kReachesEveryNobody)
                                      : Message(messages::kReachesNobody, {what});
    diagnostics_.warning(at, said, witness(hole, "[]"));
  }
  if (holes->size() > kMostShown)
    diagnostics_.warning(
        convention_.parts().at,
        Message(messages::kMoreHoles, {std::to_string(holes->size() - kMostShown)}));
}

void Prover::check_require(const Gate& gate, std::size_t row) {
  Uncovered::Question question{
      .within = region(row), .rows = clause_rows(), .least = gate.least, .by_must = false};
  const Box whole = domain();
  const std::string least = std::to_string(gate.least);
  for (const bool certain : {false, true}) {
    question.by_must = certain;
    const auto holes = uncovered_.find(question);
    if (!holes) return inconclusive(gate.at, least);
    for (std::size_t i = 0; i < holes->size() && i < kMostShown; ++i) {
      const Box& hole = (*holes)[i];
      const std::string what = text(hole, whole);
      const std::string expected = gate.least == 1 && !certain ? "[]" : "[...]";
      if (certain)
        diagnostics_.warning(gate.at, Message(messages::kOnlyUnderCondition, {least, what}),
                             witness(hole, expected));
      else
        diagnostics_.error(gate.at, Message(messages::kTooFewPartners, {least, what}),
                           witness(hole, expected));
    }
    if (!holes->empty()) return;
  }
}

void Prover::check_overlap(const Gate& gate, std::size_t row) {
  std::vector<std::uint32_t> partners;
  for (std::uint32_t i = 0; i < convention_.partners().size(); ++i)
    if (std::find(gate.partners.begin(), gate.partners.end(), convention_.partners()[i].id) !=
        gate.partners.end())
      partners.push_back(i);
  for (std::size_t i = 0; i < partners.size(); ++i)
    for (std::size_t j = i + 1; j < partners.size(); ++j)
      check_pair(gate, row, partners[i], partners[j]);
}

// Every row is a product of classes: two of them meet where they do in each column.
std::optional<Box> Prover::meeting(std::size_t gate_row, std::size_t a, std::size_t b,
                                   bool must) const {
  Box box;
  for (std::size_t column = 0; column < space_.columns().size(); ++column) {
    Classes both =
        shared_classes(space_.accepted(column, a, must), space_.accepted(column, b, must));
    both = shared_classes(both, space_.accepted(column, gate_row, false));
    if (both.empty()) return {};
    box.push_back(std::move(both));
  }
  return box;
}

// One case of two partners is enough: for certain if there is one, possible otherwise.
void Prover::check_pair(const Gate& gate, std::size_t gate_row, std::uint32_t a, std::uint32_t b) {
  const auto& clauses = convention_.clauses();
  const std::string& one = convention_.partners()[a].id;
  const std::string& other = convention_.partners()[b].id;
  for (const bool must : {true, false})
    for (std::size_t left = 0; left < clauses.size(); ++left)
      for (std::size_t right = 0; right < clauses.size(); ++right) {
        if (clauses[left].partner != a || clauses[right].partner != b) continue;
        const auto box = meeting(gate_row, left, right, must);
        if (!box) continue;
        const std::string what = text(*box, domain());
        const std::vector<std::string> words{one, other, id_of(left), id_of(right), what};
        const Message hint = witness(*box, fmt::format("[{}, {}]", one, other));
        if (must)
          diagnostics_.error(gate.at, Message(messages::kPartnersOverlap, words), hint);
        else
          diagnostics_.warning(gate.at, Message(messages::kMayOverlap, words), hint);
        return;
      }
}

void Prover::check_accepted(const Gate& gate, std::size_t row) {
  const auto answer = uncovered_.ask({.within = region(row), .rows = clause_rows()});
  if (answer == Uncovered::Answer::inconclusive) inconclusive(gate.at, gate.reason);
  if (answer == Uncovered::Answer::none)
    diagnostics_.warning(gate.at, Message(messages::kHoleClosed, {gate.reason}));
}

}  // namespace guichet::convention
