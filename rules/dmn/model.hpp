// A DMN model compiled and ready to run: decisions, knowledge models and services by name, types
// resolved, every expression compiled once. Immutable, shared between threads.
// Source of the semantics: OMG DMN 1.5, chapters 7, 8 and 10.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/error.hpp"
#include "rules/dmn/definitions.hpp"
#include "rules/feel/expression.hpp"
#include "rules/tables/decide.hpp"

namespace guichet::dmn {

// A function of another language that a model may name; `arguments` are FEEL values.
struct ExternalFunction {
  std::string class_name;  // "java.lang.Math"
  std::string signature;   // "max(double, double)"; blanks do not count
  feel::NativeFunction function;
};

struct ModelOptions {
  // Unknown names and types that cannot fit are warnings, and null when evaluated, as other tools
  // have it (and the OMG's kit expects). Else they are errors.
  bool lenient = false;
  // Empty: functions of kind Java are refused.
  std::vector<ExternalFunction> externals;
};

// What one decision came to on the way to a result.
struct Step {
  std::string decision;  // name, with its import's prefix
  std::string text;      // of its literal expression; "" where it is none
  feel::Value value;
  std::shared_ptr<const tables::DecisionTable> table;  // where its logic is one
  std::optional<tables::Explanation> explanation;      // of the table
};

// What went wrong on the way to a result, and where.
struct Problem {
  base::Message what;
  base::Location at;     // in the model's file; no source where nothing stands there
  std::string decision;  // under way; "" outside of any
  // False where null was the rightful answer, which is worth knowing all the same.
  bool is_fault = true;
};

struct Outcome {
  feel::Value value;
  // A value did not fit its type, a table had a problem, what the model says could not be done; or
  // the value is null and an expression left a reason for it that is a fault (the kit's
  // errorResult).
  bool had_errors = false;
  std::vector<Problem> problems;
  std::vector<std::string> missing;  // inputs that were read and not supplied, each once
  std::vector<Step> steps;           // in order of evaluation; filled where asked for
};

// Something supplied that the model does not read.
struct UnknownInput {
  base::Message what;
  std::optional<base::Message> hint;
};

class Model {
 public:
  // `definitions[0]` is the model; the others are what it imports, directly or not, in any order.
  // nullptr after an error.
  static std::shared_ptr<const Model> compile(std::vector<Definitions> definitions,
                                              const ModelOptions& options,
                                              base::Diagnostics& diagnostics);
  ~Model();

  const Definitions& definitions() const;
  std::vector<std::string> decisions() const;  // of definitions()[0], in the file's order
  std::vector<std::string> services() const;
  std::vector<std::string> knowledge_models() const;

  // `inputs` is a context: input data and input decisions by name, those of imported models under
  // their import's name ({model: {person: ..}}). A decision of that name may also be supplied: it
  // overrides its logic only for services.
  // nullopt where there is no such decision.
  std::optional<Outcome> decide(std::string_view decision, const feel::Value& inputs,
                                feel::Evaluation& run, bool with_steps = false) const;
  std::optional<Outcome> call_service(std::string_view service, const feel::Value& inputs,
                                      feel::Evaluation& run, bool with_steps = false) const;
  // Arguments by parameter name.
  std::optional<Outcome> call_knowledge(std::string_view name, const feel::Value& arguments,
                                        feel::Evaluation& run) const;

  // Inputs as JSON gives them: strings become dates, times and durations where the model's types
  // say so.
  feel::Value typed_inputs(const feel::Value& inputs, feel::Arena& arena,
                           std::vector<UnknownInput>& unknown) const;

 private:
  struct Parts;
  explicit Model(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

// Reads the file at `path` and, beside it, the files of the models that it imports (by namespace).
std::shared_ptr<const Model> load_model_file(const std::string& path, const ModelOptions& options,
                                             base::Diagnostics& diagnostics);

// {decision, result, decisions: [{name, value, table: <tables::report>}..], diagnostics: [..]} as a
// context, for json::write. For a model of a single table decision, the table's own report.
feel::Value report(const Outcome& outcome, std::string_view decision, feel::Arena& arena,
                   base::Language language);

// The same for a terminal: each decision in order with its value and why, problems beside them.
std::string text_report(const Outcome& outcome, std::string_view decision, base::Language language);

}  // namespace guichet::dmn
