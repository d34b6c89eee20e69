#include "rules/convention/read_tests.hpp"

#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/convention/messages.hpp"
#include "rules/convention/proof_messages.hpp"
#include "rules/tables/known.hpp"
#include "rules/tables/literal.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 6> kTestKeys{{{"name", yaml::kScalar},
                                        {"given", yaml::kMapping},
                                        {"context", yaml::kMapping},
                                        {"load", yaml::kMapping},
                                        {"today", yaml::kScalar},
                                        {"expect", yaml::kMapping, true}}};
constexpr std::array<Key, 6> kExpectKeys{{{"assign", yaml::kScalar | yaml::kSequence},
                                          {"why_not", yaml::kMapping},
                                          {"skipped", yaml::kMapping},
                                          {"via", yaml::kScalar},
                                          {"would_open", yaml::kMapping},
                                          {"review", yaml::kScalar | yaml::kSequence}}};
// What a partner may fail on besides facts.
constexpr std::array<std::string_view, 4> kOtherCriteria{"when", "quota", "rank",
                                                         "outside-validity"};

template <typename Things>
std::vector<std::string> ids_of(const Things& things) {
  std::vector<std::string> ids;
  for (const auto& thing : things) ids.push_back(thing.id);
  return ids;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TestsReader {
 public:
  TestsReader(const Convention::Parts& parts, const LoadContext& context,
              base::Diagnostics& diagnostics)
      : parts_(parts),
        context_(context),
        diagnostics_(diagnostics),
        facts_(ids_of(parts.facts)),
        partners_(ids_of(parts.partners)),
        fallbacks_(ids_of(parts.fallback)) {
    criteria_ = facts_;
    criteria_.insert(criteria_.end(), kOtherCriteria.begin(), kOtherCriteria.end());
    for (const Path& path : parts.paths) fields_.push_back(path.field);
    for (const Fact& fact : parts.facts) fields_.push_back(fact.field);
  }

  ConventionTest read(const yaml::Node& node) {
    ConventionTest test;
    test.at = node.location();
    test.name = yaml::text_at(node, "name");
    if (!yaml::check_shape(node, kTestKeys, diagnostics_)) return test;
    const yaml::Node* given = yaml::at(node, "given");
    const yaml::Node* context = yaml::at(node, "context");
    if ((given == nullptr) == (context == nullptr)) {
      diagnostics_.error(node.location(), Message(messages::kGivenOrContext));
      return test;
    }
    test.by_fact = given != nullptr;
    if (given != nullptr)
      read_facts(*given, test);
    else
      read_variables(*context, test);
    if (const auto* load = yaml::at(node, "load")) read_load(*load, test);
    if (const auto* today = yaml::at(node, "today")) {
      test.today = base::parse_day(today->text());
      if (!test.today)
        diagnostics_.error(today->location(), Message(messages::kNoDay, {today->text()}));
    }
    read_expected(*yaml::at(node, "expect"), test);
    return test;
  }

 private:
  bool is_known(const yaml::Node& node, const std::vector<std::string>& known,
                const base::MessageText& what) {
    return tables::is_known(node, known, what, diagnostics_);
  }

  void read_facts(const yaml::Node& node, ConventionTest& test) {
    for (const yaml::Entry& entry : node.entries()) {
      if (!is_known(entry.key, facts_, messages::kUnknownFact)) continue;
      const auto at = std::find(facts_.begin(), facts_.end(), entry.key.text());
      const Fact& fact = parts_.facts[static_cast<std::size_t>(at - facts_.begin())];
      test.given.emplace_back(fact.id, read_value(entry.value, fact));
    }
  }

  // A bracket may be given by its code or by its ends; a word that the field cannot have is a slip.
  feel::Stored read_value(const yaml::Node& node, const Fact& fact) {
    const vocabulary::Field* field =
        context_.vocabulary == nullptr ? nullptr : context_.vocabulary->find(fact.field);
    if (node.is_scalar() && !is_number(node, field)) {
      const auto bracket = fact.brackets.find(node.text());
      if (bracket != fact.brackets.end()) return bracket->second;
    }
    if (field != nullptr && node.is_scalar() && !node.is_empty()) check_word(node, fact, *field);
    const bool free = fact.type.is_any() || node.is_mapping();
    return tables::read_literal(node, free ? feel::Type::any() : fact.type, diagnostics_);
  }

  // Of a field that holds numbers: 12 is one, "12" and 03 are codes.
  static bool is_number(const yaml::Node& node, const vocabulary::Field* field) {
    const bool numbers = field != nullptr && field->type == vocabulary::FieldType::number;
    const bool padded = node.text().size() > 1 && node.text().front() == '0';
    return numbers && !padded && node.style() == yaml::Style::plain;
  }

  void check_word(const yaml::Node& node, const Fact& fact, const vocabulary::Field& field) {
    using vocabulary::FieldType;
    if (fact.asks_field || node.text().starts_with('=')) return;
    if (field.type == FieldType::choice) {
      is_value(node, field.values, fact.id);
    } else if (field.type == FieldType::code) {
      const auto* list = context_.vocabulary->referential(field.referential);
      if (list != nullptr && !list->contains(node.text()))
        is_value(node, list->codes(), list->id());
    }
  }

  void is_value(const yaml::Node& node, const std::vector<std::string>& known,
                const std::string& where) {
    if (contains(known, node.text())) return;
    diagnostics_.error(node.location(), Message(messages::kUnknownValue, {node.text(), where}),
                       base::suggestion(node.text(), known));
  }

  void read_variables(const yaml::Node& node, ConventionTest& test) {
    const auto known = context_.scope.names();
    for (const yaml::Entry& entry : node.entries()) {
      if (!is_known(entry.key, known, messages::kUnknownName)) continue;
      const feel::Type* type = context_.scope.type_of(entry.key.text());
      test.given.emplace_back(
          entry.key.text(),
          tables::read_literal(entry.value, type == nullptr ? feel::Type::any() : *type,
                               diagnostics_));
    }
  }

  // `cma-46.month: 10` for a quota, `cma-46: 3` for referrals that are not closed.
  void read_load(const yaml::Node& node, ConventionTest& test) {
    for (const yaml::Entry& entry : node.entries()) {
      const std::string& key = entry.key.text();
      const auto partner = std::find_if(
          parts_.partners.begin(), parts_.partners.end(),
          [&](const Partner& one) { return key == one.id || key.starts_with(one.id + "."); });
      if (partner == parts_.partners.end()) {
        is_known(entry.key, partners_, messages::kNoPartner);
        continue;
      }
      ConventionTest::Load load{partner->id, {}, 0};
      if (key.size() > partner->id.size()) {
        load.quota = key.substr(partner->id.size() + 1);
        const auto quotas = ids_of(partner->quotas);
        if (!contains(quotas, load.quota))
          diagnostics_.error(entry.key.location(),
                             Message(messages::kNoQuota, {load.quota, partner->id}),
                             base::suggestion(load.quota, quotas));
      }
      if (const auto count = yaml::read_integer(entry.value, diagnostics_)) load.count = *count;
      test.loads.push_back(std::move(load));
    }
  }

  void read_expected(const yaml::Node& node, ConventionTest& test) {
    if (!yaml::check_shape(node, kExpectKeys, diagnostics_)) return;
    if (const auto* assign = yaml::at(node, "assign")) test.assign = read_partners(*assign);
    if (const auto* review = yaml::at(node, "review")) test.review = read_partners(*review);
    if (const auto* via = yaml::at(node, "via"))
      if (is_known(*via, fallbacks_, messages::kNoFallback)) test.via = via->text();
    for (const yaml::Entry& entry : entries_of(node, "why_not"))
      if (is_known(entry.key, partners_, messages::kNoPartner))
        test.why_not.emplace_back(entry.key.text(),
                                  read_words(entry.value, criteria_, messages::kUnknownFact));
    for (const yaml::Entry& entry : entries_of(node, "would_open"))
      if (is_known(entry.key, fields_, messages::kNoField))
        test.would_open.emplace_back(entry.key.text(), read_partners(entry.value));
    for (const yaml::Entry& entry : entries_of(node, "skipped"))
      if (is_known(entry.key, partners_, messages::kNoPartner)) read_skipped(entry, test);
    if (node.entries().empty())
      diagnostics_.error(node.location(), Message(messages::kExpectsNothing));
  }

  static std::span<const yaml::Entry> entries_of(const yaml::Node& node, std::string_view key) {
    const yaml::Node* found = yaml::at(node, key);
    return found == nullptr ? std::span<const yaml::Entry>() : found->entries();
  }

  void read_skipped(const yaml::Entry& entry, ConventionTest& test) {
    const std::string& partner = entry.key.text();
    for (const Partner& one : parts_.partners) {
      if (one.id != partner) continue;
      const auto quotas = ids_of(one.quotas);
      if (!contains(quotas, entry.value.text()))
        diagnostics_.error(entry.value.location(),
                           Message(messages::kNoQuota, {entry.value.text(), partner}),
                           base::suggestion(entry.value.text(), quotas));
    }
    test.skipped.emplace_back(partner, entry.value.text());
  }

  std::vector<std::string> read_partners(const yaml::Node& node) {
    return read_words(node, partners_, messages::kNoPartner);
  }
  std::vector<std::string> read_words(const yaml::Node& node, const std::vector<std::string>& known,
                                      const base::MessageText& what) {
    return tables::read_known(node, known, what, diagnostics_);
  }

  const Convention::Parts& parts_;
  const LoadContext& context_;
  base::Diagnostics& diagnostics_;
  std::vector<std::string> facts_, partners_, fallbacks_, criteria_, fields_;
};

}  // namespace

std::vector<ConventionTest> read_tests(const yaml::Node& node, const Convention::Parts& parts,
                                       const LoadContext& context, base::Diagnostics& diagnostics) {
  TestsReader reader(parts, context, diagnostics);
  std::vector<ConventionTest> tests;
  for (const yaml::Node& item : node.items()) tests.push_back(reader.read(item));
  return tests;
}

std::vector<std::string> read_untested(const yaml::Node& node, const Convention::Parts& parts,
                                       base::Diagnostics& diagnostics) {
  return tables::read_known(node, ids_of(parts.rows.table->rules()), messages::kNoClause,
                            diagnostics);
}

}  // namespace guichet::convention
