#include "rules/tables/load.hpp"

#include "engine/base/count_errors.hpp"
#include "engine/base/file.hpp"
#include "rules/tables/load_messages.hpp"
#include "rules/tables/reader.hpp"

namespace guichet::tables {

std::shared_ptr<const DecisionTable> load_table(const yaml::Node& root, const LoadContext& context,
                                                base::Diagnostics& diagnostics) {
  const std::size_t errors = base::count_errors(diagnostics);
  DecisionTable::Parts parts = TableReader(root, context, diagnostics).read();
  if (base::count_errors(diagnostics) > errors) return nullptr;
  return std::make_shared<const DecisionTable>(std::move(parts));
}

void check_versions(const std::vector<std::shared_ptr<const DecisionTable>>& tables,
                    base::Diagnostics& diagnostics) {
  const auto begins_before = [](const std::optional<base::Day>& from,
                                const std::optional<base::Day>& to) {
    return !from || !to || *from < *to;
  };
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const DecisionTable &later = *tables[i], &earlier = *tables[j];
      const Validity &a = later.parts().valid, &b = earlier.parts().valid;
      if (later.id() != earlier.id()) continue;
      const bool overlap = begins_before(a.from, b.to) && begins_before(b.from, a.to);
      const base::Location& other = earlier.parts().at;
      diagnostics.error(later.parts().at,
                        base::Message(overlap ? messages::kVersionsOverlap : messages::kTwoVersions,
                                      {later.id(), other.source ? other.source->name() : ""}));
    }
}

std::shared_ptr<const DecisionTable> load_table_file(const std::string& path,
                                                     base::Diagnostics& diagnostics) {
  const auto source = base::read_source(path);
  if (!source) {
    diagnostics.error({}, source.error().what);
    return nullptr;
  }
  const auto root = yaml::parse(*source, diagnostics);
  if (!root || diagnostics.has_errors()) return nullptr;
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  LoadContext context;
  context.read_file = [&](const std::string& name) -> base::Result<std::string> {
    if (name.starts_with('/') || name.find("..") != std::string::npos)
      return std::unexpected(
          base::Error{base::ErrorKind::input, base::Message(messages::kFileOutside, {name})});
    return base::read_bytes(folder + name);
  };
  return load_table(*root, context, diagnostics);
}

}  // namespace guichet::tables
