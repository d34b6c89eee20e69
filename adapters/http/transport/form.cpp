#include "adapters/http/transport/form.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include "adapters/http/transport/field_text.hpp"
#include "engine/base/file.hpp"

namespace guichet::http {
namespace {

namespace urls = boost::urls;

constexpr std::size_t kMostFields = 1000;
constexpr std::size_t kMostPartHead = 8 * 1024;  // bytes of the fields before a part's content
constexpr std::size_t kMostPartFields = 16;

bool is_plain_text(std::string_view text) {
  return text.find('\0') == std::string_view::npos &&
         base::find_invalid_utf8(text) == std::string_view::npos;
}

std::string lower_case(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), lower);
  return lowered;
}

// `form-data; name="f"; filename="a;b.csv"`: its first word and its parameters, names in lower
// case.
struct Parameterised {
  std::string value;
  Pairs parameters;
};

// Browsers write %22 for a quote in a name and leave a backslash alone, so `\` escapes nothing.
Parameterised parse_parameterised(std::string_view text) {
  Parameterised result;
  bool first = true;
  while (!text.empty()) {
    std::size_t end = 0;
    bool quoted = false;
    while (end < text.size() && (quoted || text[end] != ';')) quoted ^= text[end++] == '"';
    const std::string_view piece = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t equals = piece.find('=');
    if (std::exchange(first, false)) {
      result.value = lower_case(piece);
    } else if (equals != std::string_view::npos) {
      std::string_view value = trim(piece.substr(equals + 1));
      if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"')) {
        value = value.substr(1, value.size() - 2);
      }
      result.parameters.add(lower_case(trim(piece.substr(0, equals))), std::string(value));
    }
  }
  return result;
}

std::string base_name(const std::string& filename) {
  return filename.substr(filename.find_last_of("/\\") + 1);
}

// The fields before a part's content, each with its line end.
std::optional<Headers> read_part_head(std::string_view fields) {
  Headers headers;
  while (!fields.empty()) {
    const std::size_t end = fields.find("\r\n");
    const std::string_view line = fields.substr(0, end);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_plain_text(line)) return std::nullopt;
    if (headers.list().size() == kMostPartFields) return std::nullopt;
    headers.add(std::string(line.substr(0, colon)), std::string(trim(line.substr(colon + 1))));
    fields.remove_prefix(end + 2);
  }
  return headers;
}

// RFC 7578: a form has no parts within parts, and no content in another guise.
bool is_nested(const Headers& headers) {
  const std::string encoding = lower_case(headers.get("Content-Transfer-Encoding"));
  const bool plain =
      encoding.empty() || encoding == "binary" || encoding == "8bit" || encoding == "7bit";
  return !plain || lower_case(headers.get("Content-Type")).starts_with("multipart/");
}

// One part, between two boundaries: fields, a blank line, the content.
bool read_part(std::string_view part, Form& form) {
  const std::size_t blank = part.substr(0, kMostPartHead).find("\r\n\r\n");
  if (blank == std::string_view::npos) return false;
  const std::string_view content = part.substr(blank + 4);
  const auto read = read_part_head(part.substr(0, blank + 2));
  if (!read || is_nested(*read)) return false;
  const Headers& headers = *read;
  const Parameterised disposition = parse_parameterised(headers.get("Content-Disposition"));
  const std::string& name = disposition.parameters.get("name");
  if (disposition.value != "form-data" || name.empty() || !is_plain_text(name)) return false;
  if (disposition.parameters.has("filename")) {
    std::string filename = base_name(disposition.parameters.get("filename"));
    if (!is_plain_text(filename)) return false;
    form.files.push_back(
        {name, std::move(filename), headers.get("Content-Type"), std::string(content)});
    return true;
  }
  if (!is_plain_text(content)) return false;
  form.fields.add(name, std::string(content));
  return true;
}

std::optional<Form> parse_multipart(std::string_view body, const std::string& boundary) {
  if (boundary.empty() || boundary.size() > 70) return std::nullopt;
  const std::string delimiter = "\r\n--" + boundary;
  // The first boundary may stand at the very beginning, without a line end before it.
  const std::string_view opening = std::string_view(delimiter).substr(2);
  if (!body.starts_with(opening)) return std::nullopt;
  body.remove_prefix(opening.size());
  Form form;
  while (!body.starts_with("--")) {
    if (!body.starts_with("\r\n")) return std::nullopt;
    const std::size_t end = body.find(delimiter);
    if (end == std::string_view::npos || end < 2) return std::nullopt;
    if (form.fields.list().size() + form.files.size() >= kMostFields) return std::nullopt;
    if (!read_part(body.substr(2, end - 2), form)) return std::nullopt;
    body.remove_prefix(end + delimiter.size());
  }
  return form;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  const auto encoded = urls::make_pct_string_view({text.data(), text.size()});
  if (encoded.has_error()) return std::nullopt;
  urls::encoding_opts options;
  options.space_as_plus = plus_is_space;
  std::string decoded = encoded->decode(options);
  if (!is_plain_text(decoded)) return std::nullopt;
  return decoded;
}

std::string percent_encode(std::string_view text) {
  return urls::encode({text.data(), text.size()}, urls::unreserved_chars);
}

std::optional<Pairs> parse_urlencoded(std::string_view text) {
  Pairs pairs;
  while (!text.empty()) {
    std::string_view value_text = cut(text, '&');
    if (value_text.empty()) continue;
    const std::string_view name_text = cut(value_text, '=');
    auto name = percent_decode(name_text, true);
    auto value = percent_decode(value_text, true);
    if (!name || !value || pairs.list().size() >= kMostFields) return std::nullopt;
    pairs.add(std::move(*name), std::move(*value));
  }
  return pairs;
}

std::optional<Form> parse_form(const Request& request) {
  const Parameterised type = parse_parameterised(request.headers.get("Content-Type"));
  if (type.value == "multipart/form-data") {
    return parse_multipart(request.body, type.parameters.get("boundary"));
  }
  if (type.value != "application/x-www-form-urlencoded") return std::nullopt;
  auto fields = parse_urlencoded(request.body);
  if (!fields) return std::nullopt;
  return Form{std::move(*fields), {}};
}

}  // namespace guichet::http
