#include "adapters/http/outside/ask.hpp"

#include <algorithm>

#include "adapters/http/outside/ask_messages.hpp"
#include "adapters/http/transport/rate_limits.hpp"
#include "engine/access/roles.hpp"
#include "engine/cases/consent.hpp"
#include "engine/desk/messages.hpp"
#include "engine/vocabulary/value_messages.hpp"

namespace guichet::http {
namespace {

using base::Message;
using vocabulary::Field;
using vocabulary::FieldType;

// What the form calls the field.
std::string asked_as(const bundle::AskForm& form, const Field& field) {
  const auto question = form.questions.find(field.id);
  return question == form.questions.end() ? field.label : question->second;
}

// Reads what was given under the names of the form, and completes it by what the desk says itself.
template <typename Given, typename Names>
std::expected<cases::Fields, FieldErrors> complete_ask(const Given& given, const Names& names,
                                                       const Site& site) {
  const bundle::Desk& desk = site.desk.definition();
  const bundle::AskForm form = bundle::ask_form(desk);
  FieldErrors errors;
  for (const std::string& name : names) {
    if (!form.asks(name)) errors.emplace_back(name, Message(messages::kNotInForm, {name}));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  auto fields = read_fields(given, desk);
  if (!fields) errors = fields.error();
  for (const std::string& id : form.required) {
    const Field* field = desk.vocabulary->find(id);
    const bool wrong =
        std::ranges::any_of(errors, [&](const auto& each) { return each.first == id; });
    if (field == nullptr || wrong || (fields && fields->contains(id))) continue;
    // What cannot be read elsewhere does not hide what is missing here.
    if (!fields && std::ranges::find(names, id) != names.end()) continue;
    errors.emplace_back(id, Message(messages::kAskNeeds, {asked_as(form, *field)}));
  }
  if (fields) {
    for (const auto& [id, value] : *fields) {
      const Field* field = desk.vocabulary->find(id);
      if (field->type != FieldType::consent || to_text(value.value()) != cases::kWithdrawn)
        continue;
      errors.emplace_back(id, Message(messages::kNotYetGiven, {asked_as(form, *field)}));
    }
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  for (const auto& [id, value] : form.set) (*fields)[id] = value;
  if (desk.vocabulary->find(desk.intake.received) != nullptr) {
    (*fields)[desk.intake.received] =
        feel::Stored::date(desk.calendar->local_day(site.desk.clock().now()));
  }
  return fields;
}

// The names of a form's answers; an empty one is none, and a name with a hyphen is the form's own.
std::vector<std::string> names_in(const Pairs& given) {
  std::vector<std::string> out;
  for (const auto& [name, text] : given.list()) {
    const bool own = name.find('-') != std::string::npos;
    if (!own && !text.empty() && std::ranges::find(out, name) == out.end()) out.push_back(name);
  }
  return out;
}

// In words that help somebody who chooses a line of a list, rather than types a code.
void soften(const Pairs& given, const bundle::Desk& desk, const bundle::AskForm& form,
            FieldErrors& errors) {
  for (auto& [id, message] : errors) {
    const Field* field = desk.vocabulary->find(id);
    if (field == nullptr || message.key() != vocabulary::messages::kNotACode.key) continue;
    message = Message(messages::kNotInList, {asked_as(form, *field), given.get(id)});
  }
}

// Whoever hands in a request acts as its person.
access::Actor person_of(const bundle::Desk& desk) {
  for (const auto& [id, role] : desk.settings.roles) {
    if (role.binding != bundle::Binding::person) continue;
    if (auto actor = access::actor_as(desk, id)) return *actor;
  }
  return access::nobody();
}

// The day of the first timer or task of the request that has one of the names; of its first task,
// where there are no names.
std::optional<base::Instant> due_of_promise(const std::vector<cases::Fact>& facts,
                                            const std::vector<std::string>& names) {
  const auto named = [&](const std::string& name) {
    return std::ranges::find(names, name) != names.end();
  };
  for (const cases::Fact& fact : facts) {
    if (const auto* armed = std::get_if<cases::TimerArmed>(&fact.event)) {
      if (armed->n.value == 1 && named(armed->timer.name)) return armed->timer.due_at;
    }
    if (const auto* opened = std::get_if<cases::TaskOpened>(&fact.event)) {
      const bool meant = names.empty() || named(opened->task.id);
      if (opened->n.value == 1 && meant && opened->task.due_at) return opened->task.due_at;
    }
  }
  return {};
}

std::vector<std::string> promises_of(const bundle::Desk& desk) {
  if (!desk.intake.form.promise.empty()) return {desk.intake.form.promise};
  const auto letter = desk.intake.letters.find("take_in");
  const letters::Letter* known =
      letter == desk.intake.letters.end() ? nullptr : desk.letter(letter->second);
  return known == nullptr ? std::vector<std::string>{}
                          : std::vector<std::string>(known->timers.begin(), known->timers.end());
}

// The same form with other answers: the key's case is nobody's business but its sender's.
bool is_key_taken(const base::Rejection& rejection) {
  return std::ranges::any_of(rejection.reasons, [](const Message& reason) {
    return reason.key() == desk::messages::kKeyReused.key ||
           reason.key() == desk::messages::kKeyOfAnother.key;
  });
}

// The first letter to the person.
void fill_letter(const std::vector<store::OutboxRow>& letters, AskedView& view) {
  for (const store::OutboxRow& row : letters) {
    if (row.letter.to_kind != "person") continue;
    view.letter = row.letter.channel;
    if (view.letter == "email") view.letter_to = masked_address(row.letter.to_address);
    if (view.eligible) return;
    view.told = row.letter.text;
    view.told_html = row.letter.html;
    return;
  }
}

}  // namespace

std::expected<cases::Fields, FieldErrors> read_ask(const Pairs& given, const Site& site) {
  Pairs answers;
  for (const auto& [name, text] : given.list()) {
    if (name.find('-') == std::string::npos) answers.add(name, text);
  }
  auto fields = complete_ask(answers, names_in(given), site);
  if (!fields) {
    const bundle::Desk& desk = site.desk.definition();
    soften(given, desk, bundle::ask_form(desk), fields.error());
  }
  return fields;
}

std::expected<cases::Fields, FieldErrors> read_ask(const feel::Value& given, const Site& site) {
  if (given.kind() != feel::Kind::context) return complete_ask(Pairs{}, names_in({}), site);
  std::vector<std::string> names;
  for (const feel::Entry& entry : given.entries()) names.emplace_back(entry.name);
  return complete_ask(given, names, site);
}

void submit_ask(Site& site, const Request& request, const std::string& key, cases::Fields fields,
                std::function<void(accounts::Outcome<cases::Receipt>)> done) {
  const Allowance allowance = form_limits(site).take(
      accounts::kFormsByAddress, accounts::network_of(request.remote), site.desk.clock().now());
  if (!allowance.allowed) {
    return done(accounts::refused_for(allowance.until_reset, messages::kAskedTooOften));
  }
  cases::Command command{.id = key.empty() ? "" : "ask:" + key,
                         .actor = person_of(site.desk.definition()),
                         .body = cases::OpenRequest{std::move(fields)}};
  site.desk.submit(std::move(command),
                   [changed = site.changed, done = std::move(done)](cases::Outcome outcome) {
                     if (outcome) {
                       changed();
                       return done(*outcome);
                     }
                     if (is_key_taken(outcome.error()))
                       return done(accounts::refused(409, messages::kAskSentAlready));
                     done(std::unexpected(accounts::Refused{outcome.error(), {}}));
                   });
}

std::optional<AskedView> view_asked(desk::Desk& desk, base::CaseId id) {
  std::optional<cases::Snapshot> snapshot;
  std::vector<cases::Fact> facts;
  std::vector<store::OutboxRow> letters;
  desk.store().read([&](store::Reader& reader) {
    snapshot = reader.load(id);
    facts = reader.facts(id);
    letters = reader.letters(id);
  });
  if (!snapshot) return {};
  const bundle::Desk& definition = desk.definition();
  AskedView view{.number = snapshot->number, .eligible = snapshot->verdict != "refuse"};
  for (const cases::Fact& fact : facts) {
    const auto* decided = std::get_if<cases::IntakeDecided>(&fact.event);
    if (decided != nullptr) view.reasons = decided->reasons;
  }
  const base::Day today = definition.calendar->local_day(desk.clock().now());
  if (const bundle::Member* there = definition.on_duty(snapshot->owner, today)) {
    view.contact = there->name;
    view.phone = there->phone;
    view.email = there->email;
  }
  if (view.eligible) {
    if (const auto due = due_of_promise(facts, promises_of(definition))) {
      view.call_by = definition.calendar->local_day(*due);
    }
  }
  fill_letter(letters, view);
  return view;
}

std::string masked_address(std::string_view address) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || at == 0) return {};
  std::size_t first = 1;  // a letter of any script is shown whole
  while (first < at && (static_cast<unsigned char>(address[first]) & 0xC0U) == 0x80U) ++first;
  return std::string(address.substr(0, first)) + "…" + std::string(address.substr(at));
}

RateLimits& form_limits(Site& site) {
  if (!site.form_limits) site.form_limits = std::make_shared<RateLimits>();
  return *site.form_limits;
}

}  // namespace guichet::http
