// `partners:` and their clauses (`scope:`).
#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/words.hpp"
#include "rules/tables/load.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr unsigned kQuotaNode = yaml::kMapping | yaml::kSequence;
constexpr std::array<Key, 11> kPartnerKeys{{{"status", yaml::kScalar},
                                            {"institution", yaml::kScalar},
                                            {"tier", yaml::kScalar},
                                            {"weight", yaml::kScalar},
                                            {"valid", yaml::kMapping},
                                            {"scope", yaml::kSequence},
                                            {"filters", yaml::kSequence},
                                            {"defaults", yaml::kMapping},
                                            {"quota", kQuotaNode},
                                            {"capacity", kQuotaNode},
                                            // of a list of partners only
                                            {"id", yaml::kScalar}}};

}  // namespace

void ConventionReader::read_partners() {
  const yaml::Node* partners = yaml::at(root_, "partners");
  if (partners == nullptr) return;
  for (const yaml::Entry& entry : partners->entries()) read_partner(entry.key, entry.value, false);
  for (const yaml::Node& item : partners->items()) {
    if (const auto* id = yaml::at(item, "id"))
      read_partner(*id, item, true);
    else
      diagnostics_.error(item.location(), Message(messages::kNeedsId));
  }
  if (!has_errors()) check_articles();
}

void ConventionReader::check_articles() {
  for (std::size_t i = 0; i + 1 < parts_.articles.size(); ++i) {
    const bool used = std::any_of(clauses_.begin(), clauses_.end(),
                                  [&](const RawClause& one) { return one.clause.article == i; });
    if (!used)
      diagnostics_.warning(parts_.articles[i].at,
                           Message(messages::kUnusedArticle, {parts_.articles[i].id}));
  }
}

void ConventionReader::read_partner(const yaml::Node& id, const yaml::Node& body, bool listed) {
  Partner partner;
  partner.id = id.text();
  partner.at = id.location();
  const auto* known = context_.known_partners;
  if (known != nullptr && std::find(known->begin(), known->end(), partner.id) == known->end())
    diagnostics_.error(partner.at, Message(messages::kUnknownPartner, {partner.id}),
                       base::suggestion(partner.id, *known));
  for (const Partner& other : parts_.partners)
    if (other.id == partner.id)
      diagnostics_.error(partner.at, Message(messages::kTwice, {partner.id}));
  const std::span<const Key> keys(kPartnerKeys);
  yaml::check_shape(body, listed ? keys : keys.first(keys.size() - 1), diagnostics_);
  if (const auto* status = yaml::at(body, "status")) {
    constexpr std::array<std::string_view, 2> words{"member", "associate"};
    if (const auto word = read_word(*status, words, diagnostics_))
      partner.standing = static_cast<Standing>(*word);
  }
  if (const auto* node = yaml::at(body, "institution")) partner.institution = institution_of(*node);
  if (const auto* node = yaml::at(body, "tier"))
    partner.tier = yaml::read_integer(*node, diagnostics_).value_or(0);
  if (const auto* node = yaml::at(body, "weight")) {
    partner.weight = yaml::read_integer(*node, diagnostics_).value_or(1);
    if (partner.weight < 1) diagnostics_.error(node->location(), Message(messages::kNotPositive));
  }
  if (const auto* node = yaml::at(body, "valid"))
    partner.valid = tables::read_validity(*node, diagnostics_);
  for (const char* key : {"quota", "capacity"})
    if (const auto* node = yaml::at(body, key)) read_quotas(*node, partner);
  Level level;
  level.title = partner.id;
  read_level(body, level);
  parts_.partners.push_back(std::move(partner));
  partners_.push_back(std::move(level));
  const yaml::Node* scope = yaml::at(body, "scope");
  if (scope == nullptr || (scope->is_sequence() && scope->items().empty())) {
    diagnostics_.error(id.location(), Message(messages::kNoScope, {id.text()}));
    return;
  }
  const std::uint32_t origin = add_origin(Origin::Kind::clause, id.text());
  for (const yaml::Node& clause : scope->items()) read_clause(clause, origin);
}

std::optional<std::uint32_t> ConventionReader::fact_of(std::string_view key) const {
  for (std::uint32_t i = 0; i < parts_.facts.size(); ++i) {
    const std::string& id = parts_.facts[i].id;
    if (key == id || (key.size() == id.size() + 1 && key.starts_with(id) && key.back() == 's'))
      return i;
  }
  return {};
}

std::optional<std::uint32_t> ConventionReader::article_of(const yaml::Node& clause) {
  const yaml::Node* article = yaml::at(clause, "article");
  if (article == nullptr) {
    // With articles, a clause that belongs to none would be under no commitment: an oversight.
    if (parts_.articles.size() > 1)
      diagnostics_.error(clause.location(), Message(messages::kNoArticle));
    return static_cast<std::uint32_t>(parts_.articles.size() - 1);
  }
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i + 1 < parts_.articles.size(); ++i) {
    if (parts_.articles[i].id == article->text()) return i;
    known.push_back(parts_.articles[i].id);
  }
  diagnostics_.error(article->location(), Message(messages::kUnknownArticle, {article->text()}),
                     base::suggestion(article->text(), known));
  return {};
}

void ConventionReader::read_clause(const yaml::Node& node, std::uint32_t origin) {
  // The keys of a clause are the convention's own facts, in the singular or the plural.
  const std::vector<std::string> names = fact_keys();
  std::vector<Key> keys{{"article", yaml::kScalar}, {"when", yaml::kScalar}};
  for (const std::string& name : names) keys.push_back({name});
  if (!yaml::check_shape(node, keys, diagnostics_)) return;
  RawClause raw;
  raw.at = node.location();
  raw.clause.partner = static_cast<std::uint32_t>(parts_.partners.size() - 1);
  Ids themes;
  for (const std::uint32_t id : read_criteria(node, origin, {}, true)) {
    if (parts_.criteria[id].fact == theme_) {
      themes.push_back(id);
      continue;
    }
    raw.clause.criteria.push_back(id);
    ++raw.clause.specificity;
  }
  const auto article = article_of(node);
  if (!article || parts_.facts.empty()) return;
  raw.clause.article = *article;
  const auto theme = theme_criterion(parts_.articles[*article], themes, origin, raw.at);
  if (theme) raw.clause.criteria.push_back(*theme);
  clauses_.push_back(std::move(raw));
}

}  // namespace guichet::convention
