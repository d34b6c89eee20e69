// Conditions beside the clauses: `institutions:`, `filters:`, `defaults:`.
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

constexpr std::array<Key, 6> kInstitutionKeys{{{"id", yaml::kScalar},
                                               {"title", yaml::kScalar},
                                               {"part_of", yaml::kScalar},
                                               {"valid", yaml::kMapping},
                                               {"filters", yaml::kSequence},
                                               {"defaults", yaml::kMapping}}};
constexpr std::array<std::string_view, 6> kFilterWords{"id",      "title",  "theme",
                                                       "missing", "any_of", "when"};

std::vector<Key> keys_of(const std::vector<std::string>& names) {
  std::vector<Key> keys;
  for (const std::string& name : names) keys.push_back({name});
  return keys;
}

}  // namespace

std::uint32_t ConventionReader::add_origin(Origin::Kind kind, std::string level,
                                           std::string filter) {
  parts_.origins.push_back({kind, std::move(level), std::move(filter)});
  return static_cast<std::uint32_t>(parts_.origins.size() - 1);
}

std::vector<std::string> ConventionReader::fact_keys() const {
  std::vector<std::string> names;
  for (const Fact& fact : parts_.facts) {
    names.push_back(fact.id);
    names.push_back(fact.id + "s");
  }
  return names;
}

void ConventionReader::read_institutions() {
  read_level(root_, whole_);
  const yaml::Node* institutions = yaml::at(root_, "institutions");
  if (institutions == nullptr) return;
  for (const yaml::Entry& entry : institutions->entries()) read_institution(entry.key, entry.value);
  for (const yaml::Node& item : institutions->items()) {
    if (const auto* id = yaml::at(item, "id"))
      read_institution(*id, item);
    else
      diagnostics_.error(item.location(), Message(messages::kNeedsId));
  }
  link_institutions();
}

void ConventionReader::read_institution(const yaml::Node& id, const yaml::Node& body) {
  Institution made;
  made.id = id.text();
  made.at = id.location();
  for (const Institution& other : parts_.institutions)
    if (other.id == made.id) diagnostics_.error(made.at, Message(messages::kTwice, {made.id}));
  Level level;
  const bool bare = body.is_scalar() && body.is_empty();  // `bpifrance:`
  if (!bare) yaml::check_shape(body, kInstitutionKeys, diagnostics_);
  made.title = yaml::text_at(body, "title", made.id);
  level.title = made.title;
  if (const auto* valid = yaml::at(body, "valid"))
    made.valid = tables::read_validity(*valid, diagnostics_);
  if (const auto* parent = yaml::at(body, "part_of"))
    parents_.emplace_back(static_cast<std::uint32_t>(parts_.institutions.size()), parent);
  read_level(body, level);
  parts_.institutions.push_back(std::move(made));
  institutions_.push_back(std::move(level));
}

// Once all are known: who is part of whom, and nobody of itself.
void ConventionReader::link_institutions() {
  for (const auto& [child, node] : parents_)
    parts_.institutions[child].part_of = institution_of(*node);
  for (const auto& [child, node] : parents_) {
    std::size_t steps = 0;
    auto up = parts_.institutions[child].part_of;
    while (up && steps <= parts_.institutions.size()) {
      up = parts_.institutions[*up].part_of;
      ++steps;
    }
    if (!up) continue;
    diagnostics_.error(node->location(),
                       Message(messages::kInstitutionCycle, {parts_.institutions[child].id}));
    parts_.institutions[child].part_of.reset();  // so that the others are read on
  }
}

std::optional<std::uint32_t> ConventionReader::institution_of(const yaml::Node& node) {
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i < parts_.institutions.size(); ++i) {
    if (parts_.institutions[i].id == node.text()) return i;
    known.push_back(parts_.institutions[i].id);
  }
  if (yaml::at(root_, "institutions") != nullptr) {
    diagnostics_.error(node.location(), Message(messages::kUnknownInstitution, {node.text()}),
                       base::suggestion(node.text(), known));
    return {};
  }
  // A convention without a tree: partners name theirs, and that is all there is to it.
  Institution made;
  made.id = made.title = node.text();
  made.at = node.location();
  parts_.institutions.push_back(std::move(made));
  institutions_.push_back({parts_.institutions.back().title, {}, {}});
  return static_cast<std::uint32_t>(parts_.institutions.size() - 1);
}

void ConventionReader::read_level(const yaml::Node& node, Level& level) {
  if (const auto* filters = yaml::at(node, "filters"))
    for (const yaml::Node& filter : filters->items()) read_filter(filter, level);
  const yaml::Node* defaults = yaml::at(node, "defaults");
  if (defaults == nullptr) return;
  const std::vector<std::string> names = fact_keys();
  if (!yaml::check_shape(*defaults, keys_of(names), diagnostics_)) return;
  const std::uint32_t origin = add_origin(Origin::Kind::defaults, level.title);
  for (const yaml::Entry& entry : defaults->entries()) {
    const auto fact = fact_of(entry.key.text());
    if (!fact) continue;
    if (*fact == theme_) {
      diagnostics_.error(entry.key.location(), Message(messages::kNoDefaultTheme));
      continue;
    }
    const auto criterion = read_criterion(entry.value, *fact, origin, {});
    if (criterion && !level.defaults.emplace(*fact, *criterion).second)
      diagnostics_.error(entry.key.location(), Message(messages::kFactTwice, {entry.key.text()}));
  }
}

void ConventionReader::read_filter(const yaml::Node& node, Level& level) {
  std::vector<std::string> names = fact_keys();
  for (const std::string_view word : kFilterWords) names.emplace_back(word);
  if (!yaml::check_shape(node, keys_of(names), diagnostics_)) return;
  Filter filter;
  filter.at = node.location();
  filter.themes.kind = feel::TestSet::Kind::any;
  const std::string id = yaml::text_at(node, "id");
  filter.origin = add_origin(Origin::Kind::filter, level.title, yaml::text_at(node, "title", id));
  std::map<std::uint32_t, WhenMissing> missing;
  if (const auto* words = yaml::at(node, "missing")) {
    // One word for every fact of the filter, or one for each.
    if (words->is_scalar()) {
      if (const auto word = read_missing_word(*words))
        for (std::uint32_t i = 0; i < parts_.facts.size(); ++i) missing[i] = *word;
    }
    for (const yaml::Entry& entry : words->entries()) {
      const auto fact = fact_of(entry.key.text());
      if (!fact)
        diagnostics_.error(entry.key.location(),
                           Message(messages::kUnknownFact, {entry.key.text()}),
                           base::suggestion(entry.key.text(), fact_keys()));
      else if (const auto word = read_missing_word(entry.value))
        missing[*fact] = *word;
    }
  }
  for (const yaml::Entry& entry : node.entries()) {
    if (fact_of(entry.key.text()) != theme_) continue;
    feel::Expression tests;
    filter.themes = read_values(entry.value, theme_, &tests);
    if (filter.themes.kind == feel::TestSet::Kind::opaque && !tests.empty())
      diagnostics_.error(entry.value.location(), Message(messages::kThemesAreListed));
  }
  filter.criteria = read_criteria(node, filter.origin, missing, false);
  if (const auto* alternatives = yaml::at(node, "any_of")) {
    std::vector<std::string> inner = fact_keys();
    inner.emplace_back("when");
    for (const yaml::Node& one : alternatives->items())
      if (yaml::check_shape(one, keys_of(inner), diagnostics_)) {
        filter.any_of.push_back(read_criteria(one, filter.origin, missing, true));
        if (filter.any_of.back().empty())
          diagnostics_.error(one.location(), Message(messages::kEmptyFilter));
      }
    if (!alternatives->is_sequence() || alternatives->items().empty())
      diagnostics_.error(alternatives->location(), Message(messages::kNoAlternative));
  }
  if (filter.criteria.empty() && filter.any_of.empty())
    diagnostics_.error(node.location(), Message(messages::kEmptyFilter));
  level.filters.push_back(std::move(filter));
}

Ids ConventionReader::read_criteria(const yaml::Node& node, std::uint32_t origin,
                                    const std::map<std::uint32_t, WhenMissing>& missing,
                                    bool themes) {
  Ids ids;
  std::vector<bool> seen(parts_.facts.size());
  for (const yaml::Entry& entry : node.entries()) {
    const auto fact = fact_of(entry.key.text());
    if (!fact) continue;
    if (seen[*fact])
      diagnostics_.error(entry.key.location(), Message(messages::kFactTwice, {entry.key.text()}));
    seen[*fact] = true;
    if (*fact == theme_ && !themes) continue;
    const auto own = missing.find(*fact);
    const auto word = own == missing.end() ? std::nullopt : std::optional(own->second);
    if (const auto id = read_criterion(entry.value, *fact, origin, word)) ids.push_back(*id);
  }
  if (const auto* when = yaml::at(node, "when")) ids.push_back(read_when(*when, origin));
  return ids;
}

}  // namespace guichet::convention
