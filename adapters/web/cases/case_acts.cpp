#include "adapters/web/cases/case_acts.hpp"

#include <charconv>
#include <functional>

#include "adapters/http/transport/form.hpp"
#include "adapters/web/cases/case_page.hpp"
#include "adapters/web/conflict/conflict_page.hpp"
#include "adapters/web/frame/messages.hpp"
#include "engine/cases/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;

template <typename Number>
std::optional<Number> number_in(const http::Pairs& form, const char* name) {
  const std::string& text = form.get(name);
  Number out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return out;
}

// What a form of the case page says, before it is a command.
struct Sent {
  base::CaseId id;
  Attempt attempt;  // what the page shows again where it is refused
};

std::optional<Sent> read_form(const Layout& layout, const http::Request& request, bool reply) {
  const auto form = http::parse_form(request);
  const auto id = case_of(request);
  if (!form || !id) return {};
  const auto n = number_in<std::int32_t>(form->fields, kFormInstance);
  if (!n) return {};
  const base::InstanceNumber instance{*n};
  const std::string& name = request.params.get("name");
  return Sent{*id,
              {.n = instance,
               .name = name,
               .reply = reply,
               .typed = coded(form->fields, layout.desk()),
               .refused = {.title = Message(messages::kNotDone).in(layout.language(request)),
                           .prefix = prefix_of(instance, name)}}};
}

// The field of that label, where only one has it.
const vocabulary::Field* field_of_label(const bundle::Desk& desk, const std::string& label) {
  const vocabulary::Field* found = nullptr;
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    if (field.label != label) continue;
    if (found != nullptr) return nullptr;
    found = &field;
  }
  return found;
}

// A field that is missing is said where it is to be filled in; the rest above the form.
void note_reasons(const base::Rejection& rejection, const bundle::Desk& desk,
                  base::Language language, Refused& refused) {
  for (const Message& reason : rejection.reasons) {
    const bool missing = reason.key() == cases::messages::kMissingField.key;
    const vocabulary::Field* field =
        missing ? field_of_label(desk, reason.arguments().front()) : nullptr;
    if (field != nullptr) {
      refused.at_fields.emplace_back(field->id, reason);
    } else {
      refused.reasons.push_back(reason.in(language));
    }
  }
}

// The case has moved on: what was typed beside what is there now.
http::Response show_both(const Layout& layout, const http::Request& request, const Sent& sent) {
  std::string title = http::spoken(sent.attempt.name);
  std::optional<cases::Snapshot> snapshot;
  layout.site().desk.store().read([&](store::Reader& reader) { snapshot = reader.load(sent.id); });
  if (snapshot) {
    for (const cases::Offer& each : layout.site().desk.offers(*snapshot, request.principal.actor)) {
      if (each.n == sent.attempt.n && each.name == sent.attempt.name) title = each.title;
    }
  }
  return conflict_page(layout, request,
                       {.kase = sent.id,
                        .action = request.target.substr(0, request.target.find('?')),
                        .about = title,
                        .typed = sent.attempt.typed});
}

void carry_out(const Layout& layout, const http::Request& request, Sent sent, cases::Body body,
               http::Respond respond) {
  const http::Pairs& typed = sent.attempt.typed;
  const std::string& key = typed.get(kFormKey);
  cases::Command command{.id = key.empty() ? new_key() : key,
                         .kase = sent.id,
                         .expected_rev = revision_seen(layout.site().desk, sent.id, typed),
                         .body = std::move(body)};
  http::submit(
      layout.site(), request, std::move(command),
      [&layout, request, sent = std::move(sent),
       respond = std::move(respond)](const cases::Outcome& outcome) mutable {
        if (outcome) {
          const std::string& back = sent.attempt.typed.get(kFormBack);
          return respond(http::see_other(
              back.empty() ? "/cases/" + std::to_string(outcome->kase.value) : way_back(back)));
        }
        if (is_late(outcome.error())) return respond(show_both(layout, request, sent));
        sent.attempt.status = outcome.error().status;
        note_reasons(outcome.error(), layout.desk(), layout.language(request),
                     sent.attempt.refused);
        respond(case_page(layout, request, sent.id, &sent.attempt));
      });
}

// Reads the fields that go with an act; a misfit is answered at once.
void with_fields(const Layout& layout, const http::Request& request, bool reply,
                 http::Respond respond,
                 const std::function<cases::Body(const Attempt&, cases::Fields)>& body_of) {
  auto sent = read_form(layout, request, reply);
  if (!sent) return respond(refused_page(layout, request, 400));
  auto fields = http::read_fields(sent->attempt.typed, layout.desk());
  if (!fields) {
    sent->attempt.refused.at_fields = fields.error();
    return respond(case_page(layout, request, sent->id, &sent->attempt));
  }
  add_emptied(sent->attempt.typed, layout.desk(), *fields);
  cases::Body body = body_of(sent->attempt, std::move(*fields));
  carry_out(layout, request, std::move(*sent), std::move(body), std::move(respond));
}

}  // namespace

void take_act(const Layout& layout, const http::Request& request, http::Respond respond) {
  with_fields(layout, request, false, std::move(respond),
              [](const Attempt& attempt, cases::Fields fields) {
                return cases::Act{.n = attempt.n, .name = attempt.name, .with = std::move(fields)};
              });
}

void take_reply(const Layout& layout, const http::Request& request, http::Respond respond) {
  with_fields(layout, request, true, std::move(respond),
              [](const Attempt& attempt, cases::Fields fields) {
                return cases::Reply{.n = attempt.n,
                                    .name = attempt.name,
                                    .with = std::move(fields),
                                    .channel = attempt.typed.get(kFormChannel)};
              });
}

void complete_task(const Layout& layout, const http::Request& request, http::Respond respond) {
  auto sent = read_form(layout, request, false);
  if (!sent) return respond(refused_page(layout, request, 400));
  const cases::CompleteTask task{
      .n = sent->attempt.n,
      .task = sent->attempt.name,
      .entry = number_in<std::int32_t>(sent->attempt.typed, kFormEntry).value_or(0)};
  carry_out(layout, request, std::move(*sent), task, std::move(respond));
}

}  // namespace guichet::web
