#include "adapters/http/site.hpp"

#include "adapters/http/site_messages.hpp"
#include "engine/access/roles.hpp"

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

}  // namespace

access::Actor actor_of(const Request& request, const Site& site) {
  const bundle::Desk& desk = site.desk.definition();
  for (const std::string& who : {request.query.get("as"), request.headers.get("X-Guichet-Role"),
                                 request.cookies.get(kRoleCookie)}) {
    if (who.empty()) continue;
    if (auto actor = access::actor_as(desk, who)) return *actor;
  }
  if (const bundle::Member* owner = desk.first_with_role(desk.intake.owner_role)) {
    return *access::actor_as(desk, owner->id);
  }
  return access::system_actor();
}

base::Language language_of(const Request& request, const Site& site) {
  if (request.query.has("lang")) return base::language_of(request.query.get("lang"));
  const std::string& accepted = request.headers.get("Accept-Language");
  if (accepted.starts_with("en")) return base::Language::en;
  if (accepted.starts_with("fr")) return base::Language::fr;
  return site.desk.definition().settings.language;
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

void submit(Site& site, cases::Command command, std::function<void(cases::Outcome)> done) {
  site.desk.submit(std::move(command),
                   [changed = site.changed, done = std::move(done)](cases::Outcome outcome) {
                     if (outcome) changed();
                     done(std::move(outcome));
                   });
}

}  // namespace guichet::http
