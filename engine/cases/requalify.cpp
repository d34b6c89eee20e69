// A need whose theme was wrong, or has changed: it is closed, another goes on in its place with its
// facts.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/cases/checks.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/people.hpp"
#include "engine/cases/referral.hpp"

namespace guichet::cases {
namespace {

using base::Message;

std::vector<InstanceNumber> open_referrals(const Work& work, InstanceNumber need) {
  std::vector<InstanceNumber> out;
  for (const Instance& each : work.snapshot().instances) {
    if (each.parent == need && each.referral && each.is_open()) out.push_back(each.n);
  }
  return out;
}

bool is_named(const Work& work, InstanceNumber referral, const std::vector<std::string>& partners) {
  return std::ranges::find(partners, work.instance(referral).referral->partner) != partners.end();
}

void check(Work& work, const Instance& need, const std::string& theme,
           const std::vector<std::string>& keep) {
  const std::string& title = work.workflow_of(need).title;
  if (need.kind != "need") return work.refuse(409, Message(messages::kNotANeed, {title}));
  check_theme(work, theme);
  if (theme_of(need) == theme) work.refuse(409, Message(messages::kSameTheme, {theme}));
  // Nobody stands beside a timer to hear that a name is wrong: who is not asked is not kept.
  if (std::holds_alternative<FireTimer>(work.command().body)) return;
  for (const std::string& partner : keep) {
    const auto asked = open_referrals(work, need.n);
    const bool known = std::ranges::any_of(
        asked, [&](InstanceNumber each) { return is_named(work, each, {partner}); });
    if (!known) work.refuse(422, Message(messages::kNotAsked, {partner}));
  }
}

// Fields that both paths own; what this very step wrote (the new theme, whom to keep) is about
// requalifying, not about the need.
void copy_facts(Work& work, const Instance& from, InstanceNumber to) {
  const Fields data = from.data;
  const InstanceNumber n = from.n;
  const std::vector<std::string>& owned = work.workflow_of(work.instance(to)).fields;
  for (const auto& [id, value] : data) {
    if (id == kThemeField || work.has_written(n, id)) continue;
    if (std::ranges::find(owned, id) != owned.end()) work.write_field(to, id, value);
  }
}

}  // namespace

bool can_requalify(const Work& work, InstanceNumber n, const std::string& theme) {
  const Instance& need = work.instance(n);
  return need.kind == "need" && theme_of(need) != theme &&
         work.around().desk.intake.paths.contains(theme);
}

bool requalify_need(Work& work, InstanceNumber n, const std::string& theme,
                    const std::vector<std::string>& keep) {
  check(work, work.instance(n), theme, keep);
  if (work.refused()) return false;
  const InstanceNumber to = add_need(work, theme);
  copy_facts(work, work.instance(n), to);
  work.record(NeedRequalified{n, to, theme});
  for (const InstanceNumber each : open_referrals(work, n)) {
    if (is_named(work, each, keep)) {
      work.record(ReferralMoved{each, to, "", 0});
    } else {
      withdraw(work, each);
    }
  }
  work.post_start(to);
  return true;
}

void requalify(Work& work, const Requalify& body) {
  const Instance* need = open_instance(work, body.n);
  if (need == nullptr) return;
  check_staff(work);
  check(work, *need, body.theme, body.keep);
  if (work.refused()) return;
  work.record(
      ActTaken{.n = body.n, .name = "requalify", .recorded_by = work.command().actor.recorded_by});
  if (!requalify_need(work, body.n, body.theme, body.keep)) return;
  // The path has its own end for it, or the desk closes the need.
  step_instance(work, body.n, {.cause = model::Cause::event, .name = "need.requalified"});
  if (work.instance(body.n).is_open()) close_instance(work, body.n, "requalified", false);
  work.run_queue();
}

}  // namespace guichet::cases
