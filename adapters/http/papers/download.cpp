#include "adapters/http/papers/download.hpp"

#include <algorithm>

#include "adapters/http/cases/case_visibility.hpp"
#include "adapters/http/transport/form.hpp"

namespace guichet::http {

std::string content_disposition(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) continue;  // of a character that stands as one '_'
    const bool odd = byte < 0x20 || byte > 0x7e || c == '"' || c == '\\' || c == '%' || c == ';';
    plain += odd ? '_' : c;
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encode(name);
}

std::optional<Response> open_document(Site& site, const access::Principal& principal,
                                      base::CaseId kase, const std::string& key) {
  std::optional<cases::Snapshot> snapshot;
  std::optional<store::StoredDocument> stored;
  site.desk.store().read([&](store::Reader& reader) {
    snapshot = reader.load(kase);
    if (snapshot) stored = reader.document(kase, key);
  });
  if (!snapshot || !stored) return {};
  const auto& all = snapshot->extras.documents;
  const auto document = std::ranges::find(all, key, &cases::Document::key);
  const CaseVisibility visible(principal, *snapshot, site.desk.definition(),
                               site.desk.clock().now());
  if (document == all.end() || !visible.sees(*document)) return {};
  const bool text = stored->media_type.starts_with("text/");
  Response out{.body = std::move(stored->content)};
  out.headers.set("Content-Type", stored->media_type + (text ? "; charset=utf-8" : ""));
  out.headers.set("Content-Disposition", content_disposition(document->name));
  out.headers.set("Content-Security-Policy",
                  "sandbox; default-src 'none'; frame-ancestors 'none'; form-action 'none'");
  out.headers.set("X-Content-Type-Options", "nosniff");
  out.headers.set("Cache-Control", "private, no-store");
  return out;
}

}  // namespace guichet::http
