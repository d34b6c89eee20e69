// What the handlers of a served desk share: the desk, who acts, what to do after a commit. One per
// process; outlives the server.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/transport/message.hpp"
#include "engine/base/error.hpp"
#include "engine/cases/command.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::publishing {
class Workshop;
}

namespace guichet::http {

class Changes;
class RateLimits;
class Reception;
class ReplyLinks;
class PublishedResults;
class SlowWork;

struct Site {
  desk::Desk& desk;
  // Set on the demonstration desk: moves its clock on, firing what falls due on the way.
  std::function<void(base::Instant)> move_clock;
  // Called after each command that changed something: timers and letters may be due sooner.
  std::function<void()> changed = [] {};
  // What whoever runs the desk should know of it: its folder says something else than what runs.
  // Asked for each page, from any thread; empty: nothing ever.
  std::function<std::optional<base::Message>()> notice{};
  // Who follows what changes; made by the API.
  std::shared_ptr<Changes> changes{};
  // Where people come in; none on a desk without accounts.
  Reception* reception = nullptr;
  // Sends a letter that is no case's, at once, and not after the instant: a code. From any thread.
  // Where empty, nobody gets a code, and the page says so.
  std::function<void(const cases::LetterEffect&, base::Instant)> post_now{};
  // Where faults of what works behind an answer are told; none: nowhere.
  base::Log* log = nullptr;
  // Threads for what must not hold up the loop; none in tests, which then work in place.
  SlowWork* slow = nullptr;
  // See form_limits().
  std::shared_ptr<RateLimits> form_limits{};
  // See workshop_of().
  std::shared_ptr<publishing::Workshop> workshop{};
  // See results_of().
  std::shared_ptr<PublishedResults> results{};
  // See links_of().
  std::shared_ptr<ReplyLinks> links{};
};

// Language of the answer: `?lang=`, else Accept-Language, else the desk's.
base::Language language_of(const Request& request, const Site& site);
// False for a request that another site's page makes the browser send (Sec-Fetch-Site, Origin).
bool is_from_this_site(const Request& request);

// Values typed into a form or sent as JSON strings, as fields. Every misfit at once, by field id.
using FieldErrors = std::vector<std::pair<std::string, base::Message>>;
std::expected<cases::Fields, FieldErrors> read_fields(const Pairs& given, const bundle::Desk& desk);
std::expected<cases::Fields, FieldErrors> read_fields(const feel::Value& given,
                                                      const bundle::Desk& desk);

// The site's notice, where it is for this asker: the desk's coordinators and administrators.
std::optional<base::Message> notice_for(const Site& site, const access::Principal& principal);

// Submits for whoever acts; `done` is called on the store's thread. An act on an instance that the
// principal may not touch is refused as if there were none.
void submit(Site& site, const Request& request, cases::Command command,
            std::function<void(cases::Outcome)> done);

}  // namespace guichet::http
