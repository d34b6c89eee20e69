#include "adapters/http/accounts/account_letters.hpp"

#include <fmt/format.h>

#include "adapters/http/accounts/messages.hpp"
#include "engine/base/digest.hpp"
#include "engine/base/markup.hpp"

namespace guichet::http {
namespace {

using base::Message;

std::string foot_of(const bundle::Settings& desk) {
  return desk.name + (desk.phone.empty() ? "" : "\n" + desk.phone);
}

// Paragraphs, each a line of the text; `link` stands alone, so that every mail program finds it.
void write_paragraphs(cases::LetterEffect& letter, const std::vector<std::string>& paragraphs,
                      const std::string& link = {}) {
  for (const std::string& each : paragraphs) {
    letter.text += each + "\n\n";
    const std::string escaped = base::escape_markup(each);
    letter.html += each == link ? fmt::format("<p><a href=\"{0}\">{0}</a></p>\n", escaped)
                                : fmt::format("<p>{}</p>\n", escaped);
  }
}

}  // namespace

cases::LetterEffect invitation_letter(const accounts::Invited& invited,
                                      const bundle::Settings& desk, base::Instant now) {
  const store::Account& account = invited.account;
  const auto say = [&](const base::MessageText& text, std::vector<std::string> arguments = {}) {
    return Message(text, std::move(arguments)).in(desk.language);
  };
  const std::string link = desk.base_url + "/invitation/" + invited.token;
  cases::LetterEffect letter{.key = "invitation-" + base::sha256_hex(invited.token).substr(0, 24),
                             .purpose = "invitation",
                             .channel = "email",
                             .to_kind = "person",
                             .to_name = account.name,
                             .to_address = account.email,
                             .subject = say(messages::kInviteSubject, {desk.name}),
                             .made_at = now,
                             .leaves_at = now};
  write_paragraphs(
      letter,
      {say(messages::kInviteHello, {account.name}), link,
       say(messages::kInviteLasts, {account.email}), say(messages::kInviteUnasked), foot_of(desk)},
      link);
  return letter;
}

cases::LetterEffect opened_letter(const OpenedCase& opened, const bundle::Member& owner,
                                  const bundle::Desk& desk) {
  const base::Language language = desk.settings.language;
  const std::string day = base::long_date(desk.calendar->local_day(opened.at), language);
  cases::LetterEffect letter{
      .key = "opened-" + base::sha256_hex(opened.number + base::iso(opened.at)).substr(0, 24),
      .purpose = "opened",
      .channel = "email",
      .to_kind = "staff",
      .to = owner.id,
      .to_name = owner.name,
      .to_address = owner.email,
      .subject = Message(messages::kOpenedSubject).in(language),
      .made_at = opened.at,
      .leaves_at = opened.at};
  write_paragraphs(
      letter,
      {Message(messages::kOpenedText, {opened.by, opened.number, day, opened.reason}).in(language),
       Message(messages::kOpenedWhy).in(language), foot_of(desk.settings)});
  return letter;
}

}  // namespace guichet::http
