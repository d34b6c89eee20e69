#include <algorithm>
#include <array>

#include "engine/yaml/messages.hpp"
#include "engine/yaml/shape.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/words.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 7> kPartnerKeys{{{"status", yaml::kScalar},
                                           {"scope", yaml::kSequence},
                                           {"quota", yaml::kMapping | yaml::kSequence},
                                           {"institution", yaml::kAnything, false, true},
                                           {"tier", yaml::kAnything, false, true},
                                           {"weight", yaml::kAnything, false, true},
                                           {"capacity", yaml::kAnything, false, true}}};
constexpr std::array<Key, 7> kQuotaKeys{{{"id", yaml::kScalar},
                                         {"max", yaml::kScalar, true},
                                         {"per", yaml::kScalar, true},
                                         {"on_full", yaml::kScalar, true},
                                         {"counts", yaml::kAnything, false, true},
                                         {"wait", yaml::kAnything, false, true},
                                         {"then", yaml::kAnything, false, true}}};

}  // namespace

void ConventionReader::read_partners() {
  const yaml::Node* partners = yaml::at(root_, "partners");
  if (partners == nullptr) return;
  for (const yaml::Entry& entry : partners->entries()) read_partner(entry);
  for (std::size_t i = 0; i < parts_.articles.size(); ++i) {
    const bool used = std::any_of(rows_.begin(), rows_.end(),
                                  [&](const Row& row) { return row.clause.article == i; });
    if (!used && !has_errors())
      diagnostics_.warning(parts_.articles[i].at,
                           Message(messages::kUnusedArticle, {parts_.articles[i].id}));
  }
}

void ConventionReader::read_partner(const yaml::Entry& entry) {
  Partner partner;
  partner.id = entry.key.text();
  partner.at = entry.key.location();
  const auto* known = context_.known_partners;
  if (known != nullptr && std::find(known->begin(), known->end(), partner.id) == known->end())
    diagnostics_.error(partner.at, Message(messages::kUnknownPartner, {partner.id}),
                       base::suggestion(partner.id, *known));
  yaml::check_shape(entry.value, kPartnerKeys, diagnostics_);
  if (const auto* status = yaml::at(entry.value, "status")) {
    constexpr std::array<std::string_view, 2> words{"member", "associate"};
    if (const auto word = read_word(*status, words, diagnostics_))
      partner.standing = static_cast<Standing>(*word);
  }
  if (const auto* quota = yaml::at(entry.value, "quota")) read_quotas(*quota, partner);
  const yaml::Node* scope = yaml::at(entry.value, "scope");
  if (scope == nullptr || (scope->is_sequence() && scope->items().empty()))
    diagnostics_.error(partner.at, Message(messages::kNoScope, {partner.id}));
  else
    for (const yaml::Node& clause : scope->items()) read_clause(clause);
  parts_.partners.push_back(std::move(partner));
}

void ConventionReader::read_quotas(const yaml::Node& node, Partner& partner) {
  if (node.is_mapping()) return read_quota(node, partner);
  for (const yaml::Node& item : node.items()) read_quota(item, partner);
}

void ConventionReader::read_quota(const yaml::Node& node, Partner& partner) {
  if (!yaml::check_shape(node, kQuotaKeys, diagnostics_)) return;
  Quota quota;
  quota.at = node.location();
  const yaml::Node& most = *yaml::at(node, "max");
  if (const auto max = yaml::read_integer(most, diagnostics_)) {
    quota.max = *max;
    if (*max < 1) diagnostics_.error(most.location(), Message(messages::kNotPositive));
  }
  constexpr std::array<std::string_view, 6> periods{"day",     "week", "month",
                                                    "quarter", "year", "open"};
  if (const auto word = read_word(*yaml::at(node, "per"), periods, diagnostics_))
    quota.per = static_cast<Period>(*word);
  read_on_full(*yaml::at(node, "on_full"));
  quota.id = yaml::text_at(node, "id", yaml::text_at(node, "per"));
  for (const Quota& other : partner.quotas)
    if (other.id == quota.id)
      diagnostics_.error(node.location(), Message(messages::kQuotaTwice, {quota.id}));
  partner.quotas.push_back(std::move(quota));
}

// A choice knows how to wait, but no desk comes back to a partner that has room again.
void ConventionReader::read_on_full(const yaml::Node& node) {
  if (node.text() == "wait") {
    diagnostics_.error(node.location(), Message(yaml::messages::kNotYet, {node.text()}));
    return;
  }
  constexpr std::array<std::string_view, 1> words{"next"};  // OnFull's default
  read_word(node, words, diagnostics_);
}

std::optional<std::size_t> ConventionReader::fact_of(std::string_view key) const {
  for (std::size_t i = 0; i < parts_.facts.size(); ++i) {
    const std::string& id = parts_.facts[i].id;
    if (key == id || (key.size() == id.size() + 1 && key.starts_with(id) && key.back() == 's'))
      return i;
  }
  return {};
}

void ConventionReader::read_clause(const yaml::Node& node) {
  // The keys of a clause are the convention's own facts, in the singular or the plural.
  std::vector<std::string> names;
  for (const Fact& fact : parts_.facts) {
    names.push_back(fact.id);
    names.push_back(fact.id + "s");
  }
  std::vector<Key> keys{{"article", yaml::kScalar, true}, {"when", yaml::kScalar}};
  for (const std::string& name : names) keys.push_back({name});
  if (!yaml::check_shape(node, keys, diagnostics_)) return;

  Row row;
  row.at = node.location();
  row.clause.partner = static_cast<std::uint32_t>(parts_.partners.size());
  row.cells.resize(parts_.facts.size());
  for (tables::Cell& cell : row.cells) cell.set.kind = feel::TestSet::Kind::any;
  row.when.set.kind = feel::TestSet::Kind::any;
  std::vector<bool> seen(parts_.facts.size());
  for (const yaml::Entry& entry : node.entries()) {
    const auto fact = fact_of(entry.key.text());
    if (!fact) continue;
    if (seen[*fact])
      diagnostics_.error(entry.key.location(), Message(messages::kFactTwice, {entry.key.text()}));
    seen[*fact] = true;
    row.cells[*fact] = read_dimension(entry.value, *fact);
    if (*fact != theme_ && row.cells[*fact].set.kind != feel::TestSet::Kind::any)
      ++row.clause.specificity;
  }
  if (const auto* when = yaml::at(node, "when")) {
    row.when.text = when->text();
    row.when.at = when->location();
    row.when.set.kind = feel::TestSet::Kind::opaque;
    row.when.condition = feel::compile(when->located(), context_.scope, diagnostics_,
                                       feel::Type::of(feel::Kind::boolean));
    ++row.clause.specificity;
  }
  const yaml::Node& article = *yaml::at(node, "article");
  std::vector<std::string> known;
  for (const Article& one : parts_.articles) known.push_back(one.id);
  const auto found = std::find(known.begin(), known.end(), article.text());
  if (found == known.end()) {
    diagnostics_.error(article.location(), Message(messages::kUnknownArticle, {article.text()}),
                       base::suggestion(article.text(), known));
    return;
  }
  row.clause.article = static_cast<std::uint32_t>(found - known.begin());
  if (theme_ < row.cells.size())
    row.cells[theme_] = theme_cell(parts_.articles[row.clause.article],
                                   seen[theme_] ? &row.cells[theme_] : nullptr, row.at);
  rows_.push_back(std::move(row));
}

}  // namespace guichet::convention
