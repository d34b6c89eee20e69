#include "rules/dmn/assemble.hpp"

#include "rules/dmn/compiler.hpp"
#include "rules/dmn/model_messages.hpp"
#include "rules/dmn/undeclared.hpp"
#include "rules/feel/scan.hpp"

namespace guichet::dmn {
namespace {

bool is_function(const feel::Type& type) {
  return !type.is_any() && type.kind() == feel::Kind::function;
}

class Assembly {
 public:
  Assembly(Program& program, const ModelOptions& options, base::Diagnostics& diagnostics)
      : program_(program),
        diagnostics_(diagnostics),
        lenient_(options.lenient),
        imports_(find_imports(program.models, options.lenient, diagnostics)),
        types_(program.models, imports_, options.lenient, diagnostics),
        graph_(program.models, options.lenient, diagnostics),
        compiler_(program.models, types_, options.lenient, diagnostics),
        undeclared_(program, graph_, types_, diagnostics) {
    for (std::size_t m = 0; m < program.models.size(); ++m) {
      feel::Scope& scope = scopes_.emplace_back();
      scope.set_lenient(options.lenient);
      types_.declare_in(scope, m);
      for (const ExternalFunction& external : options.externals)
        scope.declare_external(external.class_name, external.signature, external.function);
    }
  }

  void run() {
    program_.entities = graph_.take_entities();
    for (std::size_t index = 0; index < graph_.sources().size(); ++index)
      if (const InputData* input = graph_.sources()[index].input)
        add_input(program_.entities[index], input->variable);
    for (const std::size_t index : graph_.order()) {
      const Source& source = graph_.sources()[index];
      if (source.decision != nullptr) add_decision(index, *source.decision);
      if (source.knowledge != nullptr) add_knowledge(index, *source.knowledge);
      if (source.service != nullptr) add_service(index, *source.service);
    }
    find_paths();
  }

 private:
  void add_input(Entity& entity, const InformationItem& variable) {
    entity.type = types_.resolve(entity.model, variable.type_ref, entity.at);
    entity.static_type = entity.type->type;
  }

  void add_decision(std::size_t index, const Decision& decision) {
    std::vector<Use> uses = compile_decision(index, decision, {}, !lenient_);
    if (!uses.empty()) {
      // More names may come to light once the first of a text is known.
      std::vector<Alias> aliases;
      for (int round = 0; round < kMostRounds && !uses.empty(); ++round) {
        const auto more = undeclared_.resolve(index, uses);
        if (more.empty()) break;
        aliases.insert(aliases.end(), more.begin(), more.end());
        uses = compile_decision(index, decision, aliases, true);
      }
      if (!uses.empty()) compile_decision(index, decision, aliases, false);
    }
    Entity& entity = program_.entities[index];
    entity.static_type = entity.type->type;
    if (entity.static_type.is_any() && entity.logic != nullptr)
      entity.static_type = entity.logic->type();
  }

  // The names that it uses and does not know. Where there are any and `tentative` is set, nothing
  // is reported: it will be compiled again.
  std::vector<Use> compile_decision(std::size_t index, const Decision& decision,
                                    const std::vector<Alias>& aliases, bool tentative) {
    Entity& entity = program_.entities[index];
    tentative = tentative && !program_.models[entity.model].declares_all;
    entity.bound.clear();
    entity.required.clear();
    base::Diagnostics found;
    Compiler compiler(program_.models, types_, lenient_, found);
    entity.type = types_.resolve(entity.model, decision.variable.type_ref, entity.at);
    Unit unit{entity.model, 0, {}, entity.name, {}};
    feel::Scope scope = scope_of(index, entity, unit);
    for (const Alias& alias : aliases) {
      const auto slot =
          declare(scope, alias.name, program_.entities[alias.entity].static_type, unit);
      entity.bound.push_back({slot, alias.entity, {}});
    }
    if (decision.logic != nullptr)
      entity.logic = compiler.compile(decision.logic, scope, unit, entity.at);
    entity.slots = std::max(unit.slots, scope.size());
    if (tentative && !unit.undeclared.empty()) return std::move(unit.undeclared);
    for (const base::Diagnostic& diagnostic : found.list()) diagnostics_.add(diagnostic);
    return {};
  }

  void add_knowledge(std::size_t index, const BusinessKnowledgeModel& knowledge) {
    Entity& entity = program_.entities[index];
    Unit unit{entity.model, 0, {}, entity.name, {}};
    feel::Scope scope = scope_of(index, entity, unit);
    auto signature = std::make_shared<feel::FunctionSignature>();
    signature->name = entity.name;
    // A knowledge model may call itself.
    const auto self = declare(scope, entity.variable, feel::Type::of(feel::Kind::function), unit);
    entity.bound.push_back({self, index, {}});
    if (knowledge.logic)
      for (const InformationItem& parameter : knowledge.logic->parameters) {
        auto type = types_.resolve(entity.model, parameter.type_ref, parameter.element.at);
        entity.parameter_slots.push_back(declare(scope, parameter.element.name, type->type, unit));
        add_parameter(*signature, entity, parameter.element.name, std::move(type));
      }
    set_result_type(entity, knowledge.variable);
    if (knowledge.logic)
      entity.logic = compiler_.compile_function(*knowledge.logic, scope, unit, knowledge.logic_at);
    entity.slots = std::max(unit.slots, scope.size());
    finish_function(entity, std::move(signature),
                    entity.logic != nullptr ? entity.logic->type() : feel::Type::any());
  }

  void add_service(std::size_t index, const DecisionService& service) {
    Entity& entity = program_.entities[index];
    auto signature = std::make_shared<feel::FunctionSignature>();
    signature->name = entity.name;
    const auto add_parameters = [&](const std::vector<Reference>& references, EntityKind kind) {
      for (const Reference& reference : references) {
        const auto found = graph_.find(entity.model, reference, {kind});
        if (!found) continue;
        const Source& source = graph_.sources()[*found];
        const Entity& given = program_.entities[*found];
        const InformationItem& variable =
            source.input != nullptr ? source.input->variable : source.decision->variable;
        add_parameter(*signature, entity, given.variable,
                      types_.resolve(given.model, variable.type_ref, given.at));
        entity.parameters.push_back(*found);
      }
    };
    add_parameters(service.input_data, EntityKind::input);
    add_parameters(service.input_decisions, EntityKind::decision);
    for (const Reference& reference : service.output_decisions)
      if (const auto found = graph_.find(entity.model, reference, {EntityKind::decision}))
        entity.outputs.push_back(*found);
    set_result_type(entity, service.variable);
    finish_function(entity, std::move(signature), type_of_outputs(entity));
  }

  feel::Type type_of_outputs(const Entity& service) const {
    if (service.outputs.size() == 1) return program_.entities[service.outputs.front()].static_type;
    std::vector<std::pair<std::string, feel::Type>> members;
    for (const std::size_t output : service.outputs)
      members.emplace_back(program_.entities[output].variable,
                           program_.entities[output].static_type);
    return feel::Type::context(std::move(members));
  }

  static void add_parameter(feel::FunctionSignature& signature, Entity& entity,
                            const std::string& name, ItemTypePtr type) {
    signature.parameters.push_back(feel::canonical_name(name));
    signature.types.push_back(type->type);
    entity.parameter_types.push_back(std::move(type));
  }

  // A function's variable says its whole type (DMN 1.3 on), or that of its result (before).
  void set_result_type(Entity& entity, const InformationItem& variable) {
    const auto said = types_.resolve(entity.model, variable.type_ref, entity.at);
    if (!is_function(said->type)) {
      entity.type = said;
      return;
    }
    auto result = std::make_shared<ItemType>();
    result->type = said->type.result();
    result->name = result->type.name();
    entity.type = std::move(result);
  }

  static void finish_function(Entity& entity, std::shared_ptr<feel::FunctionSignature> signature,
                              const feel::Type& known_result) {
    signature->result = entity.type->type.is_any() ? known_result : entity.type->type;
    entity.static_type = feel::Type::function(signature->types, signature->result);
    entity.signature = std::move(signature);
  }

  // The names that an entity's expressions may use: what it requires, under the name of the import
  // where that is of another model.
  feel::Scope scope_of(std::size_t index, Entity& entity, Unit& unit) {
    feel::Scope scope = scopes_[entity.model];
    std::map<std::string, Bound> imported;
    std::map<std::string, std::vector<std::pair<std::string, feel::Type>>> members;
    for (const std::size_t required : graph_.sources()[index].requirements) {
      const Entity& other = program_.entities[required];
      if (other.kind == EntityKind::decision) entity.required.push_back(required);
      const std::string prefix = other.model == entity.model ? "" : prefix_of(entity, other);
      if (prefix.empty()) {
        const auto slot = declare(scope, other.variable, other.static_type, unit);
        entity.bound.push_back({slot, required, {}});
        continue;
      }
      imported[prefix].members.emplace_back(other.variable, required);
      members[prefix].emplace_back(other.variable, other.static_type);
    }
    for (auto& [prefix, bound] : imported) {
      bound.slot = declare(scope, prefix, feel::Type::context(std::move(members[prefix])), unit);
      entity.bound.push_back(std::move(bound));
    }
    return scope;
  }

  std::string prefix_of(const Entity& entity, const Entity& other) {
    for (const ImportedModel& import : imports_[entity.model])
      if (import.model == other.model) return import.prefix;
    compiler_.mistake(entity.at, base::Message(messages::kUnknownImport,
                                               {program_.models[other.model].model_namespace}));
    return {};
  }

  // Ways from the first model to each other one; a few will do.
  void find_paths() {
    constexpr std::size_t kMostWays = 16;
    program_.paths.resize(program_.models.size());
    program_.paths[0].push_back({});
    std::vector<std::size_t> waiting{0};
    for (std::size_t i = 0; i < waiting.size() && i < kMostWays * program_.models.size(); ++i) {
      const std::size_t model = waiting[i];
      for (const ImportedModel& import : imports_[model]) {
        auto& ways = program_.paths[import.model];
        if (import.model == 0 || ways.size() >= kMostWays) continue;
        for (std::vector<std::string> way : std::vector(program_.paths[model])) {
          if (!import.prefix.empty()) way.push_back(import.prefix);
          if (ways.size() < kMostWays) ways.push_back(std::move(way));
        }
        waiting.push_back(import.model);
      }
    }
    for (std::size_t m = 1; m < program_.models.size(); ++m)
      program_.paths[m].push_back({program_.models[m].model_namespace});
  }

  static constexpr int kMostRounds = 8;

  Program& program_;
  base::Diagnostics& diagnostics_;
  bool lenient_;
  Imports imports_;
  Types types_;
  Graph graph_;
  Compiler compiler_;
  UndeclaredNames undeclared_;
  std::vector<feel::Scope> scopes_;  // of types alone, by model
};

}  // namespace

std::shared_ptr<const Program> assemble(std::vector<Definitions> definitions,
                                        const ModelOptions& options,
                                        base::Diagnostics& diagnostics) {
  auto program = std::make_shared<Program>();
  program->models = std::move(definitions);
  if (program->models.empty()) return nullptr;
  base::Diagnostics found;
  Assembly(*program, options, found).run();
  for (const base::Diagnostic& diagnostic : found.list()) diagnostics.add(diagnostic);
  return found.has_errors() ? nullptr : program;
}

}  // namespace guichet::dmn
