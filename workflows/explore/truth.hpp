// A condition seen from one instance of a situation: yes, no, or not to be decided from what is
// followed. Private to this module.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "workflows/explore/world.hpp"

namespace guichet::explore {

struct Sight {
  const Situation& situation;
  std::size_t instance = 0;
  const std::string& event;  // name of the trigger
  std::function<ValueNumber(FieldNumber)> value;
};

// Looks at conditions, and remembers what it saw: the same condition over the same values is
// evaluated once. One thread.
class Judge {
 public:
  explicit Judge(const Domains& domains);

  Truth truth_of(const feel::Expression& condition, const Sight& sight);
  // A property's condition: seen from the first instance.
  Truth truth_of(const feel::Expression& condition, const Situation& at, const std::string& event);
  const Domains& domains() const { return domains_; }

 private:
  Truth evaluated(const feel::Expression& condition, const Domains::Judged& judged,
                  const Sight& sight);

  const Domains& domains_;
  std::vector<std::vector<feel::Value>> values_;  // by field and number, as conditions see them
  std::vector<std::unordered_map<std::u16string, Truth>> known_;  // by condition, and what it reads
  std::vector<feel::Value> slots_;
  std::u16string key_;
  feel::Arena arena_;
};

}  // namespace guichet::explore
