#include "adapters/http/entrance/account_identity.hpp"

#include "adapters/http/entrance/reception.hpp"
#include "engine/access/rights.hpp"
#include "engine/access/roles.hpp"
#include "engine/accounts/api_keys.hpp"
#include "engine/accounts/sessions.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::http {
namespace {

using access::Actor;
using access::ActorKind;
using access::Persona;
using access::Principal;

class AccountIdentity final : public Identity {
 public:
  AccountIdentity(const desk::Desk& desk, store::Store& store, const base::Clock& clock,
                  bool secure)
      : desk_(desk), store_(store), clock_(clock), cookie_(session_cookie(secure)) {}

  Principal find(const Request& request) const override {
    // A key that does not fit is nobody's: the cookie beside it is not looked at.
    if (request.headers.has("Authorization")) {
      return by_key(request.headers.get("Authorization"));
    }
    const std::string& id = request.cookies.get(cookie_);
    return id.empty() ? Principal{} : by_session(id, !is_poll(request));
  }

 private:
  Principal by_key(std::string_view header) const {
    constexpr std::string_view kScheme = "Bearer ";
    if (!header.starts_with(kScheme)) return {};
    header.remove_prefix(kScheme.size());
    const base::Instant now = clock_.now();
    std::optional<store::ApiKey> key;
    store_.read([&](store::Reader& reader) {
      key = accounts::find_api_key(reader.accounts(), header, now);
    });
    if (!key) return {};
    if (accounts::wants_note(*key, now)) {
      write_behind([hash = key->hash, now](store::AccountRows& rows) {
        accounts::use_api_key(rows, hash, now);
      });
    }
    return of_key(*key);
  }

  Principal of_key(const store::ApiKey& key) const {
    Principal out{.persona = Persona::service, .account = key.id};
    if (key.partner.empty()) {
      out.actor = {.kind = ActorKind::system, .id = "key:" + key.id, .name = key.label};
    } else {
      if (desk_.directory().find(key.partner) == nullptr) return {};
      out.actor = access::partner_actor(desk_.directory(), key.partner);
      out.partners = {key.partner};
    }
    for (const std::string& word : key.granted) {
      if (const auto right = access::right_of(word)) out.granted.push_back(*right);
    }
    return out;
  }

  Principal by_session(const std::string& id, bool is_use) const {
    const base::Instant now = clock_.now();
    std::optional<accounts::Live> live;
    store_.read(
        [&](store::Reader& reader) { live = accounts::find_session(reader.accounts(), id, now); });
    if (!live || !live->is_open()) return {};
    if (is_use && accounts::wants_touch(live->session, now)) {
      write_behind([hash = live->session.hash, now](store::AccountRows& rows) {
        accounts::touch_session(rows, hash, now);
      });
    }
    Principal out = live->account ? of_account(*live->account) : of_link(live->session);
    if (out.persona == Persona::anonymous) return {};
    out.session = live->session.csrf_secret;
    out.proven_at = live->session.proven_at;
    if (out.is(Persona::administrator)) out.opened = live->session.opened;
    return out;
  }

  // The institution is in the directory, and so is the adviser, where it is said which she is.
  bool stands(const store::Membership& membership) const {
    const bundle::Partner* partner = desk_.directory().find(membership.partner);
    if (partner == nullptr) return false;
    return membership.adviser.empty() || membership.adviser == partner->head.id ||
           partner->adviser(membership.adviser) != nullptr;
  }

  // What the desk no longer has gives nothing: a member who left, an institution that left, an
  // adviser who left hers.
  Principal of_account(const store::Account& account) const {
    const bundle::Desk& definition = desk_.definition();
    const bool has_left = !account.member.empty() && definition.member(account.member) == nullptr;
    Principal out{.account = account.id};
    const store::Membership* first = nullptr;
    for (const store::Membership& each : account.partners) {
      if (!stands(each)) continue;
      if (first == nullptr) first = &each;
      out.partners.push_back(each.partner);
    }
    std::vector<Persona> personas;
    for (const Persona each : account.personas) {
      const bool is_hers = each == Persona::coordinator ? !has_left
                           : each == Persona::partner   ? first != nullptr
                                                        : true;
      if (is_hers) personas.push_back(each);
    }
    if (personas.empty()) return {};
    out.persona = personas.front();
    out.also.assign(personas.begin() + 1, personas.end());
    out.actor = first == nullptr ? staff_actor(account, has_left) : adviser_actor(*first);
    out.actor.name = account.name;
    return out;
  }

  Actor staff_actor(const store::Account& account, bool has_left) const {
    if (!account.member.empty() && !has_left) {
      if (auto actor = access::actor_as(desk_.definition(), account.member)) return *actor;
    }
    return {.kind = ActorKind::staff, .id = account.id, .name = account.name};
  }

  // The institution's, as its adviser where it is said which.
  Actor adviser_actor(const store::Membership& membership) const {
    Actor actor = access::partner_actor(desk_.directory(), membership.partner);
    const bundle::Partner* partner = desk_.directory().find(membership.partner);
    const bundle::Contact* adviser =
        partner == nullptr ? nullptr : partner->adviser(membership.adviser);
    if (adviser != nullptr) {
      actor.id = adviser->id;
      actor.name = adviser->name;
    }
    return actor;
  }

  Principal of_link(const store::Session& session) const {
    if (!session.link) return {};
    Principal out{.persona = Persona::link_holder};
    out.link = session.link;
    if (!session.asked.partner.empty()) {
      if (!stands(session.asked)) return {};
      out.actor = adviser_actor(session.asked);
      return out;
    }
    out.actor = {.kind = ActorKind::applicant, .id = "person"};
    for (const auto& [id, role] : desk_.definition().settings.roles) {
      if (role.binding != bundle::Binding::person) continue;
      if (auto actor = access::actor_as(desk_.definition(), id)) out.actor = *actor;
    }
    return out;
  }

  // Nobody waits for it; where it fails, the next request notes it.
  template <typename Work>
  void write_behind(Work work) const {
    store_.write([work = std::move(work)](store::Transaction& t) { work(t.accounts()); }, {});
  }

  const desk::Desk& desk_;
  store::Store& store_;
  const base::Clock& clock_;
  std::string cookie_;
};

}  // namespace

std::shared_ptr<const Identity> make_account_identity(const desk::Desk& desk, store::Store& store,
                                                      const base::Clock& clock, bool secure) {
  return std::make_shared<AccountIdentity>(desk, store, clock, secure);
}

}  // namespace guichet::http
