#include <algorithm>

#include "workflows/bundle/file_keys.hpp"
#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

using base::Message;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kIntakeKeys[] = {
    {"guichet", kScalar, true}, {"workflow", kScalar, true},
    {"key", kScalar, true},     {"themes", kScalar},
    {"received", kScalar},      {"required", kSequence, true},
    {"columns", kMapping},      {"ignore_columns", kSequence},
    {"formats", kMapping},      {"eligibility", kScalar},
    {"paths", kMapping, true},  {"owner", kScalar, true},
    {"letters", kMapping},      {"form", kMapping},
};
constexpr Key kFormatKeys[] = {{"date", kScalar}, {"list", kScalar}};
// `further_..`: of a further need in an open case.
constexpr Key kLetterKeys[] = {{"take_in", kScalar},
                               {"refuse", kScalar},
                               {"ask", kScalar},
                               {"further_take_in", kScalar},
                               {"further_ask", kScalar}};

void require_field(const yaml::Node& node, const vocabulary::Vocabulary& vocabulary,
                   base::Diagnostics& diagnostics) {
  if (vocabulary.find(node.text()) != nullptr) return;
  diagnostics.error(node.location(),
                    Message(messages::kUnknownReference, {node.text(), "fields.yaml"}),
                    base::suggestion(node.text(), vocabulary.ids()));
}

std::map<std::string, std::string> read_map(const yaml::Node* node) {
  std::map<std::string, std::string> out;
  if (node == nullptr) return out;
  for (const yaml::Entry& entry : node->entries()) out[entry.key.text()] = entry.value.text();
  return out;
}

// Every theme has a path, and no other word has one.
void check_themes(const yaml::Node& paths, const Intake& intake,
                  const vocabulary::Vocabulary& vocabulary, base::Diagnostics& diagnostics) {
  const vocabulary::Field* themes = vocabulary.find(intake.themes);
  if (themes == nullptr) return;
  for (const yaml::Entry& entry : paths.entries()) {
    const auto& known = themes->values;
    if (std::ranges::find(known, entry.key.text()) != known.end()) continue;
    diagnostics.error(entry.key.location(),
                      Message(messages::kUnknownTheme, {entry.key.text(), intake.themes}),
                      base::suggestion(entry.key.text(), known));
  }
  for (const std::string& theme : themes->values) {
    if (intake.paths.contains(theme)) continue;
    diagnostics.error(paths.location(), Message(messages::kThemeWithoutPath, {theme}));
  }
}

}  // namespace

Intake read_intake(const yaml::Node& root, const vocabulary::Vocabulary& vocabulary,
                   base::Diagnostics& diagnostics) {
  Intake intake;
  yaml::check_shape(root, kIntakeKeys, diagnostics);
  intake.workflow = yaml::text_at(root, "workflow");
  intake.key = yaml::text_at(root, "key");
  intake.themes = yaml::text_at(root, "themes", intake.themes);
  intake.received = yaml::text_at(root, "received", intake.received);
  intake.required = read_texts(yaml::at(root, "required"), diagnostics);
  intake.columns = read_map(yaml::at(root, "columns"));
  intake.ignore_columns = read_texts(yaml::at(root, "ignore_columns"), diagnostics);
  if (const yaml::Node* formats = yaml::at(root, "formats")) {
    yaml::check_shape(*formats, kFormatKeys, diagnostics);
    intake.formats.date = yaml::text_at(*formats, "date", intake.formats.date);
    const std::string list = yaml::text_at(*formats, "list", "|");
    intake.formats.list_separator = list.front();
  }
  intake.eligibility = yaml::text_at(root, "eligibility");
  intake.paths = read_map(yaml::at(root, "paths"));
  intake.owner_role = yaml::text_at(root, "owner");
  if (const yaml::Node* letters = yaml::at(root, "letters")) {
    yaml::check_shape(*letters, kLetterKeys, diagnostics);
    intake.letters = read_map(letters);
  }
  for (const std::string_view key : {"key", "themes", "received"}) {
    if (const yaml::Node* node = yaml::at(root, key)) require_field(*node, vocabulary, diagnostics);
  }
  if (const yaml::Node* required = yaml::at(root, "required")) {
    for (const yaml::Node& each : required->items()) require_field(each, vocabulary, diagnostics);
  }
  if (const yaml::Node* columns = yaml::at(root, "columns")) {
    for (const yaml::Entry& entry : columns->entries()) {
      require_field(entry.value, vocabulary, diagnostics);
    }
  }
  if (const yaml::Node* paths = yaml::at(root, "paths")) {
    check_themes(*paths, intake, vocabulary, diagnostics);
  }
  if (const yaml::Node* form = yaml::at(root, "form")) {
    intake.form = read_ask_form(*form, intake, vocabulary, diagnostics);
  }
  return intake;
}

std::vector<yaml::Elsewhere> intake_keys() {
  return {{"intake.yaml", kIntakeKeys}, {"formats", kFormatKeys}, {"letters", kLetterKeys}};
}

}  // namespace guichet::bundle
