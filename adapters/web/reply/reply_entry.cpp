#include "adapters/web/reply/reply_entry.hpp"

#include <ctemplate/template.h>

#include <algorithm>

#include "adapters/http/transport/form.hpp"
#include "adapters/web/accounts/kept_form.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "adapters/web/outside/visit.hpp"
#include "adapters/web/reply/reply_words.hpp"
#include "engine/accounts/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::Request;
using http::Respond;
using http::Response;

std::string path_of(const Request& request, const char* more = "") {
  return "/r/" + locator_of(request) + more;
}

Frame frame_of(const Request& request, const std::string& title, const char* name,
               const char* more = "") {
  return {
      .room = Room::outside, .title = title, .template_name = name, .here = path_of(request, more)};
}

Response unstored(Response response) {
  response.headers.set("Cache-Control", "no-store");
  return response;
}

void add_fact(TemplateDictionary& list, const std::string& label, const std::string& text) {
  if (text.empty()) return;
  TemplateDictionary* row = list.AddSectionDictionary("ROW");
  row->SetValue("LABEL", label);
  row->SetValue("TEXT", text);
}

// What a letter's preview may show: no name, no number.
void fill_known(TemplateDictionary& body, const ReplyRoom& room, const Request& request,
                const std::optional<http::Destination>& to) {
  TemplateDictionary& list = *body.AddSectionDictionary("KNOWN");
  add_fact(list, room.say(request, messages::kLinkDesk), room.layout->desk().settings.name);
  if (!to || !to->is_open) return;
  add_fact(list, room.say(request, messages::kLinkSubject), to->subject);
  if (to->deadline) {
    add_fact(list, room.say(request, messages::kLinkDeadline),
             room.layout->long_date(*to->deadline, room.layout->language(request)));
  }
}

// What came with a form whose session had ended: to be copied, not lost.
void fill_typed(TemplateDictionary& body, const ReplyRoom& room, const Request& request) {
  const auto form = request.method == "POST" ? http::parse_form(request) : std::nullopt;
  if (!form) return;
  TemplateDictionary* typed = nullptr;
  for (const auto& [name, text] : form->fields.list()) {
    const auto label = label_of_typed(*room.layout, request, name);
    if (!label || text.empty()) continue;
    if (typed == nullptr) {
      typed = body.AddSectionDictionary("TYPED");
      typed->SetValue("TITLE", room.say(request, messages::kYouTyped));
    }
    TemplateDictionary* row = typed->AddSectionDictionary("TYPED_ROW");
    row->SetValue("LABEL", *label);
    row->SetValue("TEXT", text);
  }
}

void fill_visit(TemplateDictionary& body, const ReplyRoom& room, const std::string& visit,
                const Request& request) {
  body.SetValue("VISIT", visit_token(visit));
  const bool known = request.cookies.has(http::device_cookie(room.links->reception().is_secure()));
  body.ShowSection(known ? "IS_KNOWN" : "IS_NEW");
}

void fill_reach(TemplateDictionary& body, const bundle::Settings& desk) {
  if (!desk.phone.empty()) body.SetValueAndShowSection("NUMBER", desk.phone, "DESK_PHONE");
  if (!desk.email.empty()) body.SetValueAndShowSection("ADDRESS", desk.email, "DESK_MAIL");
}

// The page with the cookie that its button asks for.
template <typename Fill>
Response page_with_button(const ReplyRoom& room, const Request& request, int status,
                          const Frame& frame, const Fill& fill) {
  http::Reception& reception = room.links->reception();
  const std::string visit = visit_of(request, reception.is_secure(), reception.random());
  Response response = room.layout->page(status, request, frame, [&](TemplateDictionary& body) {
    put_reply_words(body, room, request);
    fill_visit(body, room, visit, request);
    fill_reach(body, room.layout->desk().settings);
    fill(body);
  });
  keep_visit(response, request, visit, reception.is_secure());
  return unstored(std::move(response));
}

// No code is awaited any more: what is left to do is to ask for another one.
bool is_code_gone(const accounts::Refused& refused) {
  constexpr std::string_view kGone[] = {
      accounts::messages::kCodeSpent.key, accounts::messages::kCodeEnded.key,
      accounts::messages::kNoCodeWaiting.key, accounts::messages::kCodeNextIn.key};
  return std::ranges::any_of(refused.rejection.reasons, [&](const Message& each) {
    return std::ranges::find(kGone, each.key()) != std::end(kGone);
  });
}

// Says why in the language of the page; some reasons say when to come back.
Response refused_code(const ReplyRoom& room, const Request& request,
                      const accounts::Refused& refused) {
  std::string reason;
  for (const Message& each : refused.rejection.reasons) {
    reason += (reason.empty() ? "" : " ") + each.in(room.layout->language(request));
  }
  const int status = refused.rejection.status;
  Response response = is_code_gone(refused) ? reply_start(room, request, status, {reason})
                                            : reply_code(room, request, status, reason);
  if (refused.retry_after.count() > 0) {
    response.headers.set("Retry-After", std::to_string(refused.retry_after.count()));
  }
  return response;
}

using Step = std::function<Response(const http::LinkCaller&)>;

// On the reception's threads; a fault is answered by an id that the log knows.
void on_reception(const SharedRoom& room, const Request& request, Respond respond, Step step) {
  http::Reception& reception = room->links->reception();
  const http::LinkCaller caller = room->links->caller_of(request);
  const bool taken = reception.post([room, request, respond, caller, step = std::move(step)] {
    http::Reception& its = room->links->reception();
    try {
      respond(step(caller));
    } catch (const std::exception& error) {
      const std::string id = accounts::random_hex(its.random(), 6);
      its.log().write(base::LogLevel::error, id + " link: " + error.what());
      respond(refused_page(*room->layout, request, 500, id));
    }
  });
  if (taken) return;
  respond(reply_message(*room, request, 503, messages::kNotEntered, messages::kLinkBusy));
}

}  // namespace

void put_reply_words(TemplateDictionary& body, const ReplyRoom& room, const Request& request) {
  const bool french = room.layout->language(request) == base::Language::fr;
  for (const Label& label : kReplyLabels) {
    body.SetValue(std::string(label.marker), std::string(french ? label.fr : label.en));
  }
  body.SetValue("LOCATOR", locator_of(request));
}

Response reply_message(const ReplyRoom& room, const Request& request, int status,
                       const base::MessageText& title, const base::MessageText& sentence) {
  const bundle::Settings& desk = room.layout->desk().settings;
  const std::string heading = room.say(request, title);
  return unstored(room.layout->page(
      status, request, frame_of(request, heading, "message.tpl"), [&](TemplateDictionary& body) {
        fill_message(body, heading, {room.say(request, sentence)},
                     {{room.say(request, messages::kPhone), desk.phone},
                      {room.say(request, messages::kMail), desk.email}});
      }));
}

Response reply_start(const ReplyRoom& room, const Request& request, int status,
                     const std::vector<std::string>& reasons) {
  if (!http::read_locator(locator_of(request))) {
    return reply_message(room, request, 404, messages::kBadLinkTitle, messages::kBadLink);
  }
  const auto to = room.links->find(locator_of(request));
  if (to && to->is_over) {
    return reply_message(room, request, 410, messages::kOverTitle, messages::kLinkOver);
  }
  if (to && !to->has_address()) {
    return reply_message(room, request, 200, messages::kNoAddressTitle, messages::kNoAddress);
  }
  const std::string title = room.say(request, messages::kLinkTitle);
  return page_with_button(room, request, status, frame_of(request, title, "reply_start.tpl"),
                          [&](TemplateDictionary& body) {
                            body.SetValue("HEADING", title);
                            body.SetValue("INTRO", room.say(request, messages::kLinkIntro));
                            body.SetValue("REASON_WHY", room.say(request, messages::kLinkWhy));
                            fill_known(body, room, request, to);
                            fill_typed(body, room, request);
                            if (reasons.empty()) return;
                            show_refusal(body,
                                         {.title = room.say(request, messages::kNotEntered),
                                          .reasons = reasons,
                                          .at_fields = {},
                                          .prefix = {}},
                                         room.layout->language(request));
                          });
}

Response reply_code(const ReplyRoom& room, const Request& request, int status,
                    const std::string& error) {
  if (!http::read_locator(locator_of(request))) return reply_start(room, request);
  const std::string title = room.say(request, messages::kCodeTitle);
  return page_with_button(room, request, status,
                          frame_of(request, title, "reply_code.tpl", "/code"),
                          [&](TemplateDictionary& body) {
                            body.SetValue("HEADING", title);
                            body.SetValue("INTRO", room.say(request, messages::kCodeIntro));
                            if (!error.empty()) {
                              body.SetValueAndShowSection("SENTENCE", error, "ERROR");
                            }
                          });
}

void ask_for_code(const SharedRoom& room, const Request& request, Respond respond) {
  const auto form = http::parse_form(request);
  if (!form || !http::read_locator(locator_of(request))) {
    return respond(reply_start(*room, request, 400));
  }
  if (!is_same_browser(request, form->fields, room->links->reception().is_secure())) {
    return respond(reply_start(*room, request, 403, {room->say(request, messages::kNoCookie)}));
  }
  on_reception(room, request, std::move(respond), [room, request](const http::LinkCaller& caller) {
    const std::string& locator = locator_of(request);
    const bool secure = room->links->reception().is_secure();
    if (!caller.device.empty() || !caller.session.empty()) {
      if (const auto entered = room->links->enter_known(locator, caller)) {
        Response response = http::see_other(path_of(request));
        http::keep_entry(response, *entered, secure);
        return response;
      }
    }
    const auto nonce = room->links->send_code(locator, caller);
    if (!nonce) return refused_code(*room, request, nonce.error());
    Response response = http::see_other(path_of(request, "/code"));
    http::keep_cookie(response, http::nonce_cookie(secure), *nonce, secure, accounts::kCodeLasts);
    return response;
  });
}

void enter_by_code(const SharedRoom& room, const Request& request, Respond respond) {
  const auto form = http::parse_form(request);
  if (!form || !http::read_locator(locator_of(request))) {
    return respond(reply_start(*room, request, 400));
  }
  const std::string code = form->fields.get("code");
  if (code.empty()) {
    return respond(reply_code(*room, request, 422, room->say(request, messages::kCodeNeeded)));
  }
  const bool trust = form->fields.has("trust");
  on_reception(room, request, std::move(respond),
               [room, request, code, trust](const http::LinkCaller& caller) {
                 const auto entered = room->links->enter(locator_of(request), code, trust, caller);
                 if (!entered) return refused_code(*room, request, entered.error());
                 Response response = http::see_other(path_of(request));
                 http::keep_entry(response, *entered, room->links->reception().is_secure());
                 return response;
               });
}

void leave_link(const SharedRoom& room, const Request& request, Respond respond) {
  on_reception(room, request, std::move(respond), [room, request](const http::LinkCaller& caller) {
    const bool own = request.principal.is(access::Persona::link_holder);
    if (own) room->links->leave(caller);
    Response response = http::see_other(path_of(request));
    if (own) http::forget_entry(response, room->links->reception().is_secure());
    return response;
  });
}

}  // namespace guichet::web
