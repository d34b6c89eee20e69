// A neutral case written as YAML, loaded by workflows/check, its expressions evaluated as FEEL.
#include <stdexcept>

#include "tests/workflows/kernel/virtual_clock.hpp"
#include "tests/workflows/kernel/yaml_writer.hpp"
#include "workflows/check/load_workflow.hpp"

namespace guichet::tests {

namespace {

struct Loaded {
  std::shared_ptr<const vocabulary::Vocabulary> vocabulary;
  std::shared_ptr<const model::Workflow> workflow;
};

Loaded load(const YamlWriter& writer) {
  base::Diagnostics diagnostics;
  Loaded loaded;
  const auto fields =
      yaml::parse(base::make_source("fields.yaml", writer.fields_file()), diagnostics);
  const auto file =
      yaml::parse(base::make_source("essai.yaml", writer.workflow_file()), diagnostics);
  if (fields) loaded.vocabulary = vocabulary::load_vocabulary(*fields, {}, diagnostics);
  if (loaded.vocabulary && file) {
    check::DeskNames names;
    names.vocabulary = loaded.vocabulary.get();
    const auto workflows = check::load_workflows({file.get()}, names, diagnostics);
    if (!workflows.empty()) loaded.workflow = workflows.front();
  }
  if (!loaded.workflow) {
    throw std::runtime_error(base::render_text(diagnostics, base::Language::en));
  }
  return loaded;
}

class YamlHost final : public ClockedHost, public check::StateOracle {
 public:
  YamlHost(const Loaded& loaded, const YamlWriter& writer,
           const std::map<std::string, std::int64_t>& variables)
      : workflow_(*loaded.workflow), vocabulary_(*loaded.vocabulary) {
    for (const auto& [name, value] : variables) {
      values_[writer.fields().at(name)] = feel::Stored::integer(value);
    }
  }

  bool in_state(std::string_view path) const override {
    const auto state = workflow_.find_state(path);
    return state && position.is_in(*state);
  }

  bool holds(model::TransitionIndex arm, const kernel::Trigger& trigger, kernel::Raiser&) override {
    const feel::Expression& when = workflow_.at(arm).when;
    return when.empty() || evaluate(when, trigger.name).value().is_true();
  }
  void exit(const kernel::Active& active, kernel::Raiser& raiser) override {
    run(workflow_.at(active.state).exit, raiser);
  }
  void take(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser& raiser) override {
    run(workflow_.at(arm).run, raiser);
  }
  void enter(const kernel::Active& active, kernel::Raiser& raiser) override {
    run(workflow_.at(active.state).entry, raiser);
  }
  void begin(const model::Initial& initial, kernel::Raiser& raiser) override {
    run(initial.run, raiser);
  }

 private:
  feel::Stored evaluate(const feel::Expression& expression, const std::string& event) {
    feel::Arena arena;
    std::vector<feel::Value> slots(static_cast<std::size_t>(model::FixedName::count_));
    const feel::Entry name{"name", arena.string(event)};
    slots[static_cast<std::size_t>(model::FixedName::event)] = arena.context({&name, 1});
    for (const vocabulary::Field& field : vocabulary_.fields()) {
      slots.push_back(values_[field.id].value());
    }
    feel::Evaluation evaluation{.arena = arena};
    evaluation.host = static_cast<check::StateOracle*>(this);
    return feel::Stored(feel::evaluate(expression, slots, evaluation));
  }

  void run(const model::Block& block, kernel::Raiser& raiser) {
    for (const model::Verb& verb : block) {
      std::visit([&](const auto& what) { carry_out(what, raiser); }, verb.what);
    }
  }

  void carry_out(const model::Set& set, kernel::Raiser&) {
    const auto* literal = std::get_if<feel::Stored>(&set.value);
    values_[set.field] =
        literal != nullptr ? *literal : evaluate(std::get<feel::Expression>(set.value), "");
  }
  void carry_out(const model::Raise& raise, kernel::Raiser& raiser) { raiser.raise(raise.event); }
  void carry_out(const model::Send& delayed, kernel::Raiser&) {
    send(delayed.id, delayed.event, delayed.after.count / kMillisecondsPerUnit);
  }
  void carry_out(const model::Cancel& cancelled, kernel::Raiser&) { cancel(cancelled.id); }
  void carry_out(const model::Note&, kernel::Raiser&) {}
  void carry_out(const model::If& branch, kernel::Raiser& raiser) {
    run(evaluate(branch.when, "").value().is_true() ? branch.then : branch.otherwise, raiser);
  }
  void carry_out(const auto&, kernel::Raiser&) {
    throw std::runtime_error("a verb that no case uses");
  }

  const model::Workflow& workflow_;
  const vocabulary::Vocabulary& vocabulary_;
  std::map<std::string, feel::Stored> values_;
};

}  // namespace

std::optional<std::string> play_on_yaml(const NeutralCase& neutral) {
  const YamlWriter writer(neutral);
  try {
    const Loaded loaded = load(writer);
    YamlHost host(loaded, writer, neutral.variables);
    return play(neutral, *loaded.workflow, host, [&](model::StateIndex state) {
      for (const auto& [id, path] : writer.paths()) {
        if (path == loaded.workflow->at(state).path) return id;
      }
      return std::string("?");
    });
  } catch (const std::runtime_error& fault) {
    return fault.what();
  }
}

}  // namespace guichet::tests
