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

// FEEL is asked itself: a name that it knows without a declaration is a function or a literal, and
// one that it cannot even read as a name is a keyword.
bool means_something_in_feel(const std::string& id) {
  base::Diagnostics said;
  const base::Source source = base::make_source("<id>", id);
  const base::LocatedText text(id, {source, 0, static_cast<std::uint32_t>(id.size())});
  if (!feel::compile(text, feel::Scope(), said).empty()) return true;
  return std::ranges::any_of(said.list(),
                             [](const auto& each) { return each.code() == "feel-syntax"; });
}

}  // namespace

bool is_reserved(const std::string& id) {
  return std::ranges::find(kScopeNames, id) != std::end(kScopeNames) || means_something_in_feel(id);
}

}  // namespace guichet::vocabulary
