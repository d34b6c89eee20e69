// Rows as one COLLECT table: a column per fact, one more for `when:`, a rule per row. A cell holds
// what all criteria on its fact have in common. What no set of values can say (tests that read
// other facts, facts that are lists, conditions) is a verdict: a variable that the choice sets.
#include <algorithm>

#include "rules/convention/reader.hpp"
#include "rules/convention/sets.hpp"

namespace guichet::convention {

namespace {

using feel::TestSet;

// What stops the row first: a criterion that fails cannot be saved by a look at another.
WhenMissing strictest(WhenMissing a, WhenMissing b) {
  const auto rank = [](WhenMissing one) {
    switch (one) {
      case WhenMissing::match:
        return 0;
      case WhenMissing::review:
        return 1;
      case WhenMissing::error:
        return 2;
      case WhenMissing::no_match:
        break;
    }
    return 3;
  };
  return rank(a) < rank(b) ? b : a;
}

TestSet everything() {
  TestSet set;
  set.kind = TestSet::Kind::any;
  return set;
}

tables::Input input_of(const Fact& fact, feel::Scope::Slot slot) {
  tables::Input input;
  input.id = fact.id;
  input.label = fact.title;
  if (!fact.many) input.type = fact.type;
  input.variable = slot;
  input.missing = tables::Missing::as_null;  // each cell says by itself
  input.brackets = !fact.many && (fact.type.is_any() || fact.type.kind() == feel::Kind::number);
  return input;
}

}  // namespace

void ConventionReader::judge(std::uint32_t criterion) {
  Criterion& one = parts_.criteria[criterion];
  if (one.verdict) return;
  one.verdict = scope_.declare("_verdict" + std::to_string(criterion));
  parts_.judged.push_back(criterion);
}

feel::Expression ConventionReader::conjunction(const Ids& judged, const base::Location& at) {
  std::string text;
  for (const std::uint32_t id : judged) {
    judge(id);
    text += (text.empty() ? "_verdict" : " and _verdict") + std::to_string(id);
  }
  const auto known = conjunctions_.find(text);
  if (known != conjunctions_.end()) return known->second;
  base::Diagnostics none;
  const feel::Expression made = feel::compile(base::LocatedText(text, at), scope_, none);
  conjunctions_.emplace(text, made);
  return made;
}

// The FEEL text of a constant string, once for each.
const feel::Expression& ConventionReader::constant(const std::string& text,
                                                   const base::Location& at) {
  const auto known = constants_.find(text);
  if (known != constants_.end()) return known->second;
  base::Diagnostics none;
  const std::string literal = feel::to_literal(feel::Stored::string(text).value());
  return constants_.emplace(text, feel::compile(base::LocatedText(literal, at), {}, none))
      .first->second;
}

// The cell of a fact, or of `when` past the last fact.
tables::Cell ConventionReader::make_cell(std::uint32_t column, const Draft& draft, Clause& clause) {
  tables::Cell cell;
  cell.at = draft.at;
  cell.set.kind = TestSet::Kind::any;
  const bool is_fact = column < parts_.facts.size();
  Ids ids;
  for (const std::uint32_t id : clause.criteria) {
    const auto& fact = parts_.criteria[id].fact;
    if (is_fact ? fact == column : !fact.has_value()) ids.push_back(id);
  }
  bool plain = is_fact && !parts_.facts[column].many;
  WhenMissing unknown = WhenMissing::match;
  if (column == theme_ && draft.themes.kind != TestSet::Kind::any) {
    cell.set = draft.themes;
    unknown = ids.empty() ? parts_.facts[theme_].missing : unknown;
  }
  for (const std::uint32_t id : ids) {
    const Criterion& one = parts_.criteria[id];
    cell.text += (cell.text.empty() ? "" : "; ") + one.text;
    unknown = strictest(unknown, one.missing);
    cell.set = intersection(cell.set, difference(one.in, one.without));
    plain = plain && cell.set.kind != TestSet::Kind::opaque;
  }
  if (!ids.empty() && !plain) {
    cell.set = TestSet{};  // opaque
    cell.condition = conjunction(ids, draft.at);
  } else if (unknown != WhenMissing::match && cell.set.kind == TestSet::Kind::any) {
    cell.set.kind = TestSet::Kind::points;  // anything, but known
    cell.set.negated = true;
  }
  if (!is_fact) return cell;
  if (cell.set.kind != TestSet::Kind::any && cell.set.kind != TestSet::Kind::opaque)
    cell.set.accepts_null = (unknown == WhenMissing::match) != cell.set.negated;
  clause.unknown.push_back(unknown);
  clause.never.push_back(is_empty(cell.set));
  return cell;
}

Rows ConventionReader::make_rows(const std::vector<Draft>& drafts,
                                 const std::map<std::uint32_t, Criterion>& changed,
                                 bool themes_asked) {
  // Changed criteria are criteria of their own, in the place of those that they stand in for.
  std::map<std::uint32_t, std::uint32_t> instead;
  for (const auto& [id, criterion] : changed) {
    instead[id] = static_cast<std::uint32_t>(parts_.criteria.size());
    parts_.criteria.push_back(criterion);
    parts_.criteria.back().verdict.reset();
  }
  const auto columns = static_cast<std::uint32_t>(parts_.facts.size());
  Rows rows;
  std::vector<tables::Rule> rules;
  for (Draft draft : drafts) {
    if (!themes_asked) draft.themes = everything();
    Clause clause = draft.clause;
    for (std::uint32_t& id : clause.criteria)
      if (const auto other = instead.find(id); other != instead.end()) id = other->second;
    std::stable_sort(clause.criteria.begin(), clause.criteria.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       return parts_.criteria[a].fact.value_or(columns) <
                              parts_.criteria[b].fact.value_or(columns);
                     });
    tables::Rule rule;
    rule.id = draft.id;
    rule.at = draft.at;
    for (std::uint32_t column = 0; column <= columns; ++column)
      rule.cells.push_back(make_cell(column, draft, clause));
    rule.outputs = {constant(parts_.partners[clause.partner].id, draft.at),
                    constant(parts_.articles[clause.article].id, draft.at)};
    rules.push_back(std::move(rule));
    rows.clauses.push_back(std::move(clause));
  }
  tables::DecisionTable::Parts table;
  table.id = parts_.id;
  table.title = parts_.title;
  table.hit = tables::HitPolicy::collect;
  table.at = parts_.at;
  for (std::uint32_t i = 0; i < columns; ++i) {
    table.inputs.push_back(
        input_of(parts_.facts[i], static_cast<feel::Scope::Slot>(parts_.context_slots + i)));
    table.inputs.back().at = columns_[i].at;
  }
  tables::Input when;
  when.id = "when";
  when.missing = tables::Missing::as_null;  // its cells look at verdicts, not at an input
  table.inputs.push_back(std::move(when));
  for (const char* id : {"partner", "article"}) {
    tables::Output output;
    output.id = id;
    output.type = feel::Type::of(feel::Kind::string);
    table.outputs.push_back(std::move(output));
  }
  table.rules = std::move(rules);
  table.scope = scope_;
  rows.table = std::make_shared<const tables::DecisionTable>(std::move(table));
  return rows;
}

// The same criterion with each code widened to those that share its value in `column`.
std::optional<Criterion> ConventionReader::relaxed(const Criterion& criterion,
                                                   const std::string& column) {
  if (criterion.in.kind != TestSet::Kind::points || criterion.in.negated) return {};
  const vocabulary::Referential& table = *columns_[*criterion.fact].referential;
  std::vector<std::string> wanted, leaves;
  for (const feel::Stored& point : criterion.in.points) {
    const std::string code(point.value().text());
    const std::string level(table.value(code, column).value_or(""));
    if (level.empty())
      leaves.push_back(code);
    else if (std::find(wanted.begin(), wanted.end(), level) == wanted.end())
      wanted.push_back(level);
  }
  for (const std::string& code : table.codes()) {
    const std::string level(table.value(code, column).value_or(""));
    if (!level.empty() && std::find(wanted.begin(), wanted.end(), level) != wanted.end())
      leaves.push_back(code);
  }
  Criterion made = criterion;
  made.in = set_of(leaves, *criterion.fact);
  made.text = column + " (" + criterion.text + ")";
  return made;
}

void ConventionReader::lower_fallbacks() {
  for (Fallback& step : parts_.fallback) {
    if (!step.queue.empty()) continue;
    std::vector<Draft> drafts;
    std::map<std::uint32_t, Criterion> changed;
    for (const Draft& draft : drafts_) {
      if (step.partner && draft.clause.partner != *step.partner) continue;
      if (std::binary_search(step.except.begin(), step.except.end(), draft.clause.partner))
        continue;
      drafts.push_back(draft);
      for (const std::uint32_t id : draft.clause.criteria) {
        const Criterion& one = parts_.criteria[id];
        if (!one.fact || changed.contains(id)) continue;
        if (std::count(step.ignored.begin(), step.ignored.end(), *one.fact) > 0) {
          // What is wanted is ignored, what is refused is not: `not` always wins.
          Criterion other = one;
          other.in = everything();
          other.tests = {};
          other.missing = WhenMissing::match;
          changed.emplace(id, std::move(other));
        }
        for (const auto& [fact, column] : step.relaxed)
          if (*one.fact == fact)
            if (auto other = relaxed(one, column)) changed.emplace(id, std::move(*other));
      }
    }
    const bool themes =
        std::find(step.ignored.begin(), step.ignored.end(), theme_) == step.ignored.end();
    step.rows = std::make_shared<const Rows>(make_rows(drafts, changed, themes));
  }
}

}  // namespace guichet::convention
