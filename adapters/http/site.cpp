#include "adapters/http/site.hpp"

#include "adapters/http/site_messages.hpp"

namespace guichet::http {
namespace {

void put(cases::Fields& fields, FieldErrors& errors, const std::string& id,
         std::expected<feel::Stored, base::Message> value) {
  if (!value) {
    errors.emplace_back(id, value.error());
  } else if (!value->is_null()) {
    fields[id] = std::move(*value);
  }
}

// The instance that an act, a reply or a task is about; other commands are for the desk's staff.
std::optional<base::InstanceNumber> instance_of(const cases::Body& body,
                                                const cases::Snapshot& snapshot) {
  if (const auto* act = std::get_if<cases::Act>(&body)) return act->n;
  if (const auto* reply = std::get_if<cases::Reply>(&body)) return reply->n;
  if (const auto* task = std::get_if<cases::CompleteTask>(&body)) return task->n;
  if (const auto* over = std::get_if<cases::HandOver>(&body)) return over->n;
  if (const auto* said = std::get_if<cases::Suggest>(&body)) return said->n;
  if (const auto* sent = std::get_if<cases::AddDocument>(&body)) return sent->n;
  if (const auto* removed = std::get_if<cases::RemoveDocument>(&body)) {
    const auto& all = snapshot.extras.documents;
    const auto found = std::ranges::find(all, removed->key, &cases::Document::key);
    if (found != all.end()) return found->n;
  }
  return {};
}

// As whom the principal acts. Nothing where the instance is not hers: a path may leave open who
// takes an act, and that is not for others to take all the same.
std::optional<access::Actor> acting(Site& site, const access::Principal& principal,
                                    const cases::Command& command) {
  if (principal.is(access::Persona::coordinator)) return principal.actor;
  std::optional<cases::Snapshot> snapshot;
  site.desk.store().read([&](store::Reader& reader) { snapshot = reader.load(command.kase); });
  const auto n = instance_of(command.body, snapshot.value_or(cases::Snapshot{}));
  if (!n) return principal.actor;
  std::string asked;
  const cases::Instance* instance = snapshot ? snapshot->find(*n) : nullptr;
  if (instance != nullptr && instance->referral) asked = instance->referral->partner;
  if (!access::may_touch(principal, *n, asked)) return {};
  return access::actor_towards(principal, asked);
}

}  // namespace

base::Language language_of(const Request& request, const Site& site) {
  return asked_language(request, site.desk.definition().settings.language);
}

bool is_from_this_site(const Request& request) {
  const std::string& fetch = request.headers.get("Sec-Fetch-Site");
  if (!fetch.empty()) return fetch == "same-origin" || fetch == "none";
  const std::string& origin = request.headers.get("Origin");
  if (origin.empty()) return true;  // no browser: a program on this machine
  const std::size_t host = origin.find("://");
  return host != std::string::npos && origin.substr(host + 3) == request.headers.get("Host");
}

std::expected<cases::Fields, FieldErrors> read_fields(const Pairs& given,
                                                      const bundle::Desk& desk) {
  cases::Fields fields;
  FieldErrors errors;
  // A form sends a field of several values several times.
  std::map<std::string, std::string> texts;
  const vocabulary::Formats formats;
  for (const auto& [id, text] : given.list()) {
    if (text.empty()) continue;
    std::string& all = texts[id];
    all += (all.empty() ? "" : std::string(1, formats.list_separator)) + text;
  }
  for (const auto& [id, text] : texts) {
    if (const vocabulary::Field* field = desk.vocabulary->find(id)) {
      put(fields, errors, id, vocabulary::parse_value(*field, text, *desk.vocabulary, formats));
    }
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return fields;
}

std::expected<cases::Fields, FieldErrors> read_fields(const feel::Value& given,
                                                      const bundle::Desk& desk) {
  cases::Fields fields;
  FieldErrors errors;
  if (given.kind() != feel::Kind::context) {
    errors.emplace_back("", base::Message(messages::kFieldsAreObject));
    return std::unexpected(std::move(errors));
  }
  for (const feel::Entry& entry : given.entries()) {
    const std::string id(entry.name);
    const vocabulary::Field* field = desk.vocabulary->find(id);
    if (field == nullptr) {
      // The act itself says whether it takes a field that the desk does not know.
      fields[id] = feel::Stored(entry.value);
      continue;
    }
    const bool text = entry.value.kind() == feel::Kind::string;
    put(fields, errors, id,
        text ? vocabulary::parse_value(*field, entry.value.text(), *desk.vocabulary)
             : vocabulary::fit_value(*field, entry.value, *desk.vocabulary));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return fields;
}

std::optional<base::Message> notice_for(const Site& site, const access::Principal& principal) {
  const bool concerned = principal.is(access::Persona::coordinator) ||
                         principal.is(access::Persona::administrator);
  if (!site.notice || !concerned) return {};
  return site.notice();
}

void submit(Site& site, const Request& request, cases::Command command,
            std::function<void(cases::Outcome)> done) {
  const auto actor = acting(site, request.principal, command);
  if (!actor) {
    return done(std::unexpected(base::Rejection{404, {base::Message(messages::kNothingHere)}}));
  }
  command.actor = *actor;
  site.desk.submit(std::move(command),
                   [changed = site.changed, done = std::move(done)](cases::Outcome outcome) {
                     if (outcome) changed();
                     done(std::move(outcome));
                   });
}

}  // namespace guichet::http
