// Facts of what people lay into a case beside its path; see papers.hpp and event.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/id.hpp"

namespace guichet::cases {

struct NoteAdded {
  base::InstanceNumber n;
  std::string words, by;
};
struct NoteStruck {
  base::InstanceNumber n;
  std::int64_t note = 0;  // number of the fact that added it
};
struct DocumentAdded {
  base::InstanceNumber n;
  std::string key, name, media_type, digest;
  std::int64_t size = 0;
  std::string by, from, partner;
  std::vector<std::string> partners;
  bool person = false;
};
// From now on the document is shown to these, besides desk and sender.
struct DocumentShared {
  base::InstanceNumber n;
  std::string key, name;
  std::vector<std::string> partners;
  bool person = false;
};
// Its bytes are gone.
struct DocumentRemoved {
  base::InstanceNumber n;
  std::string key, name;
};
// This case and that one are not about the same person or firm; or nobody says so any more.
struct CasesKeptApart {
  base::CaseId other{};
  std::string number;
  bool apart = true;
};
struct PartnerSuggested {
  base::InstanceNumber n;  // the referral
  std::string by, partner, words;
};

}  // namespace guichet::cases
