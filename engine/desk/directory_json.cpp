#include "engine/desk/directory_json.hpp"

#include "engine/cases/archive.hpp"
#include "engine/json/json.hpp"

namespace guichet::bundle {

// clang-format off
template <typename A> void members(A& a, Contact& c) {
  a("id", c.id)("name", c.name)("email", c.email)("phone", c.phone)("role", c.role)
   ("articles", c.articles);
}
template <typename A> void members(A& a, Absence& c) {
  a("who", c.who)("first", c.first)("last", c.last)("substitute", c.substitute);
}
template <typename A> void members(A& a, PartnerClosure& c) {
  a("first", c.first)("last", c.last)("clock_stopped", c.clock_stopped);
}
template <typename A> void members(A& a, Partner& p) {
  a("id", p.id)("name", p.name)("short_name", p.short_name)("head", p.head)
   ("advisers", p.advisers)("channel", p.channel)("absences", p.absences)("closures", p.closures)
   ("calendar", p.calendar);
}
// clang-format on

}  // namespace guichet::bundle

namespace guichet::desk {

std::string to_json(const bundle::Partner& partner) {
  feel::Arena arena;
  return json::write_typed(cases::Writer::write(partner, arena));
}

std::string to_json(const bundle::Absence& absence) {
  feel::Arena arena;
  return json::write_typed(cases::Writer::write(absence, arena));
}

template <typename What>
static std::optional<What> read(const std::string& text) {
  const auto value = json::read_typed(text);
  if (!value || value->value().kind() != feel::Kind::context) return {};
  What what;
  cases::Reader reader(value->value());
  members(reader, what);
  if (!reader.ok()) return {};
  return what;
}

std::optional<bundle::Partner> partner_from_json(const std::string& text) {
  return read<bundle::Partner>(text);
}

std::optional<bundle::Absence> absence_from_json(const std::string& text) {
  return read<bundle::Absence>(text);
}

std::vector<std::string> differing_partners(const bundle::Directory& folder,
                                            store::DirectoryReader& kept) {
  std::vector<std::string> out;
  for (const store::PartnerRow& row : kept.partners()) {
    const bundle::Partner* there = folder.find(row.id);
    // Rows of earlier versions lack members that came later: compared as they are read.
    const auto here = partner_from_json(row.body);
    if (there != nullptr && here && to_json(*here) != to_json(*there)) out.push_back(row.id);
  }
  return out;
}

}  // namespace guichet::desk
