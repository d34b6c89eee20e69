// Parts of a case's view that are read off its journal: the act that may be taken back, what was
// said about passing the request on, cases that are one with it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::http {

// The last act of the case, which may be taken back: what goes with it, and what does not.
struct UndoView {
  std::int64_t act = 0;  // number of its fact, for whoever undoes it
  std::string title, actor;
  base::Instant at{};
  std::vector<std::string> changes;            // sentences: what it changed
  std::vector<std::string> called_back, left;  // letters that will not leave; that have left
};

// What the person said about passing the request on: given, refused, withdrawn; "" nothing yet.
struct ConsentView {
  struct Said {
    std::string partner, name, state;
  };
  std::string field, label;    // of the desk; empty where it asks for no consent
  std::string others;          // for all partners but those named
  std::vector<Said> partners;  // of whom something else was said
};

struct OtherCaseView {
  base::CaseId id;
  std::string number;
};

}  // namespace guichet::http
