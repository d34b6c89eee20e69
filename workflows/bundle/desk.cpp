#include "workflows/bundle/desk.hpp"

#include <algorithm>

namespace guichet::bundle {
namespace {

template <typename Map>
auto* find_in(const Map& map, std::string_view id) {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : found->second.get();
}

}  // namespace

const model::Workflow* Desk::workflow(std::string_view id) const {
  return find_in(workflows, id);
}

const letters::Letter* Desk::letter(std::string_view id) const {
  return find_in(letters, id);
}

const Member* Desk::member(std::string_view id) const {
  const auto found = std::ranges::find(settings.staff, id, &Member::id);
  return found == settings.staff.end() ? nullptr : &*found;
}

const Member* Desk::on_duty(std::string_view id, base::Day day) const {
  const Member* wanted = member(id);
  const Member* at = wanted;
  // Substitutes who stand in for each other are as many steps as there are absences.
  for (std::size_t step = 0; at != nullptr && step <= settings.absences.size(); ++step) {
    const Absence* away = absence_on(settings.absences, at->id, day);
    if (away == nullptr) return at;
    at = member(away->substitute);
  }
  return wanted;
}

const Member* Desk::first_with_role(std::string_view role_id) const {
  // A workflow role bound to a role of the staff stands for that one.
  std::string_view wanted = role_id;
  if (const Role* known = role(role_id); known != nullptr && !known->argument.empty()) {
    wanted = known->argument;
  }
  for (const Member& each : settings.staff) {
    if (std::ranges::find(each.roles, wanted) != each.roles.end()) return &each;
  }
  return nullptr;
}

const Role* Desk::role(std::string_view id) const {
  const auto found = settings.roles.find(std::string(id));
  return found == settings.roles.end() ? nullptr : &found->second;
}

const Role* Desk::partner_role() const {
  for (const auto& [id, role] : settings.roles) {
    if (role.binding == Binding::partner_adviser) return &role;
  }
  return nullptr;
}

std::string withdrawal_letter(const Role& role) {
  return "retrait-" + role.id;
}

std::string hand_over_letter(const Role& role) {
  return "passage-" + role.id;
}

std::string Desk::refusal_text(const std::string& code, base::Language language) const {
  const auto found = settings.refusals.find(code);
  if (found == settings.refusals.end()) return code;
  const std::string key = language == base::Language::fr ? "fr" : "en";
  if (const auto text = found->second.find(key); text != found->second.end()) return text->second;
  if (const auto text = found->second.find(""); text != found->second.end()) return text->second;
  return found->second.empty() ? code : found->second.begin()->second;
}

}  // namespace guichet::bundle
