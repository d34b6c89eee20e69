// Commands that lay something into a case beside its path; see papers.hpp and command.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/id.hpp"

namespace guichet::cases {

// The desk writes down something for itself.
struct AddNote {
  base::InstanceNumber n{1};
  std::string words;
};
struct StrikeNote {
  std::int64_t note = 0;  // number of its fact
};
// Whoever may write to the case sends a file. Requires: `digest` is the sha256 of the content.
struct AddDocument {
  base::InstanceNumber n{1};
  std::string name;
  std::string digest;
  std::shared_ptr<const std::string> content;
  std::vector<std::string> partners{};  // whom the desk shows it to
  bool person = false;                  // the desk shows it to the person of the case
};
// To whom the desk shows it from now on: in place of what was said before.
struct ShareDocument {
  std::string key;
  std::vector<std::string> partners;
  bool person = false;
};
struct RemoveDocument {
  std::string key;
};
// The two are not about the same person or firm: nobody proposes to merge them again. And back.
struct KeepApart {
  base::CaseId other{};
  bool apart = true;
};
// The other side of these two, submitted by the desk itself in the same transaction.
struct NoteApart {
  base::CaseId other{};
  std::string number;
  bool apart = true;
};
// The partner that a referral asks names another one; this answers nothing.
struct Suggest {
  base::InstanceNumber n;
  std::string partner;
  std::string words;
};

}  // namespace guichet::cases
