// The words of a framework agreement: facts, articles, institutions, partners, quotas, fallbacks.
// Plain data; convention.hpp puts it together.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/delay.hpp"
#include "engine/base/diagnostic.hpp"
#include "rules/tables/table.hpp"

namespace guichet::convention {

// What a fact without value means for a criterion that asks it.
enum class WhenMissing {
  match,     // the criterion passes
  no_match,  // it fails, naming the fact as unknown
  review,    // the partner is proposed only once a person has looked (would_open)
  error,     // where nothing else fails, nobody is chosen at all, with the reason
};

// Something that an expression reads: `case.surface`.
struct Path {
  std::string text;
  std::string field;      // the field to ask for when it is missing: "surface"
  feel::Expression expr;  // its value
};

// A fact of the case that clauses and filters test: `zone: case.commune`.
struct Fact {
  std::string id;           // "zone"; clauses write `zone:` or `zones:`
  std::string title;        // for people; the id where not given
  std::string field;        // the field to ask for when it is missing: "commune"
  std::string referential;  // whose hierarchy its criteria may use; empty if none
  WhenMissing missing = WhenMissing::error;
  // Its value is a list: it passes `in` if some item does, and `not` if no item is there.
  bool many = false;
  feel::Expression expr;
  std::optional<feel::Scope::Slot> variable;  // where `expr` is the bare name of one
  feel::Type type;                            // of one item
  bool asks_field = false;                    // `field` was given: it stands for all that is read
  std::vector<std::uint32_t> reads;           // indexes into Convention::paths()
  // `brackets:` code -> {min, max}; `as:` code -> the code that it counts as. Empty if none.
  std::map<std::string, feel::Stored, std::less<>> brackets;
  std::map<std::string, feel::Stored, std::less<>> counts_as;
};

enum class Select { all, one, first_n, one_per };
enum class Walls { closed, open };  // does a partner see that others were asked?

// How many of those who are competent are chosen.
struct Selection {
  Select mode = Select::all;  // one_per: one of each institution, by the top of its tree
  std::size_t most = 0;       // first_n: how many
};

struct Article {
  std::string id, title;            // an id that is empty: the clauses without an article
  std::vector<std::string> themes;  // {"*"}: every one
  Select select = Select::all;
  std::size_t most = 0;  // first_n: how many
  std::optional<base::Delay> answer_within, first_contact_within;
  Walls walls = Walls::closed;
  base::Location at;
};

// Levels above partners: conditions and a territory may stand at each.
struct Institution {
  std::string id, title;
  std::optional<std::uint32_t> part_of;  // index into institutions()
  tables::Validity valid;
  base::Location at;
};

enum class Standing { member, associate };
enum class Period { day, week, month, quarter, year, open };  // open: referrals not yet closed
enum class OnFull {
  next,  // the partner is passed over
  wait,  // it keeps its place until `wait` is over, and is passed over then
};

struct Quota {
  std::string id;  // unique in its partner
  std::int64_t max = 0;
  Period per = Period::month;  // open: `counts: open`
  OnFull on_full = OnFull::next;
  std::optional<base::Delay> wait;
  base::Location at;
};
// Name of the period that `day` lies in: "2009-02-04", "2009-W06", "2009-02", "2009-Q1", "2009",
// "open".
std::string period_name(Period per, base::Day day);
// The day on which a wait begun on `since` is over. Requires: no business days.
base::Day end_of_wait(const base::Delay& wait, base::Day since);

struct Partner {
  std::string id;
  Standing standing = Standing::member;
  std::optional<std::uint32_t> institution;  // index into institutions()
  std::int64_t tier = 0;                     // the lowest comes first
  std::int64_t weight = 1;                   // its share of fair turns
  tables::Validity valid;
  std::vector<Quota> quotas;
  base::Location at;
};

enum class Preference { member, tier, most_specific, least_loaded, fair_turn };

// One key of the order of preference.
struct RankKey {
  Preference by = Preference::fair_turn;
  bool reversed = false;  // against its own direction: `specificity asc`, `load desc`
};

}  // namespace guichet::convention
