#include "adapters/http/papers/download.hpp"

#include <algorithm>
#include <vector>

#include "adapters/http/cases/case_visibility.hpp"
#include "adapters/http/transport/form.hpp"

namespace guichet::http {

std::string download_name(std::string_view name, std::string_view media_type) {
  struct Kind {
    std::string_view media_type;
    std::vector<std::string_view> endings;  // the first is the usual one
  };
  static const std::vector<Kind> kinds{
      {"application/pdf", {".pdf"}},
      {"image/jpeg", {".jpg", ".jpeg"}},
      {"image/png", {".png"}},
      {"text/plain", {".txt", ".text", ".csv", ".md"}},
      {"application/vnd.oasis.opendocument.text", {".odt"}},
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", {".docx"}}};
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto kind = std::ranges::find(kinds, media_type, &Kind::media_type);
  if (kind == kinds.end()) return std::string(name) + ".bin";
  const bool fits = std::ranges::any_of(
      kind->endings, [&](std::string_view ending) { return lower.ends_with(ending); });
  return std::string(name) + (fits ? "" : std::string(kind->endings.front()));
}

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
  out.headers.set("Content-Disposition",
                  content_disposition(download_name(document->name, stored->media_type)));
  out.headers.set("Content-Security-Policy",
                  "sandbox; default-src 'none'; frame-ancestors 'none'; form-action 'none'");
  out.headers.set("X-Content-Type-Options", "nosniff");
  out.headers.set("Cache-Control", "private, no-store");
  return out;
}

}  // namespace guichet::http
