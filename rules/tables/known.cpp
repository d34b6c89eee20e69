#include "rules/tables/known.hpp"

#include <algorithm>

#include "engine/yaml/shape.hpp"

namespace guichet::tables {

bool is_known(const yaml::Node& node, const std::vector<std::string>& known,
              const base::MessageText& what, base::Diagnostics& diagnostics) {
  if (std::find(known.begin(), known.end(), node.text()) != known.end()) return true;
  diagnostics.error(node.location(), base::Message(what, {node.text()}),
                    base::suggestion(node.text(), known));
  return false;
}

std::vector<std::string> read_known(const yaml::Node& node, const std::vector<std::string>& known,
                                    const base::MessageText& what, base::Diagnostics& diagnostics) {
  std::vector<std::string> words;
  if (node.is_empty()) return words;
  for (const yaml::Node* item : yaml::read_one_or_many(node, diagnostics))
    if (is_known(*item, known, what, diagnostics)) words.push_back(item->text());
  return words;
}

}  // namespace guichet::tables
