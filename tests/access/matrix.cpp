#include "tests/access/matrix.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "engine/base/file.hpp"
#include "engine/yaml/node.hpp"
#include "tests/access/asked_desk.hpp"

namespace guichet::tests {
namespace {

std::vector<int> numbers(const std::string& text) {
  std::istringstream in(text);
  std::vector<int> out;
  for (int each = 0; in >> each;) out.push_back(each);
  return out;
}

// An elected official sees the results, and else no more than anybody: that her account is known is
// the whole difference.
std::vector<int> as_official(const MatrixRow& row) {
  std::vector<int> out;
  const auto anonymous = row.expected.find("anonymous");
  if (anonymous == row.expected.end()) return out;
  for (const int each : anonymous->second) out.push_back(each == 401 ? 403 : each);
  return out;
}

MatrixRow read_row(const std::string& route, const yaml::Node& node) {
  MatrixRow row{.route = route, .with = {}, .body = {}, .expected = {}};
  for (const yaml::Entry& entry : node.entries()) {
    const std::string& key = entry.key.text();
    if (key == "with") {
      for (const yaml::Entry& each : entry.value.entries()) {
        row.with[each.key.text()] = each.value.text();
      }
    } else if (key == "body") {
      row.body = entry.value.text();
    } else {
      std::vector<int> statuses = numbers(entry.value.text());
      const std::size_t wanted = row.has_object() ? kObjects.size() : 1;
      if (statuses.size() == 1) statuses.resize(wanted, statuses.front());
      INFO(route << ": " << key);
      REQUIRE(statuses.size() == wanted);
      row.expected[key] = std::move(statuses);
    }
  }
  if (!row.expected.contains("official")) row.expected["official"] = as_official(row);
  return row;
}

}  // namespace

std::string MatrixRow::target(std::size_t object) const {
  std::string out = pattern();
  const auto put = [&](const std::string& name, const std::string& value) {
    const std::size_t at = out.find("{" + name);
    if (at == std::string::npos) return;
    out.replace(at, out.find('}', at) - at + 1, value);
  };
  put("id", kObjects[object] == "absent" ? "99" : std::to_string(object + 1));
  for (const auto& [name, value] : with) put(name, value);
  return out;
}

std::vector<MatrixRow> read_matrix() {
  const auto source = base::read_source(GUICHET_ROOT "/tests/access/matrix.yaml");
  REQUIRE(source);
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(*source, diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(root);
  REQUIRE_FALSE(diagnostics.has_errors());
  std::vector<MatrixRow> rows;
  for (const yaml::Entry& entry : root->entries()) {
    rows.push_back(read_row(entry.key.text(), entry.value));
  }
  return rows;
}

}  // namespace guichet::tests
