#include "rules/convention/reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/yaml/shape.hpp"
#include "rules/convention/words.hpp"
#include "rules/tables/load.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 16> kConventionKeys{{{"guichet", yaml::kScalar, true},
                                               {"id", yaml::kScalar, true},
                                               {"version", yaml::kScalar},
                                               {"title", yaml::kScalar},
                                               {"valid", yaml::kMapping},
                                               {"facts", yaml::kMapping, true},
                                               {"missing", yaml::kMapping},
                                               {"articles", yaml::kMapping, true},
                                               {"prefer", yaml::kScalar | yaml::kSequence},
                                               {"partners", yaml::kMapping, true},
                                               {"fallback", yaml::kSequence},
                                               {"referentials", yaml::kAnything, false, true},
                                               {"select", yaml::kAnything, false, true},
                                               {"coverage", yaml::kAnything, false, true},
                                               {"quotas", yaml::kAnything, false, true},
                                               {"tests", yaml::kAnything, false, true}}};
constexpr std::array<Key, 4> kFactKeys{{{"expr", yaml::kScalar, true},
                                        {"in", yaml::kScalar},
                                        {"type", yaml::kScalar},
                                        {"field", yaml::kScalar}}};
constexpr std::array<Key, 6> kArticleKeys{{{"title", yaml::kScalar},
                                           {"themes", yaml::kScalar | yaml::kSequence, true},
                                           {"select", yaml::kScalar | yaml::kMapping},
                                           {"answer_within", yaml::kScalar},
                                           {"first_contact_within", yaml::kScalar},
                                           {"walls", yaml::kScalar}}};
constexpr std::array<Key, 1> kFirstKeys{{{"first-n", yaml::kScalar, true}}};
constexpr std::array<Key, 8> kFallbackKeys{{{"id", yaml::kScalar, true},
                                            {"queue", yaml::kScalar, true},
                                            {"within", yaml::kScalar},
                                            {"reason", yaml::kScalar, false, true},
                                            {"relax", yaml::kAnything, false, true},
                                            {"partner", yaml::kAnything, false, true},
                                            {"ignore", yaml::kAnything, false, true},
                                            {"except", yaml::kAnything, false, true}}};

// The field that a fact's expression reads last: `case.commune` -> commune.
std::string last_name(std::string_view expr) {
  const std::size_t dot = expr.rfind('.');
  std::string name(dot == std::string_view::npos ? expr : expr.substr(dot + 1));
  const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
    return c == '(' || c == ')' || c == ' ' || c == '"' || c == '+' || c == ',';
  });
  return plain ? name : std::string();
}

std::size_t count_errors(const base::Diagnostics& diagnostics) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.list().begin(), diagnostics.list().end(),
                    [](const auto& one) { return one.severity == base::Severity::error; }));
}

}  // namespace

std::shared_ptr<const Convention> load_convention(const yaml::Node& root,
                                                  const LoadContext& context,
                                                  base::Diagnostics& diagnostics) {
  Convention::Parts parts = ConventionReader(root, context, diagnostics).read();
  if (!parts.table) return nullptr;
  return std::make_shared<const Convention>(std::move(parts));
}

bool ConventionReader::has_errors() const {
  return count_errors(diagnostics_) > errors_before_;
}

Convention::Parts ConventionReader::read() {
  errors_before_ = count_errors(diagnostics_);
  yaml::check_header(root_, "convention", diagnostics_);
  yaml::check_shape(root_, kConventionKeys, diagnostics_);
  parts_.at = root_.location();
  if (!root_.is_mapping()) return std::move(parts_);
  read_head();
  read_facts();
  read_missing();
  read_articles();
  read_prefer();
  read_partners();
  read_fallback();
  if (!has_errors()) lower();
  return std::move(parts_);
}

void ConventionReader::read_head() {
  parts_.id = yaml::text_at(root_, "id");
  parts_.version = yaml::text_at(root_, "version");
  parts_.title = yaml::text_at(root_, "title");
  if (const auto* valid = yaml::at(root_, "valid"))
    parts_.valid = tables::read_validity(*valid, diagnostics_);
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
  if (theme == parts_.facts.end())
    diagnostics_.error(facts->location(), Message(messages::kNoThemeFact));
  else
    theme_ = static_cast<std::size_t>(theme - parts_.facts.begin());
}

void ConventionReader::read_fact(const yaml::Entry& entry) {
  Fact fact;
  FactColumn column;
  fact.id = entry.key.text();
  column.at = entry.key.location();
  const yaml::Node* expr = &entry.value;
  if (entry.value.is_mapping()) {
    yaml::check_shape(entry.value, kFactKeys, diagnostics_);
    expr = yaml::at(entry.value, "expr");
    fact.referential = yaml::text_at(entry.value, "in");
    if (expr == nullptr) return;
  }
  column.expr = feel::compile(expr->located(), context_.scope, diagnostics_);
  const base::LocatedText bare = expr->located().trimmed();
  if (!column.expr.empty() && column.expr.slots().size() == 1 &&
      context_.scope.find(bare.text()) == column.expr.slots()[0])
    column.variable = column.expr.slots()[0];
  const std::string name = last_name(bare.text());
  fact.field = yaml::text_at(entry.value, "field", name.empty() ? fact.id : name);
  if (context_.vocabulary != nullptr) {
    if (const vocabulary::Field* field = context_.vocabulary->find(name)) {
      using vocabulary::FieldType;
      const bool number = field->type == FieldType::number;
      const bool text = field->type == FieldType::choice || field->type == FieldType::code;
      if (number) column.type = feel::Type::of(feel::Kind::number);
      if (text) column.type = feel::Type::of(feel::Kind::string);
      column.values = field->values;
      if (fact.referential.empty()) fact.referential = field->referential;
    }
    if (!fact.referential.empty()) {
      column.referential = context_.vocabulary->referential(fact.referential);
      if (column.referential == nullptr)
        diagnostics_.error(entry.value.location(),
                           Message(messages::kUnknownReferential, {fact.referential}));
    }
  }
  const std::string type = yaml::text_at(entry.value, "type");
  if (type == "number" || type == "string")
    column.type = feel::Type::of(type == "number" ? feel::Kind::number : feel::Kind::string);
  else if (!type.empty())
    diagnostics_.error(yaml::at(entry.value, "type")->location(),
                       Message(messages::kUnknownType, {type}),
                       base::suggestion(type, {"number", "string"}));
  parts_.facts.push_back(std::move(fact));
  columns_.push_back(std::move(column));
}

void ConventionReader::read_missing() {
  const yaml::Node* missing = yaml::at(root_, "missing");
  if (missing == nullptr) return;
  constexpr std::array<std::string_view, 4> words{"match", "no-match", "review", "error"};
  std::vector<std::string> known;
  for (const Fact& fact : parts_.facts) known.push_back(fact.id);
  for (const yaml::Entry& entry : missing->entries()) {
    const auto fact = std::find(known.begin(), known.end(), entry.key.text());
    if (fact == known.end()) {
      diagnostics_.error(entry.key.location(), Message(messages::kUnknownFact, {entry.key.text()}),
                         base::suggestion(entry.key.text(), known));
      continue;
    }
    if (const auto word = read_word(entry.value, words, diagnostics_))
      parts_.facts[static_cast<std::size_t>(fact - known.begin())].missing =
          static_cast<WhenMissing>(*word);
  }
}

std::optional<base::Delay> ConventionReader::read_delay(const yaml::Node& parent,
                                                        std::string_view key) {
  const yaml::Node* node = yaml::at(parent, key);
  if (node == nullptr) return {};
  const auto delay = base::parse_delay(node->text());
  if (!delay) diagnostics_.error(node->location(), Message(messages::kNoDelay, {node->text()}));
  return delay;
}

void ConventionReader::read_articles() {
  const yaml::Node* articles = yaml::at(root_, "articles");
  if (articles == nullptr) return;
  for (const yaml::Entry& entry : articles->entries())
    parts_.articles.push_back(read_article(entry));
}

Article ConventionReader::read_article(const yaml::Entry& entry) {
  Article article;
  article.id = entry.key.text();
  article.at = entry.key.location();
  if (!yaml::check_shape(entry.value, kArticleKeys, diagnostics_)) return article;
  article.title = yaml::text_at(entry.value, "title", article.id);
  bool everything = false;
  if (!parts_.facts.empty())
    article.themes = read_leaves(*yaml::at(entry.value, "themes"), theme_, everything);
  if (everything) article.themes = {"*"};
  if (const auto* select = yaml::at(entry.value, "select")) read_select(*select, article);
  article.answer_within = read_delay(entry.value, "answer_within");
  article.first_contact_within = read_delay(entry.value, "first_contact_within");
  if (const auto* walls = yaml::at(entry.value, "walls")) {
    constexpr std::array<std::string_view, 2> words{"closed", "open"};
    if (const auto word = read_word(*walls, words, diagnostics_))
      article.walls = static_cast<Walls>(*word);
  }
  return article;
}

// `all`, `one`, `first-3` or `{first-n: 3}`.
void ConventionReader::read_select(const yaml::Node& node, Article& article) {
  if (node.text() == "all" || node.text() == "one") {
    article.select = node.text() == "all" ? Select::all : Select::one;
    return;
  }
  article.select = Select::first_n;
  std::string text = node.text();
  const yaml::Node* place = &node;
  if (node.is_mapping()) {
    if (!yaml::check_shape(node, kFirstKeys, diagnostics_)) return;
    place = yaml::at(node, "first-n");
    text = "first-" + place->text();
  }
  constexpr std::string_view kFirst = "first-";
  std::size_t most = 0;
  const char* end = text.data() + text.size();
  const bool number = text.starts_with(kFirst) &&
                      std::from_chars(text.data() + kFirst.size(), end, most).ptr == end &&
                      text.size() > kFirst.size();
  if (!number)
    diagnostics_.error(place->location(), Message(messages::kSelectForm, {place->text()}),
                       base::suggestion(place->text(), {"all", "one", "first-3"}));
  else if (most == 0)
    diagnostics_.error(place->location(), Message(messages::kNotPositive));
  article.most = most;
}

void ConventionReader::read_prefer() {
  const yaml::Node* prefer = yaml::at(root_, "prefer");
  if (prefer == nullptr) return;
  constexpr std::array<std::string_view, 4> words{"member", "most specific", "least loaded",
                                                  "fair turn"};
  for (const yaml::Node* node : yaml::read_one_or_many(*prefer, diagnostics_))
    if (const auto word = read_word(*node, words, diagnostics_))
      parts_.prefer.push_back(static_cast<Preference>(*word));
}

void ConventionReader::read_fallback() {
  const yaml::Node* fallback = yaml::at(root_, "fallback");
  if (fallback == nullptr) return;
  for (const yaml::Node& node : fallback->items()) {
    if (!yaml::check_shape(node, kFallbackKeys, diagnostics_)) continue;
    const yaml::Node& queue = *yaml::at(node, "queue");
    const auto* known = context_.known_queues;
    if (known != nullptr && std::find(known->begin(), known->end(), queue.text()) == known->end())
      diagnostics_.error(queue.location(), Message(messages::kUnknownQueue, {queue.text()}),
                         base::suggestion(queue.text(), *known));
    parts_.fallback.push_back(
        {yaml::text_at(node, "id"), queue.text(), read_delay(node, "within")});
  }
}

}  // namespace guichet::convention
