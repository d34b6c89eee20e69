#include <algorithm>

#include "rules/dmn/model_writer.hpp"

namespace guichet::dmn {

namespace {

bool is_short(const Extension& extension) {
  return extension.text.find('\n') == std::string::npos;
}

std::string prefixed(std::string_view key) {
  return "guichet:" + std::string(key);
}

xml::Writer::Attributes written(std::string_view text) {
  if (text.empty()) return {};
  return {{prefixed(kWritten), std::string(text)}};
}

}  // namespace

xml::Writer::Attributes ModelWriter::attributes(const Element& element, bool named) const {
  Attributes attributes{{"id", xml::given(element.id)}};
  if (named) attributes.emplace_back("name", element.name);
  attributes.emplace_back("label", xml::given(element.label));
  for (const Extension& extension : element.extensions)
    if (is_short(extension)) attributes.emplace_back(prefixed(extension.key), extension.text);
  return attributes;
}

xml::Writer::Attributes ModelWriter::identified(const Element& element, std::string_view kind,
                                                bool named) {
  Attributes made = attributes(element, named);
  made[0].second = identifiers_.given_or_fresh(element.id, kind);
  return made;
}

bool ModelWriter::has_content(const Element& element) const {
  return !element.description.empty() ||
         !std::all_of(element.extensions.begin(), element.extensions.end(), is_short);
}

void ModelWriter::write_description(const Element& element) {
  if (!element.description.empty()) xml_.text("description", element.description);
  if (std::all_of(element.extensions.begin(), element.extensions.end(), is_short)) return;
  xml_.open("extensionElements");
  for (const Extension& extension : element.extensions)
    if (!is_short(extension)) xml_.text(prefixed(extension.key), extension.text);
  xml_.close();
}

void ModelWriter::write_information_item(const InformationItem& item, std::string_view name) {
  Attributes made = attributes(item.element, true);
  made.emplace_back("typeRef", xml::given(item.type_ref));
  if (!has_content(item.element)) return xml_.empty(name, made);
  xml_.open(name, made);
  write_description(item.element);
  xml_.close();
}

void ModelWriter::write_tests(const UnaryTests& tests, std::string_view name,
                              std::string_view kind) {
  Attributes made = kind.empty() ? attributes(tests.element) : identified(tests.element, kind);
  made.emplace_back("expressionLanguage", xml::given(tests.expression_language));
  for (auto& one : written(tests.written)) made.push_back(std::move(one));
  xml_.open(name, made);
  write_description(tests.element);
  xml_.text("text", tests.text.text());
  xml_.close();
}

void ModelWriter::write_literal(const LiteralExpression& literal, const Element& element,
                                std::string_view name, const std::string& type_ref) {
  Attributes made = attributes(element);
  made.emplace_back("typeRef", xml::given(type_ref));
  made.emplace_back("expressionLanguage", xml::given(literal.expression_language));
  for (auto& one : written(literal.written)) made.push_back(std::move(one));
  xml_.open(name, made);
  write_description(element);
  xml_.text("text", literal.text.text());
  xml_.close();
}

}  // namespace guichet::dmn
