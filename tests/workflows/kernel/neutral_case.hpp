// The neutral statechart cases of ../shared/statecharts/cases.json, read into plain data.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guichet::tests {

// A constant, a variable, or `left op right` with + - *.
struct Term {
  std::int64_t constant = 0;
  std::string variable;
  std::string op;
  std::vector<Term> operands;
};

struct Guard {
  enum class Kind { constant, in, compare, negation };
  Kind kind = Kind::constant;
  bool value = true;
  std::string state;           // in
  std::string op;              // compare: == != < <= > >=
  std::vector<Term> terms;     // compare: left, right
  std::vector<Guard> operand;  // negation: one
};

struct NeutralAction;
struct Branch {
  std::optional<Guard> when;
  std::vector<NeutralAction> run;
};
struct NeutralAction {
  enum class Kind { raise, send, cancel, assign, branch, log };
  Kind kind = Kind::log;
  std::string name;  // event, send id, variable or text
  std::string id;    // send: what cancel names
  std::int64_t delay_ms = 0;
  Term value;                    // assign
  std::vector<Branch> branches;  // branch: the first that holds
};

struct NeutralInitial {
  std::vector<std::string> targets;
  std::vector<NeutralAction> run;
};
struct NeutralTransition {
  std::vector<std::string> events;  // none: eventless
  std::optional<Guard> guard;
  std::vector<std::string> targets;
  bool internal = false;
  std::vector<NeutralAction> run;
};
struct NeutralState {
  std::string id;
  std::string kind;  // root atomic compound parallel final history
  bool deep = false;
  std::optional<NeutralInitial> initial;  // of a history: its default
  std::vector<NeutralAction> entry, exit;
  std::vector<NeutralTransition> transitions;
  std::vector<NeutralState> states;
};
struct NeutralStep {
  std::int64_t after_ms = 0;
  std::string event;
  std::vector<std::string> expected;
};
struct NeutralCase {
  std::string id;
  std::map<std::string, std::int64_t> variables;
  NeutralState root;
  std::optional<std::vector<std::string>> initial;
  std::vector<NeutralStep> steps;
  bool to_completion = false;
  std::vector<std::string> final;
};

// Throws std::runtime_error where the file is not as its README says.
std::vector<NeutralCase> read_neutral_cases(const std::string& path);

}  // namespace guichet::tests
