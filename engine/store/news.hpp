// What a Reader tells of many cases at once without reading any of them whole: what the meeting
// talks about, which cases moved, who is known by a value.
#pragma once

#include <string>
#include <vector>

#include "engine/access/sight.hpp"
#include "engine/cases/event.hpp"
#include "engine/store/meeting.hpp"

namespace guichet::store {

struct Page {
  std::size_t first = 0, most = 25;
};

struct MeetingRow {
  base::CaseId kase;
  base::InstanceNumber n;
  Topic topic = Topic::none;
};

class NewsReader {
 public:
  enum class Which { open, closed_too };

  virtual ~NewsReader() = default;
  // By topic, then the newest case first. News is what is so since `since`. `total`: of all pages.
  virtual std::vector<MeetingRow> meeting(const access::Sight& visible_to, base::Instant since,
                                          const Page& page, std::size_t& total) = 0;
  // Cases of the owner (empty: everybody's), closed ones too, in which something happened at
  // `since` or later; those where it did last come first.
  virtual std::vector<base::CaseId> moved(const std::string& owner, base::Instant since,
                                          const Page& page, std::size_t& total) = 0;
  virtual std::vector<cases::Fact> facts_since(base::CaseId id, base::Instant since) = 0;
  // Cases whose person or firm has, or had, the value in the field; the newest first.
  virtual std::vector<base::CaseId> known_by(const std::string& field, const feel::Stored& value,
                                             Which which, std::size_t most) = 0;
};

}  // namespace guichet::store
