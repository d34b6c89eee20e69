// Reads `guichet: fields/1`.
#include <algorithm>

#include "engine/base/delay.hpp"
#include "engine/vocabulary/file_keys.hpp"
#include "engine/vocabulary/messages.hpp"
#include "engine/vocabulary/names.hpp"
#include "engine/vocabulary/reserved.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "engine/yaml/shape.hpp"
#include "rules/feel/scan.hpp"

namespace guichet::vocabulary {
namespace {

using base::Diagnostics;
using base::Message;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kFileKeys[] = {
    {"guichet", kScalar, true}, {"classes", kMapping}, {"fields", kMapping, true}};
constexpr Key kClassKeys[] = {{"keep", kScalar, true}};
constexpr Key kFieldKeys[] = {
    {"of", kScalar, true}, {"type", kScalar, true}, {"label", kScalar},   {"help", kScalar},
    {"class", kScalar},    {"values", kSequence},   {"labels", kMapping}, {"in", kScalar},
    {"words", kMapping},   {"check", kScalar},
};

// Keys that only one type has.
struct OwnKey {
  std::string_view key;
  FieldType type;
  bool needed;
};
constexpr OwnKey kOwnKeys[] = {
    {"values", FieldType::choice, true},
    {"labels", FieldType::choice, false},
    {"in", FieldType::code, true},
    {"words", FieldType::consent, false},
};

class Reading {
 public:
  Reading(const std::map<std::string, RetentionClass>& classes,
          const std::map<std::string, std::shared_ptr<const Referential>>& referentials,
          Diagnostics& diagnostics)
      : classes_(classes), referentials_(referentials), diagnostics_(diagnostics) {}

  Field read(const yaml::Entry& entry) {
    Field field{.id = entry.key.text(), .at = entry.key.location()};
    if (yaml::read_id(entry.key, diagnostics_) && is_reserved(field.id)) {
      error(entry.key, Message(messages::kReservedId, {field.id}));
    }
    // A field with a mistake keeps its name and stands for anything, so that the files that use it
    // are checked in the same pass without a word about it.
    field.unclear = !yaml::check_shape(entry.value, kFieldKeys, diagnostics_);
    const yaml::Node& node = entry.value;
    field.label = yaml::text_at(node, "label", field.id);
    field.help = yaml::text_at(node, "help");
    if (const yaml::Node* of = yaml::at(node, "of")) read_subject(*of, field);
    if (const yaml::Node* personal = yaml::at(node, "class")) read_class(*personal, field);
    const yaml::Node* type = yaml::at(node, "type");
    if (field.unclear || type == nullptr || !read_type(*type, field)) {
      field.unclear = true;
      return field;
    }
    check_own_keys(node, field);
    if (field.type == FieldType::choice) read_values(node, field);
    if (field.type == FieldType::code) read_referential(yaml::at(node, "in"), field);
    if (field.type == FieldType::consent) read_words(yaml::at(node, "words"), field);
    if (const yaml::Node* check = yaml::at(node, "check")) read_check(*check, field);
    return field;
  }

 private:
  void error(const yaml::Node& at, Message what, std::optional<Message> hint = {}) {
    diagnostics_.error(at.location(), std::move(what), std::move(hint));
  }

  void read_subject(const yaml::Node& node, Field& field) {
    if (const auto subject = meaning_of(node.text(), kSubjectNames)) {
      field.of = *subject;
      return;
    }
    const auto names = all_names(kSubjectNames);
    auto hint = base::suggestion(node.text(), names);
    error(node, Message(messages::kUnknownSubject, {node.text()}),
          hint ? hint : Message(messages::kOneOf, {joined(names)}));
    field.of = Subject::any;  // wherever it is used
  }

  void read_class(const yaml::Node& node, Field& field) {
    field.personal_class = node.text();
    if (classes_.contains(node.text())) return;
    std::vector<std::string> known;
    for (const auto& [id, each] : classes_) known.push_back(id);
    error(node, Message(messages::kUnknownClass, {node.text()}),
          base::suggestion(node.text(), known));
  }

  bool read_type(const yaml::Node& node, Field& field) {
    constexpr std::string_view kListOf = "list of ";
    std::string_view word = node.text();
    field.many = word.starts_with(kListOf);
    if (field.many) word.remove_prefix(kListOf.size());
    const auto type = meaning_of(word, kTypeNames);
    if (!type) {
      const auto names = all_names(kTypeNames);
      auto hint = base::suggestion(word, names);
      error(node, Message(messages::kUnknownType, {node.text()}),
            hint ? hint : Message(messages::kTypesAre, {joined(names)}));
      return false;
    }
    field.type = *type;
    if (field.many && *type == FieldType::consent) {
      error(node, Message(messages::kNoListOfConsents));
      return false;
    }
    return true;
  }

  void check_own_keys(const yaml::Node& node, const Field& field) {
    const std::string type(name_of(field.type, kTypeNames));
    for (const OwnKey& own : kOwnKeys) {
      const yaml::Node* found = yaml::at(node, own.key);
      if (found != nullptr && own.type != field.type) {
        error(*found, Message(messages::kKeyWithoutUse, {std::string(own.key), type}));
      }
      if (found == nullptr && own.needed && own.type == field.type) {
        error(*yaml::at(node, "type"), Message(messages::kNeedsKey, {type, std::string(own.key)}));
      }
    }
    const yaml::Node* check = yaml::at(node, "check");
    if (check != nullptr && field.type == FieldType::consent) {
      error(*check, Message(messages::kKeyWithoutUse, {"check", type}));
    }
  }

  void read_values(const yaml::Node& node, Field& field) {
    if (const yaml::Node* values = yaml::at(node, "values")) {
      for (const yaml::Node& item : values->items()) read_value(item, field);
      if (values->items().empty()) error(*values, Message(messages::kEmptyValue));
    }
    const yaml::Node* labels = yaml::at(node, "labels");
    if (labels == nullptr) return;
    for (const yaml::Entry& entry : labels->entries()) {
      const std::string& value = entry.key.text();
      if (std::ranges::find(field.values, value) == field.values.end()) {
        error(entry.key, Message(messages::kLabelOfNothing, {value}),
              base::suggestion(value, field.values));
      }
      if (entry.value.text().empty()) error(entry.value, Message(messages::kEmptyValue));
      field.value_labels[value] = entry.value.text();
    }
  }

  void read_value(const yaml::Node& item, Field& field) {
    if (!item.is_scalar() || item.text().empty()) {
      error(item, Message(messages::kEmptyValue));
    } else if (std::ranges::find(field.values, item.text()) != field.values.end()) {
      error(item, Message(messages::kRepeatedValue, {item.text()}));
    } else {
      field.values.push_back(item.text());
    }
  }

  void read_referential(const yaml::Node* node, Field& field) {
    if (node == nullptr) return;
    field.referential = node->text();
    if (referentials_.contains(node->text())) return;
    std::vector<std::string> known;
    for (const auto& [id, each] : referentials_) known.push_back(id);
    error(*node, Message(messages::kUnknownReferential, {node->text()}),
          base::suggestion(node->text(), known));
  }

  void read_words(const yaml::Node* node, Field& field) {
    if (node == nullptr) return;
    const std::vector<std::string> meanings{std::string(kGiven), std::string(kRefused),
                                            std::string(kWithdrawn)};
    for (const yaml::Entry& entry : node->entries()) {
      const std::string& meaning = entry.value.text();
      if (std::ranges::find(meanings, meaning) == meanings.end()) {
        auto hint = base::suggestion(meaning, meanings);
        error(entry.value, Message(messages::kUnknownMeaning, {meaning}),
              hint ? hint : Message(messages::kOneOf, {joined(meanings)}));
      }
      field.words[entry.key.text()] = meaning;
    }
  }

  void read_check(const yaml::Node& node, Field& field) {
    if (field.type == FieldType::consent) return;
    if (const auto reading = clock_reading(node.text())) {
      error(node, Message(messages::kCheckAgainstToday, {*reading}));
      return;
    }
    field.check = feel::compile_tests(node.located(), type_of_one(field), feel::Scope(),
                                      diagnostics_, field.type == FieldType::choice);
  }

  // A value is checked where no clock is at hand (a file, a form), so a check must not ask it.
  static std::optional<std::string> clock_reading(std::string_view text) {
    const feel::Scanner scanner(text);
    for (feel::Token token = scanner.next(0);
         token.kind != feel::TokenKind::end && token.kind != feel::TokenKind::broken;
         token = scanner.next(token.end)) {
      const std::string_view word = scanner.text(token);
      if (word == "today" || word == "now") return std::string(word);
    }
    return {};
  }

  const std::map<std::string, RetentionClass>& classes_;
  const std::map<std::string, std::shared_ptr<const Referential>>& referentials_;
  Diagnostics& diagnostics_;
};

std::map<std::string, RetentionClass> read_classes(const yaml::Node* node,
                                                   Diagnostics& diagnostics) {
  std::map<std::string, RetentionClass> out;
  if (node == nullptr) return out;
  for (const yaml::Entry& entry : node->entries()) {
    yaml::read_id(entry.key, diagnostics);
    out[entry.key.text()] = {entry.key.text(), yaml::text_at(entry.value, "keep")};
    if (!yaml::check_shape(entry.value, kClassKeys, diagnostics)) continue;
    const yaml::Node& keep = *yaml::at(entry.value, "keep");
    const auto delay = base::parse_delay(keep.text());
    const bool calendar_time = delay && (delay->unit == base::Delay::Unit::days ||
                                         delay->unit == base::Delay::Unit::months);
    if (calendar_time && keep.text().starts_with('P')) continue;
    diagnostics.error(keep.location(), Message(messages::kNotARetention, {keep.text()}),
                      Message(messages::kRetentionHint));
  }
  return out;
}

}  // namespace

std::shared_ptr<const Vocabulary> load_vocabulary(
    const yaml::Node& root, std::map<std::string, std::shared_ptr<const Referential>> referentials,
    Diagnostics& diagnostics) {
  Diagnostics own;
  auto out = std::make_shared<Vocabulary>();
  out->referentials_ = std::move(referentials);
  yaml::check_header(root, "fields", own);
  yaml::check_shape(root, kFileKeys, own);
  out->classes_ = read_classes(yaml::at(root, "classes"), own);
  if (const yaml::Node* fields = yaml::at(root, "fields")) {
    Reading reading(out->classes_, out->referentials_, own);
    for (const yaml::Entry& entry : fields->entries()) {
      out->by_id_[entry.key.text()] = out->fields_.size();
      out->fields_.push_back(reading.read(entry));
    }
  }
  for (const base::Diagnostic& each : own.list()) diagnostics.add(each);
  return out;
}

std::vector<yaml::Elsewhere> field_keys() {
  return {{"fields.yaml", kFileKeys}, {"a class", kClassKeys}, {"a field", kFieldKeys}};
}

}  // namespace guichet::vocabulary
