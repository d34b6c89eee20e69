#include "engine/cases/incidents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "engine/cases/checks.hpp"
#include "engine/cases/consent.hpp"
#include "engine/cases/letters.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/operator_messages.hpp"

namespace guichet::cases {
namespace {

constexpr char kBetween = '|';  // in no id and no path

std::vector<std::string> parts_of(const std::string& ref) {
  std::vector<std::string> out(1);
  for (const char each : ref) {
    if (each == kBetween) {
      out.emplace_back();
    } else {
      out.back() += each;
    }
  }
  return out;
}

std::int32_t number_of(const std::string& text) {
  std::int32_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

// The timer that could not be taken, due again now; only while its state is still that entry.
std::optional<Timer> timer_of(const Work& work, const Incident& incident) {
  const std::vector<std::string> parts = parts_of(incident.ref);
  if (incident.code != "endless-step" || parts.size() != 4) return {};
  const Instance& instance = work.instance(incident.n);
  const StateEntry* active = instance.find_active(parts[0]);
  if (!instance.is_open() || active == nullptr || active->entry != number_of(parts[1])) return {};
  return Timer{.state = parts[0],
               .entry = number_of(parts[1]),
               .name = parts[2],
               .firing = number_of(parts[3]),
               .due_at = work.around().now,
               .anchor = work.around().now};
}

struct AnotherTry {
  InstanceNumber n;
  model::Notify verb;
};

model::Purpose purpose_of(std::string_view text) {
  if (text == "remind") return model::Purpose::remind;
  return text == "escalate" ? model::Purpose::escalate : model::Purpose::notify;
}

// A letter is written anew: addresses and facts are today's.
std::optional<AnotherTry> letter_of(const Work& work, const Incident& incident) {
  const std::vector<std::string> parts = parts_of(incident.ref);
  if (incident.code == "letter-without-recipient" && parts.size() == 3) {
    return AnotherTry{incident.n, {purpose_of(parts[2]), parts[1], parts[0]}};
  }
  if (incident.code != "letter-refused" || !work.around().journal) return {};
  for (const Fact& fact : work.around().journal()) {
    const auto* queued = std::get_if<LetterQueued>(&fact.event);
    if (queued == nullptr || queued->key != incident.ref) continue;
    const letters::Letter* letter = work.around().desk.letter(queued->letter);
    if (letter == nullptr) return {};
    return AnotherTry{queued->n, {purpose_of(queued->purpose), letter->to, letter->id}};
  }
  return {};
}

// Why a letter that did not arrive is not to be written any more. What tells a partner that its
// question is taken back is always wanted.
std::optional<base::Message> unwanted(const Work& work, const AnotherTry& again) {
  const bundle::Desk& desk = work.around().desk;
  const Instance& instance = work.instance(again.n);
  const bundle::Role* partner = desk.partner_role();
  const bool to_partner = partner != nullptr && again.verb.role == partner->id && instance.referral;
  if (to_partner && again.verb.letter == bundle::withdrawal_letter(*partner)) return {};
  if (work.snapshot().closed_at && !instance.extras.held) {
    return base::Message(messages::kClosedCase, {work.snapshot().number});
  }
  const std::string& title = work.workflow_of(instance).title;
  if (instance.extras.held) {
    const auto& into = work.snapshot().extras.merged_into;
    return base::Message(messages::kHeld, {title, into ? into->number : ""});
  }
  if (!to_partner) return {};
  if (!may_pass_on(work, again.n, instance.referral->partner)) {
    return base::Message(messages::kNoConsentFor,
                         {partner_called(work, instance.referral->partner)});
  }
  if (instance.is_open()) return {};
  return base::Message(messages::kInstanceClosed,
                       {title, base::iso(desk.calendar->local_day(*instance.closed_at))});
}

}  // namespace

std::string timer_ref(const FireTimer& fire) {
  return fmt::format("{}{}{}{}{}{}{}", fire.state, kBetween, fire.entry, kBetween, fire.name,
                     kBetween, fire.firing);
}

std::string letter_ref(const std::string& letter, const std::string& role,
                       const std::string& purpose) {
  return letter + kBetween + role + kBetween + purpose;
}

std::optional<base::Message> no_retry(const Work& work, const Incident& incident) {
  if (timer_of(work, incident)) return {};
  const auto again = letter_of(work, incident);
  if (!again) return base::Message(messages::kNoRetry);
  return unwanted(work, *again);
}

void retry(Work& work, const Incident& incident) {
  if (auto timer = timer_of(work, incident)) {
    return work.record(TimerArmed{incident.n, std::move(*timer)});
  }
  if (const auto again = letter_of(work, incident)) {
    notify(work, again->n, again->verb, nullptr);
  }
}

}  // namespace guichet::cases
