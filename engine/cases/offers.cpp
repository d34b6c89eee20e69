#include "engine/cases/offers.hpp"

#include <algorithm>

#include "engine/cases/messages.hpp"
#include "engine/cases/offered.hpp"
#include "engine/cases/operator.hpp"
#include "engine/cases/operator_messages.hpp"
#include "engine/cases/referral.hpp"
#include "engine/cases/work.hpp"

namespace guichet::cases {
namespace {

bool may_act(const std::vector<std::string>& by, const std::vector<std::string>& held) {
  return by.empty() || std::ranges::any_of(by, [&](const std::string& role) {
           return std::ranges::find(held, role) != held.end();
         });
}

Offer offer_of(const Work& work, const Instance& instance, const model::Declaration& declaration) {
  const bool reply = declaration.cause == model::Cause::reply;
  Offer offer{.n = instance.n,
              .name = declaration.name,
              .title = declaration.title,
              .reply = reply,
              .by = declaration.by,
              .require = declaration.require,
              .accepts = declaration.accepts};
  for (const std::string& id : declaration.require) {
    if (work.field(instance.n, id).is_null()) offer.missing.push_back(id);
  }
  const access::Actor& actor = work.command().actor;
  offer.allowed = reply ? actor.kind == access::ActorKind::staff ||
                              (instance.referral && actor.partner == instance.referral->partner)
                        : may_act(declaration.by, roles_of(work, instance));
  return offer;
}

Offer reopening(const Work& work, const Instance& instance, const model::Reopen& allowed) {
  Offer offer{.n = instance.n,
              .name = std::string(kReopenAct),
              .title = base::Message(messages::kReopen).in(work.around().desk.settings.language),
              .by = allowed.by,
              .require = allowed.require,
              .allowed = may_act(allowed.by, roles_of(work, instance))};
  for (const std::string& id : allowed.require) {
    if (work.field(instance.n, id).is_null()) offer.missing.push_back(id);
  }
  return offer;
}

// What the path itself would answer: the act is tried on a copy, its required fields aside.
void try_out(const Snapshot& snapshot, const access::Actor& actor, const Surroundings& around,
             Offer& offer) {
  if (!offer.allowed || !offer.missing.empty()) return;
  Command command{.kase = snapshot.id, .actor = actor};
  if (offer.reply) {
    command.body = Reply{.n = offer.n, .name = offer.name};
  } else {
    command.body = Act{.n = offer.n, .name = offer.name};
  }
  const auto decision = decide(snapshot, command, around);
  if (!decision) offer.reasons = decision.error().reasons;
}

}  // namespace

std::vector<Offer> offers(const Snapshot& snapshot, const access::Actor& actor,
                          const Surroundings& around) {
  const Command command{.kase = snapshot.id, .actor = actor, .body = Act{}};
  const Work work(snapshot, command, around);
  std::vector<Offer> out;
  for (const Instance& instance : snapshot.instances) {
    if (const model::Reopen* allowed = reopening_of(work, instance)) {
      out.push_back(reopening(work, instance, *allowed));
      try_out(snapshot, actor, around, out.back());
    }
    if (!instance.is_open()) continue;
    if (const model::State* state = awaiting_tick(work, instance)) {
      const std::vector<std::string> by = who_ticks(work, *state);
      out.push_back(
          {.n = instance.n,
           .name = std::string(kConfirmAct),
           .title = base::Message(messages::kConfirmPartners).in(around.desk.settings.language),
           .by = by,
           .accepts = {state->referral->confirm_field, std::string(kMotiveField)},
           .allowed = may_act(by, roles_of(work, instance))});
    }
    for (const model::Cause cause : {model::Cause::action, model::Cause::reply}) {
      for (const model::Declaration* each : offered_by(work, instance, cause)) {
        out.push_back(offer_of(work, instance, *each));
        try_out(snapshot, actor, around, out.back());
      }
    }
  }
  return out;
}

}  // namespace guichet::cases
