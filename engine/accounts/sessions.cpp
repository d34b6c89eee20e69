#include "engine/accounts/sessions.hpp"

#include <algorithm>
#include <array>

#include "engine/accounts/rates.hpp"
#include "engine/base/digest.hpp"

namespace guichet::accounts {
namespace {

using store::Session;
using store::SessionStage;

constexpr std::size_t kIdBytes = 32;
constexpr std::size_t kHandleBytes = 8;
constexpr std::chrono::minutes kTouchEvery{1};

std::chrono::minutes idle_of(const std::optional<store::Account>& account) {
  const bool keeps =
      account && std::ranges::find(account->personas, access::Persona::administrator) !=
                     account->personas.end();
  return keeps ? kIdleOfAdministrator : kIdleOfOthers;
}

// Gives the session an id of its own and keeps it.
Opened keep(store::AccountRows& rows, Random& random, Session session) {
  Opened opened{random_hex(random, kIdBytes), std::move(session)};
  opened.session.hash = base::sha256_hex(opened.id);
  opened.session.handle = random_hex(random, kHandleBytes);
  opened.session.csrf_secret = random_hex(random, kIdBytes);
  rows.save(opened.session);
  return opened;
}

Session begun(const Origin& origin, base::Instant now) {
  Session session;
  session.device = device_words(origin.browser);
  session.network = truncated_ip(origin.ip);
  session.created_at = session.seen_at = now;
  session.ends_at = now + kSessionLasts;
  return session;
}

}  // namespace

Opened open_session(store::AccountRows& rows, Random& random, const store::Account& account,
                    SessionStage stage, const Origin& origin, base::Instant now) {
  Session session = begun(origin, now);
  session.account = account.id;
  session.stage = stage;
  if (stage != SessionStage::open) session.ends_at = now + kSecondStepLasts;
  return keep(rows, random, std::move(session));
}

Opened open_link_session(store::AccountRows& rows, Random& random, const LinkVisit& visit,
                         const Origin& origin, base::Instant now) {
  Session session = begun(origin, now);
  session.link = visit.scope;
  session.asked = visit.asked;
  session.address = visit.address;
  return keep(rows, random, std::move(session));
}

std::optional<Live> find_session(store::AccountReader& rows, std::string_view id,
                                 base::Instant now) {
  if (id.size() != 2 * kIdBytes) return {};
  auto session = rows.session(base::sha256_hex(id));
  if (!session || session->ends_at <= now) return {};
  Live live{std::move(*session), {}};
  if (!live.session.account.empty()) {
    live.account = rows.account(live.session.account);
    if (!live.account || live.account->disabled_at) return {};
  }
  if (now - live.session.seen_at >= idle_of(live.account)) return {};
  return live;
}

bool wants_touch(const Session& session, base::Instant now) {
  return now - session.seen_at >= kTouchEvery;
}

void touch_session(store::AccountRows& rows, const std::string& hash, base::Instant now) {
  auto session = rows.session(hash);
  if (!session || session->seen_at >= now) return;
  session->seen_at = now;
  rows.save(*session);
}

Opened rotate_session(store::AccountRows& rows, Random& random, Session session, SessionStage stage,
                      std::optional<base::Instant> proven_at, base::Instant now) {
  rows.remove_session(session.hash);
  // Coming in is when its day begins; a later proof makes it no longer.
  if (session.stage != SessionStage::open && stage == SessionStage::open) {
    session.created_at = now;
    session.ends_at = now + kSessionLasts;
  }
  session.stage = stage;
  session.tries = 0;
  session.seen_at = now;
  session.proven_at = proven_at;
  return keep(rows, random, std::move(session));
}

bool is_freshly_proven(const Session& session, base::Instant now) {
  return session.proven_at && now >= *session.proven_at && now - *session.proven_at < kProofLasts;
}

std::string device_words(std::string_view user_agent) {
  struct Word {
    std::string_view mark, shown;
  };
  // The first that fits: browsers name those before them that they imitate.
  constexpr std::array kBrowsers{Word{"Firefox/", "Firefox"}, Word{"Edg/", "Edge"},
                                 Word{"OPR/", "Opera"},       Word{"Chrome/", "Chrome"},
                                 Word{"Safari/", "Safari"},   Word{"curl/", "curl"}};
  constexpr std::array kSystems{Word{"Android", "Android"}, Word{"iPhone", "iPhone"},
                                Word{"iPad", "iPad"},       Word{"Windows", "Windows"},
                                Word{"Mac OS X", "macOS"},  Word{"Linux", "Linux"}};
  const auto word_of = [&](const auto& words) -> std::string_view {
    for (const Word& each : words) {
      if (user_agent.find(each.mark) != std::string_view::npos) return each.shown;
    }
    return {};
  };
  std::string out(word_of(kBrowsers));
  if (const std::string_view system = word_of(kSystems); !system.empty()) {
    if (!out.empty()) out += ", ";
    out += system;
  }
  return out;
}

}  // namespace guichet::accounts
