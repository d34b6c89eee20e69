#include "engine/desk/duplicates.hpp"

#include <algorithm>

#include "engine/store/listing.hpp"

namespace guichet::desk {
namespace {

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

std::string name_of(const bundle::Desk& desk, const cases::Fields& person) {
  std::string out;
  for (const std::string& part : desk.settings.person.name) {
    const std::string text = value_of(person, part);
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
  out.name = store::fold_for_search(name_of(desk, snapshot.person));
  return out;
}

bool are_merged(const cases::Snapshot& a, const cases::Snapshot& b) {
  const auto into = [](const cases::Snapshot& one, const cases::Snapshot& other) {
    return one.extras.merged_into && one.extras.merged_into->id == other.id;
  };
  return into(a, b) || into(b, a);
}

}  // namespace

std::vector<Duplicate> find_duplicates(store::Reader& reader, const bundle::Desk& desk,
                                       base::CaseId kase) {
  const auto self = reader.load(kase);
  if (!self) return {};
  const Identity own = identity_of(*self, desk);
  std::size_t total = 0;
  std::vector<Duplicate> out;
  const store::CaseFilter all{.visible_to = access::Sight::of_the_desk(),
                              .open_only = true,
                              .most = 1'000'000};
  for (const store::CaseRow& row : reader.list(all, total)) {
    if (row.id == kase) continue;
    // Lists know names; what must match besides is loaded for those that can match only.
    const bool same_name =
        !own.phone.empty() && !own.name.empty() && store::fold_for_search(row.person) == own.name;
    const bool firm = !own.siret.empty();
    if (!same_name && !firm) continue;
    const auto other = reader.load(row.id);
    if (!other || are_merged(*self, *other)) continue;
    const Identity theirs = identity_of(*other, desk);
    const bool same_siret = firm && theirs.siret == own.siret;
    const bool same_person = same_name && theirs.phone == own.phone;
    if (!same_siret && !same_person) continue;
    out.push_back({row.id, row.number, row.person, row.firm, same_siret});
  }
  return out;
}

}  // namespace guichet::desk
