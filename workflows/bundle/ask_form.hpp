// The public request form, as intake.yaml's `form:` says it: which fields it asks, in which steps,
// under which words. Where a desk says nothing, what its path of requests asks for anyway.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/vocabulary/vocabulary.hpp"
#include "rules/feel/value.hpp"

namespace guichet::bundle {

struct Desk;

struct AskForm {
  struct Step {
    std::string title;  // empty: by what the fields are about
    std::vector<std::string> fields;
  };
  std::vector<Step> steps;            // empty: the desk does not say
  std::vector<std::string> required;  // of these; what saves a call is needed in any case
  std::map<std::string, std::string> questions;  // field -> what it is called in the form
  std::map<std::string, feel::Stored> set;       // facts of every request that comes by it
  // Timer or task of the request whose due day is when the person is called at the latest.
  std::string promise;

  bool asks(const std::string& field) const;
};

// Can a stranger be asked it when a request comes in? Needs and referrals have their own acts, and
// a list of free texts is written by the desk.
bool may_be_asked(const vocabulary::Field& field);

// The form of a desk, complete: the one that it writes, or the fields that intake requires and that
// the acts which say a request's themes take, by subject.
AskForm ask_form(const Desk& desk);

}  // namespace guichet::bundle
