#include "engine/results/places.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace guichet::results {
namespace {

using Codes = std::vector<std::string>;

// The hierarchy that places are rolled up along.
class Hierarchy {
 public:
  explicit Hierarchy(const bundle::Desk& desk) : levels_(desk.results.roll_up) {
    field_ = desk.vocabulary->find(desk.settings.person.place);
    if (field_ != nullptr) list_ = desk.vocabulary->referential(field_->referential);
  }

  std::size_t depth() const { return list_ == nullptr ? 0 : levels_.size(); }
  std::string label(const std::string& commune) const {
    if (list_ != nullptr) return list_->label(commune);
    if (field_ == nullptr) return commune;
    const auto titled = field_->value_labels.find(commune);
    return titled == field_->value_labels.end() ? commune : titled->second;
  }
  // The commune's node of a level: "epci:200067361"; "" where it has none.
  std::string node(const std::string& commune, std::size_t level) const {
    const auto column = list_->level_column(levels_[level].level);
    const auto value = column ? list_->value(commune, *column) : std::nullopt;
    return value && !value->empty() ? levels_[level].level + ":" + std::string(*value) : "";
  }
  std::string node_name(const std::string& commune, std::size_t level) const {
    const bundle::WiderPlace& wider = levels_[level];
    const auto name =
        wider.name.empty() ? std::nullopt : list_->value(commune, std::string_view(wider.name));
    if (name && !name->empty()) return std::string(*name);
    const std::string id = node(commune, level);
    const std::string code = id.substr(id.find(':') + 1);
    return wider.title.empty() ? code : wider.title + " " + code;
  }

 private:
  const std::vector<bundle::WiderPlace>& levels_;
  const vocabulary::Field* field_ = nullptr;
  const vocabulary::Referential* list_ = nullptr;
};

class RollingUp {
 public:
  RollingUp(const CountsByPlace& counts, const bundle::Desk& desk, std::int64_t limit)
      : counts_(counts), hierarchy_(desk), limit_(limit) {
    for (const auto& [commune, count] : counts) {
      if (is_safe({commune})) {
        alone_.insert(commune);
      } else {
        small_.push_back(commune);
      }
    }
  }

  std::vector<PlaceGroup> run() {
    for (std::size_t level = 0; level < hierarchy_.depth(); ++level) roll_up_to(level);
    roll_up_the_rest();
    std::vector<PlaceGroup> out;
    for (const std::string& commune : alone_) {
      const auto kind = commune.empty() ? PlaceGroup::Kind::unknown : PlaceGroup::Kind::alone;
      out.push_back({commune, kind, hierarchy_.label(commune), {commune}});
    }
    std::ranges::sort(out, {}, &PlaceGroup::name);
    std::ranges::move(groups_, std::back_inserter(out));
    return out;
  }

 private:
  bool is_safe(const Codes& communes) const {
    std::vector<std::int64_t> sums;
    for (const std::string& each : communes) {
      const auto& counts = counts_.at(each);
      sums.resize(std::max(sums.size(), counts.size()));
      for (std::size_t i = 0; i < counts.size(); ++i) sums[i] += counts[i];
    }
    return std::ranges::all_of(sums, [&](std::int64_t sum) { return sum == 0 || sum >= limit_; });
  }

  std::int64_t weight(const std::string& commune) const {
    const auto& counts = counts_.at(commune);
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  }

  // Takes the smallest of those that stand alone, of these, in; false where there is none.
  bool take_in_one(const Codes& of_these, Codes& group) {
    const auto smallest = std::ranges::min_element(of_these, {}, [&](const std::string& each) {
      return std::pair(!alone_.contains(each), weight(each));
    });
    if (smallest == of_these.end() || !alone_.contains(*smallest)) return false;
    alone_.erase(*smallest);
    group.push_back(*smallest);
    return true;
  }

  void roll_up_to(std::size_t level) {
    std::map<std::string, Codes> by_node, alone_by_node;
    for (const std::string& each : small_) by_node[hierarchy_.node(each, level)].push_back(each);
    for (const std::string& each : alone_) {
      alone_by_node[hierarchy_.node(each, level)].push_back(each);
    }
    small_.clear();
    for (auto& [node, group] : by_node) {
      if (!node.empty()) {
        while (!is_safe(group) && take_in_one(alone_by_node[node], group)) {
        }
      }
      if (node.empty() || !is_safe(group)) {
        std::ranges::move(group, std::back_inserter(small_));
        continue;
      }
      const std::string name = hierarchy_.node_name(group.front(), level);
      groups_.push_back({node, PlaceGroup::Kind::rest, name, std::move(group)});
    }
  }

  // What is small even so is put with the smallest others, wherever they are.
  void roll_up_the_rest() {
    if (small_.empty()) return;
    Codes group = std::move(small_);
    while (!is_safe(group) && take_in_one({alone_.begin(), alone_.end()}, group)) {
    }
    while (!is_safe(group) && !groups_.empty()) {
      std::ranges::move(groups_.back().communes, std::back_inserter(group));
      groups_.pop_back();
    }
    groups_.push_back({"+", PlaceGroup::Kind::elsewhere, "", std::move(group)});
  }

  const CountsByPlace& counts_;
  Hierarchy hierarchy_;
  std::int64_t limit_;
  std::set<std::string> alone_;
  Codes small_;
  std::vector<PlaceGroup> groups_;
};

}  // namespace

std::vector<PlaceGroup> roll_up(const CountsByPlace& counts, const bundle::Desk& desk,
                                std::int64_t limit) {
  return RollingUp(counts, desk, limit).run();
}

}  // namespace guichet::results
