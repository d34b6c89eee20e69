// Inside the module: reads one `decision-model/1`. See model_yaml.hpp.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/dmn/identifiers.hpp"
#include "rules/dmn/model_yaml.hpp"
#include "rules/feel/expression.hpp"
#include "rules/tables/table.hpp"

namespace guichet::dmn {

class ModelReader {
 public:
  ModelReader(const yaml::Node& root, const ReadBeside& read_beside, base::Diagnostics& diagnostics)
      : root_(root), read_beside_(read_beside), diagnostics_(diagnostics) {}

  Definitions read();

 private:
  enum class Kind { input, function, decision, service };
  struct Named {
    Kind kind;
    std::string id;
  };
  using Uses = std::set<std::string>;  // names that a logic reads

  // -- model_reader.cpp --
  void collect_names();
  Element element_of(const yaml::Entry& entry, Kind kind) const;
  void read_input(const yaml::Entry& entry);
  void read_function(const yaml::Entry& entry);
  void read_decision(const yaml::Entry& entry);
  // -- model_reader_logic.cpp --
  // The logic under `is` or `table`, or the scalar itself.
  ExpressionPtr read_logic(const yaml::Entry& entry, const feel::Scope& scope, Uses& uses);
  ExpressionPtr read_feel(const base::LocatedText& text, const feel::Scope& scope, Uses& uses);
  ExpressionPtr read_table(const yaml::Node& node, const std::string& name,
                           const feel::Scope& scope, Uses& uses);
  feel::Scope scope_of(bool of_decision, const std::vector<InformationItem>& parameters) const;
  void note_uses(const feel::Expression& expression, const feel::Scope& scope, Uses& uses) const;

  // -- model_reader_services.cpp --
  void check_circles();
  void read_service(const yaml::Entry& entry);
  std::vector<Reference> read_members(const yaml::Node& node, bool decisions);
  // The decisions that lead to those of `service` and are neither its outputs nor its inputs; the
  // input data on the way, where `inputs` are not said.
  void complete(DecisionService& service, bool inputs_given) const;
  const Decision* decision_of(const Reference& reference) const;

  // -- model_reader_types.cpp --
  void read_types();
  ItemDefinition read_type(const yaml::Entry& entry);
  // The name of a type; `list of X` gets a definition of its own.
  std::string type_name(const yaml::Node& node);
  UnaryTests read_values(const yaml::Node& node);

  const yaml::Node& root_;
  const ReadBeside& read_beside_;
  base::Diagnostics& diagnostics_;
  Definitions made_;
  Identifiers identifiers_;
  std::map<std::string, Named, std::less<>> names_;
  std::set<std::string, std::less<>> types_;      // the model's own
  std::map<std::string, base::Location> places_;  // of decisions and functions
  std::map<std::string, Uses> uses_;              // by decision or function
};

}  // namespace guichet::dmn
