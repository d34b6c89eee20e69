// The readers of single values and of the header.
#include <locale.h>
#include <wctype.h>

#include <algorithm>
#include <charconv>

#include "engine/yaml/messages.hpp"
#include "engine/yaml/shape.hpp"

namespace guichet::yaml {
namespace {

using base::Message;

// Reports a node that is no text; nothing is not a text either.
bool is_text(const Node& node, base::Diagnostics& diagnostics) {
  if (node.is_scalar() && !node.is_empty()) return true;
  const Message found(node.is_mapping()    ? messages::kFoundKeys
                      : node.is_sequence() ? messages::kFoundList
                                           : messages::kFoundNothing);
  diagnostics.error(node.location(), Message(messages::kTextWanted), found);
  return false;
}

// The words that other YAML readers take for a boolean (YAML 1.1), which authors bring along.
std::optional<std::string_view> boolean_meant(std::string_view word) {
  constexpr std::string_view kTrue[] = {"True", "TRUE", "yes", "Yes", "on", "oui", "Oui", "vrai"};
  constexpr std::string_view kFalse[] = {"False", "FALSE", "no", "No", "off", "non", "Non", "faux"};
  if (std::ranges::find(kTrue, word) != std::end(kTrue)) return "true";
  if (std::ranges::find(kFalse, word) != std::end(kFalse)) return "false";
  return {};
}

// Character classes of all scripts, whatever the process's own locale.
locale_t unicode() {
  static const locale_t kLocale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  return kLocale;
}

bool is_lower_letter(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  const locale_t locale = unicode();
  if (locale == nullptr) return true;
  const auto wide = static_cast<wint_t>(c);
  return iswalpha_l(wide, locale) != 0 && towlower_l(wide, locale) == wide;
}

// Requires valid UTF-8, which parse() has seen to.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  char32_t code = first & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size(); ++i, ++at) {
    code = code << 6 | (static_cast<unsigned char>(text[at]) & 0x3FU);
  }
  return code;
}

bool is_id(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const char32_t c = next_code_point(text, at);
    const bool inner = (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!is_lower_letter(c) && (first || !inner)) return false;
  }
  return !text.empty();
}

}  // namespace

std::optional<bool> read_bool(const Node& node, base::Diagnostics& diagnostics) {
  if (!is_text(node, diagnostics)) return {};
  if (node.text() == "true") return true;
  if (node.text() == "false") return false;
  std::optional<Message> hint;
  if (const auto meant = boolean_meant(node.text())) {
    hint = Message(messages::kWriteBoolean, {std::string(*meant)});
  }
  diagnostics.error(node.location(), Message(messages::kNotABoolean, {node.text()}),
                    std::move(hint));
  return {};
}

std::optional<std::int64_t> read_integer(const Node& node, base::Diagnostics& diagnostics) {
  if (!is_text(node, diagnostics)) return {};
  const std::string& text = node.text();
  const std::size_t digits = text.starts_with('-') ? 1 : 0;
  // `010` is eight to some readers and ten to others.
  const bool padded = text.size() > digits + 1 && text[digits] == '0';
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = failure == std::errc() && end == text.data() + text.size();
  if (whole && !padded) return value;
  std::optional<Message> hint;
  if (whole) hint = Message(messages::kNoLeadingZero);
  diagnostics.error(node.location(), Message(messages::kNotAnInteger, {text}), std::move(hint));
  return {};
}

bool read_id(const Node& node, base::Diagnostics& diagnostics) {
  if (!is_text(node, diagnostics)) return false;
  if (is_id(node.text())) return true;
  diagnostics.error(node.location(), Message(messages::kNotAnId, {node.text()}),
                    Message(messages::kIdRule));
  return false;
}

std::vector<const Node*> read_one_or_many(const Node& node, base::Diagnostics& diagnostics) {
  std::vector<const Node*> found;
  if (!node.is_sequence()) {
    if (is_text(node, diagnostics)) found.push_back(&node);
    return found;
  }
  for (const Node& item : node.items()) {
    if (is_text(item, diagnostics)) found.push_back(&item);
  }
  return found;
}

std::string_view header_kind(const Node& root) {
  const Node* header = at(root, "guichet");
  if (header == nullptr || !header->is_scalar()) return {};
  const std::string_view text = header->text();
  return text.substr(0, text.find('/'));
}

bool check_header(const Node& root, std::string_view kind, base::Diagnostics& diagnostics) {
  const Node* header = at(root, "guichet");
  const std::string wanted(kind);
  if (header == nullptr) {
    diagnostics.error(root.location(), Message(messages::kMissingHeader, {wanted}));
    return false;
  }
  if (header->is_scalar() && header->text() == wanted + "/1") return true;
  diagnostics.error(header->location(), Message(messages::kWrongHeader, {header->text(), wanted}));
  return false;
}

}  // namespace guichet::yaml
