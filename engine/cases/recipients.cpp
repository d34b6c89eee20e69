#include "engine/cases/recipients.hpp"

#include <algorithm>

namespace guichet::cases {
namespace {

Recipient member_recipient(const bundle::Member& member, const std::string& role) {
  return {"staff", member.id, member.name, member.email, member.phone, "", role};
}

std::optional<Recipient> partner_recipient(const Work& work, const Instance& self,
                                           const bundle::Role& role) {
  const std::string& id = self.referral ? self.referral->partner : self.lead;
  const bundle::Partner* partner = work.around().directory.find(id);
  if (partner == nullptr) return {};
  const base::Day today = work.around().desk.calendar->local_day(work.around().now);
  const std::string article = self.referral ? self.referral->article : "";
  // Who is there today: of the one it was handed over to, else of the partner's advisers.
  const bundle::Contact& there = self.extras.adviser.empty()
                                     ? partner->addressee(article, today)
                                     : partner->stand_in(self.extras.adviser, today);
  const bundle::Contact& contact =
      role.binding == bundle::Binding::partner_head ? partner->head : there;
  return Recipient{"partner",     partner->id,   contact.name, contact.email,
                   contact.phone, partner->name, role.id,      partner->channel};
}

Recipient applicant(const Work& work, InstanceNumber n, const std::string& role) {
  const bundle::Settings::Party& party = work.around().desk.settings.person;
  const auto text_of = [&](const std::string& id) -> std::string {
    const feel::Stored value = id.empty() ? feel::Stored() : work.field(n, id);
    return value.is_null() ? "" : feel::to_text(value.value());
  };
  Recipient out{.kind = "person",
                .id = "person",
                .email = text_of(party.email),
                .phone = text_of(party.phone),
                .role = role};
  for (const std::string& part : party.name) {
    const std::string text = text_of(part);
    if (!text.empty()) out.name += (out.name.empty() ? "" : " ") + text;
  }
  return out;
}

}  // namespace

std::vector<Recipient> recipients(const Work& work, InstanceNumber n, const bundle::Role& role) {
  const bundle::Desk& desk = work.around().desk;
  const base::Day today = desk.calendar->local_day(work.around().now);
  std::vector<Recipient> out;
  // Who is away is stood in for; a substitute who is meant herself gets one letter.
  const auto add = [&](const std::string& id) {
    const bundle::Member* there = desk.on_duty(id, today);
    if (there == nullptr) return;
    if (std::ranges::find(out, there->id, &Recipient::id) != out.end()) return;
    out.push_back(member_recipient(*there, role.id));
  };
  switch (role.binding) {
    case bundle::Binding::case_owner:
      add(work.snapshot().owner);
      break;
    case bundle::Binding::role:
      for (const bundle::Member& member : desk.settings.staff) {
        const bool meant = std::ranges::find(member.roles, role.argument) != member.roles.end();
        if (meant) add(member.id);
      }
      break;
    case bundle::Binding::partner_adviser:
    case bundle::Binding::partner_head:
      if (auto partner = partner_recipient(work, work.instance(n), role)) out.push_back(*partner);
      break;
    case bundle::Binding::person:
      out.push_back(applicant(work, n, role.id));
      break;
    case bundle::Binding::agenda:
      break;
  }
  return out;
}

}  // namespace guichet::cases
