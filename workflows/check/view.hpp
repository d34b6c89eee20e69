// A YAML mapping as `extends` leaves it: the child's keys laid over the base's. Every scalar stays
// the node it was, so that a mistake is shown in the file that made it. Borrows its nodes.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/yaml/shape.hpp"

namespace guichet::check {

class View {
 public:
  struct Item;
  using Items = std::vector<Item>;

  explicit View(const yaml::Node& node) : sources_{&node} {}

  // The child's key wins; scalars and lists are replaced whole, mappings merged key by key, those
  // of the base first. Of keys that exclude each other (`goto` and `choose`) the child's is left.
  static View merged(const View& base, const View& child);
  // Without the state that the dotted path names; nothing where there is none.
  static std::optional<View> without_state(const View& workflow, std::string_view path);

  // The same mapping with other entries, as lowering leaves it; its shape is still that of what was
  // written.
  View with(Items items) const;

  // The node itself; of merged mappings the child's.
  const yaml::Node& node() const { return *sources_.front(); }
  const base::Location& location() const { return node().location(); }
  std::vector<Item> entries() const;
  std::optional<View> find(std::string_view key) const;

  // Checks the closed schema of each mapping that this one is made of.
  bool check_shape(std::span<const yaml::Key> keys, base::Diagnostics& diagnostics,
                   std::span<const yaml::Elsewhere> elsewhere = {}) const;

 private:
  View(std::vector<const yaml::Node*> sources, Items items);
  static Items merged_items(const View& base, const View& child);

  std::vector<const yaml::Node*> sources_;
  std::shared_ptr<const Items> items_;  // of merged or shortened mappings
};

struct View::Item {
  const yaml::Node* key;
  View value;
};

}  // namespace guichet::check
