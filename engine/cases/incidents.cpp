#include "engine/cases/incidents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "engine/cases/letters.hpp"

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

struct Again {
  InstanceNumber n;
  model::Notify verb;
};

model::Purpose purpose_of(std::string_view text) {
  if (text == "remind") return model::Purpose::remind;
  return text == "escalate" ? model::Purpose::escalate : model::Purpose::notify;
}

// A letter is written anew: addresses and facts are today's.
std::optional<Again> letter_of(const Work& work, const Incident& incident) {
  const std::vector<std::string> parts = parts_of(incident.ref);
  if (incident.code == "letter-without-recipient" && parts.size() == 3) {
    return Again{incident.n, {purpose_of(parts[2]), parts[1], parts[0]}};
  }
  if (incident.code != "letter-refused" || !work.around().journal) return {};
  for (const Fact& fact : work.around().journal()) {
    const auto* queued = std::get_if<LetterQueued>(&fact.event);
    if (queued == nullptr || queued->key != incident.ref) continue;
    const letters::Letter* letter = work.around().desk.letter(queued->letter);
    if (letter == nullptr) return {};
    return Again{queued->n, {purpose_of(queued->purpose), letter->to, letter->id}};
  }
  return {};
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

bool can_retry(const Work& work, const Incident& incident) {
  return timer_of(work, incident) || letter_of(work, incident);
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
