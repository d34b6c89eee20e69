#include "adapters/web/work/bulk_assign.hpp"

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/intake/assign.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "adapters/web/work/bulk_messages.hpp"

namespace guichet::web {
namespace {

using base::Message;

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
    said.push_back(
        Message(messages::kNotAssigned, {std::to_string(each.kase.value), why}).in(language));
  }
  return message_page(layout, request, assigned.failures.empty() ? 200 : 409,
                      Message(messages::kBulkTitle).in(language), said);
}

}  // namespace

void assign_cases(const Layout& layout, const http::Request& request, http::Respond respond) {
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(layout, request, 400));
  const base::Language language = layout.language(request);
  const std::string& given = form->fields.get(kFormKey);
  http::Assignment assignment{.cases = {},
                              .owner = form->fields.get("form-owner"),
                              .reason = form->fields.get("form-reason"),
                              .key = given.empty() ? new_key() : given};
  for (const std::string& text : form->fields.all("case")) {
    if (const auto id = http::whole_number(text)) assignment.cases.push_back({*id});
  }
  if (!http::missing_of(assignment).empty()) {
    return respond(message_page(layout, request, 422, Message(messages::kBulkTitle).in(language),
                                {Message(messages::kBulkNeeds).in(language)}));
  }
  const std::string owner = assignment.owner;
  http::assign_all(
      layout.site(), request, std::move(assignment),
      [&layout, request, owner, respond = std::move(respond)](const http::Assigned& assigned) {
        respond(assigned_page(layout, request, owner, assigned));
      });
}

}  // namespace guichet::web
