// A test file of the OMG's kit as it is written: cases with inputs and expected results.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "rules/feel/value.hpp"

namespace guichet::dmn::tck {

struct ExpectedNode {
  std::string name;
  bool is_error = false;
  feel::Stored expected;
};

struct Case {
  std::string id;
  std::string type = "decision";  // or "bkm", "decisionService"
  std::string invocable;          // of the last two
  feel::Stored inputs;            // a context
  std::vector<ExpectedNode> nodes;

  bool expects_value() const;  // of some node
};

struct TestFile {
  std::string model;  // file name of the model, beside the test file
  std::vector<Case> cases;

  bool uses_flags() const;  // some result is flagged as an error
};

// Nothing, with diagnostics, where the file is no test file.
std::optional<TestFile> read_test_file(const std::string& path, base::Diagnostics& diagnostics);

// Numbers may differ by less than 1e-8; contexts have the same members, lists the same order.
bool matches(const feel::Value& expected, const feel::Value& got);

}  // namespace guichet::dmn::tck
