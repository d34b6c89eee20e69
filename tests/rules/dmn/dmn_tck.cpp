// Runs the OMG's Technology Compatibility Kit: `dmn_tck DIR [--strict]`. Every test file under DIR
// (`<folder>-test-NN.xml`) is run against the model beside it. Failures are listed, then how many
// of the cases that expect a value passed, then all. With --strict the kit's error flag counts too,
// in the files that use it: the kit's older ones flag nothing, whatever they test (`100 / 0` is an
// error in 0100 and `10 / 0` is none in 0105), so that they say nothing of errors.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "tests/rules/dmn/tck_case.hpp"
#include "tests/rules/dmn/tck_java.hpp"

namespace {

namespace fs = std::filesystem;
using namespace guichet;  // NOLINT: a main file

// A summer noon, so that zones with and without daylight saving time are told apart.
constexpr auto kNow =
    std::chrono::sys_days{std::chrono::year{2026} / 7 / 1} + std::chrono::hours{12};

struct Counts {
  int passed = 0, failed = 0;
  int values = 0, values_passed = 0;
};

class Kit {
 public:
  explicit Kit(bool strict) : strict_(strict) {}

  void run_file(const fs::path& path) {
    base::Diagnostics diagnostics;
    const auto file = dmn::tck::read_test_file(path.string(), diagnostics);
    if (!file) {
      std::cout << path.string() << ": not a test file\n"
                << base::render_text(diagnostics, base::Language::en);
      ++counts.failed;
      return;
    }
    dmn::ModelOptions options;
    options.lenient = true;
    options.externals = dmn::tck::java_functions();
    const std::string model_path = (path.parent_path() / file->model).string();
    const auto model = dmn::load_model_file(model_path, options, diagnostics);
    if (model == nullptr) {
      std::cout << model_path << ": not a model\n";
      for (const base::Diagnostic& one : diagnostics.sorted())
        if (one.severity == base::Severity::error)
          std::cout << base::render_text(one, base::Language::en);
    }
    flags_count_ = strict_ && file->uses_flags();
    for (const dmn::tck::Case& one : file->cases) count(one, run_case(path, model.get(), one));
  }

  Counts counts;

 private:
  void count(const dmn::tck::Case& one, bool passed) {
    ++(passed ? counts.passed : counts.failed);
    if (!one.expects_value()) return;
    ++counts.values;
    counts.values_passed += passed ? 1 : 0;
  }

  bool run_case(const fs::path& path, const dmn::Model* model, const dmn::tck::Case& one) {
    if (model == nullptr) return false;
    bool passed = !one.nodes.empty();
    for (const dmn::tck::ExpectedNode& node : one.nodes) {
      feel::Arena arena;
      feel::Evaluation run{.arena = arena, .now = kNow};
      const auto outcome = evaluate(*model, one, node, run);
      const std::string failure = compare(node, outcome);
      if (failure.empty()) continue;
      passed = false;
      std::cout << path.filename().string() << " case " << one.id << " node " << node.name << ": "
                << failure << "\n";
    }
    return passed;
  }

  static std::optional<dmn::Outcome> evaluate(const dmn::Model& model, const dmn::tck::Case& one,
                                              const dmn::tck::ExpectedNode& node,
                                              feel::Evaluation& run) {
    const feel::Value inputs = one.inputs.value();
    if (one.type == "bkm") return model.call_knowledge(one.invocable, inputs, run);
    if (one.type != "decisionService") return model.decide(node.name, inputs, run);
    auto outcome = model.call_service(one.invocable, inputs, run);
    // Several outputs make a context of them.
    if (outcome && one.nodes.size() > 1 && outcome->value.kind() == feel::Kind::context) {
      const feel::Value* member = outcome->value.member(node.name);
      if (member == nullptr) return std::nullopt;
      outcome->value = *member;
    }
    return outcome;
  }

  std::string compare(const dmn::tck::ExpectedNode& node,
                      const std::optional<dmn::Outcome>& outcome) const {
    const std::string expected = feel::to_literal(node.expected.value());
    if (!outcome) return "expected " + expected + ", but the model has no such node";
    std::string reasons;
    for (const dmn::Problem& problem : outcome->problems)
      if (reasons.size() < 300) reasons += "; " + problem.what.in(base::Language::en);
    if (!dmn::tck::matches(node.expected.value(), outcome->value))
      return "expected " + expected + ", got " + feel::to_literal(outcome->value) +
             (outcome->had_errors ? " (error)" : "") + reasons;
    if (!flags_count_ || outcome->had_errors == node.is_error) return {};
    return std::string("expected ") + (node.is_error ? "an error" : "no error") + ", got " +
           (outcome->had_errors ? "one" : "none") + " with " + expected + reasons;
  }

  bool strict_;
  bool flags_count_ = false;  // in the file at hand
};

bool is_test_file(const fs::path& path) {
  const std::string name = path.stem().string();
  const std::size_t at = name.rfind("-test-");
  if (path.extension() != ".xml" || at == std::string::npos || name.size() != at + 8) return false;
  return std::isdigit(static_cast<unsigned char>(name[at + 6])) &&
         std::isdigit(static_cast<unsigned char>(name[at + 7]));
}

int usage() {
  std::cerr << "usage: dmn_tck DIR [--strict]\n";
  return 2;
}

}  // namespace

int main(int count, char** words) {
  std::string folder;
  bool strict = false;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--strict")
      strict = true;
    else if (folder.empty() && !word.starts_with("-"))
      folder = word;
    else
      return usage();
  }
  if (folder.empty()) return usage();
  std::error_code failed;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed))
    if (is_test_file(entry->path())) files.push_back(entry->path());
  if (failed || files.empty()) {
    std::cerr << "dmn_tck: " << folder << " holds no test files\n";
    return 1;
  }
  std::sort(files.begin(), files.end());
  Kit kit(strict);
  for (const fs::path& file : files) kit.run_file(file);
  const Counts& counts = kit.counts;
  std::cout << "expecting a value: " << counts.values_passed << " of " << counts.values << "\n"
            << counts.passed << " passed, " << counts.failed << " failed\n";
  return counts.failed == 0 ? 0 : 1;
}
