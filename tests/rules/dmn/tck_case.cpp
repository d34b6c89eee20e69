#include "tests/rules/dmn/tck_case.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/file.hpp"
#include "rules/dmn/xml.hpp"

namespace guichet::dmn::tck {
namespace {

constexpr std::string_view kInstance = "http://www.w3.org/2001/XMLSchema-instance";
constexpr double kTolerance = 1e-8;

std::string attribute(const xml::Element& element, std::string_view name,
                      std::string_view name_space = {}) {
  const xml::Attribute* found = element.attribute(name, name_space);
  return found != nullptr ? found->value : std::string();
}

std::vector<xml::Element> children(const xml::Element& element, std::string_view name) {
  std::vector<xml::Element> found;
  for (const xml::Element& child : element.children())
    if (child.name() == name) found.push_back(child);
  return found;
}

class Values {
 public:
  Values(feel::Arena& arena, base::Diagnostics& diagnostics)
      : arena_(arena), diagnostics_(diagnostics) {}

  // Of an element that holds exactly one of value, component.. and list.
  feel::Value of(const xml::Element& holder) {
    std::vector<feel::Entry> entries;
    for (const xml::Element& child : holder.children()) {
      if (child.name() == "value") return simple(child);
      if (child.name() == "list") return list(child);
      if (child.name() == "component")
        entries.push_back({arena_.string(attribute(child, "name")).text(), of(child)});
    }
    return entries.empty() ? feel::Value() : arena_.context(entries);
  }

 private:
  feel::Value list(const xml::Element& element) {
    std::vector<feel::Value> items;
    for (const xml::Element& item : children(element, "item")) items.push_back(of(item));
    return arena_.list(items);
  }

  feel::Value simple(const xml::Element& value) {
    if (attribute(value, "nil", kInstance) == "true") return {};
    std::string type = attribute(value, "type", kInstance);
    type = type.substr(type.find(':') + 1);
    const std::string& text = value.text().text();
    if (type == "string" || type.empty()) return arena_.string(text);
    const std::string word = value.text().trimmed().text();
    if (type == "boolean") return feel::Value::boolean(word == "true" || word == "1");
    const bool number = type == "decimal" || type == "double" || type == "integer" ||
                        type == "float" || type == "int" || type == "long";
    const auto result = number ? arena_.number(word) : feel::parse_temporal(word, arena_);
    if (result) return *result;
    static constexpr base::MessageText kBadValue{"bad-value", "« {0} » n'est pas de type {1}",
                                                 "'{0}' is not of type {1}"};
    diagnostics_.error(value.at(), base::Message(kBadValue, {word, type}));
    return {};
  }

  feel::Arena& arena_;
  base::Diagnostics& diagnostics_;
};

// Inputs of other models than the one under test stand under their namespace.
feel::Value inputs_of(const xml::Element& element, feel::Arena& arena,
                      base::Diagnostics& diagnostics) {
  std::vector<feel::Entry> entries;
  for (const xml::Element& node : children(element, "inputNode")) {
    const feel::Value value = Values(arena, diagnostics).of(node);
    const std::string name = attribute(node, "name"), space = attribute(node, "namespace");
    if (space.empty()) {
      entries.push_back({arena.string(name).text(), value});
      continue;
    }
    const feel::Entry inner{name, value};
    entries.push_back({arena.string(space).text(), arena.context({&inner, 1})});
  }
  return arena.context(entries);
}

Case read_case(const xml::Element& element, base::Diagnostics& diagnostics) {
  Case read;
  read.id = attribute(element, "id");
  if (const std::string type = attribute(element, "type"); !type.empty()) read.type = type;
  read.invocable = attribute(element, "invocableName");
  feel::Arena arena;
  read.inputs = feel::Stored(inputs_of(element, arena, diagnostics));
  for (const xml::Element& node : children(element, "resultNode")) {
    ExpectedNode expected;
    expected.name = attribute(node, "name");
    expected.is_error = attribute(node, "errorResult") == "true";
    for (const xml::Element& value : children(node, "expected"))
      expected.expected = feel::Stored(Values(arena, diagnostics).of(value));
    read.nodes.push_back(std::move(expected));
  }
  return read;
}

bool same_numbers(const feel::Value& a, const feel::Value& b) {
  return feel::equal(a, b) || std::abs(a.as_double() - b.as_double()) < kTolerance;
}

}  // namespace

bool Case::expects_value() const {
  return std::any_of(nodes.begin(), nodes.end(),
                     [](const ExpectedNode& node) { return !node.expected.is_null(); });
}

bool TestFile::uses_flags() const {
  return std::any_of(cases.begin(), cases.end(), [](const Case& one) {
    return std::any_of(one.nodes.begin(), one.nodes.end(),
                       [](const ExpectedNode& node) { return node.is_error; });
  });
}

std::optional<TestFile> read_test_file(const std::string& path, base::Diagnostics& diagnostics) {
  const auto source = base::read_source(path);
  if (!source) return std::nullopt;
  const auto document = xml::Document::parse(*source, diagnostics);
  if (!document) return std::nullopt;
  TestFile file;
  for (const xml::Element& child : document->root().children()) {
    if (child.name() == "modelName") file.model = child.text().trimmed().text();
    if (child.name() == "testCase") file.cases.push_back(read_case(child, diagnostics));
  }
  return diagnostics.has_errors() ? std::nullopt : std::optional(std::move(file));
}

bool matches(const feel::Value& expected, const feel::Value& got) {
  if (expected.kind() != got.kind()) return false;
  switch (expected.kind()) {
    case feel::Kind::number:
      return same_numbers(expected, got);
    case feel::Kind::list: {
      const auto a = expected.items(), b = got.items();
      return std::equal(a.begin(), a.end(), b.begin(), b.end(), matches);
    }
    case feel::Kind::context: {
      const auto a = expected.entries();
      return a.size() == got.entries().size() &&
             std::all_of(a.begin(), a.end(), [&](const feel::Entry& entry) {
               const feel::Value* member = got.member(entry.name);
               return member != nullptr && matches(entry.value, *member);
             });
    }
    default:
      return feel::equal(expected, got);
  }
}

}  // namespace guichet::dmn::tck
