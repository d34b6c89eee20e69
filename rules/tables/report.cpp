#include "rules/tables/report.hpp"

#include "rules/tables/sentences.hpp"

namespace guichet::tables {

namespace {

using feel::Entry;
using feel::Value;

constexpr std::size_t kNearest = 3;
constexpr std::size_t kCounterfactuals = 5;

std::string base64(std::span<const std::uint64_t> words, std::size_t bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return i < bytes ? static_cast<std::uint32_t>(words[i / 8] >> (i % 8 * 8) & 0xFF) : 0;
  };
  std::string text;
  for (std::size_t i = 0; i < bytes; i += 3) {
    const std::uint32_t three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (std::size_t k = 0; k < 4; ++k)
      text += i + k > bytes ? '=' : kDigits[three >> (18 - 6 * k) & 0x3F];
  }
  return text;
}

class Reporter {
 public:
  Reporter(const DecisionTable& table, const Explanation& explanation, feel::Arena& arena,
           base::Language language)
      : table_(table), explanation_(explanation), arena_(arena), language_(language) {}

  Value report() {
    const Decision& decision = explanation_.decision;
    const Entry entries[] = {{"result", decision.result},
                             {"hit_policy", text(symbol_of(table_.hit()))},
                             {"matched", ids(explanation_.matched())},
                             {"selected", ids(decision.selected)},
                             {"rules", rules()},
                             {"inputs", inputs()},
                             {"diagnostics", problems()},
                             {"sentence", text(result_sentence(table_, explanation_, language_))},
                             {"nearest", nearest()},
                             {"counterfactual", changes()},
                             {"decision", text(table_.id())},
                             {"version", text(table_.parts().version)},
                             {"hash", text(table_.hash())},
                             {"clock", text(base::iso(explanation_.clock()))},
                             {"bits", bits()},
                             {"evaluated", evaluated()}};
    return arena_.context(entries);
  }

 private:
  Value text(std::string_view words) { return arena_.string(words); }
  Value id_of(RuleIndex rule) { return text(table_.rule(rule).id); }
  Value input_of(ColumnIndex column) { return text(table_.inputs()[column].id); }

  Value ids(const std::vector<RuleIndex>& rules) {
    std::vector<Value> all;
    for (const RuleIndex rule : rules) all.push_back(id_of(rule));
    return arena_.list(all);
  }

  Value columns(const std::vector<ColumnIndex>& columns) {
    std::vector<Value> all;
    for (const ColumnIndex column : columns) all.push_back(input_of(column));
    return arena_.list(all);
  }

  Value rules() {
    std::vector<Value> all;
    for (RuleIndex rule = 0; rule < table_.rules().size(); ++rule) {
      const Entry entries[] = {{"id", id_of(rule)}, {"failed", columns(explanation_.failed(rule))}};
      all.push_back(arena_.context(entries));
    }
    return arena_.list(all);
  }

  Value inputs() {
    std::vector<Entry> all;
    for (std::size_t i = 0; i < table_.inputs().size(); ++i)
      all.push_back({table_.inputs()[i].id, explanation_.inputs[i]});
    return arena_.context(all);
  }

  Value problems() {
    std::vector<Value> all;
    for (const Problem& problem : explanation_.decision.problems) {
      std::vector<Entry> entries{{"code", text(problem.what.key())},
                                 {"text", text(problem.what.in(language_))}};
      if (!problem.input.empty()) entries.push_back({"input", text(problem.input)});
      all.push_back(arena_.context(entries));
    }
    return arena_.list(all);
  }

  Value nearest() {
    std::vector<Value> all;
    for (const Miss& miss : nearest_misses(explanation_, table_, kNearest)) {
      const Entry entries[] = {
          {"id", id_of(miss.rule)},
          {"failed", columns(miss.failed)},
          {"sentence", text(sentence(table_, explanation_, miss.rule, language_))}};
      all.push_back(arena_.context(entries));
    }
    return arena_.list(all);
  }

  Value changes() {
    std::vector<Value> all;
    for (const Counterfactual& one : counterfactuals(explanation_, table_, kCounterfactuals)) {
      const Entry entries[] = {{"rule", id_of(one.rule)},
                               {"input", input_of(one.column)},
                               {"wanted", text(table_.rule(one.rule).cells[one.column].text)},
                               {"to", one.to ? arena_.copy(one.to->value()) : Value{}},
                               {"wins", Value::boolean(one.wins)},
                               {"sentence", text(counterfactual_sentence(table_, one, language_))}};
      all.push_back(arena_.context(entries));
    }
    return arena_.list(all);
  }

  Value bits() {
    std::vector<Entry> all;
    const std::size_t bytes = (table_.rules().size() + 7) / 8;
    for (ColumnIndex column = 0; column < table_.inputs().size(); ++column) {
      const auto row = explanation_.passes(column);
      std::vector<std::uint64_t> words(row.begin(), row.end());
      // The last bit is the index's own.
      words.back() &= (std::uint64_t{1} << (table_.rules().size() % 64)) - 1;
      all.push_back({table_.inputs()[column].id, text(base64(words, bytes))});
    }
    return arena_.context(all);
  }

  Value evaluated() {
    std::vector<Value> all;
    for (const Explanation::Evaluated& one : explanation_.evaluated) {
      const Entry entries[] = {{"rule", id_of(one.rule)},
                               {"input", input_of(one.column)},
                               {"passed", Value::boolean(one.passed)}};
      all.push_back(arena_.context(entries));
    }
    return arena_.list(all);
  }

  const DecisionTable& table_;
  const Explanation& explanation_;
  feel::Arena& arena_;
  const base::Language language_;
};

}  // namespace

Value report(const DecisionTable& table, const Explanation& explanation, feel::Arena& arena,
             base::Language language) {
  return Reporter(table, explanation, arena, language).report();
}

}  // namespace guichet::tables
