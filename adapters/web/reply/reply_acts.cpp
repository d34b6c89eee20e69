#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/papers/download.hpp"
#include "adapters/http/transport/form.hpp"
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

// The same answer twice, from two windows or after a broken line, is one answer.
bool is_done_already(http::Site& site, const Destination& to, const Attempt& attempt,
                     const access::Actor& actor) {
  const std::string& seen = attempt.typed.get(kFormRevision);
  std::vector<cases::Fact> facts;
  site.desk.store().read([&](store::Reader& reader) { facts = reader.facts(to.link.scope.kase); });
  return std::ranges::any_of(facts, [&](const cases::Fact& fact) {
    const auto* act = std::get_if<cases::ActTaken>(&fact.event);
    return act != nullptr && act->n == attempt.n && act->name == attempt.name &&
           act->reply == attempt.reply && fact.actor == actor.id &&
           fact.seq > std::strtoll(seen.c_str(), nullptr, 10);
  });
}

void send_act(const SharedRoom& room, const Request& request, Destination to, Attempt attempt,
              cases::Body body, Respond respond) {
  const std::string& key = attempt.typed.get(kFormKey);
  // A key is good for this door only, whatever the form says.
  const std::string whose = door_of(request).by_link ? "link" : request.principal.account;
  cases::Command command{.id = fmt::format("{}:{}-{}:{}", whose, to.link.scope.kase.value,
                                           to.link.scope.n.value, key.empty() ? new_key() : key),
                         .kase = to.link.scope.kase,
                         .body = std::move(body)};
  // A hand-over ends the session that it was made in, where a link had opened it.
  const bool leaves =
      door_of(request).by_link && std::holds_alternative<cases::HandOver>(command.body);
  http::Site& site = room->layout->site();
  http::submit(
      site, request, std::move(command),
      [room, request, after = std::string(leaves ? "handed" : "done"), to = std::move(to),
       attempt = std::move(attempt),
       respond = std::move(respond)](const cases::Outcome& outcome) mutable {
        const Layout& layout = *room->layout;
        if (outcome || is_done_already(layout.site(), to, attempt, request.principal.actor)) {
          return respond(http::see_other(door_of(request).address + "?" + after + "=1"));
        }
        attempt.status = outcome.error().status;
        tell_reasons(outcome.error(), layout.desk(), layout.language(request), attempt.refused);
        // As it stands now: what made the act impossible may have closed it.
        const auto now =
            http::destination_of(layout.site().desk, to.link.scope.kase, to.link.scope.n);
        if (now) to.is_open = now->is_open;
        respond(link_page(*room, request, to, &attempt));
      });
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
  auto fields = http::read_fields(attempt.typed, layout.desk());
  if (!fields) {
    attempt.refused.at_fields = fields.error();
    return respond(link_page(*room, request, *to, &attempt));
  }
  add_emptied(attempt.typed, layout.desk(), *fields);
  const char* channel = door_of(request).by_link ? "link" : "inbox";
  cases::Body body;
  if (reply) {
    body = cases::Reply{
        .n = *n, .name = name, .with = std::move(*fields), .channel = channel, .said_on = {}};
  } else {
    body = cases::Act{.n = *n, .name = name, .with = std::move(*fields)};
  }
  send_act(room, request, *to, std::move(attempt), std::move(body), std::move(respond));
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
