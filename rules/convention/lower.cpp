// From clauses, defaults and filters to rows: each clause with what the levels above it ask, once
// for each part of its themes that a filter treats differently and each choice of alternatives.
#include <algorithm>

#include "rules/convention/messages.hpp"
#include "rules/convention/proof_messages.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/sets.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using feel::TestSet;

constexpr std::size_t kMostRows = 1024;  // of one clause

// Part of a clause's themes, and the filters that apply to it.
struct Part {
  TestSet themes;
  std::vector<const Filter*> filters;
};

std::vector<Part> parts_by_theme(const TestSet& themes, const std::vector<const Filter*>& filters) {
  std::vector<Part> parts{{themes, {}}};
  for (const Filter* filter : filters) {
    if (filter->themes.kind == TestSet::Kind::any) {
      for (Part& part : parts) part.filters.push_back(filter);
      continue;
    }
    std::vector<Part> split;
    for (Part& part : parts) {
      Part inside{intersection(part.themes, filter->themes), part.filters};
      inside.filters.push_back(filter);
      Part outside{difference(part.themes, filter->themes), std::move(part.filters)};
      if (!is_empty(inside.themes)) split.push_back(std::move(inside));
      if (!is_empty(outside.themes)) split.push_back(std::move(outside));
    }
    parts = std::move(split);
  }
  return parts;
}

// The criteria of each way to satisfy the filters; beyond kMostRows the rest is not made.
std::vector<Ids> filtered(const Ids& criteria, const std::vector<const Filter*>& filters) {
  std::vector<Ids> rows{criteria};
  for (const Filter* filter : filters) {
    std::vector<Ids> widened;
    for (const Ids& row : rows) {
      Ids with = row;
      with.insert(with.end(), filter->criteria.begin(), filter->criteria.end());
      if (filter->any_of.empty()) widened.push_back(with);
      for (const Ids& one : filter->any_of) {
        widened.push_back(with);
        widened.back().insert(widened.back().end(), one.begin(), one.end());
      }
    }
    rows = std::move(widened);
    if (rows.size() > kMostRows) break;
  }
  return rows;
}

}  // namespace

// The partner, its institution, those above it, the convention.
std::vector<const Level*> ConventionReader::levels_of(const Partner& partner) const {
  const auto index = static_cast<std::size_t>(&partner - parts_.partners.data());
  std::vector<const Level*> levels{&partners_[index]};
  for (auto up = partner.institution; up; up = parts_.institutions[*up].part_of)
    levels.push_back(&institutions_[*up]);
  levels.push_back(&whole_);
  return levels;
}

// "cma-46/art-4"; the second clause under one article is "cma-46/art-4/2", and where a clause
// becomes several rows these are "cma-46/art-4#2" and on.
std::string ConventionReader::rule_id(const Clause& clause) {
  std::string id = parts_.partners[clause.partner].id;
  const std::string& article = parts_.articles[clause.article].id;
  if (!article.empty()) id += "/" + article;
  const int number = ++clauses_of_[id];
  return number == 1 ? id : id + "/" + std::to_string(number);
}

// What a clause's partner takes over from the levels above it.
struct ConventionReader::Inherited {
  Ids criteria;  // the clause's own, then the defaults
  int specificity = 0;
  TestSet themes;
  std::vector<const Filter*> filters;
};

ConventionReader::Inherited ConventionReader::inherited_by(const RawClause& raw) const {
  Inherited made{raw.clause.criteria, raw.clause.specificity, {}, {}};
  made.themes.kind = TestSet::Kind::any;
  std::vector<bool> asked(parts_.facts.size());
  for (const std::uint32_t id : made.criteria) {
    const Criterion& one = parts_.criteria[id];
    if (one.fact) asked[*one.fact] = true;
    if (one.fact == theme_) made.themes = difference(one.in, one.without);
  }
  for (const Level* level : levels_of(parts_.partners[raw.clause.partner])) {
    for (const auto& [fact, criterion] : level->defaults) {
      if (asked[fact]) continue;  // the nearest level counts
      asked[fact] = true;
      made.criteria.push_back(criterion);
      ++made.specificity;
    }
    for (const Filter& filter : level->filters) made.filters.push_back(&filter);
  }
  return made;
}

void ConventionReader::draft(const RawClause& raw) {
  const Inherited inherited = inherited_by(raw);
  const std::string id = rule_id(raw.clause);
  std::size_t rows = 0;
  for (const Part& part : parts_by_theme(inherited.themes, inherited.filters)) {
    std::vector<Ids> alternatives = filtered(inherited.criteria, part.filters);
    if (rows + alternatives.size() > kMostRows) {
      diagnostics_.error(raw.at, Message(messages::kTooManyRows, {std::to_string(kMostRows)}));
      return;
    }
    for (Ids& row : alternatives) {
      Draft made{raw.clause, part.themes, id, raw.at};
      if (++rows > 1) made.id += "#" + std::to_string(rows);
      made.clause.specificity = inherited.specificity;
      made.clause.criteria = std::move(row);
      drafts_.push_back(std::move(made));
    }
  }
}

// Said once for each row, with what follows for a partner that has no other.
void ConventionReader::tell_contradictions() {
  const std::vector<Clause>& rows = parts_.rows.clauses;
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const auto fact = std::find(rows[i].never.begin(), rows[i].never.end(), true);
    if (fact == rows[i].never.end()) continue;
    const bool unreachable = std::all_of(rows.begin(), rows.end(), [&](const Clause& other) {
      return other.partner != rows[i].partner || other.contradicts_itself();
    });
    std::optional<Message> hint;
    if (unreachable)
      hint = Message(messages::kPartnerUnreachable, {parts_.partners[rows[i].partner].id});
    const Fact& about = parts_.facts[static_cast<std::size_t>(fact - rows[i].never.begin())];
    diagnostics_.warning(drafts_[i].at,
                         Message(messages::kContradiction, {drafts_[i].id, about.title}),
                         std::move(hint));
  }
}

void ConventionReader::lower() {
  for (const RawClause& raw : clauses_) draft(raw);
  if (has_errors()) return;
  scope_ = context_.scope;
  parts_.context_slots = scope_.size();
  for (std::size_t i = 0; i < parts_.facts.size(); ++i) scope_.declare("_fact" + std::to_string(i));
  parts_.rows = make_rows(drafts_, {});
  tell_contradictions();
  lower_fallbacks();
}

}  // namespace guichet::convention
