// Folds the facts of papers.hpp. Private to apply.cpp.
#pragma once

#include <algorithm>

#include "engine/cases/event_papers.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::cases {

class PapersFolding {
 public:
  PapersFolding(Snapshot& snapshot, std::int64_t seq, base::Instant at)
      : extras_(snapshot.extras), seq_(seq), at_(at) {}

  void operator()(const NoteAdded& e) {
    extras_.notes.push_back({.seq = seq_, .n = e.n, .words = e.words, .by = e.by, .at = at_});
  }
  void operator()(const NoteStruck& e) {
    for (Note& note : extras_.notes) note.struck = note.struck || note.seq == e.note;
  }
  void operator()(const DocumentAdded& e) {
    extras_.documents.push_back({.key = e.key,
                                 .n = e.n,
                                 .name = e.name,
                                 .media_type = e.media_type,
                                 .digest = e.digest,
                                 .size = e.size,
                                 .by = e.by,
                                 .from = e.from,
                                 .partner = e.partner,
                                 .partners = e.partners,
                                 .person = e.person,
                                 .at = at_});
  }
  void operator()(const DocumentShared& e) {
    for (Document& document : extras_.documents) {
      if (document.key != e.key) continue;
      document.partners = e.partners;
      document.person = e.person;
    }
  }
  void operator()(const DocumentRemoved& e) {
    std::erase_if(extras_.documents, [&](const Document& each) { return each.key == e.key; });
  }
  void operator()(const CasesKeptApart& e) {
    std::erase_if(extras_.apart, [&](const OtherCase& each) { return each.id == e.other; });
    if (e.apart) extras_.apart.push_back({e.other, e.number});
  }
  void operator()(const PartnerSuggested& e) {
    extras_.suggestions.push_back(
        {.seq = seq_, .n = e.n, .by = e.by, .partner = e.partner, .words = e.words, .at = at_});
  }

 protected:
  // What people wrote and sent is personal, all of it.
  void take_papers() {
    extras_.notes.clear();
    extras_.documents.clear();
    extras_.suggestions.clear();
  }

 private:
  CaseExtras& extras_;
  std::int64_t seq_;
  base::Instant at_;
};

}  // namespace guichet::cases
