// What the readers of one workflow share: the names in sight, where mistakes go, and the model that
// grows. For this module only; one thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "workflows/check/load_workflow.hpp"
#include "workflows/check/view.hpp"

namespace guichet::check {

// A name that can be checked only when the whole workflow is read.
struct NameUse {
  std::string name;
  base::Location at;
};

// Id of the history that `history: deep` gives a state; no author's id can be it.
constexpr std::string_view kOwnHistory = "@history";

struct Reading {
  const DeskNames& names;
  const feel::Scope& scope;
  const std::map<std::string, std::string>& kinds;  // of the desk's workflows: id -> kind
  base::Diagnostics& diagnostics;
  model::Workflow workflow{};
  std::vector<View> views{};  // of the states, by index; a history's is that of its declaration

  std::set<std::string> tasks{}, sends{}, raised{};
  std::set<std::string> raised_across{};  // events that a workflow of the desk raises in another
  std::set<std::uint32_t> unknown_calendars{};  // where they stand: a path's is that of many timers
  std::vector<NameUse> closed_tasks{}, cancelled{}, cancelled_timers{};
  struct LetterUse {
    std::string letter;
    base::Location at;
  };
  std::vector<LetterUse> letters{};

  model::State& state(model::StateIndex index) {
    return workflow.states[static_cast<std::size_t>(index.value)];
  }
  bool is_chart() const { return workflow.kind == "chart"; }
};

// Names: each reports what is not known and returns whether it is.
bool check_role(Reading& reading, const yaml::Node& node);
const vocabulary::Field* find_field(Reading& reading, const yaml::Node& node);
// A field that a step of this workflow may write or ask for: its own, or its case's, person's or
// firm's.
const vocabulary::Field* find_own_field(Reading& reading, const yaml::Node& node);
bool check_table(Reading& reading, const yaml::Node& node);
bool check_convention(Reading& reading, const yaml::Node& node);
bool check_refusal(Reading& reading, const yaml::Node& node);
bool check_calendar(Reading& reading, const yaml::Node& node);
// Is the role a line on the agenda rather than an addressee?
bool is_agenda(const Reading& reading, const std::string& role);
// A letter that a verb at `at` sends; `by_default` adds the hint that nobody wrote its name.
void use_letter(Reading& reading, const std::string& letter, const base::Location& at,
                bool by_default);

// Values.
std::vector<std::string> read_roles(Reading& reading, const View& of, std::string_view key);
std::vector<std::string> read_own_fields(Reading& reading, const View& of, std::string_view key);
std::string read_text(const View& of, std::string_view key);
// Absent means false.
bool read_flag(Reading& reading, const View& of, std::string_view key);
std::optional<base::Delay> read_delay(Reading& reading, const yaml::Node& node);
std::optional<base::Delay> read_delay(Reading& reading, const View& of, std::string_view key);
// One of `words`; its index, or 0 with a diagnostic.
std::size_t read_word(Reading& reading, const yaml::Node& node,
                      const std::vector<std::string>& words);

// Expressions. `in state("x")` is checked against the workflow's states.
bool is_expression(const yaml::Node& node);  // begins with `=`
feel::Expression read_expression(Reading& reading, const base::LocatedText& text,
                                 const feel::Type& expected);
feel::Expression read_condition(Reading& reading, const yaml::Node& node);
// A literal text, or FEEL after `=`.
model::Operand read_text_operand(Reading& reading, const yaml::Node& node);
// A literal of the field's type, or FEEL after `=`. `element`: of a list field, one of its items.
model::Operand read_field_operand(Reading& reading, const vocabulary::Field& field,
                                  const yaml::Node& node, bool element);

// States and transitions.
void read_states(Reading& reading, const View& root);
void read_content(Reading& reading);  // of all states; requires read_states
std::vector<model::StateIndex> read_targets(Reading& reading, const yaml::Node& node,
                                            model::StateIndex source);
// Targets inside `parent`: of an initial or a history's default.
std::vector<model::StateIndex> read_inner_targets(Reading& reading, const yaml::Node& node,
                                                  model::StateIndex parent);
void read_declarations(Reading& reading, model::StateIndex state);
void read_timer_declaration(Reading& reading, model::StateIndex state, const yaml::Node& name,
                            const View& timer);
void read_referral(Reading& reading, model::StateIndex state, const View& block);
// `contract:`, of the given keys; nothing where there is none.
std::optional<model::Contract> read_contract(Reading& reading, const View& of,
                                             std::span<const yaml::Key> keys);
// `fields:` of a state.
void read_field_access(Reading& reading, model::StateIndex state, const View& fields);
// `reopen`, `sla`, `retention` and `properties` of the root; requires read_content.
void read_promises(Reading& reading, const View& root);
void read_properties(Reading& reading, const yaml::Node& list);

// Where a block of verbs stands: its state, and a name that its tasks go by.
struct BlockPlace {
  model::StateIndex state;
  std::string name;
};
void read_block(Reading& reading, const yaml::Node& list, const BlockPlace& place,
                model::Block& out);
// `notify`, `remind` or `escalate` with its letter, as a verb or as a timer's key.
void read_notice(Reading& reading, model::Purpose purpose, const yaml::Node& roles,
                 const yaml::Node* letter, model::Block& out);
model::OpenTask read_open_task(Reading& reading, const View& task, const BlockPlace& place);

// The parts of a declaration that actions, replies, timers and events share.
model::DeclarationIndex add_declaration(Reading& reading, model::Declaration declaration);
// `goto`, `do`, `when`, `refuse` or `choose`; what `first` holds runs before each arm's own block.
void read_arms(Reading& reading, model::DeclarationIndex declaration, const View& of,
               const model::Block& first);
void add_arm(Reading& reading, model::DeclarationIndex declaration, const View& arm,
             const model::Block& first);
model::Meaning read_meaning(Reading& reading, const View& of);

void check_collected_names(Reading& reading);

}  // namespace guichet::check
