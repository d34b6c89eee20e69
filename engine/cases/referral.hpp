// Referral blocks: choosing partners by the convention, a person's tick, opening and withdrawing
// children, what a child's answer means to the others. Private to this module.
#pragma once

#include "engine/cases/undone.hpp"
#include "engine/cases/work.hpp"

namespace guichet::cases {

// The state with the block was entered.
void enter_referral(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry,
                    kernel::Raiser& raiser);
// It is left: under first_taker_wins and in_sequence open children are withdrawn.
void leave_referral(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry);

// The state whose block waits for a person's tick; nullptr where none does.
const model::State* awaiting_tick(const Work& work, const Instance& instance);
// Who may tick: the block's `confirm`; where a block asks by itself but its convention has ended,
// whoever takes requests in, with a motive.
std::vector<std::string> who_ticks(const Work& work, const model::State& state);
// The act `confirmer`: partners as ticked; an empty choice raises referral.nobody.
void confirm_partners(Work& work, InstanceNumber n, const std::vector<std::string>& partners,
                      const std::string& motive);

// The desk takes the question back: the partner is told where the question has left, and the link
// is closed. Requires: `n` is open.
void withdraw(Work& work, InstanceNumber n);

// A reply or timer of the child `n` means something: outcome, lead, the others, the parent told.
void mean(Work& work, InstanceNumber n, model::Meaning meaning);
// The instance came to a final state (or was withdrawn): timers, tasks, children, the parent told.
void close_instance(Work& work, InstanceNumber n, const std::string& outcome, bool success);

}  // namespace guichet::cases
