// Values of a clause: `{in: [...], not: [...]}` over a hierarchy, `[a, b]`, or a FEEL test.
#include <algorithm>
#include <array>
#include <set>

#include "engine/yaml/shape.hpp"
#include "rules/convention/messages.hpp"
#include "rules/convention/reader.hpp"
#include "rules/tables/index.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using feel::TestSet;
using yaml::Key;

constexpr std::array<Key, 2> kSetKeys{
    {{"in", yaml::kScalar | yaml::kSequence}, {"not", yaml::kScalar | yaml::kSequence}}};

std::string as_written(const yaml::Node& node) {
  if (node.is_scalar()) return node.text();
  std::string text;
  for (const yaml::Node& item : node.items()) text += (text.empty() ? "" : ", ") + item.text();
  return text;
}

std::vector<feel::Stored> points_of(const std::vector<std::string>& texts) {
  std::vector<feel::Stored> points;
  points.reserve(texts.size());
  for (const std::string& text : texts) points.push_back(feel::Stored::string(text));
  return points;
}

}  // namespace

tables::Cell ConventionReader::read_dimension(const yaml::Node& node, std::size_t fact) {
  if (!node.is_scalar()) return read_set(node, fact);
  tables::Cell cell;
  cell.text = node.text();
  cell.at = node.location();
  const FactColumn& column = columns_[fact];
  // A word that names a value or a node of the hierarchy is that; anything else is a test.
  const bool test = node.text().find_first_of("\"(<>=[") != std::string::npos;
  const bool word =
      std::find(column.values.begin(), column.values.end(), node.text()) != column.values.end() ||
      (column.referential != nullptr && !test);
  if (word) {
    cell.set.kind = TestSet::Kind::points;
    cell.set.points = points_of(expand(node, fact));
    return cell;
  }
  const feel::Type type = column.values.empty() ? column.type : feel::Type::one_of(column.values);
  cell.tests = feel::compile_tests(node.located(), type, context_.scope, diagnostics_,
                                   !column.values.empty());
  if (!cell.tests.empty()) cell.set = feel::classify(cell.tests);
  return cell;
}

tables::Cell ConventionReader::read_set(const yaml::Node& node, std::size_t fact) {
  tables::Cell cell;
  cell.at = node.location();
  cell.set.kind = TestSet::Kind::any;
  const FactColumn& column = columns_[fact];
  if (!column.type.is_any() && column.type.kind() == feel::Kind::number) {
    diagnostics_.error(node.location(), Message(messages::kNotASet, {parts_.facts[fact].id}));
    return cell;
  }
  const yaml::Node* in = node.is_sequence() ? &node : nullptr;
  const yaml::Node* without = nullptr;
  if (node.is_mapping()) {
    if (!yaml::check_shape(node, kSetKeys, diagnostics_)) return cell;
    in = yaml::at(node, "in");
    without = yaml::at(node, "not");
  }
  bool everything = in == nullptr, nothing = false;
  std::vector<std::string> kept, removed;
  if (in != nullptr) kept = read_leaves(*in, fact, everything);
  if (without != nullptr) removed = read_leaves(*without, fact, nothing);
  if (in != nullptr) cell.text = as_written(*in);
  if (without != nullptr)
    cell.text += (cell.text.empty() ? "" : ", ") + ("not(" + as_written(*without) + ")");
  if (everything && removed.empty() && !nothing) return cell;
  cell.set.kind = TestSet::Kind::points;
  if (everything && !nothing) {
    cell.set.negated = true;
    cell.set.points = points_of(removed);
    return cell;
  }
  const std::set<std::string> gone(removed.begin(), removed.end());
  std::erase_if(kept, [&](const std::string& leaf) { return nothing || gone.contains(leaf); });
  if (kept.empty() && in != nullptr && without != nullptr)
    diagnostics_.error(node.location(), Message(messages::kNothingLeft));
  cell.set.points = points_of(kept);
  return cell;
}

std::vector<std::string> ConventionReader::read_leaves(const yaml::Node& node, std::size_t fact,
                                                       bool& everything) {
  std::vector<std::string> leaves;
  for (const yaml::Node* item : yaml::read_one_or_many(node, diagnostics_)) {
    if (item->text() == "*" || item->text() == "**") {
      everything = true;
      continue;
    }
    for (std::string& leaf : expand(*item, fact)) leaves.push_back(std::move(leaf));
  }
  return leaves;
}

std::vector<std::string> ConventionReader::expand(const yaml::Node& node, std::size_t fact) {
  const FactColumn& column = columns_[fact];
  const std::string& text = node.text();
  constexpr std::string_view kBelow = "/**";
  std::vector<std::string> leaves;
  if (column.referential != nullptr) {
    leaves = column.referential->expand(text);
  } else if (column.values.empty()) {
    leaves = {text};
  } else if (text.ends_with(kBelow)) {
    const std::string_view branch(text.data(), text.size() - kBelow.size() + 1);
    for (const std::string& value : column.values)
      if (value.starts_with(branch)) leaves.push_back(value);
  } else if (std::find(column.values.begin(), column.values.end(), text) != column.values.end()) {
    leaves = {text};
  }
  if (!leaves.empty()) return leaves;
  const auto& known = column.referential != nullptr ? column.referential->codes() : column.values;
  const std::string& where =
      column.referential != nullptr ? column.referential->id() : parts_.facts[fact].id;
  diagnostics_.error(node.location(), Message(messages::kUnknownValue, {text, where}),
                     base::suggestion(text, known));
  return {};
}

tables::Cell ConventionReader::theme_cell(const Article& article, const tables::Cell* own,
                                          base::Location at) {
  tables::Cell cell;
  cell.at = at;
  cell.set.kind = TestSet::Kind::any;
  const bool all = article.themes == std::vector<std::string>{"*"};
  if (all) return own != nullptr ? *own : cell;
  cell.set.kind = TestSet::Kind::points;
  for (const std::string& theme : article.themes) {
    feel::Stored value = feel::Stored::string(theme);
    if (own != nullptr && !tables::accepts(own->set, value.value())) continue;
    cell.text += (cell.text.empty() ? "" : ", ") + theme;
    cell.set.points.push_back(std::move(value));
  }
  if (cell.set.points.empty() && !article.themes.empty())
    diagnostics_.error(at, Message(messages::kThemeOutside, {article.id}));
  return cell;
}

}  // namespace guichet::convention
