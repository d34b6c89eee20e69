// statechart_conformance FILE: plays the neutral cases on a virtual clock, each in two ways. The
// failures come first, then one count a way; the last line is `N passed, N failed`.
#include <cstdio>
#include <exception>

#include "tests/workflows/kernel/virtual_clock.hpp"

using guichet::tests::NeutralCase;

namespace {

struct Way {
  const char* name;
  std::optional<std::string> (*play)(const NeutralCase&);
  int passed = 0;
  int failed = 0;
};

void play(Way& way, const NeutralCase& neutral) {
  const auto fault = way.play(neutral);
  ++(fault ? way.failed : way.passed);
  if (fault) std::printf("%s (%s): %s\n", neutral.id.c_str(), way.name, fault->c_str());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: statechart_conformance FILE\n");
    return 2;
  }
  try {
    Way ways[] = {{"model", guichet::tests::play_on_model}, {"YAML", guichet::tests::play_on_yaml}};
    const auto cases = guichet::tests::read_neutral_cases(arguments[1]);
    for (const NeutralCase& neutral : cases) {
      for (Way& way : ways) play(way, neutral);
    }
    int passed = 0, failed = 0;
    for (const Way& way : ways) {
      std::printf("%s: %d of %zu\n", way.name, way.passed, cases.size());
      passed += way.passed;
      failed += way.failed;
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? 0 : 1;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "statechart_conformance: %s\n", fault.what());
    return 1;
  }
}
