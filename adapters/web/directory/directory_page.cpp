// The list of partners: who is away today and next, what each has open.
#include <ctemplate/template.h>

#include "adapters/http/directory/directory_view.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/directory/directory_pages.hpp"
#include "adapters/web/directory/directory_words.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;

constexpr std::size_t kMostComing = 2;

const base::MessageText& word_of(bundle::PartnerChannel channel) {
  switch (channel) {
    case bundle::PartnerChannel::email:
      return messages::kDirMail;
    case bundle::PartnerChannel::printed:
      return messages::kDirPrinted;
    case bundle::PartnerChannel::call:
      break;
  }
  return messages::kDirCall;
}

class ListLine {
 public:
  ListLine(TemplateDictionary& row, base::Language language) : row_(row), language_(language) {}

  void fill(const http::PartnerLine& line) {
    row_.SetValue("NAME", line.name);
    row_.SetValue("ADDRESS", entry_address(line.id));
    row_.SetValue("CHANNEL", Message(word_of(line.channel)).in(language_));
    row_.SetIntValue("OPEN", static_cast<long>(line.open_referrals));
    if (line.closed != nullptr) {
      add("AWAY", messages::kDirClosed, {day(line.closed->last)});
    }
    for (const http::AwayView& each : line.away) {
      if (each.substitute.empty()) {
        add("AWAY", messages::kDirUntil, {each.name, day(each.last)});
      } else {
        add("AWAY", messages::kDirUntilWith, {each.name, day(each.last), each.substitute_name});
      }
    }
    for (std::size_t i = 0; i < line.coming.size() && i < kMostComing; ++i) {
      const http::AwayView& each = line.coming[i];
      add("COMING", messages::kDirFrom, {each.name, day(each.first), day(each.last)});
    }
    if (line.coming.size() > kMostComing) {
      add("COMING", messages::kDirMore, {std::to_string(line.coming.size() - kMostComing)});
    }
    if (line.closes_next != nullptr) {
      add("COMING", messages::kDirCloses,
          {day(line.closes_next->first), day(line.closes_next->last)});
    }
    for (const std::string& each : line.refused_addresses) {
      add("BOUNCED", messages::kDirRefused, {each});
    }
  }

 private:
  std::string day(base::Day day) const { return base::short_date(day, language_); }
  void add(const char* section, const base::MessageText& text, std::vector<std::string> with) {
    row_.AddSectionDictionary(section)->SetValue("TEXT",
                                                 Message(text, std::move(with)).in(language_));
  }

  TemplateDictionary& row_;
  base::Language language_;
};

}  // namespace

std::string entry_address(const std::string& partner) {
  return "/directory/" + http::percent_encode(partner);
}

http::Response directory_page(const Layout& layout, const http::Request& request) {
  const base::Language language = layout.language(request);
  const http::PartnerList list = http::list_partners(layout.site().desk, request.principal);
  const std::string title(language == base::Language::fr ? "Annuaire" : "Directory");
  return layout.page(200, request,
                     {.room = Room::directory, .title = title, .template_name = "directory.tpl"},
                     [&](TemplateDictionary& body) {
                       if (access::may_ever(request.principal, access::Right::keep_directory)) {
                         body.ShowSection("STAFF");
                       }
                       for (const http::PartnerLine& line : list.lines) {
                         ListLine(*body.AddSectionDictionary("ROW"), language).fill(line);
                       }
                     });
}

}  // namespace guichet::web
