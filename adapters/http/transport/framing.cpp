#include "adapters/http/transport/framing.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/http/transport/field_text.hpp"

namespace guichet::http {
namespace {

HeadFacts refuse(int status, std::string_view reason) {
  HeadFacts facts;
  facts.refused = status;
  facts.reason = reason;
  return facts;
}

bool is_token_char(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_char);
}

bool is_visible_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

bool is_field_text(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
  });
}

std::optional<std::uint64_t> read_length(std::string_view text) {
  std::uint64_t length = 0;
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (text.empty() || text.size() > 18 || !digits) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), length);
  return length;
}

// GET /path HTTP/1.1; nothing where it is well.
std::optional<HeadFacts> check_request_line(std::string_view line, std::size_t target_bytes) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return refuse(400, "request line");
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(method) || method.size() > 20) return refuse(400, "method");
  if (target.size() > target_bytes) return refuse(414, "target too long");
  if (!target.starts_with('/') || !is_visible_ascii(target)) return refuse(400, "target");
  if (!version.starts_with("HTTP/")) return refuse(400, "version");
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return refuse(505, "version");
  return std::nullopt;
}

// What the fields said so far.
struct Seen {
  std::size_t fields = 0;
  int hosts = 0;
  int lengths = 0;
  int encodings = 0;
};

std::optional<HeadFacts> check_field(std::string_view line, HeadFacts& facts, Seen& seen) {
  const std::size_t colon = line.find(':');
  // A blank before the colon or at the line's beginning (a folded line) makes it no token.
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    return refuse(400, "field name");
  }
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trim(line.substr(colon + 1));
  if (!is_field_text(value)) return refuse(400, "field value");
  if (same_ignoring_case(name, "host")) ++seen.hosts;
  if (same_ignoring_case(name, "content-length")) {
    facts.content_length = read_length(value);
    if (!facts.content_length || ++seen.lengths > 1) return refuse(400, "content-length");
  }
  if (same_ignoring_case(name, "transfer-encoding")) {
    if (!same_ignoring_case(value, "chunked") || ++seen.encodings > 1)
      return refuse(400, "transfer-encoding");
    facts.chunked = true;
  }
  if (same_ignoring_case(name, "expect")) {
    if (!same_ignoring_case(value, "100-continue")) return refuse(417, "expect");
    facts.expects_continue = true;
  }
  // A small body can unpack to a huge one, and no browser sends one.
  if (same_ignoring_case(name, "content-encoding") && !same_ignoring_case(value, "identity")) {
    return refuse(415, "content-encoding");
  }
  return std::nullopt;
}

}  // namespace

HeadFacts check_head(std::string_view head, const HeadLimits& limits) {
  if (has_stray_control(head)) return refuse(400, "bare line end");
  const std::size_t first_end = head.find("\r\n");
  if (auto problem = check_request_line(head.substr(0, first_end), limits.target_bytes)) {
    return *problem;
  }
  const bool is_1_0 = head.substr(0, first_end).ends_with("HTTP/1.0");
  HeadFacts facts;
  Seen seen;
  for (std::size_t begin = first_end + 2; begin < head.size();) {
    const std::size_t end = head.find("\r\n", begin);
    const std::string_view line = head.substr(begin, end - begin);
    if (line.empty()) break;
    if (++seen.fields > limits.fields) return refuse(431, "fields");
    if (auto problem = check_field(line, facts, seen)) return *problem;
    begin = end + 2;
  }
  if (facts.chunked && (facts.content_length || is_1_0)) return refuse(400, "length and encoding");
  if (seen.hosts > 1 || (seen.hosts == 0 && !is_1_0)) return refuse(400, "host");
  return facts;
}

bool has_stray_control(std::string_view text, std::size_t begin) {
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\0' || (c == '\n' && (i == 0 || text[i - 1] != '\r'))) return true;
    if (c == '\r' && i + 1 < text.size() && text[i + 1] != '\n') return true;
  }
  return false;
}

HeadScanner::Found HeadScanner::scan(std::string_view inbox) {
  Found found;
  const std::size_t blank = inbox.find("\r\n\r\n", scanned_ < 3 ? 0 : scanned_ - 3);
  if (blank != std::string_view::npos && blank + 4 <= most_) {
    found.size = blank + 4;
  } else if (inbox.size() > most_) {
    found.refused = inbox.find("\r\n") == std::string_view::npos ? 414 : 431;
  } else if (has_stray_control(inbox, scanned_ < 1 ? 0 : scanned_ - 1)) {
    found.refused = 400;
  }
  scanned_ = inbox.size();
  return found;
}

}  // namespace guichet::http
