// Links of letters (`/r/12-3-<token>`): what one leads to, the code that opens it, the session that
// follows. The link itself proves nothing and opens nothing. One per served desk.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/http/entrance/reception.hpp"
#include "adapters/http/site.hpp"

namespace guichet::http {

// As it stands in the address bar, before anything is known of it.
struct Locator {
  base::CaseId kase;
  base::InstanceNumber n;
  std::string token;
};
// Nothing for a text that no letter ever held.
std::optional<Locator> read_locator(std::string_view text);

// How long a link still leads somewhere once what it asks about has ended.
constexpr std::chrono::hours kLinkOutlives{24 * 30};

// Where a genuine link leads. None of it but subject and deadline is shown before the code.
struct Destination {
  accounts::Link link;  // scope, who is asked, the address of record as it is today
  std::string to_name;
  bool is_referral = false;               // else the request's own person follows her case
  std::string subject;                    // title of the need's path
  std::optional<base::Instant> deadline;  // when silence is taken for an answer
  bool is_open = true;                    // may still be answered
  bool is_over = false;                   // its time is past: it opens nothing any more

  bool has_address() const { return !link.email.empty(); }
};

// A browser that asks, as far as coming in looks at it.
struct LinkCaller {
  std::string session, device, nonce;  // what its cookies hold
  accounts::Origin origin;
  base::Language language = base::Language::fr;
};

// The same without a link: what asks a partner that has an account. Nothing where there is no such
// case or instance.
std::optional<Destination> destination_of(desk::Desk& desk, base::CaseId kase,
                                          base::InstanceNumber n);
// When silence is taken for an answer: the timer of a state in which the referral is, whose firing
// means that.
std::optional<base::Instant> deadline_of(const bundle::Desk& desk, const cases::Instance& instance);

class ReplyLinks {
 public:
  // Requires: `site` outlives this object.
  explicit ReplyLinks(Site& site) : site_(site) {}
  ReplyLinks(const ReplyLinks&) = delete;

  // Nothing for a link that is not genuine, whatever is wrong with it. Reads the store.
  std::optional<Destination> find(const std::string& locator) const;
  // Has the sender of the request come in by this very link?
  static bool has_entered(const Request& request, const Destination& to);

  // The site's reception; on a desk without accounts, one of its own, made when first asked for.
  Reception& reception();
  LinkCaller caller_of(const Request& request);

  // -- on the reception's threads --
  // Sends a code to the address of record and gives the nonce for the browser. A link that leads
  // nowhere is answered, counted and delayed alike; nothing is sent.
  accounts::Outcome<std::string> send_code(const std::string& locator, const LinkCaller& caller);
  accounts::Outcome<accounts::Entered> enter(const std::string& locator, const std::string& code,
                                             bool trust, const LinkCaller& caller);
  // Without a code: from a browser that the address trusts or has just proved itself in.
  accounts::Outcome<accounts::Entered> enter_known(const std::string& locator,
                                                   const LinkCaller& caller);
  void leave(const LinkCaller& caller);

 private:
  // Where the link leads if a code may be sent and typed for it.
  std::optional<Destination> way_in(const std::string& locator) const;
  const std::string& secret() const;  // that tokens are made of

  Site& site_;
  mutable std::once_flag read_;
  mutable std::string secret_;
  std::once_flag made_;
  std::unique_ptr<Reception> own_;
};

// The site's, made when first asked for; nobody else owns it. Not from several threads.
ReplyLinks& links_of(Site& site);

// The cookies of a browser that has come in, and of one that leaves.
void keep_entry(Response& response, const accounts::Entered& entered, bool secure);
void forget_entry(Response& response, bool secure);
void keep_cookie(Response& response, std::string_view name, const std::string& value, bool secure,
                 std::optional<std::chrono::seconds> max_age = {});

// The letter that holds a code: no personal data, no link.
cases::LetterEffect code_letter(const Destination& to, const accounts::SentCode& sent,
                                const bundle::Settings& desk, base::Language language,
                                base::Instant now);

}  // namespace guichet::http
