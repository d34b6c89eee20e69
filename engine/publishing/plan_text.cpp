#include "engine/publishing/plan_text.hpp"

#include "engine/yaml/shape.hpp"
#include "workflows/migrate/load_plan.hpp"

namespace guichet::publishing {
namespace {

// How often something was published: the same plan after another publication is another plan.
std::string occasion(store::Store& store) {
  std::size_t count = 0;
  store.read([&](store::Reader& reader) { count = reader.publications().size(); });
  return std::to_string(count);
}

}  // namespace

std::shared_ptr<const migrate::Plan> read_plan(const std::vector<base::Source>& texts,
                                               store::Store& store, Versions& versions,
                                               base::Diagnostics& diagnostics) {
  std::vector<std::unique_ptr<const yaml::Node>> trees;
  std::vector<const yaml::Node*> roots;
  for (const base::Source& text : texts) {
    trees.push_back(yaml::parse(text, diagnostics));
    if (trees.back()) roots.push_back(trees.back().get());
  }
  const migrate::Versions known{versions.target(), versions.in_flight(), occasion(store),
                                [&versions] { return versions.published(); }};
  return migrate::load_plan(roots, known, diagnostics);
}

void note_migration(store::Store& store, const std::string& plan) {
  store.set_setting(std::string(kLastMigration), plan);
}

}  // namespace guichet::publishing
