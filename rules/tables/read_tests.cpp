#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/tables/known.hpp"
#include "rules/tables/literal.hpp"
#include "rules/tables/load_messages.hpp"
#include "rules/tables/reader.hpp"

namespace guichet::tables {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 7> kTestKeys{{{"name", yaml::kScalar},
                                        {"given", yaml::kMapping},
                                        {"context", yaml::kMapping},
                                        {"expect", yaml::kAnything},
                                        {"fires", yaml::kScalar | yaml::kSequence},
                                        {"selects", yaml::kScalar | yaml::kSequence},
                                        {"why_not", yaml::kMapping}}};

}  // namespace

bool TableReader::is_rule(const yaml::Node& node) {
  if (rule_ids_.contains(node.text())) return true;
  diagnostics_.error(node.location(), Message(messages::kUnknownRule, {node.text()}),
                     base::suggestion(node.text(), rule_ids()));
  return false;
}

std::vector<std::string> TableReader::read_rule_ids(const yaml::Node& node) {
  std::vector<std::string> ids;
  if (node.is_empty()) return ids;
  for (const yaml::Node* item : yaml::read_one_or_many(node, diagnostics_))
    if (is_rule(*item)) ids.push_back(item->text());
  return ids;
}

void TableReader::read_notes() {
  if (const auto* notes = yaml::at(root_, "notes"))
    for (const yaml::Entry& entry : notes->entries())
      if (is_rule(entry.key)) parts_.notes.emplace_back(entry.key.text(), entry.value.text());
  if (const auto* untested = yaml::at(root_, "untested"))
    parts_.untested = read_rule_ids(*untested);
}

void TableReader::read_tests() {
  const yaml::Node* tests = yaml::at(root_, "tests");
  if (tests == nullptr) return;
  for (const yaml::Node& node : tests->items()) parts_.tests.push_back(read_test(node));
}

TableTest TableReader::read_test(const yaml::Node& node) {
  TableTest test;
  test.at = node.location();
  test.name = yaml::text_at(node, "name");
  if (!yaml::check_shape(node, kTestKeys, diagnostics_)) return test;
  const yaml::Node* given = yaml::at(node, "given");
  const yaml::Node* context = yaml::at(node, "context");
  if ((given == nullptr) == (context == nullptr)) {
    diagnostics_.error(node.location(), Message(messages::kGivenOrContext));
    return test;
  }
  test.by_column = given != nullptr;
  read_given(given != nullptr ? *given : *context, test.by_column, test);
  if (const auto* expect = yaml::at(node, "expect")) test.expect = read_expected(*expect);
  if (const auto* fires = yaml::at(node, "fires")) test.fires = read_rule_ids(*fires);
  if (const auto* selects = yaml::at(node, "selects")) test.selects = read_rule_ids(*selects);
  if (const auto* why_not = yaml::at(node, "why_not")) read_why_not(*why_not, test);
  if (!test.expect && !test.fires && !test.selects && test.why_not.empty())
    diagnostics_.error(node.location(), Message(messages::kTestExpectsNothing));
  return test;
}

void TableReader::read_given(const yaml::Node& node, bool by_column, TableTest& test) {
  std::vector<std::string> columns;
  for (const Input& input : parts_.inputs) columns.push_back(input.id);
  const std::vector<std::string> known = by_column ? columns : parts_.scope.names();
  for (const yaml::Entry& entry : node.entries()) {
    const auto& what = by_column ? messages::kUnknownInput : messages::kUnknownVariable;
    if (!is_known(entry.key, known, what, diagnostics_)) continue;
    const auto found = std::find(known.begin(), known.end(), entry.key.text());
    const feel::Type* type =
        by_column ? &parts_.inputs[static_cast<std::size_t>(found - known.begin())].type
                  : parts_.scope.type_of(entry.key.text());
    test.given.emplace_back(
        entry.key.text(),
        read_literal(entry.value, type != nullptr ? *type : feel::Type::any(), diagnostics_));
  }
}

// A result as `expect:` writes it: outputs by id, or the value alone of a single output; lists of
// them under a collecting policy.
feel::Stored TableReader::read_expected(const yaml::Node& node) {
  std::vector<std::pair<std::string, feel::Type>> members;
  for (const Output& output : parts_.outputs) members.emplace_back(output.id, output.type);
  const bool aggregates = !gives_list(parts_.hit) && parts_.hit >= HitPolicy::sum;
  const yaml::Node& sample = node.is_sequence() && !node.items().empty() ? node.items()[0] : node;
  if (sample.is_mapping()) {
    std::vector<std::string> known;
    for (const auto& [id, type] : members) known.push_back(id);
    for (const yaml::Entry& entry : sample.entries())
      is_known(entry.key, known, messages::kUnknownOutput, diagnostics_);
    return read_literal(node, feel::Type::context(std::move(members)), diagnostics_);
  }
  if (members.size() > 1 && !aggregates && !node.is_empty() && node.is_scalar()) {
    diagnostics_.error(node.location(), Message(messages::kExpectByOutput));
    return {};
  }
  const bool typed = members.size() == 1 && !aggregates;
  return read_literal(node, typed ? members[0].second : feel::Type::any(), diagnostics_);
}

void TableReader::read_why_not(const yaml::Node& node, TableTest& test) {
  std::vector<std::string> known;
  for (const Input& input : parts_.inputs) known.push_back(input.id);
  for (const yaml::Entry& entry : node.entries()) {
    if (!is_rule(entry.key)) continue;
    std::vector<std::string> columns =
        read_known(entry.value, known, messages::kUnknownInput, diagnostics_);
    test.why_not.emplace_back(entry.key.text(), std::move(columns));
  }
}

}  // namespace guichet::tables
