#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/papers/download.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/conflict/own_changes.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/papers/paper_words.hpp"
#include "adapters/web/papers/upload.hpp"
#include "adapters/web/reply/reply_page.hpp"
#include "adapters/web/reply/reply_words.hpp"
#include "engine/cases/consent.hpp"
#include "engine/cases/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;
using http::Destination;
using http::Request;
using http::Respond;

// A sentence for a reason, where the form can say it: at the field.
void tell_reasons(const base::Rejection& rejection, const bundle::Desk& desk,
                  base::Language language, Refused& refused) {
  for (const Message& reason : rejection.reasons) {
    const vocabulary::Field* at = nullptr;
    if (reason.key() == cases::messages::kMissingField.key) {
      for (const vocabulary::Field& field : desk.vocabulary->fields()) {
        if (field.label == reason.arguments().front()) at = &field;
      }
    }
    if (at != nullptr) {
      refused.at_fields.emplace_back(at->id, reason);
    } else {
      refused.reasons.push_back(reason.in(language));
    }
  }
}

// The act of that name that the asker took since the page was made.
const cases::Fact* taken_since(const std::vector<cases::Fact>& facts, const Attempt& attempt,
                               const access::Actor& actor) {
  const std::int64_t seen = std::strtoll(attempt.typed.get(kFormRevision).c_str(), nullptr, 10);
  const auto found = std::ranges::find_if(facts, [&](const cases::Fact& fact) {
    const auto* act = std::get_if<cases::ActTaken>(&fact.event);
    return act != nullptr && act->n == attempt.n && act->name == attempt.name &&
           act->reply == attempt.reply && fact.actor == actor.id && fact.seq > seen;
  });
  return found == facts.end() ? nullptr : &*found;
}

// What the journal says of a field up to then; nothing where nobody had said anything.
const feel::Stored* written_until(const std::vector<cases::Fact>& facts, std::int64_t last,
                                  const std::string& id) {
  const feel::Stored* found = nullptr;
  for (const cases::Fact& fact : facts) {
    if (fact.seq > last) break;
    const auto* written = std::get_if<cases::FieldWritten>(&fact.event);
    if (written != nullptr && written->field == id) found = &written->value;
  }
  return found;
}

// An answer that was given before, held against the one of now.
struct Before {
  bool taken = false, same = false;
  std::vector<std::string> otherwise;  // sentences: what was said then, where it differs
};

Before said_before(http::Site& site, const Destination& to, const Attempt& attempt,
                   const cases::Fields& said, const Request& request) {
  std::vector<cases::Fact> facts;
  site.desk.store().read([&](store::Reader& reader) { facts = reader.facts(to.link.scope.kase); });
  const cases::Fact* fact = taken_since(facts, attempt, request.principal.actor);
  if (fact == nullptr) return {};
  // An act is the first fact of its step.
  const std::int64_t last = fact->seq + std::get<cases::ActTaken>(fact->event).facts - 1;
  const vocabulary::Vocabulary& words = *site.desk.definition().vocabulary;
  const base::Language language = http::language_of(request, site);
  Before out{.taken = true, .same = true, .otherwise = {}};
  for (const auto& [id, value] : said) {
    const feel::Stored* stands = written_until(facts, last, id);
    if (stands != nullptr && *stands == value) continue;
    out.same = false;
    const vocabulary::Field* field = words.find(id);
    if (field == nullptr || stands == nullptr) continue;
    const std::string text = vocabulary::shown(*field, stands->value(), words, language);
    out.otherwise.push_back(Message(messages::kSaidOtherwise, {field->label, text}).in(language));
  }
  return out;
}

void send_act(const SharedRoom& room, const Request& request, Destination to, Attempt attempt,
              cases::Command command, cases::Fields said, Respond respond) {
  const std::string& key = attempt.typed.get(kFormKey);
  // A key is good for this door only, whatever the form says.
  const std::string whose = door_of(request).by_link ? "link" : request.principal.account;
  command.id = fmt::format("{}:{}-{}:{}", whose, to.link.scope.kase.value, to.link.scope.n.value,
                           key.empty() ? new_key() : key);
  command.kase = to.link.scope.kase;
  // A hand-over ends the session that it was made in, where a link had opened it.
  const bool leaves =
      door_of(request).by_link && std::holds_alternative<cases::HandOver>(command.body);
  http::Site& site = room->layout->site();
  http::submit(site, request, std::move(command),
               [room, request, after = std::string(leaves ? "handed" : "done"), to = std::move(to),
                attempt = std::move(attempt), said = std::move(said),
                respond = std::move(respond)](const cases::Outcome& outcome) mutable {
                 const Layout& layout = *room->layout;
                 // The same answer twice, from two windows or after a broken line, is one answer;
                 // another
                 // one that came too late is shown beside what stands, whatever key it has.
                 Before before;
                 if (!outcome || outcome->repeated) {
                   before = said_before(layout.site(), to, attempt, said, request);
                 }
                 const bool done = outcome ? before.otherwise.empty() : before.taken && before.same;
                 if (done)
                   return respond(http::see_other(door_of(request).address + "?" + after + "=1"));
                 attempt.status = outcome ? 409 : outcome.error().status;
                 attempt.refused.reasons = std::move(before.otherwise);
                 if (!outcome) {
                   tell_reasons(outcome.error(), layout.desk(), layout.language(request),
                                attempt.refused);
                 }
                 // As it stands now: what made the act impossible may have closed it.
                 const auto now =
                     http::destination_of(layout.site().desk, to.link.scope.kase, to.link.scope.n);
                 if (now) to.is_open = now->is_open;
                 respond(link_page(*room, request, to, &attempt));
               });
}

void send_act(const SharedRoom& room, const Request& request, Destination to, Attempt attempt,
              cases::Body body, Respond respond) {
  send_act(room, request, std::move(to), std::move(attempt),
           cases::Command{.body = std::move(body)}, {}, std::move(respond));
}

// The fields of the form for the act that is tried.
std::vector<std::string> fields_asked(const Layout& layout, const Request& request,
                                      const Destination& to, const Attempt& attempt) {
  std::optional<cases::Snapshot> snapshot;
  layout.site().desk.store().read(
      [&](store::Reader& reader) { snapshot = reader.load(to.link.scope.kase); });
  if (!snapshot) return {};
  for (cases::Offer& each : layout.site().desk.offers(*snapshot, request.principal.actor)) {
    if (each.n != attempt.n || each.name != attempt.name || each.reply != attempt.reply) continue;
    std::vector<std::string> out = std::move(each.require);
    out.insert(out.end(), each.accepts.begin(), each.accepts.end());
    return out;
  }
  return {};
}

// What was only shown to her is taken as it stands now; false where she and somebody else have
// changed the same field, which the page then says.
bool bring_up_to_date(const Layout& layout, const Request& request, const Destination& to,
                      Attempt& attempt, std::optional<std::int64_t>& rev) {
  auto own = own_changes(layout.site().desk, to.link.scope.kase, attempt.typed,
                         fields_asked(layout, request, to, attempt), layout.language(request));
  if (!own) return true;
  attempt.typed = std::move(own->typed);
  rev = own->rev;
  if (own->clash.empty()) return true;
  attempt.status = 409;
  attempt.refused.at_fields = std::move(own->clash);
  return false;
}

std::optional<base::InstanceNumber> instance_in(const http::Pairs& form) {
  const auto n = std::strtol(form.get(kFormInstance).c_str(), nullptr, 10);
  if (n < 1 || n > 1'000'000) return {};
  return base::InstanceNumber{static_cast<std::int32_t>(n)};
}

void take_by_link(const SharedRoom& room, const Request& request, Respond respond, bool reply) {
  const auto to = entered_by(*room, request, respond);
  if (!to) return;
  const Layout& layout = *room->layout;
  const auto form = http::parse_form(request);
  const auto n = form ? instance_in(form->fields) : std::nullopt;
  if (!n || (to->is_referral && *n != to->link.scope.n)) {
    return respond(refused_page(layout, request, 400));
  }
  const std::string& name = request.params.get("name");
  Attempt attempt{.n = *n,
                  .name = name,
                  .reply = reply,
                  .typed = coded(form->fields, layout.desk()),
                  .refused = {.title = room->say(request, messages::kNotDone),
                              .reasons = {},
                              .at_fields = {},
                              .prefix = prefix_of(*n, name)}};
  cases::Command command;
  if (!bring_up_to_date(layout, request, *to, attempt, command.expected_rev)) {
    return respond(link_page(*room, request, *to, &attempt));
  }
  auto fields = http::read_fields(attempt.typed, layout.desk());
  if (!fields) {
    attempt.refused.at_fields = fields.error();
    return respond(link_page(*room, request, *to, &attempt));
  }
  cases::Fields said = *fields;
  add_emptied(attempt.typed, layout.desk(), *fields);
  const char* channel = door_of(request).by_link ? "link" : "inbox";
  if (reply) {
    command.body = cases::Reply{
        .n = *n, .name = name, .with = std::move(*fields), .channel = channel, .said_on = {}};
  } else {
    command.body = cases::Act{.n = *n, .name = name, .with = std::move(*fields)};
  }
  send_act(room, request, *to, std::move(attempt), std::move(command), std::move(said),
           std::move(respond));
}

Attempt plain_attempt(const ReplyRoom& room, const Request& request, const Destination& to,
                      http::Pairs typed) {
  return {.n = to.link.scope.n,
          .name = {},
          .typed = std::move(typed),
          .refused = {.title = room.say(request, messages::kNotDone),
                      .reasons = {},
                      .at_fields = {},
                      .prefix = {}}};
}

}  // namespace

void reply_to_link(const SharedRoom& room, const Request& request, Respond respond) {
  take_by_link(room, request, std::move(respond), true);
}

void act_by_link(const SharedRoom& room, const Request& request, Respond respond) {
  take_by_link(room, request, std::move(respond), false);
}

void hand_over_link(const SharedRoom& room, const Request& request, Respond respond) {
  const auto to = entered_by(*room, request, respond);
  if (!to) return;
  const auto form = http::parse_form(request);
  if (!form || !to->is_referral) return respond(refused_page(*room->layout, request, 400));
  Attempt attempt = plain_attempt(*room, request, *to, form->fields);
  const std::string adviser = form->fields.get("adviser");
  if (adviser.empty()) {
    attempt.refused.reasons.push_back(room->say(request, messages::kNoColleague));
    return respond(link_page(*room, request, *to, &attempt));
  }
  send_act(room, request, *to, std::move(attempt),
           cases::HandOver{to->link.scope.n, adviser, form->fields.get("reason")},
           std::move(respond));
}

void suggest_by_link(const SharedRoom& room, const Request& request, Respond respond) {
  const auto to = entered_by(*room, request, respond);
  if (!to) return;
  const auto form = http::parse_form(request);
  if (!form || !to->is_referral) return respond(refused_page(*room->layout, request, 400));
  Attempt attempt = plain_attempt(*room, request, *to, form->fields);
  const std::string partner = form->fields.get("partner");
  if (partner.empty()) {
    attempt.refused.reasons.push_back(room->say(request, messages::kNobodySuggested));
    return respond(link_page(*room, request, *to, &attempt));
  }
  send_act(room, request, *to, std::move(attempt),
           cases::Suggest{to->link.scope.n, partner, form->fields.get("words")},
           std::move(respond));
}

void send_file_by_link(const SharedRoom& room, const Request& request, Respond respond) {
  const auto to = entered_by(*room, request, respond);
  if (!to) return;
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(*room->layout, request, 400));
  Attempt attempt = plain_attempt(*room, request, *to, form->fields);
  auto document = document_sent(*form, to->link.scope.n);
  if (!document) {
    attempt.refused.reasons.push_back(document.error().in(room->layout->language(request)));
    return respond(link_page(*room, request, *to, &attempt));
  }
  send_act(room, request, *to, std::move(attempt), std::move(*document), std::move(respond));
}

void remove_file_by_link(const SharedRoom& room, const Request& request, Respond respond) {
  const auto to = entered_by(*room, request, respond);
  if (!to) return;
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(*room->layout, request, 400));
  send_act(room, request, *to, plain_attempt(*room, request, *to, form->fields),
           cases::RemoveDocument{form->fields.get("document")}, std::move(respond));
}

http::Response file_by_link(const ReplyRoom& room, const Request& request) {
  const auto to = behind_door(room, request);
  if (!to) {
    return door_of(request).by_link ? reply_start(room, request, 401)
                                    : refused_page(*room.layout, request, 404);
  }
  auto found = http::open_document(room.layout->site(), request.principal, to->link.scope.kase,
                                   request.params.get("key"));
  return found ? std::move(*found) : refused_page(*room.layout, request, 404);
}

void stop_sharing(const SharedRoom& room, const Request& request, Respond respond) {
  const auto to = entered_by(*room, request, respond);
  if (!to) return;
  const auto form = http::parse_form(request);
  if (!form || to->is_referral) return respond(refused_page(*room->layout, request, 400));
  send_act(room, request, *to, plain_attempt(*room, request, *to, form->fields),
           cases::Consent{.state = std::string(cases::kWithdrawn),
                          .partners = {},
                          .channel = "link",
                          .said_on = {},
                          .field = {}},
           std::move(respond));
}

}  // namespace guichet::web
