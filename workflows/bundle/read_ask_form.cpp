// Reads `form:` of intake.yaml, strictly: what it asks can be asked, once, and saves a request.
#include <algorithm>

#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

using base::Message;
using yaml::Key;

constexpr Key kFormKeys[] = {{"steps", yaml::kSequence, true},
                             {"required", yaml::kSequence},
                             {"questions", yaml::kMapping},
                             {"set", yaml::kMapping},
                             {"promise", yaml::kScalar}};
constexpr Key kStepKeys[] = {{"title", yaml::kScalar, true}, {"fields", yaml::kSequence, true}};

class FormReader {
 public:
  FormReader(const yaml::Node& node, const Intake& intake, const vocabulary::Vocabulary& vocabulary,
             base::Diagnostics& diagnostics)
      : node_(node), intake_(intake), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  AskForm read() {
    yaml::check_shape(node_, kFormKeys, diagnostics_);
    form_.promise = yaml::text_at(node_, "promise");
    if (const yaml::Node* steps = yaml::at(node_, "steps")) {
      for (const yaml::Node& step : steps->items()) read_step(step);
    }
    read_set();
    read_required();
    read_questions();
    check_complete();
    return std::move(form_);
  }

 private:
  // A field that a stranger can be asked; nullptr after saying why not.
  const vocabulary::Field* askable(const yaml::Node& name) {
    const vocabulary::Field* field = vocabulary_.find(name.text());
    if (field == nullptr) {
      diagnostics_.error(name.location(),
                         Message(messages::kUnknownReference, {name.text(), "fields.yaml"}),
                         base::suggestion(name.text(), vocabulary_.ids()));
      return nullptr;
    }
    const bool is_the_desks = field->id == intake_.key || field->id == intake_.received;
    if (!is_the_desks && (field->unclear || may_be_asked(*field))) return field;
    diagnostics_.error(name.location(), Message(messages::kNotForForm, {name.text()}));
    return nullptr;
  }

  void read_step(const yaml::Node& node) {
    yaml::check_shape(node, kStepKeys, diagnostics_);
    AskForm::Step step{.title = yaml::text_at(node, "title"), .fields = {}};
    const yaml::Node* fields = yaml::at(node, "fields");
    if (fields == nullptr) return;
    for (const yaml::Node& name : fields->items()) {
      const vocabulary::Field* field = askable(name);
      if (field == nullptr) continue;
      const auto& here = step.fields;
      if (form_.asks(field->id) || std::ranges::find(here, field->id) != here.end()) {
        diagnostics_.error(name.location(), Message(messages::kAskedTwice, {field->id}));
        continue;
      }
      step.fields.push_back(field->id);
    }
    form_.steps.push_back(std::move(step));
  }

  void read_set() {
    const yaml::Node* set = yaml::at(node_, "set");
    if (set == nullptr) return;
    for (const yaml::Entry& entry : set->entries()) {
      const vocabulary::Field* field = askable(entry.key);
      if (field == nullptr) continue;
      if (form_.asks(field->id)) {
        diagnostics_.error(entry.key.location(), Message(messages::kAskedTwice, {field->id}));
        continue;
      }
      auto value = vocabulary::parse_value(*field, entry.value.text(), vocabulary_);
      if (value) {
        form_.set[field->id] = std::move(*value);
      } else {
        diagnostics_.error(entry.value.location(), value.error());
      }
    }
  }

  // Is it one of the form's own fields? Says so where it is not.
  bool is_asked(const yaml::Node& name) {
    if (form_.asks(name.text())) return true;
    std::vector<std::string> known;
    for (const AskForm::Step& step : form_.steps) {
      known.insert(known.end(), step.fields.begin(), step.fields.end());
    }
    diagnostics_.error(name.location(), Message(messages::kNotAskedHere, {name.text()}),
                       base::suggestion(name.text(), known));
    return false;
  }

  void read_required() {
    const yaml::Node* required = yaml::at(node_, "required");
    if (required == nullptr) return;
    for (const yaml::Node& name : required->items()) {
      if (is_asked(name)) form_.required.push_back(name.text());
    }
  }

  void read_questions() {
    const yaml::Node* questions = yaml::at(node_, "questions");
    if (questions == nullptr) return;
    for (const yaml::Entry& entry : questions->entries()) {
      if (is_asked(entry.key)) form_.questions[entry.key.text()] = entry.value.text();
    }
  }

  void check_complete() {
    const yaml::Node* steps = yaml::at(node_, "steps");
    if (steps == nullptr || !steps->is_sequence()) return;
    for (const std::string& id : intake_.required) {
      if (vocabulary_.find(id) == nullptr || form_.asks(id) || form_.set.contains(id)) continue;
      diagnostics_.error(steps->location(), Message(messages::kFormMisses, {id}),
                         Message(messages::kFormMissesHint));
    }
  }

  const yaml::Node& node_;
  const Intake& intake_;
  const vocabulary::Vocabulary& vocabulary_;
  base::Diagnostics& diagnostics_;
  AskForm form_;
};

}  // namespace

AskForm read_ask_form(const yaml::Node& node, const Intake& intake,
                      const vocabulary::Vocabulary& vocabulary, base::Diagnostics& diagnostics) {
  return FormReader(node, intake, vocabulary, diagnostics).read();
}

}  // namespace guichet::bundle
