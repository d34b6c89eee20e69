// What a criterion wants: `{in: [...], not: [...], missing: ...}` over a hierarchy, `[a, b]`, or a
// FEEL test.
#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/convention/conditions.hpp"
#include "rules/convention/messages.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/sets.hpp"
#include "rules/tables/index.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using feel::TestSet;
using yaml::Key;

constexpr std::array<Key, 3> kSetKeys{{{"in", yaml::kScalar | yaml::kSequence},
                                       {"not", yaml::kScalar | yaml::kSequence},
                                       {"missing", yaml::kScalar}}};

std::string as_written(const yaml::Node& node) {
  if (node.is_scalar()) return node.text();
  std::string text;
  for (const yaml::Node& item : node.items()) text += (text.empty() ? "" : ", ") + item.text();
  return text;
}

TestSet everything_set() {
  TestSet set;
  set.kind = TestSet::Kind::any;
  return set;
}

// A word as it stands in a hierarchy or a list: no sign of a FEEL test.
bool is_word(const std::string& text) {
  return text.find_first_of("\"(<>=[?") == std::string::npos && text != "-" && text != "null";
}

// A test that names null says itself what an unknown fact means.
std::optional<WhenMissing> meant_by(const TestSet& set) {
  if (!set.accepts_null) return {};
  return set.negated ? WhenMissing::no_match : WhenMissing::match;
}

}  // namespace

std::optional<std::uint32_t> ConventionReader::read_criterion(const yaml::Node& node,
                                                              std::uint32_t fact,
                                                              std::uint32_t origin,
                                                              std::optional<WhenMissing> missing) {
  Criterion made;
  made.fact = fact;
  made.origin = origin;
  made.at = node.location();
  made.in = made.without = everything_set();
  const yaml::Node* in = &node;
  const yaml::Node* without = nullptr;
  if (node.is_mapping()) {
    if (!yaml::check_shape(node, kSetKeys, diagnostics_)) return {};
    in = yaml::at(node, "in");
    without = yaml::at(node, "not");
    if (const auto* word = yaml::at(node, "missing")) missing = read_missing_word(*word);
  }
  if (in != nullptr) {
    made.in = read_values(*in, fact, &made.tests);
    made.text = as_written(*in);
  }
  if (without != nullptr) {
    made.without = read_values(*without, fact, nullptr);
    made.text += (made.text.empty() ? "" : ", ") + ("not(" + as_written(*without) + ")");
    if (made.in.kind == TestSet::Kind::points && !is_empty(made.in) &&
        is_empty(difference(made.in, made.without)))
      diagnostics_.error(node.location(), Message(messages::kNothingLeft));
  }
  if (!missing) missing = meant_by(made.in);
  made.missing = missing.value_or(parts_.facts[fact].missing);
  const bool nothing_asked = made.in.kind == TestSet::Kind::any &&
                             made.without.kind == TestSet::Kind::any && !node.is_mapping();
  if (nothing_asked) return {};  // `zones: ["*"]`
  if (made.in.kind == TestSet::Kind::any && made.without.kind == TestSet::Kind::any &&
      missing == std::nullopt)
    return {};
  parts_.criteria.push_back(std::move(made));
  return static_cast<std::uint32_t>(parts_.criteria.size() - 1);
}

std::uint32_t ConventionReader::read_when(const yaml::Node& node, std::uint32_t origin) {
  Criterion made;
  made.origin = origin;
  made.at = node.location();
  made.missing = WhenMissing::no_match;
  made.text = node.text();
  made.in = made.without = everything_set();
  auto condition = std::make_shared<Condition>();
  condition->whole = feel::compile(node.located(), context_.scope, diagnostics_,
                                   feel::Type::of(feel::Kind::boolean));
  for (const auto& all : parts_of(node.located())) {
    condition->any.emplace_back();
    for (const base::LocatedText& part : all) {
      base::Diagnostics none;  // said of the whole
      const base::LocatedText text = part.trimmed();
      condition->any.back().push_back({feel::compile(text, context_.scope, none), paths_of(text)});
    }
  }
  made.when = std::move(condition);
  parts_.criteria.push_back(std::move(made));
  return static_cast<std::uint32_t>(parts_.criteria.size() - 1);
}

// A word that names a value or a node of the hierarchy is that; anything else is a test, which
// comes back in `tests` too (nullptr: only sets of values will do).
TestSet ConventionReader::read_values(const yaml::Node& node, std::uint32_t fact,
                                      feel::Expression* tests) {
  const FactColumn& column = columns_[fact];
  const feel::Type& type = parts_.facts[fact].type;
  const bool text = type.is_any() || type.kind() == feel::Kind::string;
  if (node.is_sequence() && !text) {
    diagnostics_.error(node.location(), Message(messages::kNotASet, {parts_.facts[fact].id}));
    return everything_set();
  }
  const std::string& written = node.text();
  const bool named =
      std::find(column.values.begin(), column.values.end(), written) != column.values.end();
  bool word = node.is_scalar() && text && is_word(written);
  if (column.referential == nullptr && !column.values.empty())
    word = word && (named || written.ends_with("*"));
  else if (column.referential == nullptr)  // any text: a name of the scope is no literal
    word = word && !type.is_any() && written.find(',') == std::string::npos &&
           !context_.scope.find(written);
  if (node.is_sequence() || word) {
    bool everything = false;
    const std::vector<std::string> leaves = read_leaves(node, fact, everything);
    return everything ? everything_set() : set_of(leaves, fact);
  }
  const feel::Type wanted = column.values.empty() ? type : feel::Type::one_of(column.values);
  feel::Expression compiled = feel::compile_tests(node.located(), wanted, context_.scope,
                                                  diagnostics_, !column.values.empty());
  if (compiled.empty()) return everything_set();
  TestSet set = feel::classify(compiled);
  if (set.kind == TestSet::Kind::opaque && tests == nullptr)
    diagnostics_.error(node.location(), Message(messages::kNotPlain));
  if (tests != nullptr) *tests = std::move(compiled);
  return set;
}

TestSet ConventionReader::set_of(const std::vector<std::string>& leaves, std::uint32_t fact) {
  TestSet set;
  set.kind = TestSet::Kind::points;
  auto& known = columns_[fact].leaves;
  std::vector<std::string_view> seen;
  for (const std::string& leaf : leaves) {
    auto found = known.find(leaf);
    if (found == known.end()) {
      // A code that counts as another is that other one, in criteria as in cases.
      const auto other = parts_.facts[fact].counts_as.find(leaf);
      const feel::Stored value =
          other == parts_.facts[fact].counts_as.end() ? feel::Stored::string(leaf) : other->second;
      found = known.emplace(leaf, value).first;
    }
    set.points.push_back(found->second);
  }
  return set;
}

std::vector<std::string> ConventionReader::read_leaves(const yaml::Node& node, std::uint32_t fact,
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

std::vector<std::string> ConventionReader::expand(const yaml::Node& node, std::uint32_t fact) {
  const FactColumn& column = columns_[fact];
  const std::string& text = node.text();
  constexpr std::string_view kBelow = "/**";
  const auto& known = column.referential != nullptr ? column.referential->codes() : column.values;
  const bool branch = text.ends_with(kBelow);
  std::vector<std::string> leaves;
  if (branch && (column.referential != nullptr || !column.values.empty())) {
    const std::string_view top(text.data(), text.size() - kBelow.size() + 1);
    for (const std::string& value : known)
      if (value.starts_with(top)) leaves.push_back(value);
  } else if (branch) {
    diagnostics_.error(node.location(),
                       Message(messages::kPatternNeedsList, {text, parts_.facts[fact].id}));
    return {};
  } else if (column.referential != nullptr) {
    leaves = column.referential->expand(text);
  } else if (column.values.empty() || std::find(known.begin(), known.end(), text) != known.end()) {
    leaves = {text};
  }
  if (!leaves.empty()) return leaves;
  const std::string& where =
      column.referential != nullptr ? column.referential->id() : parts_.facts[fact].id;
  diagnostics_.error(node.location(), Message(messages::kUnknownValue, {text, where}),
                     base::suggestion(text, known));
  return {};
}

std::optional<std::uint32_t> ConventionReader::theme_criterion(const Article& article,
                                                               const Ids& own, std::uint32_t origin,
                                                               const base::Location& at) {
  if (article.themes == std::vector<std::string>{"*"})
    return own.empty() ? std::nullopt : std::optional(own.front());
  Criterion made;
  made.fact = theme_;
  made.origin = origin;
  made.missing = parts_.facts[theme_].missing;
  made.at = at;
  made.without = everything_set();
  made.in.kind = TestSet::Kind::points;
  for (const std::string& theme : article.themes) {
    const TestSet one = set_of({theme}, theme_);
    if (!own.empty()) {
      const Criterion& narrower = parts_.criteria[own.front()];
      if (is_empty(intersection(one, difference(narrower.in, narrower.without)))) continue;
    }
    made.text += (made.text.empty() ? "" : ", ") + theme;
    made.in.points.push_back(one.points.front());
  }
  if (made.in.points.empty() && !article.themes.empty())
    diagnostics_.error(at, Message(messages::kThemeOutside, {article.id}));
  parts_.criteria.push_back(std::move(made));
  return static_cast<std::uint32_t>(parts_.criteria.size() - 1);
}

}  // namespace guichet::convention
