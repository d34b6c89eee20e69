// A draft put in force, or what would come of it: by the same gate as the command line.
// Thread rule: these wait for what they write; not on the store's own thread.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "engine/publishing/draft.hpp"
#include "engine/publishing/homeless.hpp"
#include "engine/publishing/migration.hpp"
#include "engine/publishing/remark.hpp"
#include "engine/publishing/replay.hpp"
#include "engine/publishing/workshop.hpp"

namespace guichet::publishing {

// How the cases in flight are to be treated.
struct Passage {
  bool keep_in_flight = false;        // they finish under their own version
  std::optional<std::string> plan{};  // migration/1 texts: see parted_plans()
  std::string seen{};                 // seen_of() what was read over; empty: not said
  bool carries = false;               // nothing is published: cases go over to what is in force
};
// What somebody has read over before publishing: the draft and what it is laid over.
std::string seen_of(const Drafted& drafted);

// What would come of a draft. Without a sound desk there are remarks alone.
struct Outlook {
  std::vector<Remark> remarks;  // of the draft, its tests and promises, and the plan
  std::shared_ptr<const bundle::Desk> target;
  std::shared_ptr<const Gate> gate;
  std::shared_ptr<const migrate::Plan> plan;
  std::optional<Preview> preview;
  std::vector<Homeless> homeless;  // whom neither themselves nor the plan carry over
  std::optional<Replay> past;
  Forecast forecast;
};
// Lives `replay` past cases again, where it is not 0.
Outlook look_ahead(Workshop& workshop, const Drafted& drafted, const Passage& passage,
                   std::size_t replay, base::Language language);

struct NotPublished {
  int status = 422;  // 409 changed meanwhile
  std::vector<base::Message> reasons;
  std::vector<Remark> remarks;
  std::vector<std::string> failures;   // of scenarios and tests
  std::vector<std::string> suggested;  // plans that would carry the cases
};
struct PublishedDraft {
  std::string hash;
  std::size_t in_flight = 0;                  // open cases under other versions
  std::shared_ptr<const migrate::Plan> plan;  // by which they go over now; nullptr: they stay
};
// Puts the draft in force; there is no draft then. With `carries`, without a draft: cases that were
// left under earlier versions are to go over now.
std::expected<PublishedDraft, NotPublished> publish_draft(Workshop& workshop,
                                                          const Passage& passage,
                                                          const std::string& note,
                                                          const Editor& editor,
                                                          base::Language language);
// The cases in flight go over, as publishing promised. Takes as long as they are many.
void carry_over(desk::Desk& desk, const PublishedDraft& published, const access::Actor& actor);

}  // namespace guichet::publishing
