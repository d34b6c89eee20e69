#include "engine/desk/duplicates.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "engine/store/listing.hpp"

namespace guichet::desk {
namespace {

constexpr std::size_t kMostCompared = 20;  // by one value: a switchboard's number has many cases

// What two cases are compared by, in one spelling; "" where it is not known.
struct Identity {
  std::string siret, phone, name;
};

std::string digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

std::string value_of(const cases::Fields& fields, std::string_view id) {
  const auto found = fields.find(id);
  return found == fields.end() || found->second.is_null() ? "" : to_text(found->second.value());
}

std::string name_of(const bundle::Settings::Party& party, const cases::Fields& fields) {
  std::string out;
  for (const std::string& part : party.name) {
    const std::string text = value_of(fields, part);
    if (!text.empty()) out += (out.empty() ? "" : " ") + text;
  }
  return out;
}

Identity identity_of(const cases::Snapshot& snapshot, const bundle::Desk& desk) {
  Identity out;
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    if (field.type == vocabulary::FieldType::siret && out.siret.empty()) {
      out.siret = digits(value_of(snapshot.firm, field.id));
    }
  }
  out.phone = digits(value_of(snapshot.person, desk.settings.person.phone));
  out.name = store::fold_for_search(name_of(desk.settings.person, snapshot.person));
  return out;
}

// Somebody has said already that they are not one.
bool are_kept_apart(const cases::Snapshot& a, const cases::Snapshot& b) {
  return std::ranges::find(a.extras.apart, b.id, &cases::OtherCase::id) != a.extras.apart.end();
}

bool are_merged(const cases::Snapshot& a, const cases::Snapshot& b) {
  const auto into = [](const cases::Snapshot& one, const cases::Snapshot& other) {
    return one.extras.merged_into && one.extras.merged_into->id == other.id;
  };
  return into(a, b) || into(b, a);
}

// Open cases that share a value that identifies: found by it, not by reading them all.
std::set<base::CaseId, std::greater<>> alike(store::Reader& reader, const bundle::Desk& desk,
                                             const cases::Snapshot& self) {
  std::set<base::CaseId, std::greater<>> found;
  const auto add = [&](const cases::Fields& fields, const std::string& id) {
    const auto known = fields.find(id);
    if (known == fields.end() || known->second.is_null()) return;
    for (const base::CaseId each :
         reader.known_by(id, known->second, store::Reader::Which::open, kMostCompared)) {
      found.insert(each);
    }
  };
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    if (field.type == vocabulary::FieldType::siret) add(self.firm, field.id);
  }
  add(self.person, desk.settings.person.phone);
  found.erase(self.id);
  return found;
}

}  // namespace

std::vector<Duplicate> find_duplicates(store::Reader& reader, const bundle::Desk& desk,
                                       base::CaseId kase) {
  const auto self = reader.load(kase);
  return self ? find_duplicates(reader, desk, *self) : std::vector<Duplicate>();
}

std::vector<Duplicate> find_duplicates(store::Reader& reader, const bundle::Desk& desk,
                                       const cases::Snapshot& self) {
  const Identity own = identity_of(self, desk);
  std::vector<Duplicate> out;
  for (const base::CaseId id : alike(reader, desk, self)) {
    const auto other = reader.load(id);
    if (!other || are_merged(self, *other) || are_kept_apart(self, *other)) continue;
    const Identity theirs = identity_of(*other, desk);
    const bool same_siret = !own.siret.empty() && theirs.siret == own.siret;
    const bool same_phone = !own.phone.empty() && theirs.phone == own.phone;
    if (!same_siret && !(same_phone && !own.name.empty() && theirs.name == own.name)) continue;
    out.push_back({id, other->number, name_of(desk.settings.person, other->person),
                   name_of(desk.settings.firm, other->firm), same_siret});
  }
  return out;
}

}  // namespace guichet::desk
