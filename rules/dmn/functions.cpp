#include "rules/dmn/functions.hpp"

#include "rules/dmn/model_messages.hpp"

namespace guichet::dmn {
namespace {

feel::Value value_of_bound(std::size_t index, Session& session, Memo* memo) {
  const Entity& entity = session.program().entities[index];
  if (entity.kind == EntityKind::knowledge || entity.kind == EntityKind::service)
    return session.function_of(index);
  return memo != nullptr ? session.value_of(index, *memo) : feel::Value();
}

void set_variables(const Entity& unit, Session& session, Memo* memo, Slots slots) {
  for (const Bound& bound : unit.bound) {
    if (bound.entity != Bound::kNone) {
      slots[bound.slot] = value_of_bound(bound.entity, session, memo);
      continue;
    }
    std::vector<feel::Entry> entries;
    for (const auto& [name, entity] : bound.members)
      entries.push_back({name, value_of_bound(entity, session, memo)});
    slots[bound.slot] = session.arena().context(entries);
  }
}

Slots make_slots(std::size_t count, feel::Arena& arena) {
  auto* slots =
      static_cast<feel::Value*>(arena.allocate(count * sizeof(feel::Value), alignof(feel::Value)));
  std::uninitialized_default_construct_n(slots, count);
  return {slots, count};
}

// Arguments have been coerced to the signature's types; what they may be beyond that is tested
// here.
bool are_allowed(const Entity& function, std::span<const feel::Value> arguments, Session& session) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const ItemType& type = *function.parameter_types[i];
    if (!type.has_tests() || arguments[i].is_null()) continue;
    if (session.fit(arguments[i], type, function.signature->parameters[i], function.at).is_null())
      return false;
  }
  return true;
}

feel::Value call_knowledge(const Entity& knowledge, std::span<const feel::Value> arguments,
                           Session& session) {
  const Slots slots = make_slots(knowledge.slots, session.arena());
  set_variables(knowledge, session, nullptr, slots);
  for (std::size_t i = 0; i < arguments.size(); ++i)
    slots[knowledge.parameter_slots[i]] = arguments[i];
  if (knowledge.logic == nullptr) return {};
  return session.fit(knowledge.logic->evaluate(session, slots), *knowledge.type, knowledge.name,
                     knowledge.at);
}

feel::Value call_service(const Entity& service, std::span<const feel::Value> arguments,
                         Session& session) {
  Memo memo(session.program().entities.size());
  for (std::size_t i = 0; i < arguments.size(); ++i)
    memo.cells[service.parameters[i]] = {Memo::State::supplied, arguments[i]};
  return decide_outputs(service, session, memo);
}

}  // namespace

feel::Value decide_logic(const Entity& decision, Session& session, Memo& memo) {
  if (decision.logic == nullptr)
    return session.fail(base::Message(messages::kNoLogic, {decision.name}), decision.at);
  const Slots slots = make_slots(decision.slots, session.arena());
  set_variables(decision, session, &memo, slots);
  return session.fit(decision.logic->evaluate(session, slots), *decision.type, decision.name,
                     decision.at);
}

feel::Value decide_outputs(const Entity& service, Session& session, Memo& memo) {
  feel::Value result;
  if (service.outputs.size() == 1) {
    result = session.value_of(service.outputs.front(), memo);
  } else {
    std::vector<feel::Entry> entries;
    for (const std::size_t output : service.outputs)
      entries.push_back(
          {session.program().entities[output].variable, session.value_of(output, memo)});
    result = session.arena().context(entries);
  }
  return session.fit(result, *service.type, service.name, service.at);
}

feel::Value make_entity_function(std::size_t index, Session& session) {
  const Entity& entity = session.program().entities[index];
  // The session may be over when the function is called: then the call is a run of its own.
  auto program = session.shared_program();
  const std::weak_ptr<Session> around = session.weak_from_this();
  const auto call = [program, around, index](std::span<const feel::Value> arguments,
                                             feel::Evaluation& run) -> feel::Value {
    auto current = around.lock();
    if (current == nullptr || &current->run() != &run)
      current = std::make_shared<Session>(program, run, false);
    const Entity& function = program->entities[index];
    if (!are_allowed(function, arguments, *current)) return {};
    return function.kind == EntityKind::knowledge ? call_knowledge(function, arguments, *current)
                                                  : call_service(function, arguments, *current);
  };
  return feel::make_function(entity.signature, call, session.arena());
}

}  // namespace guichet::dmn
