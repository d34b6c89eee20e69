// Parts of a workflow as canonical text: two that say the same give the same text, wherever and in
// whatever shape they were written.
#pragma once

#include <string>

#include "rules/convention/convention.hpp"
#include "rules/tables/table.hpp"
#include "workflows/model/workflow.hpp"

namespace guichet::migrate {

std::string text_of(const model::Block& block);
std::string text_of(const model::TimerSpec& spec);
// Where an act, a reply, a timer or an event leads and what it does, without roles and fields.
std::string text_of(const model::Workflow& workflow, const model::Declaration& declaration);
std::string text_of(const model::ReferralBlock& block);  // without what is shared
// Entry, exit, task, tags, outcome: what a state is besides its name, kind, content and children.
std::string text_of(const model::State& state);
// Does this part of the path ask a decision table or the convention of that id?
bool asks_table(const model::State& state, const model::Workflow& workflow, const std::string& id);

// All that a rule was read from.
std::string written(const tables::DecisionTable& table);
std::string written(const convention::Convention& convention);

std::string kind_name(model::StateKind kind);
std::string cause_name(model::Cause cause);

}  // namespace guichet::migrate
