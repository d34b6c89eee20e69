// rules/feel against feelin over the literal expressions of the OMG's kit: for each one that both
// get right, how many times as long feelin takes. run.sh feeds it.
// Usage: feel_kit_times EXPRESSIONS.jsonl FEELIN_TIMES.jsonl
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "engine/base/file.hpp"
#include "engine/json/json.hpp"
#include "rules/feel/expression.hpp"

using namespace guichet;

namespace {

constexpr double kBatchSeconds = 0.0003;
constexpr int kBatches = 5;

struct Case {
  std::string id, text;
  feel::Stored inputs, expected;
};

struct Measured {
  const Case* of = nullptr;
  double ours_ns = 0, theirs_ns = 0;
  bool folded = false;  // compiled to a constant
  double ratio() const { return theirs_ns / ours_ns; }
};

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Ends the process where the file cannot be read or a line is no JSON.
std::vector<feel::Stored> read_lines(const std::string& path) {
  std::vector<feel::Stored> out;
  const auto bytes = base::read_bytes(path);
  if (!bytes) {
    std::cerr << bytes.error().what.in(base::Language::en) << "\n";
    std::exit(1);
  }
  for (std::size_t from = 0; from < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', from), bytes->size());
    auto value = json::read_typed(std::string_view(*bytes).substr(from, end - from));
    if (!value) {
      std::cerr << path << ": " << value.error().what.in(base::Language::en) << "\n";
      std::exit(1);
    }
    out.push_back(std::move(*value));
    from = end + 1;
  }
  return out;
}

std::vector<Case> read_cases(const std::string& path) {
  std::vector<Case> out;
  for (const feel::Stored& line : read_lines(path)) {
    const feel::Value& value = line.value();
    out.push_back({std::string(value.member("id")->text()),
                   std::string(value.member("text")->text()), feel::Stored(*value.member("inputs")),
                   feel::Stored(*value.member("expected"))});
  }
  return out;
}

// By case; absent where feelin is wrong.
std::map<std::string, double> read_times(const std::string& path) {
  std::map<std::string, double> out;
  for (const feel::Stored& line : read_lines(path)) {
    const feel::Value& value = line.value();
    if (!value.member("right")->is_true()) continue;
    out[std::string(value.member("id")->text())] = value.member("ns")->as_double();
  }
  return out;
}

// The kit's tolerance for numbers, otherwise equal.
bool same(const feel::Value& actual, const feel::Value& expected) {
  using feel::Kind;
  if (actual.kind() != expected.kind()) return false;
  if (actual.kind() == Kind::number) {
    return feel::equal(actual, expected) ||
           std::abs(actual.as_double() - expected.as_double()) < 1e-8;
  }
  if (actual.kind() == Kind::list) {
    return std::ranges::equal(actual.items(), expected.items(), same);
  }
  if (actual.kind() == Kind::context) {
    if (actual.entries().size() != expected.entries().size()) return false;
    return std::ranges::all_of(expected.entries(), [&](const feel::Entry& each) {
      const feel::Value* member = actual.member(each.name);
      return member != nullptr && same(*member, each.value);
    });
  }
  return feel::equal(actual, expected);
}

class Timer {
 public:
  explicit Timer(const Case& of) : case_(of) {
    feel::Scope scope;
    scope.set_lenient(true);
    for (const feel::Entry& entry : of.inputs.value().entries()) {
      scope.declare(std::string(entry.name));
      variables_.push_back(entry.value);
    }
    const base::Source source = base::make_source(of.id, of.text);
    base::Diagnostics diagnostics;
    expression_ = feel::compile({of.text, {source, 0, 0}}, scope, diagnostics);
  }

  bool is_right() { return !expression_.empty() && same(evaluate_once(), case_.expected.value()); }
  bool is_folded() const { return expression_.constant().has_value(); }

  double ns_per_call() {
    std::size_t count = 16;
    while (batch(count) < kBatchSeconds) count *= 2;
    double best = batch(count);
    for (int i = 1; i < kBatches; ++i) best = std::min(best, batch(count));
    return best / static_cast<double>(count) * 1e9;
  }

 private:
  feel::Value evaluate_once() {
    arena_.clear();
    run_.notes.clear();
    return feel::evaluate(expression_, variables_, run_);
  }
  double batch(std::size_t count) {
    const double before = seconds();
    std::size_t nulls = 0;
    for (std::size_t i = 0; i < count; ++i) nulls += evaluate_once().is_null() ? 1 : 0;
    nulls_ = nulls;
    return seconds() - before;
  }

  const Case& case_;
  std::vector<feel::Value> variables_;
  feel::Expression expression_;
  feel::Arena arena_;
  feel::Evaluation run_{.arena = arena_, .now = base::Instant{}};
  volatile std::size_t nulls_ = 0;  // so that no evaluation is left out
};

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

template <typename Filter>
void print_quartiles(const char* what, const std::vector<Measured>& all, Filter chosen) {
  std::vector<double> ratios, ours, theirs;
  for (const Measured& each : all) {
    if (!chosen(each)) continue;
    ratios.push_back(each.ratio());
    ours.push_back(each.ours_ns);
    theirs.push_back(each.theirs_ns);
  }
  fmt::print("{:<34} {:>5}  median {:>8.1f}  quartiles {:>7.1f} {:>8.1f}  ns {:>6.0f} / {:>8.0f}\n",
             what, ratios.size(), quantile(ratios, 0.5), quantile(ratios, 0.25),
             quantile(ratios, 0.75), quantile(ours, 0.5), quantile(theirs, 0.5));
}

void print_slowest(std::vector<Measured> all, std::size_t count) {
  std::ranges::sort(all, {}, &Measured::ratio);
  fmt::print("smallest ratios (times as fast; ns ours, theirs):\n");
  for (const Measured& each : std::span(all).first(std::min(count, all.size()))) {
    std::string text = each.of->text.substr(0, 70);
    std::ranges::replace(text, '\n', ' ');
    fmt::print("{:>9.1f} {:>8.0f} {:>9.0f}  {}  {}\n", each.ratio(), each.ours_ns, each.theirs_ns,
               each.of->id, text);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: feel_kit_times EXPRESSIONS.jsonl FEELIN_TIMES.jsonl\n";
    return 2;
  }
  const std::vector<Case> cases = read_cases(argv[1]);
  const std::map<std::string, double> theirs = read_times(argv[2]);
  std::vector<Measured> measured;
  std::size_t right = 0;
  for (const Case& each : cases) {
    Timer timer(each);
    if (!timer.is_right()) continue;
    ++right;
    const auto found = theirs.find(each.id);
    if (found == theirs.end()) continue;
    measured.push_back({.of = &each,
                        .ours_ns = timer.ns_per_call(),
                        .theirs_ns = found->second,
                        .folded = timer.is_folded()});
  }
  fmt::print("literal expressions: {}; right here: {}, in feelin: {}, in both: {}\n\n",
             cases.size(), right, theirs.size(), measured.size());
  const auto not_null = [](const Measured& each) { return !each.of->expected.is_null(); };
  const auto folded = [](const Measured& each) { return each.folded; };
  print_quartiles("all that both get right", measured, [](const Measured&) { return true; });
  print_quartiles("expecting a value", measured, not_null);
  print_quartiles("folded whole when compiled", measured, folded);
  print_quartiles("evaluated each time", measured, std::not_fn(folded));
  print_quartiles("reading inputs", measured,
                  [](const Measured& each) { return !each.of->inputs.value().entries().empty(); });
  fmt::print("\n");
  print_slowest(measured, 10);
  return 0;
}
