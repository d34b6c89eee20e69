// The framework agreement: which partner is competent for what under which article, and how a
// need's partners are chosen. Immutable, shared between threads. load.hpp reads one, choose.hpp
// chooses, report.hpp writes. Clauses, filters and defaults are lowered to one COLLECT table.
#pragma once

#include <memory>
#include <string_view>

#include "rules/convention/claims.hpp"
#include "rules/convention/criterion.hpp"

namespace guichet::convention {

// What is tried where nobody is eligible, or everybody is full. In the file's order.
struct Fallback {
  std::string id;
  // -- a queue: nobody is chosen; always the last --
  std::string queue;  // a role of the desk
  std::optional<base::Delay> within;
  std::string reason;
  // -- or another choice --
  std::shared_ptr<const Rows> rows;      // relaxed, or of the one partner named
  std::vector<std::uint32_t> except;     // partners left out, ascending
  std::optional<std::uint32_t> partner;  // `partner:`
  std::vector<std::uint32_t> ignored;    // `ignore:`, facts
  std::vector<std::pair<std::uint32_t, std::string>> relaxed;  // `relax:`, fact -> level
  base::Location at;
};

// Counters that a choice looks at; the store keeps them.
struct PartnerLoad {
  std::map<std::string, std::int64_t, std::less<>> reserved;  // "<quota>/<period>" -> referrals
  std::int64_t open = 0;                                      // referrals not closed
};
struct Loads {
  std::map<std::string, PartnerLoad, std::less<>> partners;
  std::int64_t reserved(std::string_view partner, std::string_view quota,
                        std::string_view period) const;
  std::int64_t open(std::string_view partner) const;
};

class Convention {
 public:
  struct Parts {
    std::string id, title, version;
    tables::Validity valid;
    std::vector<Fact> facts;  // in the order of the table's columns
    std::vector<Path> paths;  // that facts and conditions read
    std::vector<Article> articles;
    std::vector<Institution> institutions;
    std::vector<Partner> partners;
    std::vector<RankKey> prefer;
    std::vector<Fallback> fallback;
    std::vector<Origin> origins;
    std::vector<Criterion> criteria;
    Rows rows;
    std::size_t context_slots = 0;      // variables of the scope given at load
    std::vector<std::uint32_t> judged;  // criteria with a verdict, by slot
    std::vector<ConventionTest> tests;
    std::vector<std::string> untested;  // clauses that no test need choose by
    std::vector<Gate> gates;
    // The same convention in force on other days: no two on the same one.
    std::vector<std::shared_ptr<const Convention>> versions;
    base::Location at;
  };
  explicit Convention(Parts parts) : parts_(std::move(parts)) {}

  const Parts& parts() const { return parts_; }
  const std::string& id() const { return parts_.id; }
  const std::string& title() const { return parts_.title; }
  const tables::Validity& valid() const { return parts_.valid; }
  const std::vector<Fact>& facts() const { return parts_.facts; }
  const std::vector<Article>& articles() const { return parts_.articles; }
  const std::vector<Institution>& institutions() const { return parts_.institutions; }
  const std::vector<Partner>& partners() const { return parts_.partners; }
  const std::vector<Fallback>& fallback() const { return parts_.fallback; }
  const std::vector<Criterion>& criteria() const { return parts_.criteria; }
  const Article* article(std::string_view id) const;  // of this version, else of another
  const Partner* partner(std::string_view id) const;
  const Quota* quota(std::string_view partner, std::string_view quota) const;
  // The fact that a key names, in the singular or the plural.
  std::optional<std::uint32_t> fact(std::string_view key) const;
  // The top of the partner's tree of institutions; nothing for a partner of none.
  std::optional<std::uint32_t> top_institution(const Partner& partner) const;

  // The version in force on a day; this one where none is.
  const Convention& in_force(base::Day day) const;

  // The rows of the table, by rule.
  const std::vector<Clause>& clauses() const { return parts_.rows.clauses; }
  const tables::DecisionTable& table() const { return *parts_.rows.table; }

 private:
  Parts parts_;
};

// Two versions of one convention as one; nothing where their days overlap.
std::shared_ptr<const Convention> joined(const std::shared_ptr<const Convention>& a,
                                         const std::shared_ptr<const Convention>& b);

}  // namespace guichet::convention
