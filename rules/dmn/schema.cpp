#include "rules/dmn/schema.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "rules/dmn/read_messages.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

// Words of a rule, separated by blanks: `!` after one says required, `*` any number, `+` both.
// Children without either stand at most once. `expression` is any of kExpressions.
struct Rule {
  std::string_view element;  // or parent/element where the name alone is not enough
  std::string_view attributes;
  std::string_view children;
};

constexpr std::array<std::string_view, 12> kExpressions{"literalExpression",
                                                        "context",
                                                        "decisionTable",
                                                        "invocation",
                                                        "functionDefinition",
                                                        "list",
                                                        "relation",
                                                        "conditional",
                                                        "filter",
                                                        "for",
                                                        "some",
                                                        "every"};

// Every element may have these besides.
constexpr std::string_view kCommonAttributes = "id label";
constexpr std::string_view kCommonChildren = "description extensionElements";

constexpr std::string_view kTestAttributes = "expressionLanguage typeRef";
constexpr std::string_view kItemAttributes = "name! typeLanguage isCollection";
constexpr std::string_view kItemChildren =
    "typeRef allowedValues typeConstraint itemComponent* functionItem";

constexpr Rule kRules[] = {
    {"definitions", "name! namespace! expressionLanguage typeLanguage exporter exporterVersion",
     "import* itemDefinition* decision* businessKnowledgeModel* inputData* knowledgeSource* "
     "decisionService* group* textAnnotation* association* elementCollection* "
     "performanceIndicator* organizationUnit*"},
    {"import", "name namespace! locationURI importType", ""},
    {"itemDefinition", kItemAttributes, kItemChildren},
    {"itemComponent", kItemAttributes, kItemChildren},
    {"functionItem", "outputTypeRef", "parameters*"},
    {"parameters", "name! typeRef", ""},
    {"typeRef", "", ""},
    {"allowedValues", kTestAttributes, "text!"},
    {"typeConstraint", kTestAttributes, "text!"},
    {"inputData", "name!", "variable"},
    {"decision", "name!",
     "question allowedAnswers variable informationRequirement* knowledgeRequirement* "
     "authorityRequirement* supportedObjective* impactedPerformanceIndicator* decisionMaker* "
     "decisionOwner* usingProcess* usingTask* expression"},
    {"question", "", ""},
    {"allowedAnswers", "", ""},
    {"variable", "name typeRef", ""},
    {"informationRequirement", "", "requiredDecision requiredInput"},
    {"knowledgeRequirement", "", "requiredKnowledge!"},
    {"authorityRequirement", "", "requiredDecision requiredInput requiredAuthority"},
    {"requiredDecision", "href!", ""},
    {"requiredInput", "href!", ""},
    {"requiredKnowledge", "href!", ""},
    {"requiredAuthority", "href!", ""},
    {"supportedObjective", "href!", ""},
    {"impactedPerformanceIndicator", "href!", ""},
    {"decisionMaker", "href!", ""},
    {"decisionOwner", "href!", ""},
    {"usingProcess", "href!", ""},
    {"usingTask", "href!", ""},
    {"businessKnowledgeModel", "name!",
     "variable encapsulatedLogic knowledgeRequirement* authorityRequirement*"},
    {"encapsulatedLogic", "kind typeRef", "formalParameter* expression"},
    {"functionDefinition", "kind typeRef", "formalParameter* expression"},
    {"formalParameter", "name! typeRef", ""},
    {"decisionService", "name!",
     "variable outputDecision* encapsulatedDecision* inputDecision* inputData*"},
    {"outputDecision", "href!", ""},
    {"encapsulatedDecision", "href!", ""},
    {"inputDecision", "href!", ""},
    {"decisionService/inputData", "href!", ""},
    {"literalExpression", kTestAttributes, "text importedValues"},
    {"importedValues", "name namespace locationURI importType expressionLanguage",
     "importedElement"},
    {"text", "", ""},
    {"context", "typeRef", "contextEntry*"},
    {"contextEntry", "", "variable expression!"},
    {"invocation", "typeRef", "expression binding*"},
    {"binding", "", "parameter! expression"},
    {"parameter", "name! typeRef", ""},
    {"list", "typeRef", "expression*"},
    {"relation", "typeRef", "column* row*"},
    {"column", "name! typeRef", ""},
    {"row", "typeRef", "expression*"},
    {"conditional", "typeRef", "if! then! else!"},
    {"if", "", "expression!"},
    {"then", "", "expression!"},
    {"else", "", "expression!"},
    {"filter", "typeRef", "in! match!"},
    {"match", "", "expression!"},
    {"in", "typeRef", "expression!"},
    {"for", "typeRef iteratorVariable!", "in! return!"},
    {"return", "", "expression!"},
    {"some", "typeRef iteratorVariable!", "in! satisfies!"},
    {"every", "typeRef iteratorVariable!", "in! satisfies!"},
    {"satisfies", "", "expression!"},
    {"decisionTable", "hitPolicy aggregation preferredOrientation outputLabel typeRef",
     "input* output+ annotation* rule*"},
    {"input", "", "inputExpression! inputValues"},
    {"inputExpression", kTestAttributes, "text importedValues"},
    {"output", "name typeRef", "outputValues defaultOutputEntry"},
    {"annotation", "name", ""},
    {"rule", "", "inputEntry* outputEntry+ annotationEntry*"},
    {"inputEntry", kTestAttributes, "text!"},
    {"outputEntry", kTestAttributes, "text importedValues"},
    {"annotationEntry", "", "text"},
    {"inputValues", kTestAttributes, "text!"},
    {"outputValues", kTestAttributes, "text!"},
    {"defaultOutputEntry", kTestAttributes, "text importedValues"},
};

struct SchemaWord {
  std::string_view name;
  bool required = false;
  bool repeated = false;
};

void add_words(std::string_view list, std::vector<SchemaWord>& words) {
  while (!list.empty()) {
    std::string_view word = list.substr(0, list.find(' '));
    list.remove_prefix(std::min(word.size() + 1, list.size()));
    const char mark = word.back();
    if (mark == '!' || mark == '*' || mark == '+') word.remove_suffix(1);
    words.push_back({word, mark == '!' || mark == '+', mark == '*' || mark == '+'});
  }
}

struct Known {
  std::vector<SchemaWord> attributes, children;
};

std::map<std::string_view, Known> make_schema() {
  std::map<std::string_view, Known> schema;
  const auto add = [&](const Rule& rule) {
    Known& known = schema[rule.element];
    add_words(kCommonAttributes, known.attributes);
    add_words(rule.attributes, known.attributes);
    add_words(kCommonChildren, known.children);
    add_words(rule.children, known.children);
  };
  for (const Rule& rule : kRules) add(rule);
  return schema;
}

const Known* find_known(const xml::Element& element, std::string_view parent) {
  static const std::map<std::string_view, Known> schema = make_schema();
  const auto exact = schema.find(std::string(parent) + "/" + element.name());
  if (exact != schema.end()) return &exact->second;
  const auto found = schema.find(element.name());
  return found == schema.end() ? nullptr : &found->second;
}

class Checker {
 public:
  Checker(std::string_view name_space, base::Diagnostics& diagnostics)
      : name_space_(name_space), diagnostics_(diagnostics) {}

  void check(const xml::Element& element, std::string_view parent) {
    check_id(element);
    const Known* known = find_known(element, parent);
    if (known == nullptr) return;  // an artifact or the like, of which nothing is read
    check_attributes(element, *known);
    check_children(element, *known);
  }

 private:
  void check_id(const xml::Element& element) {
    const xml::Attribute* id = element.attribute("id");
    if (id == nullptr || id->value.empty()) return;
    const auto [first, is_new] = ids_.emplace(id->value, id->at);
    if (is_new) return;
    const base::Location& at = first->second;
    diagnostics_.error(
        id->at, Message(messages::kIdTwice, {id->value}),
        Message(messages::kFirstOnLine, {std::to_string(at.source->place_of(at.offset).line)}));
  }

  void check_attributes(const xml::Element& element, const Known& known) {
    for (const xml::Attribute& attribute : element.attributes()) {
      if (!attribute.name_space.empty() || find(known.attributes, attribute.name) != nullptr)
        continue;
      diagnostics_.warning(attribute.at,
                           Message(messages::kUnknownAttribute, {attribute.name, element.name()}),
                           base::suggestion(attribute.name, names(known.attributes)));
    }
    for (const SchemaWord& word : known.attributes)
      if (word.required && element.attribute(word.name) == nullptr)
        diagnostics_.error(element.at(), Message(messages::kMissingAttribute,
                                                 {element.name(), std::string(word.name)}));
  }

  void check_children(const xml::Element& element, const Known& known) {
    std::map<std::string_view, std::size_t> counts;
    for (const xml::Element& child : element.children()) {
      if (child.name_space() != name_space_) continue;
      const bool expression = is_expression(child.name());
      const SchemaWord* word = expression ? find(known.children, "expression") : nullptr;
      if (word == nullptr) word = find(known.children, child.name());
      if (word == nullptr) {
        diagnostics_.warning(child.at(),
                             Message(messages::kUnknownXmlElement, {child.name(), element.name()}),
                             base::suggestion(child.name(), names(known.children)));
        continue;
      }
      if (++counts[word->name] == 2 && !word->repeated)
        diagnostics_.error(child.at(),
                           Message(messages::kElementTwice, {child.name(), element.name()}));
      if (child.name() != "extensionElements") check(child, element.name());
    }
    for (const SchemaWord& word : known.children)
      if (word.required && counts[word.name] == 0)
        diagnostics_.error(element.at(), Message(messages::kMissingElement,
                                                 {element.name(), std::string(word.name)}));
  }

  static const SchemaWord* find(const std::vector<SchemaWord>& words, std::string_view name) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const SchemaWord& word) { return word.name == name; });
    return found == words.end() ? nullptr : &*found;
  }
  static std::vector<std::string> names(const std::vector<SchemaWord>& words) {
    std::vector<std::string> names;
    for (const SchemaWord& word : words) names.emplace_back(word.name);
    return names;
  }

  std::string_view name_space_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, base::Location> ids_;
};

}  // namespace

void check_schema(const xml::Element& root, base::Diagnostics& diagnostics) {
  Checker(root.name_space(), diagnostics).check(root, "");
}

bool is_expression(std::string_view element) {
  return std::find(kExpressions.begin(), kExpressions.end(), element) != kExpressions.end();
}

}  // namespace guichet::dmn
