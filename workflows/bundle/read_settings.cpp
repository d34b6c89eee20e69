#include <algorithm>

#include "workflows/bundle/file_keys.hpp"
#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

using base::Message;
using yaml::kAnything;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kDeskKeys[] = {
    {"guichet", kScalar, true},
    {"id", kScalar},
    {"name", kScalar, true},
    {"languages", kSequence},
    {"address", kScalar},
    {"phone", kScalar},
    {"email", kScalar},
    {"site", kScalar},
    {"hours", kScalar},
    {"base_url", kScalar},
    {"calendar", kScalar},
    {"roles", kMapping, true},
    {"staff", kMapping, true},
    {"undo_for", kScalar},
    {"refusals", kMapping},
    {"person", kMapping, true},
    {"firm", kMapping},
    {"referentials", kMapping},
    {"description", kScalar},
    {"absences", kSequence},
    {"operators", kScalar | kSequence},
    {"convention_warning", kScalar},
};
constexpr Key kRoleKeys[] = {{"bind", kScalar, true}, {"title", kScalar}};
constexpr Key kMemberKeys[] = {{"name", kScalar, true},
                               {"email", kScalar},
                               {"phone", kScalar},
                               {"roles", kScalar | kSequence, true},
                               {"absences", kSequence}};
constexpr Key kStaffAbsenceKeys[] = {{"who", kScalar, true},
                                     {"from", kScalar, true},
                                     {"to", kScalar, true},
                                     {"substitute", kScalar}};
constexpr Key kOwnAbsenceKeys[] = {
    {"from", kScalar, true}, {"to", kScalar, true}, {"substitute", kScalar}};
constexpr Key kPartyKeys[] = {{"name", kScalar | kSequence, true},
                              {"email", kScalar},
                              {"phone", kScalar},
                              {"place", kScalar}};
constexpr Key kReferentialKeys[] = {{"file", kScalar, true},
                                    {"label", kScalar},
                                    {"levels", kMapping},
                                    {"source", kScalar},
                                    {"version", kScalar}};

std::optional<Binding> binding_of(std::string_view text) {
  constexpr std::pair<std::string_view, Binding> kBindings[] = {
      {"case.owner", Binding::case_owner},
      {"partner.adviser", Binding::partner_adviser},
      {"partner.head", Binding::partner_head},
      {"person", Binding::person},
      {"agenda", Binding::agenda},
  };
  for (const auto& [name, binding] : kBindings) {
    if (text == name) return binding;
  }
  if (text.starts_with("role:") && text.size() > 5) return Binding::role;
  return {};
}

Role read_role(const yaml::Entry& entry, base::Diagnostics& diagnostics) {
  Role role{.id = entry.key.text(), .title = entry.key.text()};
  yaml::read_id(entry.key, diagnostics);
  yaml::check_shape(entry.value, kRoleKeys, diagnostics);
  role.title = yaml::text_at(entry.value, "title", role.id);
  const yaml::Node* bind = yaml::at(entry.value, "bind");
  if (bind == nullptr) return role;
  const auto binding = binding_of(bind->text());
  if (!binding) {
    diagnostics.error(bind->location(), Message(messages::kUnknownBinding, {bind->text()}),
                      Message(messages::kBindingHint));
    return role;
  }
  role.binding = *binding;
  if (*binding == Binding::role) role.argument = bind->text().substr(5);
  return role;
}

Member read_member(const yaml::Entry& entry, base::Diagnostics& diagnostics) {
  Member member{.id = entry.key.text()};
  yaml::read_id(entry.key, diagnostics);
  yaml::check_shape(entry.value, kMemberKeys, diagnostics);
  member.name = yaml::text_at(entry.value, "name");
  member.email = yaml::text_at(entry.value, "email");
  member.phone = yaml::text_at(entry.value, "phone");
  member.roles = read_texts(yaml::at(entry.value, "roles"), diagnostics);
  return member;
}

template <typename Ids>
void require_id(const yaml::Node* node, const Ids& known, std::string_view where,
                base::Diagnostics& diagnostics) {
  if (node == nullptr || std::ranges::find(known, node->text()) != std::ranges::end(known)) return;
  diagnostics.error(node->location(),
                    Message(messages::kUnknownReference, {node->text(), std::string(where)}),
                    base::suggestion(node->text(), {std::begin(known), std::end(known)}));
}

// `who`: of a member that lists it herself; else the absence names her.
void read_absence(const yaml::Node& node, std::string who, Settings& settings,
                  base::Diagnostics& diagnostics) {
  if (who.empty()) {
    yaml::check_shape(node, kStaffAbsenceKeys, diagnostics);
    who = yaml::text_at(node, "who");
  } else {
    yaml::check_shape(node, kOwnAbsenceKeys, diagnostics);
  }
  std::vector<std::string> staff;
  for (const Member& each : settings.staff) staff.push_back(each.id);
  require_id(yaml::at(node, "who"), staff, "staff", diagnostics);
  require_id(yaml::at(node, "substitute"), staff, "staff", diagnostics);
  const auto first = read_day(yaml::at(node, "from"), diagnostics);
  const auto last = read_day(yaml::at(node, "to"), diagnostics);
  if (!first || !last) return;
  if (*last < *first) {
    diagnostics.error(yaml::at(node, "to")->location(), Message(messages::kAbsenceBackwards));
  }
  const std::string substitute = yaml::text_at(node, "substitute");
  if (who == substitute) {
    diagnostics.error(yaml::at(node, "substitute")->location(),
                      Message(messages::kOwnSubstitute, {who}));
  }
  settings.absences.push_back({who, *first, *last, substitute});
}

void read_operators(const yaml::Node& node, Settings& settings, base::Diagnostics& diagnostics) {
  std::vector<std::string> roles;
  for (const auto& [id, role] : settings.roles) roles.push_back(id);
  for (const yaml::Node* each : yaml::read_one_or_many(node, diagnostics)) {
    require_id(each, roles, "roles", diagnostics);
    settings.operators.push_back(each->text());
  }
}

Settings::Party read_party(const yaml::Node* node, base::Diagnostics& diagnostics) {
  Settings::Party party;
  if (node == nullptr) return party;
  yaml::check_shape(*node, kPartyKeys, diagnostics);
  party.name = read_texts(yaml::at(*node, "name"), diagnostics);
  party.email = yaml::text_at(*node, "email");
  party.phone = yaml::text_at(*node, "phone");
  party.place = yaml::text_at(*node, "place");
  return party;
}

// `code: "sentence"` is in the desk's language; `code: {fr: .., en: ..}` in both.
std::map<std::string, std::string> read_refusal(const yaml::Node& node,
                                                base::Diagnostics& diagnostics) {
  if (node.is_scalar()) return {{"", node.text()}};
  constexpr Key kLanguages[] = {{"fr", kScalar}, {"en", kScalar}};
  std::map<std::string, std::string> out;
  yaml::check_shape(node, kLanguages, diagnostics);
  for (const yaml::Entry& each : node.entries()) out[each.key.text()] = each.value.text();
  return out;
}

void read_referentials(const yaml::Node& node, DeskFile& out, base::Diagnostics& diagnostics) {
  for (const yaml::Entry& entry : node.entries()) {
    yaml::check_shape(entry.value, kReferentialKeys, diagnostics);
    if (yaml::at(entry.value, "file") == nullptr) continue;
    DeskFile::ReferentialFile file{.file = yaml::text_at(entry.value, "file"),
                                   .at = yaml::at(entry.value, "file")->location()};
    file.declaration.id = entry.key.text();
    file.declaration.label = yaml::text_at(entry.value, "label");
    file.declaration.source = yaml::text_at(entry.value, "source");
    file.declaration.version = yaml::text_at(entry.value, "version");
    if (const yaml::Node* levels = yaml::at(entry.value, "levels")) {
      for (const yaml::Entry& level : levels->entries()) {
        file.declaration.levels[level.key.text()] = level.value.text();
      }
    }
    out.referentials.push_back(std::move(file));
  }
}

}  // namespace

std::optional<base::Delay> read_delay(const yaml::Node& node, base::Diagnostics& diagnostics) {
  const auto delay = base::parse_delay(node.text());
  if (!delay) {
    diagnostics.error(node.location(), Message(messages::kBadDelay, {node.text()}),
                      Message(messages::kDelayHint));
  }
  return delay;
}

std::optional<base::Day> read_day(const yaml::Node* node, base::Diagnostics& diagnostics) {
  if (node == nullptr) return {};
  const auto day = base::parse_day(node->text());
  if (!day) diagnostics.error(node->location(), Message(messages::kBadDay, {node->text()}));
  return day;
}

std::vector<std::string> read_texts(const yaml::Node* node, base::Diagnostics& diagnostics) {
  std::vector<std::string> out;
  if (node == nullptr) return out;
  for (const yaml::Node* each : yaml::read_one_or_many(*node, diagnostics)) {
    out.push_back(each->text());
  }
  return out;
}

DeskFile read_desk_file(const yaml::Node& root, base::Diagnostics& diagnostics) {
  DeskFile out;
  yaml::check_shape(root, kDeskKeys, diagnostics);
  Settings& settings = out.settings;
  settings.name = yaml::text_at(root, "name");
  settings.address = yaml::text_at(root, "address");
  settings.phone = yaml::text_at(root, "phone");
  settings.email = yaml::text_at(root, "email");
  settings.site = yaml::text_at(root, "site");
  settings.hours = yaml::text_at(root, "hours");
  settings.base_url = yaml::text_at(root, "base_url", settings.base_url);
  out.calendar = yaml::text_at(root, "calendar");
  if (const yaml::Node* calendar = yaml::at(root, "calendar")) {
    out.calendar_at = calendar->location();
  }
  const auto languages = read_texts(yaml::at(root, "languages"), diagnostics);
  if (!languages.empty()) settings.language = base::language_of(languages.front());
  if (const yaml::Node* undo = yaml::at(root, "undo_for")) {
    if (const auto delay = read_delay(*undo, diagnostics)) settings.undo_for = *delay;
  }
  if (const yaml::Node* roles = yaml::at(root, "roles")) {
    for (const yaml::Entry& entry : roles->entries()) {
      settings.roles[entry.key.text()] = read_role(entry, diagnostics);
    }
  }
  if (const yaml::Node* staff = yaml::at(root, "staff")) {
    for (const yaml::Entry& entry : staff->entries()) {
      settings.staff.push_back(read_member(entry, diagnostics));
    }
  }
  if (const yaml::Node* absences = yaml::at(root, "absences")) {
    for (const yaml::Node& each : absences->items()) read_absence(each, "", settings, diagnostics);
  }
  if (const yaml::Node* staff = yaml::at(root, "staff")) {
    for (const yaml::Entry& entry : staff->entries()) {
      const yaml::Node* own = yaml::at(entry.value, "absences");
      if (own == nullptr) continue;
      for (const yaml::Node& each : own->items()) {
        read_absence(each, entry.key.text(), settings, diagnostics);
      }
    }
  }
  if (const yaml::Node* operators = yaml::at(root, "operators")) {
    read_operators(*operators, settings, diagnostics);
  }
  if (const yaml::Node* warning = yaml::at(root, "convention_warning")) {
    if (const auto delay = read_delay(*warning, diagnostics)) settings.convention_warning = *delay;
  }
  if (const yaml::Node* refusals = yaml::at(root, "refusals")) {
    for (const yaml::Entry& entry : refusals->entries()) {
      settings.refusals[entry.key.text()] = read_refusal(entry.value, diagnostics);
    }
  }
  settings.person = read_party(yaml::at(root, "person"), diagnostics);
  settings.firm = read_party(yaml::at(root, "firm"), diagnostics);
  if (const yaml::Node* list = yaml::at(root, "referentials")) {
    read_referentials(*list, out, diagnostics);
  }
  return out;
}

std::vector<yaml::Elsewhere> desk_keys() {
  return {{"desk.yaml", kDeskKeys},
          {"a role", kRoleKeys},
          {"a member of the staff", kMemberKeys},
          {"a party", kPartyKeys},
          {"a referential", kReferentialKeys}};
}

}  // namespace guichet::bundle
