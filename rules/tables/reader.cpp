#include "rules/tables/reader.hpp"
#include "rules/tables/file_keys.hpp"

#include <array>
#include <span>

#include "engine/yaml/shape.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/free_names.hpp"
#include "rules/tables/literal.hpp"
#include "rules/tables/load_messages.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::tables {

namespace {

using base::Message;
using yaml::Key;

// The first two are those of a file of its own.
constexpr std::array<Key, 21> kTableKeys{{{"guichet", yaml::kScalar, true},
                                          {"id", yaml::kScalar, true},
                                          {"version", yaml::kScalar},
                                          {"title", yaml::kScalar},
                                          {"valid", yaml::kMapping},
                                          {"hit", yaml::kScalar},
                                          {"complete", yaml::kScalar},
                                          {"missing", yaml::kScalar | yaml::kEmpty},
                                          {"proof", yaml::kScalar},
                                          {"inputs", yaml::kMapping, true},
                                          {"outputs", yaml::kMapping, true},
                                          {"rules", yaml::kScalar},
                                          {"rules_from", yaml::kScalar},
                                          {"notes", yaml::kMapping},
                                          {"tests", yaml::kSequence},
                                          {"untested", yaml::kSequence},
                                          {"description", yaml::kScalar},
                                          // What a table leaves to `decision-model/1`.
                                          {"requires", yaml::kAnything},
                                          {"types", yaml::kAnything},
                                          {"functions", yaml::kAnything},
                                          {"services", yaml::kAnything}}};
constexpr std::array<Key, 3> kValidKeys{
    {{"from", yaml::kScalar}, {"to", yaml::kScalar}, {"zone", yaml::kScalar, false, true}}};
constexpr std::array<Key, 3> kZonedKeys{
    {{"from", yaml::kScalar}, {"to", yaml::kScalar}, {"zone", yaml::kScalar}}};
constexpr std::array<Key, 5> kInputKeys{{{"expr", yaml::kScalar},
                                         {"type", yaml::kScalar},
                                         {"values", yaml::kScalar | yaml::kSequence},
                                         {"missing", yaml::kScalar | yaml::kEmpty},
                                         {"label", yaml::kScalar}}};
constexpr std::array<Key, 4> kOutputKeys{{{"type", yaml::kScalar},
                                          {"values", yaml::kScalar | yaml::kSequence},
                                          {"default", yaml::kScalar | yaml::kEmpty},
                                          {"label", yaml::kScalar}}};

// One of the words that a key takes; its number, or nothing with a diagnostic.
template <std::size_t N>
std::optional<std::size_t> read_word(const yaml::Node& node,
                                     const std::array<std::string_view, N>& words,
                                     base::Diagnostics& diagnostics) {
  std::string all;
  for (std::size_t i = 0; i < N; ++i) {
    if (node.text() == words[i]) return i;
    all += (i == 0 ? "" : ", ") + std::string(words[i]);
  }
  diagnostics.error(node.location(), Message(messages::kUnknownWord, {node.text(), all}),
                    base::suggestion(node.text(), {words.begin(), words.end()}));
  return {};
}

constexpr std::array<std::string_view, 3> kMissingWords{"error", "null", "no-match"};
constexpr std::array<Missing, 3> kMissingMeans{Missing::error, Missing::as_null, Missing::no_match};

// The letter for a policy written out as DMN files have it, or in small letters.
std::optional<Message> hit_policy_hint(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kNames{
      {{"UNIQUE", "U"},
       {"ANY", "A"},
       {"PRIORITY", "P"},
       {"FIRST", "F"},
       {"RULE ORDER", "R"},
       {"OUTPUT ORDER", "O"},
       {"COLLECT", "C"},
       {"SUM", "C+"},
       {"MIN", "C<"},
       {"MAX", "C>"},
       {"COUNT", "C#"}}};
  std::string upper;
  for (const char c : text)
    upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '_' ? ' ' : c;
  for (const auto& [name, letter] : kNames)
    if (upper == name || upper == letter)
      return Message(messages::kWriteLetter, {std::string(letter)});
  return {};
}

}  // namespace

DecisionTable::Parts TableReader::read() {
  const bool inside = !context_.id_inside.empty();
  if (!inside) yaml::check_header(root_, "decision-table", diagnostics_);
  yaml::check_shape(root_, std::span(kTableKeys).subspan(inside ? 2 : 0), diagnostics_);
  parts_.at = root_.location();
  if (!root_.is_mapping()) return std::move(parts_);
  for (const std::string_view key : {"requires", "types", "functions", "services"})
    for (const yaml::Entry& entry : root_.entries())
      if (entry.key.text() == key)
        diagnostics_.error(entry.key.location(), Message(messages::kOfModels, {entry.key.text()}),
                           Message(messages::kUseModel));
  read_head();
  declare_variables();
  read_columns();
  check_hit_policy();
  read_rules();
  read_notes();
  read_tests();
  if (const base::Source& source = root_.location().source) parts_.written.push_back(source);
  return std::move(parts_);
}

void TableReader::read_head() {
  parts_.id = yaml::text_at(root_, "id", context_.id_inside);
  parts_.version = yaml::text_at(root_, "version");
  parts_.title = yaml::text_at(root_, "title");
  parts_.description = yaml::text_at(root_, "description");
  if (const auto* valid = yaml::at(root_, "valid"))
    parts_.valid = read_validity(*valid, diagnostics_, true);
  if (const auto* hit = yaml::at(root_, "hit")) {
    if (const auto policy = hit_policy_of(hit->text()))
      parts_.hit = *policy;
    else
      diagnostics_.error(hit->location(), Message(messages::kUnknownHitPolicy, {hit->text()}),
                         hit_policy_hint(hit->text()));
  }
  if (const auto* complete = yaml::at(root_, "complete")) {
    constexpr std::array<std::string_view, 3> words{"allow", "default", "required"};
    if (const auto word = read_word(*complete, words, diagnostics_))
      parts_.complete = static_cast<Completeness>(*word);
  }
  if (const auto* missing = yaml::at(root_, "missing"))
    if (const auto word = read_word(*missing, kMissingWords, diagnostics_))
      missing_ = kMissingMeans[*word];
  if (const auto* proof = yaml::at(root_, "proof")) {
    constexpr std::array<std::string_view, 2> words{"error", "warn"};
    parts_.proof_warns = read_word(*proof, words, diagnostics_) == std::size_t{1};
  }
}

Validity read_validity(const yaml::Node& node, base::Diagnostics& diagnostics, bool zoned) {
  yaml::check_shape(node, zoned ? kZonedKeys : kValidKeys, diagnostics);
  const auto read_day = [&](std::string_view key) -> std::optional<base::Day> {
    const yaml::Node* day = yaml::at(node, key);
    if (day == nullptr || day->is_empty()) return {};
    const auto parsed = base::parse_day(day->text());
    if (!parsed) diagnostics.error(day->location(), Message(messages::kNoDay, {day->text()}));
    return parsed;
  };
  Validity valid{read_day("from"), read_day("to"), yaml::text_at(node, "zone")};
  if (valid.from && valid.to && *valid.to <= *valid.from)
    diagnostics.error(node.location(), Message(messages::kEmptyValidity));
  const yaml::Node* zone = yaml::at(node, "zone");
  if (zone != nullptr && !feel::find_zone(zone->text()))
    diagnostics.error(zone->location(), Message(messages::kUnknownZone, {zone->text()}));
  return valid;
}

void TableReader::declare_variables() {
  if (context_.scope != nullptr) {
    parts_.scope = *context_.scope;
    return;
  }
  const yaml::Node* inputs = yaml::at(root_, "inputs");
  if (inputs == nullptr) return;
  for (const yaml::Entry& entry : inputs->entries()) {
    const std::string expr = yaml::text_at(entry.value, "expr", entry.key.text());
    for (const std::string& name : free_names(expr))
      if (!parts_.scope.find(name)) parts_.scope.declare(name);
  }
}

void TableReader::read_columns() {
  if (const auto* inputs = yaml::at(root_, "inputs")) {
    for (const yaml::Entry& entry : inputs->entries()) parts_.inputs.push_back(read_input(entry));
    if (inputs->is_mapping() && inputs->entries().empty())
      diagnostics_.error(inputs->location(), Message(messages::kNoInputs));
    if (parts_.inputs.size() > DecisionTable::kMostInputs)
      diagnostics_.error(inputs->location(), Message(messages::kTooManyInputs,
                                                     {std::to_string(DecisionTable::kMostInputs)}));
  }
  const yaml::Node* outputs = yaml::at(root_, "outputs");
  if (outputs == nullptr) return;
  for (const yaml::Entry& entry : outputs->entries()) {
    for (const Input& input : parts_.inputs)
      if (input.id == entry.key.text())
        diagnostics_.error(entry.key.location(), Message(messages::kColumnTwice, {input.id}));
    parts_.outputs.push_back(read_output(entry));
  }
  if (outputs->is_mapping() && outputs->entries().empty())
    diagnostics_.error(outputs->location(), Message(messages::kNoOutputs));
}

namespace {

// `type:`, any where it is not given.
feel::Type read_type(const yaml::Node& column, base::Diagnostics& diagnostics) {
  const yaml::Node* node = yaml::at(column, "type");
  if (node == nullptr) return feel::Type::any();
  if (const auto type = type_named(node->text())) return *type;
  diagnostics.error(node->location(), Message(messages::kUnknownType, {node->text()}),
                    base::suggestion(node->text(), type_names()));
  return feel::Type::any();
}

}  // namespace

feel::Expression TableReader::read_values(const yaml::Node& column, feel::Type& type) {
  const yaml::Node* node = yaml::at(column, "values");
  if (node == nullptr) return {};
  feel::Expression tests;
  if (node->is_scalar()) {
    tests = feel::compile_tests(node->located(), type, parts_.scope, diagnostics_);
  } else {
    // A list of literals comes to the same unary tests.
    std::string text;
    std::vector<base::LocatedText::Segment> segments;
    for (const yaml::Node& item : node->items()) {
      if (!text.empty()) text += ", ";
      segments.push_back({static_cast<std::uint32_t>(text.size()), item.location().offset});
      text += feel::to_literal(read_literal(item, type, diagnostics_).value());
    }
    if (text.empty()) return {};
    tests = feel::compile_tests({text, node->location().source, std::move(segments)}, type,
                                parts_.scope, diagnostics_);
  }
  if (tests.empty()) return {};
  const feel::TestSet set = feel::classify(tests);
  const bool texts = set.kind == feel::TestSet::Kind::points && !set.negated &&
                     !set.points.empty() && set.intervals.empty() &&
                     std::all_of(set.points.begin(), set.points.end(), [](const auto& point) {
                       return point.value().kind() == feel::Kind::string;
                     });
  if (!texts) return tests;
  std::vector<std::string> words;
  for (const feel::Stored& point : set.points) words.emplace_back(point.value().text());
  type = feel::Type::one_of(std::move(words));
  return tests;
}

// False of a column that says nothing more, and of one that says `n: number`, which is told.
bool TableReader::has_keys(const yaml::Entry& column) {
  const yaml::Node& value = column.value;
  if (value.is_scalar() && !value.is_empty())
    diagnostics_.error(
        value.location(), Message(messages::kColumnKeys, {column.key.text()}),
        Message(messages::kWriteLetter, {column.key.text() + ": {type: " + value.text() + "}"}));
  return !value.is_scalar() && !value.is_empty();
}

Input TableReader::read_input(const yaml::Entry& entry) {
  Input input;
  input.id = entry.key.text();
  input.label = yaml::text_at(entry.value, "label", input.id);
  input.at = entry.key.location();
  input.missing = missing_;
  base::LocatedText expr = entry.key.located();
  if (has_keys(entry)) {
    yaml::check_shape(entry.value, kInputKeys, diagnostics_);
    input.type = read_type(entry.value, diagnostics_);
    input.allowed = read_values(entry.value, input.type);
    if (const auto* node = yaml::at(entry.value, "expr")) expr = node->located();
    if (const auto* node = yaml::at(entry.value, "missing"))
      if (const auto word = read_word(*node, kMissingWords, diagnostics_))
        input.missing = kMissingMeans[*word];
  }
  // Listed values are checked on the value, not on the expression's type.
  const feel::Type wanted =
      input.type.values().empty() ? input.type : feel::Type::of(feel::Kind::string);
  input.expr = feel::compile(expr, parts_.scope, diagnostics_, wanted);
  if (!input.expr.empty()) {
    // A field of the desk that lists its values needs no second list.
    if (input.type.is_any() && !input.expr.type().values().empty()) input.type = input.expr.type();
    const auto slot = parts_.scope.find(expr.trimmed().text());
    if (slot && input.expr.slots().size() == 1 && input.expr.slots()[0] == *slot)
      input.variable = slot;
  }
  return input;
}

Output TableReader::read_output(const yaml::Entry& entry) {
  Output output;
  output.id = entry.key.text();
  output.label = yaml::text_at(entry.value, "label", output.id);
  output.at = entry.key.location();
  if (!has_keys(entry)) return output;
  yaml::check_shape(entry.value, kOutputKeys, diagnostics_);
  output.type = read_type(entry.value, diagnostics_);
  output.delay = yaml::text_at(entry.value, "type") == "delay";
  output.allowed = read_values(entry.value, output.type);
  if (!output.allowed.empty()) output.priorities = feel::classify(output.allowed).points;
  if (const auto* node = yaml::at(entry.value, "default"))
    output.otherwise = compile_output(node->located(), output);
  return output;
}

void TableReader::check_hit_policy() {
  if (parts_.complete == Completeness::otherwise)
    for (const Output& output : parts_.outputs)
      if (output.otherwise.empty())
        diagnostics_.error(output.at, Message(messages::kNoDefault, {output.id}));
  const yaml::Node* hit = yaml::at(root_, "hit");
  if (hit == nullptr || parts_.outputs.empty()) return;
  const HitPolicy policy = parts_.hit;
  const bool ranks = policy == HitPolicy::priority || policy == HitPolicy::output_order;
  const bool listed = std::any_of(parts_.outputs.begin(), parts_.outputs.end(),
                                  [](const Output& output) { return !output.priorities.empty(); });
  if (ranks && !listed)
    diagnostics_.error(hit->location(), Message(messages::kPriorityNeedsValues, {hit->text()}));
  const bool aggregates =
      policy == HitPolicy::sum || policy == HitPolicy::min || policy == HitPolicy::max;
  if (aggregates && parts_.outputs.size() > 1)
    diagnostics_.error(hit->location(), Message(messages::kOneOutputOnly, {hit->text()}));
}

std::vector<yaml::Elsewhere> table_keys() {
  return {{"a decision table", kTableKeys}, {"an input", kInputKeys}, {"an output", kOutputKeys}};
}

}  // namespace guichet::tables
