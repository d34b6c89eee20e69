// `facts:` and `missing:`: what clauses test, and what it means that it is unknown.
#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/convention/conditions.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/words.hpp"
#include "rules/tables/literal.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using feel::Kind;
using yaml::Key;

constexpr std::array<Key, 7> kFactKeys{{{"expr", yaml::kScalar, true},
                                        {"in", yaml::kScalar},
                                        {"type", yaml::kScalar},
                                        {"field", yaml::kScalar},
                                        {"title", yaml::kScalar},
                                        {"brackets", yaml::kScalar},
                                        {"as", yaml::kScalar}}};

// The last member of a path: `case.commune` -> commune; empty where the text is no path.
std::string last_name(std::string_view expr) {
  const std::size_t dot = expr.rfind('.');
  std::string name(dot == std::string_view::npos ? expr : expr.substr(dot + 1));
  const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
    return std::string_view("() \"+-*/,<>=[]{}").find(c) != std::string_view::npos;
  });
  return plain ? name : std::string();
}

}  // namespace

std::vector<std::uint32_t> ConventionReader::paths_of(const base::LocatedText& text) {
  std::vector<std::uint32_t> indexes;
  for (const std::string& path : paths_read(text.text(), context_.scope)) {
    const auto known = paths_.find(path);
    if (known != paths_.end()) {
      indexes.push_back(known->second);
      continue;
    }
    base::Diagnostics none;  // what is wrong with the path was said of the whole text
    feel::Expression expr =
        feel::compile(base::LocatedText(path, text.whole()), context_.scope, none);
    if (expr.empty()) continue;
    const auto index = static_cast<std::uint32_t>(parts_.paths.size());
    parts_.paths.push_back({path, last_name(path), std::move(expr)});
    paths_.emplace(path, index);
    indexes.push_back(index);
  }
  return indexes;
}

const vocabulary::Referential* ConventionReader::referential(const std::string& id,
                                                             const base::Location& at) {
  if (context_.vocabulary == nullptr) return nullptr;
  const auto pinned = pinned_.find(id);
  const std::string& meant = pinned == pinned_.end() ? id : pinned->second;
  const auto* found = context_.vocabulary->referential(meant);
  if (found == nullptr) {
    std::vector<std::string> known;
    for (const auto& [name, one] : context_.vocabulary->referentials()) known.push_back(name);
    diagnostics_.error(at, Message(messages::kUnknownReferential, {meant}),
                       base::suggestion(meant, known));
  }
  return found;
}

void ConventionReader::read_facts() {
  const yaml::Node* facts = yaml::at(root_, "facts");
  if (facts == nullptr) return;
  for (const yaml::Entry& entry : facts->entries()) read_fact(entry);
  constexpr std::size_t kMost = tables::DecisionTable::kMostInputs - 1;  // one column is `when`
  if (parts_.facts.size() > kMost)
    diagnostics_.error(facts->location(),
                       Message(messages::kTooManyFacts, {std::to_string(kMost)}));
  const auto theme = std::find_if(parts_.facts.begin(), parts_.facts.end(),
                                  [](const Fact& fact) { return fact.id == "theme"; });
  if (theme == parts_.facts.end()) {
    diagnostics_.error(facts->location(), Message(messages::kNoThemeFact));
    return;
  }
  theme_ = static_cast<std::uint32_t>(theme - parts_.facts.begin());
  if (theme->many) diagnostics_.error(columns_[theme_].at, Message(messages::kThemeIsOne));
}

void ConventionReader::read_fact(const yaml::Entry& entry) {
  Fact fact;
  FactColumn column;
  fact.id = entry.key.text();
  column.at = entry.key.location();
  for (const std::string_view word : {"when", "any_of", "missing", "id", "title", "article"})
    if (fact.id == word) diagnostics_.error(column.at, Message(messages::kReservedFact, {fact.id}));
  const yaml::Node* expr = &entry.value;
  if (entry.value.is_mapping()) {
    yaml::check_shape(entry.value, kFactKeys, diagnostics_);
    expr = yaml::at(entry.value, "expr");
    if (expr == nullptr) return;
  }
  fact.title = yaml::text_at(entry.value, "title", fact.id);
  fact.expr = feel::compile(expr->located(), context_.scope, diagnostics_);
  const base::LocatedText bare = expr->located().trimmed();
  if (!fact.expr.empty()) {
    fact.reads = paths_of(bare);
    if (fact.expr.slots().size() == 1 && context_.scope.find(bare.text()) == fact.expr.slots()[0])
      fact.variable = fact.expr.slots()[0];
  }
  const std::string name = last_name(bare.text());
  fact.asks_field = yaml::at(entry.value, "field") != nullptr;
  fact.field = yaml::text_at(entry.value, "field", name.empty() ? fact.id : name);
  // What is derived of one thing alone is missing where that is.
  if (!fact.asks_field && name.empty() && fact.reads.size() == 1)
    fact.field = parts_.paths[fact.reads[0]].field;
  type_fact(entry, name, fact, column);
  if (const auto* node = yaml::at(entry.value, "brackets")) read_brackets(*node, fact);
  if (const auto* node = yaml::at(entry.value, "as")) read_counts_as(*node, fact, column);
  parts_.facts.push_back(std::move(fact));
  columns_.push_back(std::move(column));
}

// The type by `type:`, else by the field that the path ends in, else as the expression has it.
void ConventionReader::type_fact(const yaml::Entry& entry, const std::string& name, Fact& fact,
                                 FactColumn& column) {
  feel::Type type = fact.expr.empty() ? feel::Type::any() : fact.expr.type();
  if (context_.vocabulary != nullptr && !name.empty()) {
    if (const vocabulary::Field* field = context_.vocabulary->find(name)) {
      using vocabulary::FieldType;
      type = context_.vocabulary->type_of(*field);
      column.values = field->values;
      fact.referential = field->referential;
      if (field->unclear) type = feel::Type::any();
    }
  }
  fact.referential = yaml::text_at(entry.value, "in", fact.referential);
  if (const auto* written = yaml::at(entry.value, "type")) {
    if (const auto named = tables::type_named(written->text()))
      type = *named;
    else
      diagnostics_.error(written->location(), Message(messages::kUnknownType, {written->text()}),
                         base::suggestion(written->text(), tables::type_names()));
  }
  if (!type.is_any() && type.kind() == Kind::list) {
    fact.many = true;
    type = type.element();
  }
  // A choice's values are checked where they are written; what a case holds was checked on entry.
  if (!type.is_any() && type.kind() == Kind::string) type = feel::Type::of(Kind::string);
  fact.type = type;
  if (fact.referential.empty()) return;
  const yaml::Node* in = yaml::at(entry.value, "in");
  column.referential =
      referential(fact.referential, in != nullptr ? in->location() : entry.value.location());
  if (column.referential != nullptr) fact.referential = column.referential->id();
}

// A table of brackets: its code, `min` and `max` (a bound left empty is open).
void ConventionReader::read_brackets(const yaml::Node& node, Fact& fact) {
  const vocabulary::Referential* table = referential(node.text(), node.location());
  if (table == nullptr) return;
  feel::Arena arena;
  const auto bound = [&](const std::string& code, const char* column, bool& sound) {
    const auto text = table->value(code, column);
    if (!text || text->empty()) {
      sound = sound && text.has_value();
      return feel::Value{};
    }
    const auto number = arena.number(*text);
    sound = sound && number.has_value();
    return number.value_or(feel::Value{});
  };
  for (const std::string& code : table->codes()) {
    bool sound = true;
    const feel::Value low = bound(code, "min", sound), high = bound(code, "max", sound);
    if (!sound) {
      diagnostics_.error(node.location(), Message(messages::kNoBrackets, {table->id(), code}));
      return;
    }
    const std::array<feel::Entry, 2> ends{{{"min", low}, {"max", high}}};
    // No bound at all: the code says that the number is not known.
    fact.brackets[code] =
        low.is_null() && high.is_null() ? feel::Stored() : feel::Stored(arena.context(ends));
  }
  fact.type = feel::Type::of(Kind::number);
}

// Codes that stand for others: an arrondissement counts as its commune.
void ConventionReader::read_counts_as(const yaml::Node& node, Fact& fact,
                                      const FactColumn& column) {
  if (column.referential == nullptr) {
    diagnostics_.error(node.location(), Message(messages::kNeedsReferential, {"as", fact.id}));
    return;
  }
  const vocabulary::Referential& table = *column.referential;
  const auto& columns = table.columns();
  if (std::find(columns.begin(), columns.end(), node.text()) == columns.end()) {
    diagnostics_.error(node.location(),
                       Message(messages::kUnknownColumn, {node.text(), table.id()}),
                       base::suggestion(node.text(), columns));
    return;
  }
  for (const std::string& code : table.codes()) {
    const std::string other(table.value(code, node.text()).value_or(""));
    if (other.empty() || other == code) continue;
    if (!table.contains(other))
      diagnostics_.error(node.location(), Message(messages::kUnknownValue, {other, table.id()}));
    fact.counts_as[code] = feel::Stored::string(other);
  }
}

std::optional<WhenMissing> ConventionReader::read_missing_word(const yaml::Node& node) {
  constexpr std::array<std::string_view, 4> words{"match", "no-match", "review", "error"};
  const auto word = read_word(node, words, diagnostics_);
  if (!word) return {};
  return static_cast<WhenMissing>(*word);
}

void ConventionReader::read_missing() {
  const yaml::Node* missing = yaml::at(root_, "missing");
  if (missing == nullptr) return;
  for (const yaml::Entry& entry : missing->entries()) {
    const auto fact = fact_of(entry.key.text());
    if (!fact) {
      diagnostics_.error(entry.key.location(), Message(messages::kUnknownFact, {entry.key.text()}),
                         base::suggestion(entry.key.text(), fact_keys()));
      continue;
    }
    if (const auto word = read_missing_word(entry.value)) parts_.facts[*fact].missing = *word;
  }
}

}  // namespace guichet::convention
