// What each clause is for: those that never apply, that say what others say, that always come
// second; quotas that another one always forestalls.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rules/convention/proof_messages.hpp"
#include "rules/convention/prover.hpp"

namespace guichet::convention {

namespace {

using base::Message;

// Does every period of the one lie in one period of the other?
bool lies_in(Period inner, Period outer) {
  if (inner == outer) return true;
  switch (inner) {
    case Period::day:
      return outer != Period::open;
    case Period::month:
      return outer == Period::quarter || outer == Period::year;
    case Period::quarter:
      return outer == Period::year;
    case Period::week:  // lies across months and years
    case Period::year:
    case Period::open:
      break;
  }
  return false;
}

}  // namespace

void Prover::inconclusive(const base::Location& at, const std::string& what) {
  diagnostics_.warning(
      at, Message(messages::kProofInconclusive, {std::to_string(limits_.nodes), what}));
}

void Prover::check_clauses() {
  std::vector<Written> clauses = written_clauses();
  find_dead(clauses);
  find_redundant(clauses);
  find_never_first(clauses);
  check_quotas();
}

// The rows that one clause of the file became share its place.
std::vector<Prover::Written> Prover::written_clauses() const {
  std::vector<Written> clauses;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::size_t> known;
  for (std::size_t row = 0; row < convention_.clauses().size(); ++row) {
    const Clause& one = convention_.clauses()[row];
    const std::tuple key{one.partner, one.article, place_of_row(row).offset};
    const auto [at, added] = known.emplace(key, clauses.size());
    if (added) clauses.emplace_back();
    clauses[at->second].rows.push_back(row);
  }
  return clauses;
}

std::optional<std::size_t> Prover::impossible(std::size_t row) const {
  for (std::size_t fact = 0; fact < convention_.facts().size(); ++fact)
    if (space_.accepted(fact, row, false).empty()) return fact;
  return {};
}

std::string Prover::wanted(std::size_t row, std::size_t fact) const {
  return convention_.table().rule(static_cast<tables::RuleIndex>(row)).cells[fact].text;
}

void Prover::find_dead(std::vector<Written>& clauses) {
  std::set<std::uint32_t> living_partners, living_articles;
  for (Written& clause : clauses) {
    clause.dead = std::all_of(clause.rows.begin(), clause.rows.end(),
                              [&](std::size_t row) { return impossible(row).has_value(); });
    if (clause.dead) continue;
    const Clause& one = convention_.clauses()[clause.rows.front()];
    living_partners.insert(one.partner);
    living_articles.insert(one.article);
  }
  for (const Written& clause : clauses) {
    const std::size_t row = clause.rows.front();
    const Clause& one = convention_.clauses()[row];
    // Criteria that exclude each other were told when the convention was read.
    if (!clause.dead || one.contradicts_itself()) continue;
    // What follows from it is no second mistake.
    std::optional<Message> hint;
    if (!living_partners.contains(one.partner))
      hint = Message(messages::kPartnerUnreachable, {convention_.partners()[one.partner].id});
    else if (!living_articles.contains(one.article))
      hint = Message(messages::kArticleUnserved, {convention_.articles()[one.article].id});
    const std::size_t fact = *impossible(row);
    diagnostics_.warning(place_of_row(row),
                         Message(messages::kNeverMatches,
                                 {id_of(row), convention_.facts()[fact].id, wanted(row, fact)}),
                         std::move(hint));
  }
}

// Does the one row certainly accept every case that the other may accept?
bool Prover::includes(std::size_t wide, std::size_t narrow) const {
  const auto cell_of = [&](std::size_t row, std::size_t column) -> const tables::Cell& {
    return convention_.table().rule(static_cast<tables::RuleIndex>(row)).cells[column];
  };
  for (std::size_t column = 0; column < space_.columns().size(); ++column) {
    const tables::Cell& a = cell_of(wide, column);
    const tables::Cell& b = cell_of(narrow, column);
    const bool same_condition =
        a.set.kind == feel::TestSet::Kind::opaque && b.set.kind == a.set.kind && a.text == b.text;
    if (same_condition) continue;
    const Classes all = space_.accepted(column, wide, true);
    const Classes some = space_.accepted(column, narrow, false);
    if (!std::includes(all.begin(), all.end(), some.begin(), some.end())) return false;
  }
  return true;
}

bool Prover::includes(const Written& wide, const Written& narrow) const {
  return std::all_of(narrow.rows.begin(), narrow.rows.end(), [&](std::size_t row) {
    return std::any_of(wide.rows.begin(), wide.rows.end(),
                       [&](std::size_t other) { return includes(other, row); });
  });
}

// A clause that is more specific than the one that takes all its cases changes the order in which
// partners are preferred: where the article does not choose among them, it changes nothing.
void Prover::find_redundant(const std::vector<Written>& clauses) {
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (clauses[i].dead) continue;
    const std::size_t row = clauses[i].rows.front();
    const Clause& one = convention_.clauses()[row];
    for (std::size_t j = 0; j < clauses.size(); ++j) {
      const std::size_t other_row = clauses[j].rows.front();
      const Clause& other = convention_.clauses()[other_row];
      const bool comparable = i != j && !clauses[j].dead && one.partner == other.partner &&
                              one.article == other.article;
      if (!comparable || !includes(clauses[j], clauses[i])) continue;
      const bool same = includes(clauses[i], clauses[j]);
      if (same && j > i) continue;  // said of the later one
      const bool ranks = convention_.articles()[one.article].select != Select::all &&
                         one.specificity > other.specificity;
      if (!same && ranks) continue;
      const auto& what = same ? messages::kDuplicateClause : messages::kRedundantClause;
      diagnostics_.warning(place_of_row(row), Message(what, {id_of(row), id_of(other_row)}));
      break;
    }
  }
}

// Does the row `a` come before `b` whatever the case, the counters and the turn?
bool Prover::is_before(std::uint32_t a, std::uint32_t b) const {
  const Clause& left = convention_.clauses()[a];
  const Clause& right = convention_.clauses()[b];
  const Partner& one = convention_.partners()[left.partner];
  const Partner& other = convention_.partners()[right.partner];
  for (const RankKey& key : convention_.parts().prefer) {
    std::int64_t order = 0;
    switch (key.by) {
      case Preference::member:
        order = static_cast<int>(one.standing) - static_cast<int>(other.standing);
        break;
      case Preference::tier:
        order = one.tier - other.tier;
        break;
      case Preference::most_specific:
        order = right.specificity - left.specificity;
        break;
      case Preference::least_loaded:
      case Preference::fair_turn:
        return false;
    }
    if (key.reversed) order = -order;
    if (order != 0) return order < 0;
  }
  return false;
}

// Rows of the same article that come before it, of partners that are never full.
Bits Prover::rivals_before(std::size_t row) const {
  Bits rivals(space_.words());
  const Clause& one = convention_.clauses()[row];
  for (std::size_t other = 0; other < convention_.clauses().size(); ++other) {
    const Clause& clause = convention_.clauses()[other];
    const Partner& partner = convention_.partners()[clause.partner];
    const bool always_there = partner.quotas.empty() && !partner.valid.is_bounded();
    if (clause.article == one.article && clause.partner != one.partner && always_there &&
        is_before(static_cast<std::uint32_t>(other), static_cast<std::uint32_t>(row)))
      set(rivals, other);
  }
  return rivals;
}

void Prover::find_never_first(const std::vector<Written>& clauses) {
  for (const Written& clause : clauses) {
    const std::size_t first = clause.rows.front();
    const Article& article = convention_.articles()[convention_.clauses()[first].article];
    const bool chooses = article.select == Select::one || article.select == Select::first_n;
    if (clause.dead || !chooses) continue;
    const std::size_t seats = article.select == Select::one ? 1 : article.most;
    std::set<std::string> before;
    const bool never = std::all_of(clause.rows.begin(), clause.rows.end(), [&](std::size_t row) {
      Uncovered::Question question{
          .within = {}, .rows = rivals_before(row), .least = seats, .by_must = true};
      for (std::size_t column = 0; column < space_.columns().size(); ++column)
        question.within.push_back(space_.accepted(column, row, false));
      for (std::size_t other = 0; other < convention_.clauses().size(); ++other)
        if (has(question.rows, other))
          before.insert(convention_.partners()[convention_.clauses()[other].partner].id);
      const auto answer = uncovered_.ask(question);
      if (answer == Uncovered::Answer::inconclusive) inconclusive(place_of_row(row), id_of(row));
      return answer == Uncovered::Answer::none;
    });
    if (!never) continue;
    std::string names;
    for (const std::string& id : before) names += (names.empty() ? "" : ", ") + id;
    const Partner& partner = convention_.partners()[convention_.clauses()[first].partner];
    diagnostics_.warning(place_of_row(first),
                         Message(messages::kNeverFirst, {partner.id, id_of(first), names}));
  }
}

// A quota of a shorter period that allows no less than one of a longer period around it.
void Prover::check_quotas() {
  for (const Partner& partner : convention_.partners())
    for (const Quota& quota : partner.quotas)
      for (const Quota& other : partner.quotas) {
        const bool forestalled = &quota != &other && lies_in(quota.per, other.per) &&
                                 quota.max >= other.max &&
                                 (quota.per != other.per || quota.max > other.max);
        if (!forestalled) continue;
        diagnostics_.warning(
            quota.at, Message(messages::kIdleQuota, {quota.id, std::to_string(quota.max), other.id,
                                                     std::to_string(other.max)}));
        break;
      }
}

}  // namespace guichet::convention
