#include "adapters/http/transport/assets.hpp"

#include <array>
#include <map>

#include "adapters/http/transport/gzip.hpp"
#include "engine/base/digest.hpp"

namespace guichet::http {
namespace {

constexpr std::size_t kMarkLength = 12;  // hexadecimal digits of the digest

struct File {
  std::string_view bytes;
  std::string_view type;
  std::string packed;  // empty where packing is not worth it
  std::string mark;
};

// The packed form is another representation and has another tag.
std::string tag_of(const File& file, bool packed) {
  return '"' + file.mark + (packed ? "-gz\"" : "\"");
}

bool is_among(std::string_view tags, const std::string& tag) {
  return tags.find(tag) != std::string_view::npos;
}

}  // namespace

struct Assets::Table {
  std::map<std::string, File, std::less<>> files;

  Response answer(const Request& request) const;
};

Assets::Assets(std::span<const Asset> table) {
  auto files = std::make_shared<Table>();
  for (const Asset& asset : table) {
    File file{asset.bytes, content_type_of(asset.path), {}, {}};
    file.mark = base::sha256_hex(asset.bytes).substr(0, kMarkLength);
    if (is_worth_packing(file.type, file.bytes.size())) file.packed = gzip(file.bytes);
    files->files.emplace(asset.path, std::move(file));
  }
  table_ = std::move(files);
}

Assets::~Assets() = default;
Assets::Assets(Assets&&) noexcept = default;

std::string Assets::address(std::string_view path) const {
  const auto found = table_->files.find(path);
  std::string address = "/assets/" + std::string(path);
  return found == table_->files.end() ? address : address + "?v=" + found->second.mark;
}

Response Assets::Table::answer(const Request& request) const {
  const auto found = files.find(request.params.get("path"));
  if (found == files.end()) return text_response(404, "404\n");
  const File& file = found->second;
  const bool packed = !file.packed.empty() && accepts_gzip(request.headers.get("Accept-Encoding"));
  Response response;
  const bool is_marked = request.query.get("v") == file.mark;
  response.headers.set("Cache-Control",
                       is_marked ? "public, max-age=31536000, immutable" : "no-cache");
  response.headers.set("ETag", tag_of(file, packed));
  if (!file.packed.empty()) response.headers.set("Vary", "Accept-Encoding");
  if (is_among(request.headers.get("If-None-Match"), tag_of(file, packed))) {
    response.status = 304;
    return response;
  }
  response.headers.set("Content-Type", std::string(file.type));
  if (packed) response.headers.set("Content-Encoding", "gzip");
  response.body = packed ? file.packed : std::string(file.bytes);
  return response;
}

Handler Assets::handler() const {
  return [table = table_](const Request& request, const Respond& respond) {
    respond(table->answer(request));
  };
}

std::string_view content_type_of(std::string_view path) {
  using Type = std::pair<std::string_view, std::string_view>;
  static constexpr std::array kTypes{
      Type{".css", "text/css; charset=utf-8"},
      Type{".js", "text/javascript; charset=utf-8"},
      Type{".svg", "image/svg+xml"},
      Type{".png", "image/png"},
      Type{".ico", "image/x-icon"},
      Type{".woff2", "font/woff2"},
      Type{".json", "application/json"},
      Type{".html", "text/html; charset=utf-8"},
      Type{".txt", "text/plain; charset=utf-8"},
      Type{".webmanifest", "application/manifest+json"},
  };
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

}  // namespace guichet::http
