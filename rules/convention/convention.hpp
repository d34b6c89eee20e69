// The framework agreement: which partner is competent for what under which article, and how a
// need's partners are chosen. Immutable, shared between threads. load.hpp reads one, choose.hpp
// chooses, report.hpp writes. The clauses are lowered to one COLLECT decision table.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/delay.hpp"
#include "engine/base/diagnostic.hpp"
#include "rules/convention/claims.hpp"
#include "rules/tables/table.hpp"

namespace guichet::convention {

// What a fact without value means for the clauses that ask it.
enum class WhenMissing {
  match,     // the clause passes
  no_match,  // the clause fails, naming the fact as unknown
  review,    // the partner is proposed only once a person has looked (would_open)
  error,     // nobody is chosen, with the reason
};

// A fact of the case that clauses test: `zone: case.commune`.
struct Fact {
  std::string id;           // "zone"; clauses write `zone:` or `zones:`
  std::string field;        // the field to ask for when it is missing: "commune"
  std::string referential;  // whose hierarchy its clauses may use; empty if none
  std::string brackets;     // its values are rows of this referential (columns min, max)
  WhenMissing missing = WhenMissing::error;
};

enum class Select { all, one, first_n };
enum class Walls { closed, open };  // does a partner see that others were asked?

struct Article {
  std::string id, title;
  std::vector<std::string> themes;
  Select select = Select::all;
  std::size_t most = 0;  // first_n: how many
  std::optional<base::Delay> answer_within, first_contact_within;
  Walls walls = Walls::closed;
  base::Location at;
};

enum class Standing { member, associate };
enum class Period { day, week, month, quarter, year, open };  // open: referrals not yet closed
enum class OnFull {
  next,  // the partner is passed over
  wait,  // it keeps its place, and is asked when there is room again
};

struct Quota {
  std::string id;  // unique in its partner
  std::int64_t max = 0;
  Period per = Period::month;
  OnFull on_full = OnFull::next;
  base::Location at;
};
// Name of the period that `day` lies in: "2009-02-04", "2009-W06", "2009-02", "2009-Q1", "2009",
// "open".
std::string period_name(Period per, base::Day day);

struct Partner {
  std::string id;
  Standing standing = Standing::member;
  std::vector<Quota> quotas;
  base::Location at;
};

enum class Preference { member, most_specific, least_loaded, fair_turn };

// Where a need goes that no partner takes.
struct Fallback {
  std::string id;
  std::string queue;  // a role of the desk
  std::optional<base::Delay> within;
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

// What one row of the table stands for.
struct Clause {
  std::uint32_t partner = 0;  // index into partners()
  std::uint32_t article = 0;  // index into articles()
  int specificity = 0;        // how many facts it asks, the theme of its article apart
};

class Convention {
 public:
  struct Parts {
    std::string id, title, version;
    tables::Validity valid;
    std::vector<Fact> facts;  // in the order of the table's columns
    std::vector<Article> articles;
    std::vector<Partner> partners;
    std::vector<Preference> prefer;
    std::vector<Fallback> fallback;
    std::vector<Clause> clauses;  // by rule of the table
    std::vector<ConventionTest> tests;
    std::vector<Gate> gates;
    std::shared_ptr<const tables::DecisionTable> table;
    base::Location at;
  };
  explicit Convention(Parts parts) : parts_(std::move(parts)) {}

  const Parts& parts() const { return parts_; }
  const std::string& id() const { return parts_.id; }
  const std::string& title() const { return parts_.title; }
  const tables::Validity& valid() const { return parts_.valid; }
  const std::vector<Fact>& facts() const { return parts_.facts; }
  const std::vector<Article>& articles() const { return parts_.articles; }
  const std::vector<Partner>& partners() const { return parts_.partners; }
  const std::vector<Fallback>& fallback() const { return parts_.fallback; }
  const Article* article(std::string_view id) const;
  const Partner* partner(std::string_view id) const;
  const Quota* quota(std::string_view partner, std::string_view quota) const;
  const tables::DecisionTable& table() const { return *parts_.table; }

 private:
  Parts parts_;
};

}  // namespace guichet::convention
