// A request's head, checked strictly before anything reads it: where two readers could disagree on
// where a request ends (a proxy and this server), it is refused. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace guichet::http {

struct HeadFacts {
  int refused = 0;          // status of the refusal; the rest counts only where it is 0
  std::string_view reason;  // for the log
  std::optional<std::uint64_t> content_length;
  bool chunked = false;
  bool expects_continue = false;

  bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

struct HeadLimits {
  std::size_t target_bytes;
  std::size_t fields;
};

// `head` runs from the method to the blank line, both included.
HeadFacts check_head(std::string_view head, const HeadLimits& limits);

// A line feed alone, a carriage return alone or a NUL from `begin` on in `text`, which may be the
// beginning of a head: known before the head is whole.
bool has_stray_control(std::string_view text, std::size_t begin = 0);

// Looks for a head's end in what has been received so far, each byte once.
class HeadScanner {
 public:
  explicit HeadScanner(std::size_t most_bytes) : most_(most_bytes) {}

  struct Found {
    std::size_t size = 0;  // of the head with its blank line
    int refused = 0;       // status; where both are 0 more is to be received
  };
  // `inbox` holds what the last call saw and more.
  Found scan(std::string_view inbox);

 private:
  std::size_t most_;
  std::size_t scanned_ = 0;
};

}  // namespace guichet::http
