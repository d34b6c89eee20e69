#include "rules/convention/why.hpp"

#include <algorithm>

namespace guichet::convention {

namespace {

using tables::RuleIndex;

Failure failure_of(const Convention& convention, const Criterion& criterion,
                   std::span<const feel::Value> facts) {
  Failure made{"when", {}, criterion.text};
  if (criterion.fact) {
    made.criterion = convention.facts()[*criterion.fact].id;
    made.title = convention.facts()[*criterion.fact].title;
    made.value = shown(facts[*criterion.fact]);
  }
  const Origin& origin = convention.parts().origins[criterion.origin];
  if (origin.kind == Origin::Kind::filter || origin.kind == Origin::Kind::defaults)
    made.asked_by = origin;
  return made;
}

// What one answer would leave undecided. Paths and facts are looked at once for each need.
class Answers {
 public:
  Answers(const Convention& convention, const Verdicts& verdicts, const Need& need,
          feel::Evaluation& run)
      : convention_(convention), verdicts_(verdicts), need_(need), run_(run) {
    const Convention::Parts& parts = convention.parts();
    // Where the facts are given, nobody says what the variables are.
    missing_paths_.resize(parts.paths.size());
    for (std::size_t i = 0; i < parts.paths.size() && need.facts.empty(); ++i)
      missing_paths_[i] = feel::evaluate(parts.paths[i].expr, need.variables, run).is_null();
    for (std::size_t i = 0; i < parts.facts.size(); ++i) {
      fields_.push_back(verdicts.is_unknown(i) ? field_of(parts.facts[i]) : std::string());
      add(fields_.back());
    }
    for (std::size_t i = 0; i < parts.paths.size(); ++i)
      if (missing_paths_[i]) add(parts.paths[i].field);
  }

  const std::vector<std::string>& wanted() const { return wanted_; }

  // May the row pass once `field` is known?
  bool opens(RuleIndex row, const std::string& field) const {
    const Clause& clause = verdicts_.rows().clauses[row];
    const std::size_t facts = fields_.size();
    bool stands_open = false;
    for (std::size_t column = 0; column < facts; ++column) {
      if (verdicts_.passed(row, column)) continue;
      if (!verdicts_.is_unknown(column) || clause.never[column] || fields_[column] != field)
        return false;
      stands_open = true;
    }
    if (verdicts_.passed(row, facts)) return stands_open;
    for (const std::uint32_t id : clause.criteria) {
      const Criterion& criterion = convention_.criteria()[id];
      if (criterion.when && !may_hold(*criterion.when, field)) return false;
    }
    return true;
  }

 private:
  void add(const std::string& field) {
    if (!field.empty() && std::find(wanted_.begin(), wanted_.end(), field) == wanted_.end())
      wanted_.push_back(field);
  }

  // The one answer that makes the fact known; none where it takes several.
  std::string field_of(const Fact& fact) const {
    if (fact.asks_field || fact.reads.size() < 2) return fact.field;
    std::string only;
    for (const std::uint32_t path : fact.reads) {
      if (!missing_paths_[path]) continue;
      if (!only.empty()) return {};
      only = convention_.parts().paths[path].field;
    }
    return only.empty() ? fact.field : only;
  }

  bool may_hold(const Condition& condition, const std::string& field) const {
    return std::any_of(condition.any.begin(), condition.any.end(), [&](const auto& all) {
      return std::all_of(all.begin(), all.end(),
                         [&](const Condition::Atom& atom) { return may_hold(atom, field); });
    });
  }
  bool may_hold(const Condition::Atom& atom, const std::string& field) const {
    bool reads_it = false, reads_another = false;
    for (const std::uint32_t path : atom.reads) {
      if (!missing_paths_[path]) continue;
      (convention_.parts().paths[path].field == field ? reads_it : reads_another) = true;
    }
    if (reads_it && !reads_another) return true;
    return !atom.expr.empty() && feel::evaluate(atom.expr, need_.variables, run_).is_true();
  }

  const Convention& convention_;
  const Verdicts& verdicts_;
  const Need& need_;
  feel::Evaluation& run_;
  std::vector<bool> missing_paths_;
  std::vector<std::string> fields_;  // by fact; empty where known
  std::vector<std::string> wanted_;
};

}  // namespace

std::vector<std::optional<RuleIndex>> nearest_rows(const Convention& convention,
                                                   const Verdicts& verdicts) {
  const std::vector<Clause>& clauses = verdicts.rows().clauses;
  std::vector<std::optional<RuleIndex>> nearest(convention.partners().size());
  std::vector<std::size_t> distances(nearest.size());
  for (RuleIndex row = 0; row < clauses.size(); ++row) {
    const std::uint32_t partner = clauses[row].partner;
    const std::size_t distance = verdicts.distance(row);
    if (nearest[partner] && distance >= distances[partner]) continue;
    nearest[partner] = row;
    distances[partner] = distance;
  }
  return nearest;
}

NotChosen why_not(const Convention& convention, const Verdicts& verdicts,
                  std::span<const feel::Value> facts, std::uint32_t partner,
                  const std::optional<RuleIndex>& nearest) {
  NotChosen reason;
  reason.partner = convention.partners()[partner].id;
  if (!nearest) return reason;
  reason.article = convention.articles()[verdicts.rows().clauses[*nearest].article].id;
  reason.rule = verdicts.rows().table->rule(*nearest).id;
  for (const std::uint32_t id : verdicts.failed(*nearest))
    reason.failed.push_back(failure_of(convention, convention.criteria()[id], facts));
  // Every criterion passes, but an input was refused: the problem says which.
  if (reason.failed.empty())
    for (const tables::Problem& problem : verdicts.problems())
      reason.failed.push_back({problem.input, {}, {}});
  return reason;
}

std::vector<WouldOpen> would_open(const Convention& convention, const Verdicts& verdicts,
                                  const std::vector<bool>& closed, const Need& need,
                                  feel::Evaluation& run) {
  const Answers answers(convention, verdicts, need, run);
  std::vector<WouldOpen> opened;
  for (const std::string& field : answers.wanted()) {
    WouldOpen one{field, {}};
    for (RuleIndex row = 0; row < verdicts.rows().clauses.size(); ++row) {
      const std::uint32_t partner = verdicts.rows().clauses[row].partner;
      const std::string& id = convention.partners()[partner].id;
      if (closed[partner] || (!one.partners.empty() && one.partners.back() == id)) continue;
      if (answers.opens(row, field)) one.partners.push_back(id);
    }
    if (!one.partners.empty()) opened.push_back(std::move(one));
  }
  return opened;
}

}  // namespace guichet::convention
