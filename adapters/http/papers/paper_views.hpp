// Parts of a case's view that people laid into it beside its path: notes, documents, suggestions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::http {

struct NoteView {
  std::int64_t note = 0;  // its number, for whoever strikes it
  base::InstanceNumber n;
  std::string words, author;
  base::Instant at{};
  bool struck = false;
};

struct DocumentView {
  std::string key;  // its address: /api/cases/{id}/documents/{key}
  base::InstanceNumber n;
  std::string name, media_type, digest;
  std::int64_t size = 0;
  std::string from;                   // staff, partner, applicant
  std::string sender;                 // as people know it
  bool own = false;                   // the reader, or somebody of her institution, sent it
  std::vector<std::string> partners;  // ids of those that the desk shows it to; for the desk alone
  bool person = false;                // the desk shows it to the person; for the desk alone
  base::Instant at{};
};

// What a partner that was asked suggests instead of itself, and what the convention says of that.
struct SuggestionView {
  base::InstanceNumber n, need;
  std::string by, by_name, partner, partner_name, words;
  bool chosen = false;                  // the convention designates it
  std::vector<std::string> objections;  // sentences: which criterion keeps it from being designated
  base::Instant at{};
};

}  // namespace guichet::http
