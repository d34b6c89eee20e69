// What the partners' weekly meeting talks about, read off a case. A line stays on its agenda until
// somebody acts on what it is about (the need, or the referral that it came from), or that is over.
#pragma once

#include <vector>

#include "engine/cases/snapshot.hpp"

namespace guichet::store {

// Why a need is talked about, the strongest reason first. The last two only while they are news.
enum class Topic { none, line, opposite, silence, requalified, fresh };

struct Talk {
  Topic topic = Topic::none;  // the strongest
  base::Instant at{};         // since when it is news; max() where it stays until decided
};

// All that may be said of one need, or of the request itself (`about`, an open instance).
struct TalkedAbout {
  std::vector<const cases::AgendaItem*> lines;
  const cases::Instance* yes = nullptr;  // opposite answers, both or none
  const cases::Instance* no = nullptr;
  std::vector<const cases::Instance*> silences;
};

TalkedAbout talked_about(const cases::Snapshot& snapshot, const cases::Instance& about);
// What lists and databases keep of it; none for what is no need and no request, and what is closed.
Talk talk_of(const cases::Snapshot& snapshot, const cases::Instance& about);

}  // namespace guichet::store
