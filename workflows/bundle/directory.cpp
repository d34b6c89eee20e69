#include "workflows/bundle/directory.hpp"
#include "workflows/bundle/file_keys.hpp"

#include <algorithm>

#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

using base::Message;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kFileKeys[] = {{"guichet", kScalar, true}, {"partners", kMapping, true}};
constexpr Key kPartnerKeys[] = {
    {"name", kScalar, true}, {"short_name", kScalar}, {"head", kMapping, true},
    {"advisers", kMapping},  {"channel", kScalar},    {"absences", kSequence},
    {"closures", kSequence}, {"note", kScalar},       {"calendar", kScalar},
};
constexpr Key kContactKeys[] = {{"name", kScalar, true},
                                {"email", kScalar},
                                {"phone", kScalar},
                                {"role", kScalar},
                                {"articles", kScalar | kSequence}};
constexpr Key kAdviserAbsenceKeys[] = {{"who", kScalar, true},
                                       {"from", kScalar, true},
                                       {"to", kScalar, true},
                                       {"substitute", kScalar}};
constexpr Key kClosureKeys[] = {
    {"from", kScalar, true}, {"to", kScalar, true}, {"clock", kScalar}, {"name", kScalar}};

Contact read_contact(const yaml::Node* node, std::string id, base::Diagnostics& diagnostics) {
  Contact contact{.id = std::move(id)};
  if (node == nullptr) return contact;
  yaml::check_shape(*node, kContactKeys, diagnostics);
  contact.name = yaml::text_at(*node, "name");
  contact.email = yaml::text_at(*node, "email");
  contact.phone = yaml::text_at(*node, "phone");
  contact.role = yaml::text_at(*node, "role");
  contact.articles = read_texts(yaml::at(*node, "articles"), diagnostics);
  return contact;
}

void require_adviser(const yaml::Node* node, const Partner& partner,
                     base::Diagnostics& diagnostics) {
  if (node == nullptr || partner.adviser(node->text()) != nullptr) return;
  std::vector<std::string> ids;
  for (const Contact& each : partner.advisers) ids.push_back(each.id);
  diagnostics.error(node->location(),
                    Message(messages::kUnknownReference, {node->text(), partner.id + ".advisers"}),
                    base::suggestion(node->text(), ids));
}

void check_order(base::Day first, base::Day last, const yaml::Node& node,
                 const base::MessageText& wrong, base::Diagnostics& diagnostics) {
  if (last < first) diagnostics.error(yaml::at(node, "to")->location(), Message(wrong));
}

void read_absence(const yaml::Node& node, Partner& partner, base::Diagnostics& diagnostics) {
  yaml::check_shape(node, kAdviserAbsenceKeys, diagnostics);
  Absence absence{.who = yaml::text_at(node, "who"),
                  .substitute = yaml::text_at(node, "substitute")};
  require_adviser(yaml::at(node, "who"), partner, diagnostics);
  require_adviser(yaml::at(node, "substitute"), partner, diagnostics);
  const auto first = read_day(yaml::at(node, "from"), diagnostics);
  const auto last = read_day(yaml::at(node, "to"), diagnostics);
  if (!first || !last) return;
  check_order(*first, *last, node, messages::kAbsenceBackwards, diagnostics);
  absence.first = *first;
  absence.last = *last;
  partner.absences.push_back(std::move(absence));
}

void read_closure(const yaml::Node& node, Partner& partner, base::Diagnostics& diagnostics) {
  yaml::check_shape(node, kClosureKeys, diagnostics);
  const auto first = read_day(yaml::at(node, "from"), diagnostics);
  const auto last = read_day(yaml::at(node, "to"), diagnostics);
  if (!first || !last) return;
  check_order(*first, *last, node, messages::kClosureBackwards, diagnostics);
  const yaml::Node* clock = yaml::at(node, "clock");
  if (clock != nullptr && clock->text() != "stopped" && clock->text() != "running") {
    diagnostics.error(clock->location(),
                      Message(messages::kUnknownReference, {clock->text(), "stopped, running"}),
                      base::suggestion(clock->text(), {"stopped", "running"}));
  }
  partner.closures.push_back({*first, *last, clock != nullptr && clock->text() == "stopped"});
}

PartnerChannel read_channel(const yaml::Node* node, base::Diagnostics& diagnostics) {
  if (node == nullptr || node->text() == "email") return PartnerChannel::email;
  if (node->text() == "printed") return PartnerChannel::printed;
  if (node->text() == "call") return PartnerChannel::call;
  diagnostics.error(node->location(),
                    Message(messages::kUnknownReference, {node->text(), "email, printed, call"}),
                    base::suggestion(node->text(), {"email", "printed", "call"}));
  return PartnerChannel::email;
}

Partner read_partner(const yaml::Entry& entry, base::Diagnostics& diagnostics) {
  Partner partner{.id = entry.key.text()};
  yaml::read_id(entry.key, diagnostics);
  yaml::check_shape(entry.value, kPartnerKeys, diagnostics);
  partner.name = yaml::text_at(entry.value, "name");
  partner.short_name = yaml::text_at(entry.value, "short_name", partner.name);
  partner.head = read_contact(yaml::at(entry.value, "head"), "head", diagnostics);
  if (const yaml::Node* advisers = yaml::at(entry.value, "advisers")) {
    for (const yaml::Entry& each : advisers->entries()) {
      partner.advisers.push_back(read_contact(&each.value, each.key.text(), diagnostics));
    }
  }
  partner.channel = read_channel(yaml::at(entry.value, "channel"), diagnostics);
  partner.calendar = yaml::text_at(entry.value, "calendar");
  if (const yaml::Node* absences = yaml::at(entry.value, "absences")) {
    for (const yaml::Node& each : absences->items()) read_absence(each, partner, diagnostics);
  }
  if (const yaml::Node* closures = yaml::at(entry.value, "closures")) {
    for (const yaml::Node& each : closures->items()) read_closure(each, partner, diagnostics);
  }
  return partner;
}

}  // namespace

const Absence* absence_on(const std::vector<Absence>& absences, std::string_view who,
                          base::Day day) {
  for (const Absence& each : absences) {
    if (each.who == who && each.first <= day && day <= each.last) return &each;
  }
  return nullptr;
}

const Contact* Partner::adviser(std::string_view adviser_id) const {
  const auto found = std::ranges::find(advisers, adviser_id, &Contact::id);
  return found == advisers.end() ? nullptr : &*found;
}

const Contact& Partner::addressee(std::string_view article, base::Day day) const {
  for (const Contact& each : advisers) {
    const bool deals =
        each.articles.empty() || std::ranges::find(each.articles, article) != each.articles.end();
    if (!deals) continue;
    const Absence* away = absence_on(absences, each.id, day);
    if (away == nullptr) return each;
    const Contact* substitute = adviser(away->substitute);
    if (substitute != nullptr && absence_on(absences, substitute->id, day) == nullptr) {
      return *substitute;
    }
  }
  return head;
}

const Contact& Partner::stand_in(std::string_view adviser_id, base::Day day) const {
  const Contact* at = adviser(adviser_id);
  for (std::size_t step = 0; at != nullptr && step <= absences.size(); ++step) {
    const Absence* away = absence_on(absences, at->id, day);
    if (away == nullptr) return *at;
    at = adviser(away->substitute);
  }
  return head;
}

const Partner* Directory::find(std::string_view id) const {
  const auto found = partners.find(id);
  return found == partners.end() ? nullptr : &found->second;
}

Directory load_directory(const yaml::Node& root, base::Diagnostics& diagnostics) {
  Directory directory;
  yaml::check_shape(root, kFileKeys, diagnostics);
  const yaml::Node* partners = yaml::at(root, "partners");
  if (partners == nullptr) return directory;
  for (const yaml::Entry& entry : partners->entries()) {
    directory.partners[entry.key.text()] = read_partner(entry, diagnostics);
  }
  return directory;
}

std::vector<yaml::Elsewhere> partner_keys() {
  return {{"partners.yaml", kFileKeys},
          {"a partner", kPartnerKeys},
          {"a contact", kContactKeys},
          {"an absence", kAdviserAbsenceKeys},
          {"a closure", kClosureKeys}};
}

}  // namespace guichet::bundle
