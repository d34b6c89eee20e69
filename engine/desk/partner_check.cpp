#include "engine/desk/partner_check.hpp"

#include <algorithm>
#include <set>

#include "engine/desk/directory_messages.hpp"
#include "engine/vocabulary/notation.hpp"

namespace guichet::desk {
namespace {

using base::Message;

constexpr std::size_t kMostText = 200;  // characters of a name, bytes counted

bool has_letters_of_an_id(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

class Check {
 public:
  Check(const bundle::Partner& partner, const bundle::Desk& desk, const bundle::Partner* before)
      : partner_(partner), desk_(desk), before_(before) {}

  std::vector<PartnerMistake> run() {
    if (!has_letters_of_an_id(partner_.id)) add("id", messages::kNotAnId, {partner_.id});
    text("name", partner_.name, true);
    text("short_name", partner_.short_name, false);
    contact("head", partner_.head, before_ == nullptr ? nullptr : &before_->head);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < partner_.advisers.size(); ++i) {
      const bundle::Contact& each = partner_.advisers[i];
      const std::string at = "advisers." + std::to_string(i);
      const bundle::Contact* old = before_ == nullptr ? nullptr : before_->adviser(each.id);
      if (!old && !has_letters_of_an_id(each.id)) add(at + ".id", messages::kNotAnId, {each.id});
      if (!ids.insert(each.id).second) add(at + ".id", messages::kAdviserTwice, {each.id});
      contact(at, each, old);
      articles(at, each, old);
    }
    for (std::size_t i = 0; i < partner_.absences.size(); ++i) absence(i);
    for (std::size_t i = 0; i < partner_.closures.size(); ++i) {
      const bundle::PartnerClosure& each = partner_.closures[i];
      if (each.last < each.first) {
        add("closures." + std::to_string(i) + ".last", messages::kEndsBeforeItBegins);
      }
    }
    if (!partner_.calendar.empty() && !desk_.calendars.contains(partner_.calendar)) {
      add("calendar", messages::kUnknownCalendar, {partner_.calendar});
    }
    return std::move(mistakes_);
  }

 private:
  void add(std::string field, const base::MessageText& what, std::vector<std::string> with = {}) {
    mistakes_.push_back({std::move(field), Message(what, std::move(with))});
  }
  void text(const std::string& field, const std::string& value, bool required) {
    if (required && value.empty()) add(field, messages::kNeeded);
    if (value.size() > kMostText) add(field, messages::kTooLong);
  }
  // What was taken into the directory once does not stop a change beside it.
  void contact(const std::string& at, const bundle::Contact& each, const bundle::Contact* old) {
    text(at + ".name", each.name, true);
    text(at + ".phone", each.phone, false);
    text(at + ".role", each.role, false);
    const bool was_there = old != nullptr && old->email == each.email;
    if (!each.email.empty() && !was_there && !vocabulary::is_email(each.email)) {
      add(at + ".email", messages::kNotAnAddress, {each.email});
    }
  }
  // An article that the directory has of old may have left the convention since: it does no harm.
  void articles(const std::string& at, const bundle::Contact& adviser, const bundle::Contact* old) {
    for (const std::string& article : adviser.articles) {
      const bool known = std::ranges::any_of(desk_.conventions, [&](const auto& each) {
        return each.second->article(article) != nullptr;
      });
      const bool was_there =
          old != nullptr && std::ranges::find(old->articles, article) != old->articles.end();
      if (!known && !was_there) add(at + ".articles", messages::kUnknownArticle, {article});
    }
  }
  void absence(std::size_t i) {
    const bundle::Absence& each = partner_.absences[i];
    const std::string at = "absences." + std::to_string(i);
    if (each.who.empty()) {
      add(at + ".who", messages::kNeeded);
    } else if (partner_.adviser(each.who) == nullptr) {
      add(at + ".who", messages::kNoAdviser, {each.who});
    }
    if (!each.substitute.empty() && partner_.adviser(each.substitute) == nullptr) {
      add(at + ".substitute", messages::kNoAdviser, {each.substitute});
    }
    if (!each.who.empty() && each.substitute == each.who) {
      add(at + ".substitute", messages::kOwnSubstitute);
    }
    if (each.last < each.first) add(at + ".last", messages::kEndsBeforeItBegins);
  }

  const bundle::Partner& partner_;
  const bundle::Desk& desk_;
  const bundle::Partner* before_;
  std::vector<PartnerMistake> mistakes_;
};

}  // namespace

std::vector<PartnerMistake> mistakes_of(const bundle::Partner& partner, const bundle::Desk& desk,
                                        const bundle::Partner* before) {
  return Check(partner, desk, before).run();
}

std::vector<PartnerMistake> mistakes_of(const store::StaffAbsenceRow& absence,
                                        const bundle::Desk& desk) {
  std::vector<PartnerMistake> out;
  if (absence.who.empty()) {
    out.push_back({"who", Message(messages::kNeeded)});
  } else if (desk.member(absence.who) == nullptr) {
    out.push_back({"who", Message(messages::kNoMember, {absence.who})});
  }
  if (!absence.substitute.empty() && desk.member(absence.substitute) == nullptr) {
    out.push_back({"substitute", Message(messages::kNoMember, {absence.substitute})});
  }
  if (!absence.who.empty() && absence.substitute == absence.who) {
    out.push_back({"substitute", Message(messages::kOwnSubstitute)});
  }
  if (absence.last < absence.first) {
    out.push_back({"last", Message(messages::kEndsBeforeItBegins)});
  }
  return out;
}

}  // namespace guichet::desk
