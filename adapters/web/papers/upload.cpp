#include "adapters/web/papers/upload.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/instance_number.hpp"
#include "adapters/http/papers/download.hpp"
#include "adapters/web/cases/case_page.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/papers/paper_words.hpp"
#include "engine/base/digest.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Right;
using base::Message;
using http::Request;
using http::Respond;

constexpr const char* kFileField = "form-file";

void take_document(const Layout& layout, const Request& request, Respond respond) {
  const auto form = http::parse_form(request);
  const auto id = case_of(request);
  if (!form || !id) return respond(refused_page(layout, request, 400));
  const auto n = http::whole_number(form->fields.get(kFormInstance)).value_or(1);
  Attempt attempt{.n = http::instance_of(n),
                  .name = {},
                  .typed = form->fields,
                  .refused = {.title = Message(messages::kNotDone).in(layout.language(request)),
                              .reasons = {},
                              .at_fields = {},
                              .prefix = {}}};
  auto document = document_sent(*form, attempt.n);
  if (!document) {
    attempt.refused.reasons.push_back(document.error().in(layout.language(request)));
    return respond(case_page(layout, request, *id, &attempt));
  }
  document->partners = form->fields.all("form-partners");
  document->person = form->fields.has("form-person");
  const std::string& key = form->fields.get(kFormKey);
  cases::Command command{
      .id = key.empty() ? new_key() : key, .kase = *id, .body = std::move(*document)};
  http::submit(
      layout.site(), request, std::move(command),
      [&layout, request, id = *id, attempt = std::move(attempt),
       respond = std::move(respond)](const cases::Outcome& outcome) mutable {
        if (outcome) {
          return respond(http::see_other(fmt::format("/cases/{}?saved=document", id.value)));
        }
        attempt.status = outcome.error().status;
        for (const Message& reason : outcome.error().reasons) {
          attempt.refused.reasons.push_back(reason.in(layout.language(request)));
        }
        respond(case_page(layout, request, id, &attempt));
      });
}

}  // namespace

std::expected<cases::AddDocument, base::Message> document_sent(const http::Form& form,
                                                               base::InstanceNumber n) {
  const auto file = std::ranges::find(form.files, kFileField, &http::Upload::field);
  // Browsers send an input without a file as a file without name and bytes.
  const bool none = file == form.files.end() || (file->filename.empty() && file->bytes.empty());
  if (none) return std::unexpected(Message(messages::kNoFile));
  return cases::AddDocument{.n = n,
                            .name = file->filename,
                            .digest = base::sha256_hex(file->bytes),
                            .content = std::make_shared<const std::string>(file->bytes)};
}

void add_document_pages(http::Router& router, const std::shared_ptr<const Layout>& layout) {
  router.post("/cases/{id}/documents", {Right::act, Object::kase},
              [layout](const Request& request, Respond respond) {
                take_document(*layout, request, std::move(respond));
              },
              {.body_limit = kUploadLimit});
  router.get("/cases/{id}/documents/{key}", {Right::see_case, Object::kase},
             [layout](const Request& request, const Respond& respond) {
               const auto id = case_of(request);
               auto found = id ? http::open_document(layout->site(), request.principal, *id,
                                                     request.params.get("key"))
                               : std::nullopt;
               respond(found ? std::move(*found) : refused_page(*layout, request, 404));
             });
}

}  // namespace guichet::web
