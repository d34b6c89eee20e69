#include <algorithm>

#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

using base::Message;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kResultKeys[] = {{"guichet", kScalar, true}, {"title", kScalar},
                               {"introduction", kScalar},  {"hide_below", kScalar},
                               {"measures", kMapping},     {"roll_up", kSequence},
                               {"surveys", kSequence}};
constexpr Key kMeasureKeys[] = {
    {"title", kScalar}, {"definition", kScalar}, {"target", kScalar | kMapping}};
constexpr Key kTargetKeys[] = {{"from", kScalar, true}, {"to", kScalar}};
constexpr Key kSurveyKeys[] = {{"field", kScalar, true},
                               {"letter", kScalar, true},
                               {"title", kScalar},
                               {"definition", kScalar}};
constexpr Key kWiderKeys[] = {{"level", kScalar, true}, {"name", kScalar}, {"title", kScalar}};

// Below this a number may be somebody; above, next to nothing is shown.
constexpr std::int64_t kLeastHidden = 3, kMostHidden = 20;

std::optional<std::int64_t> read_aim(const yaml::Node* node, base::Diagnostics& diagnostics) {
  if (node == nullptr) return {};
  const auto aim = yaml::read_integer(*node, diagnostics);
  if (aim && *aim >= 0) return aim;
  if (aim) diagnostics.error(node->location(), Message(messages::kBadTarget, {node->text()}));
  return {};
}

// `120` is at least so many; `{from: 100, to: 120}` between them.
void read_target(const yaml::Node& node, Measure& measure, base::Diagnostics& diagnostics) {
  if (node.is_scalar()) {
    measure.least = read_aim(&node, diagnostics);
    return;
  }
  yaml::check_shape(node, kTargetKeys, diagnostics);
  measure.least = read_aim(yaml::at(node, "from"), diagnostics);
  measure.most = read_aim(yaml::at(node, "to"), diagnostics);
  if (measure.least && measure.most && *measure.most < *measure.least) {
    const yaml::Node& most = *yaml::at(node, "to");
    diagnostics.error(most.location(), Message(messages::kBadTarget, {most.text()}));
  }
}

void read_measures(const yaml::Node& node, ResultSettings& out, base::Diagnostics& diagnostics) {
  for (const yaml::Entry& entry : node.entries()) {
    const std::string& id = entry.key.text();
    if (std::ranges::find(kMeasures, id) == kMeasures.end()) {
      diagnostics.error(entry.key.location(), Message(messages::kUnknownMeasure, {id}),
                        base::suggestion(id, {kMeasures.begin(), kMeasures.end()}));
      continue;
    }
    yaml::check_shape(entry.value, kMeasureKeys, diagnostics);
    Measure& measure = out.measures[id];
    measure.title = yaml::text_at(entry.value, "title");
    measure.definition = yaml::text_at(entry.value, "definition");
    const yaml::Node* target = yaml::at(entry.value, "target");
    if (target != nullptr) read_target(*target, measure, diagnostics);
  }
}

// The list of codes that the place of a request is of.
const vocabulary::Referential* places_of(const Desk& desk) {
  const vocabulary::Field* place = desk.vocabulary->find(desk.settings.person.place);
  return place == nullptr ? nullptr : desk.vocabulary->referential(place->referential);
}

void require_column(const yaml::Node* node, const vocabulary::Referential* places, bool level,
                    base::Diagnostics& diagnostics) {
  if (node == nullptr) return;
  const std::string& name = node->text();
  const bool known = places != nullptr && (level ? places->level_column(name).has_value()
                                                 : std::ranges::find(places->columns(), name) !=
                                                       places->columns().end());
  if (known) return;
  const auto columns = places == nullptr ? std::vector<std::string>() : places->columns();
  diagnostics.error(node->location(),
                    Message(messages::kUnknownReference,
                            {name, places == nullptr ? "person.place" : places->id()}),
                    base::suggestion(name, columns));
}

// Answers are counted one by one: what may be answered must be known.
void require_choice(const yaml::Node* node, const vocabulary::Vocabulary& vocabulary,
                    base::Diagnostics& diagnostics) {
  if (node == nullptr) return;
  const auto countable = [](const vocabulary::Field& field) {
    return field.of == vocabulary::Subject::need && field.type == vocabulary::FieldType::choice;
  };
  const vocabulary::Field* field = vocabulary.find(node->text());
  if (field != nullptr && countable(*field)) return;
  std::vector<std::string> known;
  for (const vocabulary::Field& each : vocabulary.fields()) {
    if (countable(each)) known.push_back(each.id);
  }
  diagnostics.error(node->location(), Message(messages::kNotASurvey, {node->text()}),
                    base::suggestion(node->text(), known));
}

std::vector<Survey> read_surveys(const yaml::Node& node, const Desk& desk,
                                 base::Diagnostics& diagnostics) {
  std::vector<Survey> out;
  for (const yaml::Node& each : node.items()) {
    yaml::check_shape(each, kSurveyKeys, diagnostics);
    require_choice(yaml::at(each, "field"), *desk.vocabulary, diagnostics);
    const yaml::Node* letter = yaml::at(each, "letter");
    if (letter != nullptr && desk.letter(letter->text()) == nullptr) {
      std::vector<std::string> known;
      for (const auto& [id, text] : desk.letters) known.push_back(id);
      diagnostics.error(letter->location(),
                        Message(messages::kUnknownReference, {letter->text(), "letters"}),
                        base::suggestion(letter->text(), known));
    }
    out.push_back({yaml::text_at(each, "field"), yaml::text_at(each, "letter"),
                   yaml::text_at(each, "title"), yaml::text_at(each, "definition")});
  }
  return out;
}

}  // namespace

ResultSettings read_results(const yaml::Node& root, const Desk& desk,
                            base::Diagnostics& diagnostics) {
  ResultSettings out;
  yaml::check_shape(root, kResultKeys, diagnostics);
  out.title = yaml::text_at(root, "title");
  out.introduction = yaml::text_at(root, "introduction");
  if (const yaml::Node* below = yaml::at(root, "hide_below")) {
    const auto limit = yaml::read_integer(*below, diagnostics);
    if (limit && (*limit < kLeastHidden || *limit > kMostHidden)) {
      diagnostics.error(below->location(), Message(messages::kBadHideBelow, {below->text()}));
    } else if (limit) {
      out.hide_below = *limit;
    }
  }
  const yaml::Node* measures = yaml::at(root, "measures");
  if (measures != nullptr && measures->is_mapping()) read_measures(*measures, out, diagnostics);
  const yaml::Node* surveys = yaml::at(root, "surveys");
  if (surveys != nullptr && surveys->is_sequence()) {
    out.surveys = read_surveys(*surveys, desk, diagnostics);
  }
  const yaml::Node* wider = yaml::at(root, "roll_up");
  if (wider == nullptr || !wider->is_sequence()) return out;
  const vocabulary::Referential* places = places_of(desk);
  for (const yaml::Node& each : wider->items()) {
    yaml::check_shape(each, kWiderKeys, diagnostics);
    require_column(yaml::at(each, "level"), places, true, diagnostics);
    require_column(yaml::at(each, "name"), places, false, diagnostics);
    out.roll_up.push_back(
        {yaml::text_at(each, "level"), yaml::text_at(each, "name"), yaml::text_at(each, "title")});
  }
  return out;
}

}  // namespace guichet::bundle
