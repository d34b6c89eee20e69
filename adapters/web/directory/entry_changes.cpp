#include "adapters/web/directory/entry_changes.hpp"

#include <algorithm>
#include <utility>

#include "adapters/http/directory/partner_document.hpp"
#include "adapters/web/directory/directory_words.hpp"

namespace guichet::web {
namespace {

using base::Message;

class Differences {
 public:
  explicit Differences(base::Language language) : language_(language) {}

  void compare(const bundle::Partner& before, const bundle::Partner& after) {
    text(messages::kDirName, {}, before.name, after.name);
    text(messages::kDirShortName, {}, before.short_name, after.short_name);
    text(messages::kDirChannel, {}, channel(before), channel(after));
    contact(before.head, after.head);
    for (const bundle::Contact& each : after.advisers) {
      if (const bundle::Contact* of_old = before.adviser(each.id)) {
        contact(*of_old, each);
      } else {
        add(messages::kDirAdded, say(messages::kDirPerson, {each.name}));
      }
    }
    for (const bundle::Contact& each : before.advisers) {
      if (after.adviser(each.id) != nullptr) continue;
      add(messages::kDirTaken, say(messages::kDirPerson, {each.name}));
    }
    items(absences(before), absences(after));
    items(closures(before), closures(after));
  }
  std::vector<std::string> take() { return std::move(out_); }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> with = {}) const {
    return Message(text, std::move(with)).in(language_);
  }
  void add(const base::MessageText& text, const std::string& what) {
    out_.push_back(say(text, {what}));
  }
  std::string channel(const bundle::Partner& partner) const {
    switch (partner.channel) {
      case bundle::PartnerChannel::email:
        return say(messages::kDirMail);
      case bundle::PartnerChannel::printed:
        return say(messages::kDirPrinted);
      case bundle::PartnerChannel::call:
        break;
    }
    return say(messages::kDirCall);
  }
  void text(const base::MessageText& label, const std::string& whose, const std::string& before,
            const std::string& after) {
    if (before == after) return;
    const std::string what =
        whose.empty() ? say(label) : say(messages::kDirOf, {say(label), whose});
    out_.push_back(say(messages::kDirChanged, {what, before, after}));
  }
  void contact(const bundle::Contact& before, const bundle::Contact& after) {
    text(messages::kDirName, before.name, before.name, after.name);
    text(messages::kDirRole, after.name, before.role, after.role);
    text(messages::kDirEmail, after.name, before.email, after.email);
    text(messages::kDirPhone, after.name, before.phone, after.phone);
    const auto joined = [](const std::vector<std::string>& ids) {
      std::string all;
      for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
      return all;
    };
    text(messages::kDirArticles, after.name, joined(before.articles), joined(after.articles));
  }
  std::vector<std::string> absences(const bundle::Partner& partner) const {
    std::vector<std::string> all;
    const auto name = [&](const std::string& id) {
      const bundle::Contact* contact = partner.adviser(id);
      return contact == nullptr ? id : contact->name;
    };
    for (const bundle::Absence& each : partner.absences) {
      const std::string with =
          each.substitute.empty() ? "" : say(messages::kDirStoodIn, {name(each.substitute)});
      all.push_back(
          say(messages::kDirAbsence, {name(each.who), base::short_date(each.first, language_),
                                      base::short_date(each.last, language_), with}));
    }
    return all;
  }
  std::vector<std::string> closures(const bundle::Partner& partner) const {
    std::vector<std::string> all;
    for (const bundle::PartnerClosure& each : partner.closures) {
      all.push_back(say(messages::kDirClosure, {base::short_date(each.first, language_),
                                                base::short_date(each.last, language_)}));
    }
    return all;
  }
  void items(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    for (const std::string& each : after) {
      if (std::ranges::find(before, each) == before.end()) add(messages::kDirAdded, each);
    }
    for (const std::string& each : before) {
      if (std::ranges::find(after, each) == after.end()) add(messages::kDirTaken, each);
    }
  }

  base::Language language_;
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> changes_between(const bundle::Partner& before,
                                         const bundle::Partner& after, base::Language language) {
  Differences differences(language);
  differences.compare(before, after);
  return differences.take();
}

}  // namespace guichet::web
