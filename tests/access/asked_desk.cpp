#include "tests/access/asked_desk.hpp"

#include <future>

#include "adapters/http/api/problem.hpp"
#include "adapters/http/transport/target.hpp"

namespace guichet::tests {
namespace {

using access::Persona;
using access::Principal;

// "link_holder:3" -> the persona, and the case of the link.
std::pair<std::string, std::int64_t> named(const std::string& header) {
  const std::size_t colon = header.find(':');
  if (colon == std::string::npos) return {header, 1};
  return {header.substr(0, colon), std::stoll(header.substr(colon + 1))};
}

}  // namespace

Principal NamedIdentity::find(const http::Request& request) const {
  auto [word, kase] = named(request.headers.get(kActorHeader));
  // Of an institution that no case has asked.
  const bool stranger = word.starts_with(kStrange);
  if (stranger) word.erase(0, kStrange.size());
  Principal out{.persona = access::persona_of(word).value_or(Persona::anonymous)};
  const bundle::Desk& desk = *small_desk();
  switch (out.persona) {
    case Persona::anonymous:
      return out;
    case Persona::link_holder:
      out.link = access::LinkScope{{kase}, {1}};
      break;
    case Persona::partner:
      out.actor = access::partner_actor(desk.directory, "guild");
      out.partners = {"guild"};
      if (stranger) out.partners = {"elsewhere"};
      break;
    case Persona::service:
      out.actor = access::partner_actor(desk.directory, "guild");
      out.partners = {"guild"};
      for (std::size_t i = 0; i < access::kRights; ++i) {
        out.granted.push_back(static_cast<access::Right>(i));
      }
      if (stranger) out.partners = {"elsewhere"};
      return out;  // a key has no session
    case Persona::coordinator:
      out.actor = *access::actor_as(desk, "robin");
      break;
    case Persona::administrator:
    case Persona::auditor:
    case Persona::official:
      out.actor.kind = access::ActorKind::staff;
      out.actor.id = word;
      break;
  }
  out.account = word;
  out.session = "secret of " + word;
  return out;
}

AskedDesk::AskedDesk() {
  site_.post_now = [](const cases::LetterEffect&, base::Instant) {};
  app::add_routes(router_, site_);
  http::add_guard(router_, site_, std::make_shared<const NamedIdentity>());
  open("R-1", true);
  open("R-2", false);
  for (const std::int64_t kase : {3, 4}) {
    open("R-" + std::to_string(kase), true);
    act(kase, cases::Reply{.n = {3}, .name = "accept", .with = {{"contact", text("Jo")}}},
        access::partner_actor(desk_.directory(), "guild"));
  }
  erase(4);
}

void AskedDesk::act(std::int64_t kase, cases::Body body, const access::Actor& actor) {
  const auto outcome =
      desk_.submit_and_wait({.kase = {kase}, .actor = actor, .body = std::move(body)});
  INFO((outcome ? "done" : outcome.error().reasons.front().in(base::Language::en)));
  REQUIRE(outcome);
}

void AskedDesk::open(const std::string& reference, bool pass_on) {
  const auto robin = *access::actor_as(*small_desk(), "robin");
  act(0,
      cases::OpenRequest{{{"reference", text(reference)},
                          {"name", text("Ada " + reference)},
                          {"phone", text("01632 960020")},
                          {"email", text(reference + "@example.test")},
                          {"description", text("A bench for my lathe")},
                          {"area", text("riverside")},
                          {"may_share", text("given")},
                          {"themes", text("workshop")}}},
      robin);
  if (!pass_on) return;
  act(std::stoll(reference.substr(2)), cases::Act{.n = {2}, .name = "pass_on"}, robin);
}

// As retention leaves a case, whose time is years away.
void AskedDesk::erase(std::int64_t kase) {
  desk::write_and_wait(*store_, [&](store::Transaction& transaction) {
    store::Step step;
    step.after = *transaction.load({kase});
    step.facts = store::seal({cases::PersonalDataTaken{}}, step.after.rev + 1, clock_.now(),
                             "system", transaction.last_hash({kase}));
    for (const cases::Fact& fact : step.facts) {
      cases::apply(step.after, fact.event, fact.seq, fact.at);
    }
    step.row = {.id = {kase}, .number = step.after.number};
    transaction.save(step);
  });
}

http::Response AskedDesk::ask(const Asked& asked) {
  http::Request request{.method = asked.method, .target = asked.target, .headers = asked.headers};
  request.body = asked.body;
  clock_.now_ += std::chrono::seconds(1);
  REQUIRE(http::read_target(asked.target, request));
  request.headers.set(kActorHeader, asked.actor);
  if (asked.headers.list().empty()) {
    const bool api = http::is_api(request);
    request.headers.set("Sec-Fetch-Site", "same-origin");
    request.headers.set("Content-Type",
                        api ? "application/json" : "application/x-www-form-urlencoded");
  }
  if (asked.with_token) {
    const std::string token = http::form_token(NamedIdentity().find(request));
    if (!token.empty()) request.headers.set(http::kTokenHeader, token);
  }
  const auto match = router_.find(request.method, request.path);
  if (match.handler == nullptr) return router_.error(request, 404);
  request.params = match.params;
  // What waits for the store is answered by another thread.
  std::promise<http::Response> answer;
  router_.serve(match, request, [&](http::Response given) { answer.set_value(std::move(given)); });
  return answer.get_future().get();
}

std::string AskedDesk::contents() {
  std::string out;
  store_->read([&](store::Reader& reader) {
    for (const base::CaseId id : reader.case_ids()) {
      for (const cases::Fact& fact : reader.facts(id)) out += fact.hash;
      for (const store::OutboxRow& row : reader.letters(id)) {
        out += row.letter.key + std::to_string(static_cast<int>(row.status));
      }
    }
    for (const store::Account& each : reader.accounts().accounts()) out += each.id;
    for (const store::ApiKey& each : reader.accounts().api_keys()) out += each.hash;
    if (const auto last = reader.accounts().last_audit()) out += last->hash;
  });
  for (const char* name : {"reply-secret", "current-definition", "instance-id"}) {
    out += store_->setting(name);
  }
  return out;
}

}  // namespace guichet::tests
