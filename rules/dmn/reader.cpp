#include "rules/dmn/reader.hpp"

#include <algorithm>

#include "rules/dmn/read_messages.hpp"
#include "rules/dmn/schema.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

}  // namespace

std::string value_of(const xml::Element& element, std::string_view attribute) {
  const xml::Attribute* found = element.attribute(attribute);
  return found == nullptr ? std::string() : found->value;
}

Reader::Reader(const xml::Element& root, const DmnVersion& version, base::Diagnostics& diagnostics)
    : root_(root),
      version_(version),
      diagnostics_(diagnostics),
      model_namespace_(value_of(root, "namespace")) {}

std::optional<xml::Element> Reader::child(const Xml& element, std::string_view name) const {
  for (const Xml& one : element.children())
    if (one.name() == name && one.name_space() == version_.model) return one;
  return {};
}

std::vector<xml::Element> Reader::children(const Xml& element, std::string_view name) const {
  std::vector<Xml> found;
  for (const Xml& one : element.children())
    if (one.name() == name && one.name_space() == version_.model) found.push_back(one);
  return found;
}

std::optional<xml::Element> Reader::expression_child(const Xml& element) const {
  for (const Xml& one : element.children())
    if (is_expression(one.name()) && one.name_space() == version_.model) return one;
  return {};
}

Element Reader::read_element(const Xml& xml) {
  return {.id = value_of(xml, "id"),
          .name = value_of(xml, "name"),
          .label = value_of(xml, "label"),
          .description = text_of(xml, "description"),
          .at = xml.at(),
          .extensions = read_extensions(xml)};
}

// Short ones are attributes, long ones elements; by key. `written` belongs to the text beside it.
std::vector<Extension> Reader::read_extensions(const Xml& xml) const {
  std::map<std::string, std::string> by_key;
  for (const xml::Attribute& attribute : xml.attributes())
    if (attribute.name_space == kGuichetNamespace && attribute.name != kWritten)
      by_key.emplace(attribute.name, attribute.value);
  if (const auto holder = child(xml, "extensionElements"))
    for (const Xml& one : holder->children())
      if (one.name_space() == kGuichetNamespace) by_key.emplace(one.name(), one.text().text());
  std::vector<Extension> extensions;
  for (auto& [key, text] : by_key) extensions.push_back({key, std::move(text)});
  return extensions;
}

std::string Reader::written(const Xml& xml) const {
  const xml::Attribute* attribute = xml.attribute(kWritten, kGuichetNamespace);
  return attribute == nullptr ? std::string() : attribute->value;
}

void Reader::require_name(const Element& element, const Xml& xml) {
  if (element.name.empty() && xml.attribute("name") != nullptr)
    diagnostics_.error(xml.attribute("name")->at, Message(messages::kEmptyName, {xml.name()}));
}

std::string Reader::text_of(const Xml& element, std::string_view child_name) const {
  const auto found = child(element, child_name);
  return found ? found->text().text() : std::string();
}

std::string Reader::type_ref(const Xml& element) const {
  return type_name(element, value_of(element, "typeRef"));
}

std::string Reader::type_name(const Xml& element, std::string_view written) const {
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos) return std::string(written);
  const std::string local(written.substr(colon + 1));
  const auto name_space = element.namespace_of(written.substr(0, colon));
  if (!name_space) return std::string(written);
  if (is_feel(*name_space) || *name_space == model_namespace_) return local;
  const auto import = import_names_.find(*name_space);
  return import == import_names_.end() ? std::string(written) : import->second + "." + local;
}

std::string Reader::language(const Xml& element) const {
  std::string language = value_of(element, "expressionLanguage");
  return is_feel(language) ? std::string() : language;
}

InformationItem Reader::read_information_item(const Xml& xml) {
  return {read_element(xml), type_ref(xml)};
}

// DMN lets the variable be left out, and 1.1 its name: both are then those of the element.
InformationItem Reader::read_variable(const Xml& owner, const Element& named) {
  const auto variable = child(owner, "variable");
  InformationItem item;
  if (variable) item = read_information_item(*variable);
  if (item.element.name.empty()) item.element.name = named.name;
  if (!variable) item.element.at = named.at;
  return item;
}

UnaryTests Reader::read_tests(const Xml& xml) {
  UnaryTests tests{
      .element = read_element(xml), .expression_language = language(xml), .written = written(xml)};
  if (const auto text = child(xml, "text")) tests.text = text->text();
  return tests;
}

std::optional<UnaryTests> Reader::read_tests_child(const Xml& xml, std::string_view name) {
  const auto found = child(xml, name);
  return found ? std::optional(read_tests(*found)) : std::nullopt;
}

std::string Reader::read_word(const Xml& xml, std::string_view attribute,
                              const std::vector<std::string>& words) {
  const xml::Attribute* found = xml.attribute(attribute);
  if (found == nullptr) return {};
  if (std::find(words.begin(), words.end(), found->value) != words.end()) return found->value;
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  diagnostics_.error(found->at,
                     Message(messages::kWrongWord, {found->value, std::string(attribute), all}),
                     base::suggestion(found->value, words));
  return {};
}

}  // namespace guichet::dmn
