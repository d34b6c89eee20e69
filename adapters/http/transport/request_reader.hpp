// Turns the bytes of one request into a Request. Pushed to, reads nothing itself. The only file
// that knows Beast is its .cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

class RequestReader {
 public:
  enum class Progress { more, done, too_large, broken };
  struct Fed {
    Progress progress;
    std::size_t used;  // bytes of the input that need not come again
  };

  virtual ~RequestReader() = default;
  // Method, target, path, query and headers. Nothing where the parser or the decoding refuses.
  // Requires: `head` is whole and passed check_head; called once, first.
  virtual std::optional<Request> read_head(std::string_view head) = 0;
  virtual bool keeps_alive() const = 0;
  // Before the body.
  virtual void limit_body(std::uint64_t bytes) = 0;
  virtual Fed read_body(std::string_view bytes) = 0;
  virtual std::string take_body() = 0;  // once done
};

std::unique_ptr<RequestReader> make_request_reader(std::uint32_t header_bytes);

}  // namespace guichet::http
