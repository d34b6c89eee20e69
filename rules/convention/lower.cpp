// From clauses, defaults and filters to rows: each clause with what the levels above it ask, once
// for each part of its themes that a filter treats differently and each choice of alternatives.
#include <algorithm>

#include "rules/convention/messages.hpp"
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

void ConventionReader::draft(const RawClause& raw) {
  const std::vector<const Level*> levels = levels_of(parts_.partners[raw.clause.partner]);
  Ids criteria = raw.clause.criteria;
  int specificity = raw.clause.specificity;
  std::vector<bool> asked(parts_.facts.size());
  TestSet themes;
  themes.kind = TestSet::Kind::any;
  for (const std::uint32_t id : criteria) {
    const Criterion& one = parts_.criteria[id];
    if (one.fact) asked[*one.fact] = true;
    if (one.fact == theme_) themes = difference(one.in, one.without);
  }
  std::vector<const Filter*> filters;
  for (const Level* level : levels) {
    for (const auto& [fact, criterion] : level->defaults) {
      if (asked[fact]) continue;  // the nearest level counts
      asked[fact] = true;
      criteria.push_back(criterion);
      ++specificity;
    }
    for (const Filter& filter : level->filters) filters.push_back(&filter);
  }
  const std::string id = rule_id(raw.clause);
  std::size_t rows = 0;
  for (const Part& part : parts_by_theme(themes, filters)) {
    std::vector<Ids> alternatives{criteria};
    for (const Filter* filter : part.filters) {
      std::vector<Ids> widened;
      for (const Ids& row : alternatives) {
        Ids with = row;
        with.insert(with.end(), filter->criteria.begin(), filter->criteria.end());
        if (filter->any_of.empty()) widened.push_back(with);
        for (const Ids& one : filter->any_of) {
          widened.push_back(with);
          widened.back().insert(widened.back().end(), one.begin(), one.end());
        }
      }
      alternatives = std::move(widened);
      if (alternatives.size() > kMostRows) break;
    }
    if (rows + alternatives.size() > kMostRows) {
      diagnostics_.error(raw.at, Message(messages::kTooManyRows, {std::to_string(kMostRows)}));
      return;
    }
    for (Ids& row : alternatives) {
      Draft made{raw.clause, part.themes, id, raw.at};
      if (++rows > 1) made.id += "#" + std::to_string(rows);
      made.clause.specificity = specificity;
      made.clause.criteria = std::move(row);
      drafts_.push_back(std::move(made));
    }
  }
}

void ConventionReader::lower() {
  for (const RawClause& raw : clauses_) draft(raw);
  if (has_errors()) return;
  scope_ = context_.scope;
  parts_.context_slots = scope_.size();
  for (std::size_t i = 0; i < parts_.facts.size(); ++i) scope_.declare("_fact" + std::to_string(i));
  parts_.rows = make_rows(drafts_, {});
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const Clause& clause = parts_.rows.clauses[i];
    for (std::uint32_t fact = 0; fact < clause.never.size(); ++fact)
      if (clause.never[fact])
        diagnostics_.warning(drafts_[i].at, Message(messages::kContradiction,
                                                    {drafts_[i].id, parts_.facts[fact].title}));
  }
  lower_fallbacks();
}

}  // namespace guichet::convention
