#include "adapters/web/work/bulk_assign.hpp"

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/intake/assign.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/target.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "adapters/web/work/bulk_messages.hpp"
#include "adapters/web/work/cases_page.hpp"
#include "engine/desk/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;

// The case's number as people know it; of one that the asker is told does not exist, what was sent.
std::string number_of(const Layout& layout, const http::Assigned::Failure& failure) {
  const bool unknown = std::ranges::any_of(failure.reasons, [](const Message& reason) {
    return reason.key() == desk::messages::kUnknownCase.key;
  });
  std::string number;
  layout.site().desk.store().read([&](store::Reader& reader) {
    const auto kase = unknown ? std::nullopt : reader.load(failure.kase);
    if (kase) number = kase->number;
  });
  return number.empty() ? std::to_string(failure.kase.value) : number;
}

// The page that answers: how many went over, and why others did not.
http::Response assigned_page(const Layout& layout, const http::Request& request,
                             const std::string& owner, const http::Assigned& assigned) {
  const base::Language language = layout.language(request);
  const bundle::Member* member = layout.desk().member(owner);
  std::vector<std::string> said{
      Message(messages::kAssigned,
              {std::to_string(assigned.done), member == nullptr ? owner : member->name})
          .in(language)};
  for (const http::Assigned::Failure& each : assigned.failures) {
    std::string why;
    for (const Message& reason : each.reasons) {
      why += (why.empty() ? "" : " ; ") + reason.in(language);
    }
    said.push_back(Message(messages::kNotAssigned, {number_of(layout, each), why}).in(language));
  }
  return message_page(layout, request, assigned.failures.empty() ? 200 : 409,
                      Message(messages::kBulkTitle).in(language), said, WayOut::cases);
}

// The list as it was filtered, with the ticks, and what is missing at its field.
http::Response list_again(const Layout& layout, const http::Request& request,
                          const http::Pairs& typed, const std::vector<std::string>& missing) {
  const base::Language language = layout.language(request);
  const auto say = [&](const base::MessageText& text) { return Message(text).in(language); };
  BulkAttempt attempt{.typed = typed,
                      .refused = {.title = say(messages::kBulkNotDone), .prefix = "bulk-"}};
  for (const std::string& each : missing) {
    if (each == "cases") {
      const Message text(messages::kBulkNoCase, {std::to_string(http::kMostAssigned)});
      attempt.refused.reasons.push_back(text.in(language));
    } else {
      attempt.refused.at_fields.emplace_back(
          each, Message(each == "owner" ? messages::kBulkNoOwner : messages::kBulkNoReason));
    }
  }
  http::Request list = request;
  const std::string back = way_back(typed.get(kFormBack));
  const bool is_list =
      http::read_target(back, list) && list.path == std::vector<std::string>{"cases"};
  list.target = is_list ? back : "/cases";
  if (!is_list) http::read_target(list.target, list);
  if (request.query.has("lang")) list.query.add("lang", request.query.get("lang"));
  return cases_page(layout, list, &attempt);
}

}  // namespace

void assign_cases(const Layout& layout, const http::Request& request, http::Respond respond) {
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(layout, request, 400));
  const std::string& given = form->fields.get(kFormKey);
  http::Assignment assignment{.cases = {},
                              .owner = form->fields.get("form-owner"),
                              .reason = form->fields.get("form-reason"),
                              .key = given.empty() ? new_key() : given};
  for (const std::string& text : form->fields.all("case")) {
    if (const auto id = http::whole_number(text)) assignment.cases.push_back({*id});
  }
  if (const auto missing = http::missing_of(assignment); !missing.empty()) {
    return respond(list_again(layout, request, form->fields, missing));
  }
  const std::string owner = assignment.owner;
  http::assign_all(
      layout.site(), request, std::move(assignment),
      [&layout, request, owner, respond = std::move(respond)](const http::Assigned& assigned) {
        respond(assigned_page(layout, request, owner, assigned));
      });
}

}  // namespace guichet::web
