#include "adapters/app/parcels.hpp"

namespace guichet::app {

delivery::Parcel parcel_of(const cases::LetterEffect& letter, const bundle::Desk& desk) {
  return {.key = letter.key,
          .channel = letter.channel,
          .from_name = desk.settings.name,
          .from_address = desk.settings.email,
          .to_name = letter.to_name,
          .to_address = letter.to_address,
          .reply_to = desk.settings.email,
          .subject = letter.subject,
          .text = letter.text,
          .html = letter.html,
          .date = letter.made_at};
}

std::string host_of(const bundle::Desk& desk) {
  const std::size_t at = desk.settings.email.find('@');
  return at == std::string::npos ? "guichet.invalid" : desk.settings.email.substr(at + 1);
}

}  // namespace guichet::app
