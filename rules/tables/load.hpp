// `guichet: decision-table/1`: a grid in a block literal (`rules: |`) or a CSV file beside it
// (`rules_from:`). Every mistake is reported at its place, inside the cell where it is one.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/yaml/node.hpp"
#include "rules/tables/table.hpp"

namespace guichet::tables {

struct LoadContext {
  // The names that expressions may use. nullptr: the table stands alone, and the names which its
  // inputs' `expr` read are its variables (then open to any value).
  const feel::Scope* scope = nullptr;
  // Bytes of a file that `rules_from:` names, relative to the YAML file. Empty: refused.
  std::function<base::Result<std::string>(const std::string& relative_path)> read_file;
  // The id of a table that stands inside another file, without `guichet` and `id` of its own.
  std::string id_inside;
};

// nullptr after an error. Does not prove (prove.hpp) and does not run the tests (test_run.hpp).
std::shared_ptr<const DecisionTable> load_table(const yaml::Node& root, const LoadContext& context,
                                                base::Diagnostics& diagnostics);

// Reads the YAML file at `path` and what it names beside it, as a table that stands alone.
std::shared_ptr<const DecisionTable> load_table_file(const std::string& path,
                                                     base::Diagnostics& diagnostics);

// `{from: 2008-01-01, to: 2011-01-01, zone: Europe/Paris}`, either end left out where open. `zone`
// is refused unless `zoned`: whose days are meant is then the caller's business.
Validity read_validity(const yaml::Node& node, base::Diagnostics& diagnostics, bool zoned = false);

// Tables of one id in one desk: an error at the later one, whether both are in force on the same
// day or not (a desk runs one version).
void check_versions(const std::vector<std::shared_ptr<const DecisionTable>>& tables,
                    base::Diagnostics& diagnostics);

}  // namespace guichet::tables
