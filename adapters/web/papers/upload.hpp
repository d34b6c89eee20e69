// Files of a case by the browser: sent as multipart/form-data, fetched as attachments.
#pragma once

#include <expected>
#include <memory>

#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"
#include "engine/cases/document_rules.hpp"

namespace guichet::web {

// Of a form with one file, what stands around it included.
constexpr std::size_t kUploadLimit = cases::kMostDocumentBytes + 64 * 1024;

// The file of the form as a command; or why there is none.
std::expected<cases::AddDocument, base::Message> document_sent(const http::Form& form,
                                                               base::InstanceNumber n);

// POST /cases/{id}/documents and GET /cases/{id}/documents/{key}.
void add_document_pages(http::Router& router, const std::shared_ptr<const Layout>& layout);

}  // namespace guichet::web
