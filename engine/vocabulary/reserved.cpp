#include "engine/vocabulary/reserved.hpp"

#include <algorithm>
#include <string_view>

#include "rules/feel/expression.hpp"

namespace guichet::vocabulary {
namespace {

// Of workflows and letters. `partner` and the like would otherwise mean two things in one desk.
constexpr std::string_view kScopeNames[] = {
    "actor",   "all_children", "article",   "case",       "children", "desk",
    "due",     "event",        "firm",      "link",       "need",     "parent",
    "partner", "person",       "recipient", "referral",   "refusal",  "request",
    "shared",  "lookup",       "long_date", "short_date",
};

bool compiles(const std::string& id, const feel::Scope& scope) {
  base::Diagnostics unused;
  const base::Source source = base::make_source("<id>", id);
  const base::LocatedText text(id, {source, 0, static_cast<std::uint32_t>(id.size())});
  return !feel::compile(text, scope, unused).empty();
}

}  // namespace

bool is_reserved(const std::string& id) {
  if (std::ranges::find(kScopeNames, id) != std::end(kScopeNames)) return true;
  // FEEL is asked itself: a name that means something without being declared is a function or a
  // literal, and one that cannot be read though declared is a keyword.
  feel::Scope declared;
  declared.declare(id);
  return compiles(id, feel::Scope()) || !compiles(id, declared);
}

}  // namespace guichet::vocabulary
