#include "rules/dmn/kept.hpp"

#include "rules/dmn/yaml_text.hpp"

namespace guichet::dmn {

namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

std::string rule_list(const std::vector<std::string>& ids) {
  std::vector<std::string> items;
  for (const std::string& id : ids) items.push_back(yaml_text::scalar(id));
  return yaml_text::list(items);
}

std::string test_text(const tables::TableTest& test) {
  Entries entries;
  if (!test.name.empty()) entries.emplace_back("name", yaml_text::scalar(test.name));
  Entries given;
  for (const auto& [name, value] : test.given)
    given.emplace_back(yaml_text::scalar(name), yaml_text::value(value.value()));
  entries.emplace_back(test.by_column ? "given" : "context", yaml_text::mapping(given));
  if (test.expect) entries.emplace_back("expect", yaml_text::value(test.expect->value()));
  if (test.fires) entries.emplace_back("fires", rule_list(*test.fires));
  if (test.selects) entries.emplace_back("selects", rule_list(*test.selects));
  Entries why_not;
  for (const auto& [rule, columns] : test.why_not)
    why_not.emplace_back(yaml_text::scalar(rule), rule_list(columns));
  if (!why_not.empty()) entries.emplace_back("why_not", yaml_text::mapping(why_not));
  return yaml_text::mapping(entries);
}

std::string valid_text(const tables::Validity& valid) {
  Entries entries;
  if (valid.from) entries.emplace_back("from", base::iso(*valid.from));
  if (valid.to) entries.emplace_back("to", base::iso(*valid.to));
  if (!valid.zone.empty()) entries.emplace_back("zone", yaml_text::scalar(valid.zone));
  return yaml_text::mapping(entries);
}

}  // namespace

std::vector<Extension> kept_of(const tables::DecisionTable& table) {
  const auto& parts = table.parts();
  std::vector<Extension> kept;
  if (!parts.version.empty()) kept.push_back({"version", yaml_text::scalar(parts.version)});
  if (parts.valid.is_bounded()) kept.push_back({"valid", valid_text(parts.valid)});
  if (parts.complete == tables::Completeness::required) kept.push_back({"complete", "required"});
  if (parts.complete == tables::Completeness::otherwise) kept.push_back({"complete", "default"});
  if (parts.proof_warns) kept.push_back({"proof", "warn"});
  if (!parts.tests.empty()) {
    // One line a test, so that a list of one stands on several lines as well.
    std::string tests = "\n";
    for (const tables::TableTest& test : parts.tests) tests += "  - " + test_text(test) + "\n";
    kept.push_back({"tests", std::move(tests)});
  }
  if (!parts.untested.empty()) kept.push_back({"untested", rule_list(parts.untested)});
  return kept;
}

}  // namespace guichet::dmn
