#include "engine/cases/choosing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cases/consent.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/referral.hpp"
#include "engine/cases/verbs.hpp"
#include "engine/cases/waiting.hpp"
#include "rules/convention/report.hpp"

namespace guichet::cases {

namespace {

using base::Message;

// What a failed criterion wanted, and whose filter asks it where it is not the clause itself.
std::string wanted_by(const convention::Failure& failure, base::Language language) {
  if (!failure.asked_by) return failure.wanted;
  return fmt::format("{} ({})", failure.wanted, sentence(*failure.asked_by, language));
}

std::vector<Considered> chosen_only(std::vector<Considered> all) {
  std::erase_if(all, [](const Considered& each) { return !each.chosen; });
  return all;
}

// Nobody is designated: the agreement says whose business that is, and by when.
void open_fallback(Work& work, InstanceNumber n, const convention::Convention& convention,
                   const convention::Choice& choice) {
  if (!choice.fallback) return;
  const convention::Convention& version = choice.version != nullptr ? *choice.version : convention;
  const convention::Fallback& fallback = version.fallback()[*choice.fallback];
  open_task(work, n, "fallback." + fallback.id, 0,
            Message(messages::kNobodyDesignated).in(work.around().desk.settings.language),
            {fallback.queue}, fallback.within);
}

// Who comes back to a partner that is full: who confirms, else whose queue it would be.
std::vector<std::string> who_waits(const model::ReferralBlock& block,
                                   const convention::Convention& convention) {
  if (block.confirm) return {*block.confirm};
  if (convention.fallback().empty()) return {};
  return {convention.fallback().back().queue};
}

}  // namespace

const convention::Convention* convention_of(const Work& work, const Instance& need,
                                            const model::ReferralBlock& block) {
  const auto* id = std::get_if<std::string>(&block.convention);
  if (id == nullptr) return nullptr;
  const auto& all = work.desk_of(need).conventions;
  const auto found = all.find(*id);
  return found == all.end() ? nullptr : found->second.get();
}

std::vector<convention::Barred> barred_for(const Work& work, InstanceNumber need,
                                           const StateEntry* in_round) {
  std::vector<convention::Barred> out;
  for (const Instance& child : work.snapshot().instances) {
    if (child.parent != need || !child.referral) continue;
    const std::string& partner = child.referral->partner;
    const bool this_round = in_round != nullptr && child.referral->parent_state == in_round->path &&
                            child.referral->parent_entry == in_round->entry;
    if (child.outcome == kUndone) continue;
    if (child.outcome == "declined") {
      out.push_back({partner, convention::Barred::Why::declined});
    } else if (this_round || child.is_open() || child.outcome == "accepted" ||
               child.outcome == "concluded") {
      out.push_back({partner, convention::Barred::Why::asked});
    }
  }
  for (std::string& partner : not_agreed_to(work, need)) {
    out.push_back({std::move(partner), convention::Barred::Why::consent});
  }
  return out;
}

convention::Choice choose(Work& work, InstanceNumber n, const convention::Convention& convention,
                          std::vector<convention::Barred> barred) {
  feel::Arena arena;
  Names names(work, n, nullptr, arena);
  feel::Evaluation run = evaluation(work, arena);
  const convention::Need need{.variables = names.all(),
                              .today = work.around().desk.calendar->local_day(work.around().now),
                              .seed = fmt::format("{}/{}", work.snapshot().number, n.value),
                              .barred = std::move(barred),
                              .waiting_since = waiting_since(work.instance(n))};
  return convention::choose(convention, need, work.loads(), run);
}

std::vector<Considered> considered_of(const Work& work, const convention::Choice& choice) {
  const base::Language language = work.around().desk.settings.language;
  std::vector<Considered> out;
  for (const convention::Chosen& each : choice.chosen) {
    out.push_back({each.partner, true, each.article, each.rule, {}});
  }
  for (const convention::NotChosen& each : choice.not_chosen) {
    Considered considered{each.partner, false, each.article, each.rule, {}};
    for (const convention::Failure& failure : each.failed) {
      considered.failed.push_back({failure.criterion, failure.value, wanted_by(failure, language)});
    }
    out.push_back(std::move(considered));
  }
  return out;
}
std::vector<Considered> candidates(Work& work, const Asking& at, bool awaits) {
  const model::ReferralBlock& block = *at.state.referral;
  const StateEntry round{at.state.path, at.entry, {}};
  const std::vector<convention::Barred> barred = barred_for(work, at.n, &round);
  if (const auto* convention = convention_of(work, work.instance(at.n), block)) {
    const convention::Choice choice = choose(work, at.n, *convention, barred);
    work.set_reservations(choice.reservations);
    PartnersConsidered fact{at.n, convention->id(), considered_of(work, choice), {}, awaits};
    for (const convention::WouldOpen& each : choice.would_open) {
      fact.would_open.emplace_back(each.field, each.partners);
    }
    std::vector<Considered> out = chosen_only(fact.partners);
    work.record(std::move(fact));
    if (out.empty()) open_fallback(work, at.n, *convention, choice);
    note_waiting(work, at.n, choice, who_waits(block, *convention));
    return out;
  }
  std::vector<Considered> out;
  const feel::Stored field = work.field(at.n, block.field);
  if (field.value().kind() == feel::Kind::list) {
    for (const feel::Value& item : field.value().items()) {
      const std::string id = to_text(item);
      const bool free = std::ranges::find(barred, id, &convention::Barred::partner) == barred.end();
      if (free) out.push_back({.partner = id, .chosen = true});
    }
  }
  return out;
}

}  // namespace guichet::cases
