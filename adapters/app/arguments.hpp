// The command line of one sub-command: what it takes, as data, and what was given. Boost's
// Program_options behind it.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/message.hpp"

namespace guichet::app {

// Exit codes of every sub-command.
constexpr int kDone = 0;
constexpr int kWrongInput = 1;  // the input or the surroundings are wrong, or a test failed
constexpr int kUsage = 2;
constexpr int kFault = 70;

struct Option {
  std::string name;   // "database"
  std::string value;  // what stands after it in the help: "URL"; empty: a flag
  std::string help;
  bool required = false;
};

struct Usage {
  std::string command;                   // "check"
  std::string summary;                   // one line
  std::vector<std::string> positionals;  // "DIR", "[FILE]": in brackets where optional
  std::vector<Option> options;
  std::string epilogue;  // an example, what is printed
};

class Arguments {
 public:
  // The exit code where the command is not to run: help was asked (0) or the usage is wrong (2).
  static std::expected<Arguments, int> parse(const Usage& usage,
                                             const std::vector<std::string>& given);

  bool has(const std::string& name) const { return values_.contains(name); }
  std::string get(const std::string& name, std::string otherwise = {}) const;
  // The n-th positional; empty where it was not given.
  std::string at(std::size_t position) const;
  base::Language language() const;  // --lang, else the locale; French where neither says

 private:
  std::map<std::string, std::string> values_;
  std::vector<std::string> positionals_;
};

}  // namespace guichet::app
