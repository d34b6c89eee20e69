#include <fmt/chrono.h>
#include <fmt/core.h>

#include "adapters/delivery/message.hpp"

namespace guichet::delivery {
namespace {

constexpr std::size_t kMostOctets = 75;  // RFC 5545 3.1, the fold's blank included

// TEXT of RFC 5545 3.3.11.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') {
      result += c;
    }
  }
  return result;
}

// A parameter value between quotes cannot hold a quote at all.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c != '"' && static_cast<unsigned char>(c) >= 0x20) result += c;
  }
  return result += '"';
}

std::string utc(base::Instant instant) {
  return fmt::format("{:%Y%m%dT%H%M%SZ}",
                     std::chrono::time_point_cast<std::chrono::seconds>(instant));
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Writes one content line, folded between characters.
void append(std::string& calendar, const std::string& line) {
  std::size_t begin = 0;
  while (begin < line.size()) {
    const std::size_t room = kMostOctets - (begin == 0 ? 0 : 1);
    std::size_t end = std::min(begin + room, line.size());
    while (end < line.size() && continues_character(line[end])) --end;
    if (begin > 0) calendar += ' ';
    calendar.append(line, begin, end - begin).append("\r\n");
    begin = end;
  }
}

}  // namespace

std::string to_icalendar(const Invitation& invitation, const Parcel& parcel) {
  const bool cancelled = invitation.cancelled;
  std::string calendar;
  append(calendar, "BEGIN:VCALENDAR");
  append(calendar, "VERSION:2.0");
  append(calendar, "PRODID:-//Guichet//FR");
  append(calendar, cancelled ? "METHOD:CANCEL" : "METHOD:REQUEST");
  append(calendar, "BEGIN:VEVENT");
  append(calendar, "UID:" + escaped(invitation.uid));
  append(calendar, fmt::format("SEQUENCE:{}", invitation.sequence));
  append(calendar, "DTSTAMP:" + utc(parcel.date));
  append(calendar, "DTSTART:" + utc(invitation.starts_at));
  append(calendar, "DTEND:" + utc(invitation.ends_at));
  append(calendar, "SUMMARY:" + escaped(invitation.summary));
  if (!invitation.location.empty()) {
    append(calendar, "LOCATION:" + escaped(invitation.location));
  }
  if (!invitation.description.empty()) {
    append(calendar, "DESCRIPTION:" + escaped(invitation.description));
  }
  append(calendar,
         fmt::format("ORGANIZER;CN={}:mailto:{}", quoted(parcel.from_name), parcel.from_address));
  append(calendar, fmt::format("ATTENDEE;CN={};RSVP=TRUE:mailto:{}", quoted(parcel.to_name),
                               parcel.to_address));
  append(calendar, cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  append(calendar, "END:VEVENT");
  append(calendar, "END:VCALENDAR");
  return calendar;
}

}  // namespace guichet::delivery
