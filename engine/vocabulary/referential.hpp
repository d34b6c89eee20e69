// Referentials: coded lists (communes, NAF) with their columns and hierarchies, read from CSV.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/tabular/csv.hpp"

namespace guichet::vocabulary {

// One list. Row keys are the values of its first column. Immutable.
class Referential {
 public:
  struct Declaration {
    std::string id;     // "communes"
    std::string label;  // column shown to people: "nom"
    // Level name -> column: {"epci": "epci", "dep": "departement"}; `com` or `code` is the key.
    std::map<std::string, std::string> levels;
    std::string source;   // where it comes from, version and date
    std::string version;  // its vintage, as conventions pin it ("2026")
  };
  Referential(Declaration declaration, const tabular::Table& table, base::Diagnostics& diagnostics);

  const std::string& id() const { return declaration_.id; }
  const std::string& version() const { return declaration_.version; }
  // The column of a level, by the level's name or the column's own.
  std::optional<std::string> level_column(std::string_view name) const;
  const std::vector<std::string>& columns() const { return columns_; }
  const std::vector<std::string>& codes() const { return codes_; }  // in the file's order
  bool contains(std::string_view code) const;
  // A column's text of a code; nothing where either is unknown.
  std::optional<std::string_view> value(std::string_view code, std::string_view column) const;
  std::string label(std::string_view code) const;  // the code itself where unknown
  // The codes under a node of the hierarchy, written `level:code` ("epci:200067361", "dep:46") or
  // bare: a code of the list covers itself and those it begins ("56.1" covers "56.10A"); another
  // word, the rows of the one level that knows it ("C" in `section`). Empty where nothing is
  // covered, and where two levels know the word.
  std::vector<std::string> expand(std::string_view node) const;

 private:
  std::vector<std::string> with_value(std::string_view column, std::string_view wanted) const;
  std::vector<std::string> beginning_with(std::string_view code) const;

  Declaration declaration_;
  std::vector<std::string> columns_;
  std::vector<std::string> codes_;
  std::unordered_map<std::string, std::vector<std::string>> rows_;
};

}  // namespace guichet::vocabulary
