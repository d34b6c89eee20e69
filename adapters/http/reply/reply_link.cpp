#include "adapters/http/reply/reply_link.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "adapters/http/reply/reply_messages.hpp"
#include "adapters/http/transport/cookie.hpp"
#include "engine/base/digest.hpp"
#include "engine/base/markup.hpp"

namespace guichet::http {
namespace {

using base::Message;
using cases::Instance;
using cases::Snapshot;

constexpr std::size_t kTokenLength = 32;

// Digits without a leading zero, so that a link has one spelling.
template <typename Id>
std::optional<Id> number(std::string_view text) {
  Id id{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  if (id.value < 1 || text.front() == '0') return {};
  return id;
}

bool is_reply_token(std::string_view text) {
  return text.size() == kTokenLength && text.find_first_not_of("0123456789abcdef") == text.npos;
}

// Who gets the referral's letters today: whoever gets the code.
void address_referral(Destination& to, const Instance& referral, const desk::Desk& desk) {
  const bundle::Partner* partner = desk.directory().find(referral.referral->partner);
  if (partner == nullptr) return;
  const base::Day today = desk.definition().calendar->local_day(desk.clock().now());
  const bundle::Contact& there = referral.extras.adviser.empty()
                                     ? partner->addressee(referral.referral->article, today)
                                     : partner->stand_in(referral.extras.adviser, today);
  to.link.asked = {partner->id, there.id};
  to.link.email = there.email;
  to.to_name = there.name;
}

void address_person(Destination& to, const Snapshot& snapshot, const desk::Desk& desk) {
  const bundle::Settings::Party& party = desk.definition().settings.person;
  const auto text_of = [&](const std::string& id) -> std::string {
    const auto found = snapshot.person.find(id);
    return found == snapshot.person.end() ? "" : feel::to_text(found->second.value());
  };
  to.link.email = text_of(party.email);
  for (const std::string& part : party.name) {
    const std::string text = text_of(part);
    if (!text.empty()) to.to_name += (to.to_name.empty() ? "" : " ") + text;
  }
}

Destination describe(const Snapshot& snapshot, const Instance& instance, const desk::Desk& desk) {
  Destination to{.is_referral = instance.referral.has_value()};
  to.link.scope = {snapshot.id, to.is_referral ? instance.n : base::InstanceNumber{1}};
  if (to.is_referral) {
    address_referral(to, instance, desk);
    const Instance* need = instance.parent ? snapshot.find(*instance.parent) : nullptr;
    const auto* workflow = need == nullptr ? nullptr : desk.definition().workflow(need->workflow);
    if (workflow != nullptr) to.subject = workflow->title;
    to.deadline = deadline_of(desk.definition(), instance);
  } else {
    address_person(to, snapshot, desk);
  }
  const auto ended = to.is_referral ? instance.closed_at : snapshot.closed_at;
  to.is_open = !ended;
  to.is_over = snapshot.extras.personal_data_taken ||
               (ended && *ended + kLinkOutlives <= desk.clock().now());
  return to;
}

base::Log& silence() {
  static class : public base::Log {
    void write(base::LogLevel, std::string_view) override {}
  } log;
  return log;
}

// What stands for a link that leads nowhere, so that asking for its code looks the same.
accounts::Link nowhere(const std::string& locator) {
  return {.locator = locator, .scope = {}, .asked = {}, .email = "nowhere " + locator};
}

}  // namespace

std::optional<Locator> read_locator(std::string_view text) {
  const std::size_t first = text.find('-');
  const std::size_t second = first == text.npos ? first : text.find('-', first + 1);
  if (second == text.npos) return {};
  const auto kase = number<base::CaseId>(text.substr(0, first));
  const auto n = number<base::InstanceNumber>(text.substr(first + 1, second - first - 1));
  const std::string_view token = text.substr(second + 1);
  if (!kase || !n || !is_reply_token(token)) return {};
  return Locator{*kase, *n, std::string(token)};
}

std::optional<base::Instant> deadline_of(const bundle::Desk& desk, const Instance& instance) {
  const model::Workflow* workflow = desk.workflow(instance.workflow);
  if (workflow == nullptr) return {};
  for (const cases::Timer& timer : instance.timers) {
    const auto state = workflow->find_state(timer.state);
    if (!state || !timer.due_at) continue;
    for (const model::DeclarationIndex index : workflow->at(*state).timers) {
      const model::Declaration& declared = workflow->at(index);
      if (declared.name == timer.name && declared.means == model::Meaning::silent) {
        return timer.due_at;
      }
    }
  }
  return {};
}

std::optional<Destination> destination_of(desk::Desk& desk, base::CaseId kase,
                                          base::InstanceNumber n) {
  std::optional<Snapshot> snapshot;
  desk.store().read([&](store::Reader& reader) { snapshot = reader.load(kase); });
  const Instance* instance = snapshot ? snapshot->find(n) : nullptr;
  if (instance == nullptr) return {};
  return describe(*snapshot, *instance, desk);
}

const std::string& ReplyLinks::secret() const {
  std::call_once(read_, [this] { secret_ = site_.desk.store().setting("reply-secret"); });
  return secret_;
}

std::optional<Destination> ReplyLinks::find(const std::string& locator) const {
  const auto at = read_locator(locator);
  if (!at) return {};
  std::optional<Snapshot> snapshot;
  site_.desk.store().read([&](store::Reader& reader) { snapshot = reader.load(at->kase); });
  const Instance* instance = snapshot ? snapshot->find(at->n) : nullptr;
  if (instance == nullptr) return {};
  const std::string genuine = cases::reply_token(secret(), at->kase, at->n, instance->episode);
  if (!accounts::equal_secrets(genuine, at->token)) return {};
  Destination to = describe(*snapshot, *instance, site_.desk);
  to.link.locator = locator;
  return to;
}

std::optional<Destination> ReplyLinks::way_in(const std::string& locator) const {
  auto to = find(locator);
  if (!to || to->is_over || !to->has_address()) return {};
  return to;
}

bool ReplyLinks::has_entered(const Request& request, const Destination& to) {
  const access::Principal& who = request.principal;
  return who.is(access::Persona::link_holder) && who.link && who.link->kase == to.link.scope.kase &&
         who.link->n == to.link.scope.n && who.actor.partner == to.link.asked.partner &&
         !to.is_over;
}

Reception& ReplyLinks::reception() {
  if (site_.reception != nullptr) return *site_.reception;
  std::call_once(made_, [this] {
    // Such a desk answers its own machine only; its codes are bound to its own database.
    const std::string master =
        base::hmac_sha256_hex(secret(), "codes of links").substr(0, accounts::kMasterKeyBytes);
    own_ = std::make_unique<Reception>(
        Reception::Parts{.store = site_.desk.store(),
                         .clock = site_.desk.clock(),
                         .log = site_.log == nullptr ? silence() : *site_.log,
                         .desk_name = site_.desk.definition().settings.name,
                         .secure = false},
        std::make_unique<accounts::Keys>(master), accounts::make_system_random());
  });
  return *own_;
}

LinkCaller ReplyLinks::caller_of(const Request& request) {
  const bool secure = reception().is_secure();
  return {.session = request.cookies.get(session_cookie(secure)),
          .device = request.cookies.get(device_cookie(secure)),
          .nonce = request.cookies.get(nonce_cookie(secure)),
          .origin = {request.remote, request.headers.get("User-Agent")},
          .language = language_of(request, site_)};
}

accounts::Outcome<std::string> ReplyLinks::send_code(const std::string& locator,
                                                     const LinkCaller& caller) {
  if (!site_.post_now) return accounts::refused(503, messages::kNoCodeLetter);
  const auto to = way_in(locator);
  const base::Instant now = site_.desk.clock().now();
  const auto sent =
      reception().links().request(to ? to->link : nowhere(locator), caller.origin, now);
  if (!sent) return std::unexpected(sent.error());
  if (to) {
    site_.post_now(code_letter(*to, *sent, site_.desk.definition().settings, caller.language, now),
                   now + accounts::kCodeLasts);
  }
  return sent->nonce;
}

accounts::Outcome<accounts::Entered> ReplyLinks::enter(const std::string& locator,
                                                       const std::string& code, bool trust,
                                                       const LinkCaller& caller) {
  const auto to = way_in(locator);
  return reception().links().redeem(to ? to->link : nowhere(locator), code, caller.nonce, trust,
                                    caller.origin, site_.desk.clock().now());
}

accounts::Outcome<accounts::Entered> ReplyLinks::enter_known(const std::string& locator,
                                                             const LinkCaller& caller) {
  const auto to = way_in(locator);
  if (!to) return accounts::refused(401, messages::kNotThisLink);
  return reception().links().enter_known(to->link, caller.device, caller.session, caller.origin,
                                         site_.desk.clock().now());
}

void ReplyLinks::leave(const LinkCaller& caller) {
  reception().sign_in().log_out(caller.session, caller.origin, site_.desk.clock().now());
}

ReplyLinks& links_of(Site& site) {
  if (!site.links) site.links = std::make_shared<ReplyLinks>(site);
  return *site.links;
}

void keep_cookie(Response& response, std::string_view name, const std::string& value, bool secure,
                 std::optional<std::chrono::seconds> max_age) {
  response.headers.add(
      "Set-Cookie",
      to_header({.name = std::string(name), .value = value, .max_age = max_age, .secure = secure}));
}

void keep_entry(Response& response, const accounts::Entered& entered, bool secure) {
  keep_cookie(response, session_cookie(secure), entered.id, secure);
  if (!entered.device.empty()) {
    keep_cookie(response, device_cookie(secure), entered.device, secure, accounts::kTrustLasts);
  }
  keep_cookie(response, nonce_cookie(secure), "", secure, std::chrono::seconds(0));
}

void forget_entry(Response& response, bool secure) {
  keep_cookie(response, session_cookie(secure), "", secure, std::chrono::seconds(0));
}

cases::LetterEffect code_letter(const Destination& to, const accounts::SentCode& sent,
                                const bundle::Settings& desk, base::Language language,
                                base::Instant now) {
  const auto say = [&](const base::MessageText& text) { return Message(text).in(language); };
  // In two halves, which eyes and telephones carry better; the hyphen is not part of it.
  const std::string code = sent.code.substr(0, 4) + "-" + sent.code.substr(4);
  const std::string foot = desk.name + (desk.phone.empty() ? "" : "\n" + desk.phone);
  const auto escaped = [](const std::string& text) { return base::escape_markup(text); };
  return {.key = fmt::format("code-{}-{}-{}", to.link.scope.kase.value, to.link.scope.n.value,
                             base::sha256_hex(sent.nonce).substr(0, 16)),
          .n = to.link.scope.n,
          .purpose = "code",
          .channel = "email",
          .to_kind = to.is_referral ? "partner" : "person",
          .to = to.link.asked.partner,
          .to_name = to.to_name,
          .to_address = to.link.email,
          .subject = Message(messages::kCodeSubject, {desk.name}).in(language),
          .text = fmt::format("{}\n\n    {}\n\n{}\n\n{}\n\n{}\n", say(messages::kCodeHello), code,
                              say(messages::kCodeLasts), say(messages::kCodeUnasked), foot),
          .html = fmt::format("<p>{}</p>\n<p><strong>{}</strong></p>\n<p>{}</p>\n<p>{}</p>\n"
                              "<p>{}</p>\n",
                              escaped(say(messages::kCodeHello)), code,
                              escaped(say(messages::kCodeLasts)),
                              escaped(say(messages::kCodeUnasked)), escaped(foot)),
          .made_at = now,
          .leaves_at = now};
}

}  // namespace guichet::http
