// What people lay into a case beside its path: notes, documents, a partner's suggestion, words
// about other cases. Part of the snapshot; what people wrote and sent is gone with its personal
// data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::cases {

// A case that this one is one with, or of which somebody said that it is not.
struct OtherCase {
  base::CaseId id{};
  std::string number;
};

// Of the desk, for the desk. A note that was struck stays readable as such.
struct Note {
  std::int64_t seq = 0;  // of its fact, by which it is named
  base::InstanceNumber n;
  std::string words;
  std::string by;  // id of its author
  base::Instant at{};
  bool struck = false;
};

// A file that somebody sent. Its bytes lie in the store, under the key.
struct Document {
  std::string key;
  base::InstanceNumber n;
  std::string name;                   // as its sender calls it
  std::string media_type;             // of its bytes, whatever the name says
  std::string digest;                 // sha256, hex
  std::int64_t size = 0;              // bytes
  std::string by;                     // id of its sender
  std::string from;                   // staff, partner, applicant
  std::string partner;                // the sender's institution, where a partner sent it
  std::vector<std::string> partners;  // whom the desk shows it to
  bool person = false;                // the desk shows it to the person of the case
  base::Instant at{};
};

// A partner that was asked names another one. Nothing follows by itself.
struct Suggestion {
  std::int64_t seq = 0;
  base::InstanceNumber n;  // the referral that it answers
  std::string by;          // institution that suggests
  std::string partner;     // institution that it suggests
  std::string words;
  base::Instant at{};
};

}  // namespace guichet::cases
