#include "adapters/delivery/message.hpp"

#include <gmime/gmime.h>

#include <mutex>

#include "adapters/delivery/messages.hpp"
#include "engine/base/digest.hpp"
#include "engine/base/file.hpp"
#include "engine/base/markup.hpp"

namespace guichet::delivery {
namespace {

using base::Message;

struct Unreference {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unreference>;

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

base::Error refused(const base::MessageText& text, std::vector<std::string> arguments) {
  return {base::ErrorKind::input, Message(text, std::move(arguments))};
}

bool is_key(std::string_view key) {
  const auto is_safe = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  };
  return !key.empty() && key.size() <= 120 && key.front() != '.' && key.back() != '.' &&
         key.find("..") == std::string_view::npos && std::ranges::all_of(key, is_safe);
}

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
  });
}

std::optional<base::Error> check(const Parcel& parcel) {
  if (!is_key(parcel.key)) return refused(messages::kBadKey, {parcel.key});
  const std::pair<const char*, const std::string*> lines[] = {
      {"from_name", &parcel.from_name}, {"to_name", &parcel.to_name}, {"subject", &parcel.subject}};
  for (const auto& [name, value] : lines) {
    if (!is_one_line(*value)) return refused(messages::kControlCharacter, {name});
  }
  const std::pair<const char*, const std::string*> texts[] = {{"from_name", &parcel.from_name},
                                                              {"to_name", &parcel.to_name},
                                                              {"subject", &parcel.subject},
                                                              {"text", &parcel.text},
                                                              {"html", &parcel.html}};
  for (const auto& [name, value] : texts) {
    if (base::find_invalid_utf8(*value) != std::string::npos) {
      return refused(messages::kNotUtf8, {name});
    }
    if (value->find('\0') != std::string::npos) {
      return refused(messages::kControlCharacter, {name});
    }
  }
  const std::pair<const char*, const std::string*> addresses[] = {
      {"from", &parcel.from_address}, {"to", &parcel.to_address}, {"reply-to", &parcel.reply_to}};
  for (const auto& [name, value] : addresses) {
    const bool is_absent = value == &parcel.reply_to && value->empty();
    if (!is_absent && !is_address(*value)) return refused(messages::kBadAddress, {*value, name});
  }
  return std::nullopt;
}

// Text of one form, in UTF-8 whatever it holds. (GMime's own text part picks a charset.)
Owned<GMimeObject> make_part(const char* subtype, const std::string& text) {
  GMimePart* part = g_mime_part_new_with_type("text", subtype);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(text.data(), text.size()));
  const Owned<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part, content.get());
  g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
  return Owned<GMimeObject>(GMIME_OBJECT(part));
}

// The letter as a page of its own: calm on a phone, and dark where its reader likes it so. What the
// letter says stays plain HTML, without pictures or anything to be fetched.
std::string page_of(const Parcel& parcel) {
  return "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
         base::escape_markup(parcel.subject) +
         "</title>\n</head>\n<body style=\"margin: 0 auto; padding: 16px; max-width: 38em; "
         "font: 16px/1.5 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; "
         "overflow-wrap: break-word\">\n" +
         parcel.html + "</body>\n</html>\n";
}

// The forms of one content, the plainest first; a reader takes the last that it understands.
Owned<GMimeObject> make_body(const Parcel& parcel) {
  Owned<GMimeObject> plain = make_part("plain", parcel.text);
  if (parcel.html.empty() && !parcel.invitation) return plain;
  GMimeMultipart* forms = g_mime_multipart_new_with_subtype("alternative");
  const std::string boundary = "=_" + base::sha256_hex("boundary " + parcel.key).substr(0, 32);
  g_mime_multipart_set_boundary(forms, boundary.c_str());
  g_mime_multipart_add(forms, plain.get());
  if (!parcel.html.empty()) g_mime_multipart_add(forms, make_part("html", page_of(parcel)).get());
  if (parcel.invitation) {
    const auto part = make_part("calendar", to_icalendar(*parcel.invitation, parcel));
    const char* method = parcel.invitation->cancelled ? "CANCEL" : "REQUEST";
    g_mime_object_set_content_type_parameter(part.get(), "method", method);
    g_mime_multipart_add(forms, part.get());
  }
  return Owned<GMimeObject>(GMIME_OBJECT(forms));
}

void add_mailbox(GMimeMessage* message, GMimeAddressType type, const std::string& name,
                 const std::string& address) {
  const Owned<InternetAddress> mailbox(
      internet_address_mailbox_new(name.empty() ? nullptr : name.c_str(), address.c_str()));
  internet_address_set_charset(mailbox.get(), "utf-8");
  internet_address_list_add(g_mime_message_get_addresses(message, type), mailbox.get());
}

void set_heads(GMimeMessage* message, const Parcel& parcel, const std::string& desk_host) {
  add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, parcel.from_name, parcel.from_address);
  add_mailbox(message, GMIME_ADDRESS_TYPE_TO, parcel.to_name, parcel.to_address);
  if (!parcel.reply_to.empty()) {
    add_mailbox(message, GMIME_ADDRESS_TYPE_REPLY_TO, {}, parcel.reply_to);
  }
  g_mime_message_set_subject(message, parcel.subject.c_str(), "utf-8");
  GDateTime* date = g_date_time_new_from_unix_utc(base::to_millis(parcel.date) / 1000);
  g_mime_message_set_date(message, date);
  g_date_time_unref(date);
  g_mime_message_set_message_id(message, (parcel.key + '@' + desk_host).c_str());
  // Robots that answer mails (out of office) keep quiet on seeing it (RFC 3834).
  g_mime_object_append_header(GMIME_OBJECT(message), "Auto-Submitted", "auto-generated", nullptr);
}

// Content is quoted-printable, so a line feed is always the end of a line.
std::string with_crlf(std::string_view text) {
  std::string wire;
  wire.reserve(text.size() + text.size() / 32);
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') wire += '\r';
    wire += c;
  }
  return wire;
}

}  // namespace

std::string to_envelope(const std::string& address) {
  start_gmime();
  const Owned<InternetAddress> mailbox(internet_address_mailbox_new(nullptr, address.c_str()));
  const char* ascii =
      internet_address_mailbox_get_idn_addr(INTERNET_ADDRESS_MAILBOX(mailbox.get()));
  return ascii == nullptr ? address : ascii;
}

base::Result<std::string> compose_message(const Parcel& parcel, const std::string& desk_host) {
  if (auto error = check(parcel)) return std::unexpected(std::move(*error));
  start_gmime();
  const Owned<GMimeMessage> message(g_mime_message_new(FALSE));
  set_heads(message.get(), parcel, desk_host);
  g_mime_message_set_mime_part(message.get(), make_body(parcel).get());
  char* written = g_mime_object_to_string(GMIME_OBJECT(message.get()), nullptr);
  std::string wire = with_crlf(written);
  g_free(written);
  return wire;
}

}  // namespace guichet::delivery
