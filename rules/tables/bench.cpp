#include "rules/tables/bench.hpp"

#include <fmt/format.h>

#include "rules/tables/messages.hpp"

namespace guichet::tables {

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0 && text.substr(0, end) != "\r") lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Reads every byte of a value, so that it has to be there.
std::uint64_t mixed(std::uint64_t sum, const feel::Value& value) {
  constexpr std::uint64_t kPrime = 1'099'511'628'211u;
  sum = (sum ^ static_cast<std::uint64_t>(value.kind())) * kPrime;
  if (value.kind() == feel::Kind::string) {
    for (const char c : value.text()) sum = (sum ^ static_cast<unsigned char>(c)) * kPrime;
  } else if (value.kind() == feel::Kind::context) {
    for (const feel::Entry& entry : value.entries()) sum = mixed(sum, entry.value);
  } else if (value.kind() == feel::Kind::list) {
    for (const feel::Value& item : value.items()) sum = mixed(sum, item);
  } else if (value.kind() == feel::Kind::number) {
    sum = (sum ^ static_cast<std::uint64_t>(value.as_integer().value_or(1))) * kPrime;
  }
  return sum;
}

bool holds(const feel::Value& result, const feel::Value& expected) {
  if (expected.kind() != feel::Kind::context) return feel::equal(result, expected);
  if (result.kind() != feel::Kind::context) return false;
  for (const feel::Entry& entry : expected.entries()) {
    const feel::Value* value = result.member(entry.name);
    if (value == nullptr || !feel::equal(*value, entry.value)) return false;
  }
  return true;
}

class Bench {
 public:
  Bench(const DecisionTable& table, const JsonCodec& json, const std::function<double()>& seconds)
      : table_(table), json_(json), seconds_(seconds) {}

  base::Result<BenchResult> run(std::string_view inputs, std::string_view expected) {
    lines_ = lines_of(inputs);
    const auto wanted = lines_of(expected);
    if (lines_.empty())
      return std::unexpected(
          base::Error{base::ErrorKind::input, base::Message(messages::kBenchEmpty)});
    if (!expected.empty() && wanted.size() != lines_.size())
      return std::unexpected(base::Error{
          base::ErrorKind::input,
          base::Message(messages::kBenchLines,
                        {std::to_string(lines_.size()), std::to_string(wanted.size())})});
    if (auto failure = prepare()) return std::unexpected(*failure);
    result_.rules = table_.rules().size();
    result_.inputs = lines_.size();
    if (auto failure = compare(wanted)) return std::unexpected(*failure);
    result_.us_per_decision = per_input([&](std::size_t i) { decide_one(i); });
    result_.us_per_decision_explained = per_input([&](std::size_t i) { explain_one(i); });
    result_.us_json_to_json = per_input([&](std::size_t i) { json_to_json(i); });
    return result_;
  }

 private:
  // Each input's variables, in values and strings of its own.
  std::optional<base::Error> prepare() {
    prepared_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto context = json_.read(lines_[i], inputs_);
      if (!context) return context.error();
      bind_variables(table_, *context, prepared_[i]);
    }
    return {};
  }

  std::optional<base::Error> compare(const std::vector<std::string_view>& wanted) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      arena_.clear();
      feel::Evaluation run{arena_};
      decide(table_, prepared_[i], run, workspace_, decision_);
      const auto expected = json_.read(wanted[i], arena_);
      if (!expected) return expected.error();
      if (!holds(decision_.result, *expected)) ++result_.wrong;
    }
    return {};
  }

  // Whole passes over the inputs for half a second, after one to warm up; the fastest counts.
  template <typename Work>
  double per_input(Work&& work) {
    constexpr double kSeconds = 0.5;
    double best = 0;
    const double begun = seconds_();
    for (int pass = 0; pass < 2 || seconds_() - begun < kSeconds; ++pass) {
      const double before = seconds_();
      for (std::size_t i = 0; i < lines_.size(); ++i) work(i);
      const double spent = seconds_() - before;
      if (pass == 1 || (pass > 1 && spent < best)) best = spent;
    }
    return best * 1e6 / static_cast<double>(lines_.size());
  }

  void decide_one(std::size_t i) {
    arena_.clear();
    run_.notes.clear();
    decide(table_, prepared_[i], run_, workspace_, decision_);
    result_.checksum = mixed(result_.checksum, decision_.result);
  }

  void explain_one(std::size_t i) {
    arena_.clear();
    run_.notes.clear();
    explain(table_, prepared_[i], run_, workspace_, explanation_);
    result_.checksum = mixed(result_.checksum, explanation_.decision.result);
    // Who failed where is there for every rule; that of some rule or other is read.
    const auto rule = static_cast<RuleIndex>(i * 7919 % (table_.rules().size() + 1));
    if (rule < table_.rules().size())
      for (const ColumnIndex column : explanation_.failed(rule)) result_.checksum += column + 1;
    for (const RuleIndex matched : explanation_.decision.matched) result_.checksum ^= matched;
  }

  void json_to_json(std::size_t i) {
    arena_.clear();
    run_.notes.clear();
    const auto context = json_.read(lines_[i], arena_);
    bind_variables(table_, context ? *context : feel::Value{}, workspace_.variables);
    decide(table_, workspace_.variables, run_, workspace_, decision_);
    for (const char c : json_.write(decision_.result))
      result_.checksum = result_.checksum * 31 + static_cast<unsigned char>(c);
  }

  const DecisionTable& table_;
  const JsonCodec& json_;
  const std::function<double()>& seconds_;
  std::vector<std::string_view> lines_;
  feel::Arena inputs_, arena_;
  feel::Evaluation run_{arena_};
  std::vector<std::vector<feel::Value>> prepared_;
  Workspace workspace_;
  Decision decision_;
  Explanation explanation_;
  BenchResult result_;
};

}  // namespace

base::Result<BenchResult> bench_decide(const DecisionTable& table, std::string_view inputs,
                                       std::string_view expected, double load_ms,
                                       const JsonCodec& json,
                                       const std::function<double()>& monotonic_seconds) {
  auto result = Bench(table, json, monotonic_seconds).run(inputs, expected);
  if (result) result->load_ms = load_ms;
  return result;
}

std::string to_json(const BenchResult& result) {
  return fmt::format(
      R"({{"rules":{},"inputs":{},"wrong":{},"us_per_decision":{:.3f},)"
      R"("us_per_decision_explained":{:.3f},"us_json_to_json":{:.3f},"load_ms":{:.1f},)"
      R"("checksum":"{:016x}"}})",
      result.rules, result.inputs, result.wrong, result.us_per_decision,
      result.us_per_decision_explained, result.us_json_to_json, result.load_ms, result.checksum);
}

std::string to_json(const DecisionTable& table, const ProofCounts& counts) {
  const auto question = [](std::string_view name, const ProofCounts::Question& one) {
    return fmt::format(R"(,"{}":{{"found":{},"more":{},"inconclusive":{},"ms":{:.2f}}})", name,
                       one.found, one.more, one.inconclusive, one.ms);
  };
  return fmt::format(R"({{"rules":{},"columns":{},"ms":{:.2f},"inconclusive":{})",
                     table.rules().size(), table.inputs().size(),
                     counts.space_ms + counts.gaps.ms + counts.overlaps.ms,
                     counts.gaps.inconclusive || counts.overlaps.inconclusive) +
         question("gaps", counts.gaps) + question("overlaps", counts.overlaps) +
         question("unreachable", counts.unreachable) + question("subsumed", counts.subsumed) + "}";
}

}  // namespace guichet::tables
