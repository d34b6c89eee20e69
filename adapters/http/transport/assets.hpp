// Files embedded in the program (styles, scripts, fonts), served from memory. The table itself is
// made by `guichet_assets(target folder ...)` in adapters/http/Assets.cmake.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

struct Asset {
  std::string_view path;  // below the folder: "css/desk.css"
  std::string_view bytes;
};

// Table of files with their address, which holds a digest of the content, so that a browser may
// keep a file for ever and yet sees a new one at once.
class Assets {
 public:
  // Requires: what the table points to has static storage.
  explicit Assets(std::span<const Asset> table);
  ~Assets();
  Assets(Assets&&) noexcept;

  // Where a page links a file: "/assets/css/desk.css?v=1f2e3d4c". Requires: the file is embedded.
  std::string address(std::string_view path) const;
  // The address without its mark of version, as an import in a script writes it, works too; it is
  // revalidated by ETag each time. For a route `/assets/{path...}`.
  Handler handler() const;

 private:
  struct Table;
  std::shared_ptr<const Table> table_;
};

// text/css for css/desk.css; application/octet-stream for what is not known.
std::string_view content_type_of(std::string_view path);

}  // namespace guichet::http
