// What a sub-command prints, and what is written to a stream.
#pragma once

#include <iostream>
#include <sstream>
#include <string>

#include "adapters/app/commands.hpp"

namespace guichet::tests {

// While it lives.
class Captured {
 public:
  explicit Captured(std::ostream& stream) : stream_(stream), before_(stream.rdbuf(text_.rdbuf())) {}
  ~Captured() { stream_.rdbuf(before_); }
  Captured(const Captured&) = delete;
  std::string text() const { return text_.str(); }

 private:
  std::ostringstream text_;
  std::ostream& stream_;
  std::streambuf* before_;
};

// What came of a sub-command.
struct Run {
  int exit = 0;
  std::string out, err;
};
inline Run run(int (*command)(const app::Words&), const app::Words& words) {
  const Captured out(std::cout), err(std::cerr);
  const int exit = command(words);
  return {exit, out.text(), err.text()};
}

}  // namespace guichet::tests
