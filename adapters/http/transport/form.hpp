// Forms: application/x-www-form-urlencoded, and multipart/form-data where a file comes along.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

// %41 -> A, and + -> space where `plus_is_space`. Nothing for a broken escape, a NUL, or bytes that
// are not UTF-8.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);
std::string percent_encode(std::string_view text);  // for one segment or one value

// `a=1&b=2`. Nothing where a name or value is broken, or where there are more than 1,000.
std::optional<Pairs> parse_urlencoded(std::string_view text);

struct Upload {
  std::string field;     // name of the form's field
  std::string filename;  // as the browser gave it, without any folder; never a path to write to
  std::string content_type;
  std::string bytes;
};

struct Form {
  Pairs fields;
  std::vector<Upload> files;
};

// The form in the request's body, by its Content-Type. Nothing where it is neither of the two
// kinds or is broken: to be answered 400 or 415.
std::optional<Form> parse_form(const Request& request);

}  // namespace guichet::http
