#include "rules/feel/names.hpp"

namespace guichet::feel {
namespace {

// How `candidate` relates to one name.
Match match_one(std::string_view candidate, std::string_view name) {
  if (candidate == name) return Match::whole;
  return name.starts_with(candidate) ? Match::prefix : Match::none;
}

Match better(Match a, Match b) {
  return a > b ? a : b;
}

// How `candidate` relates to the names of an ordered container.
template <typename Container, typename NameOf>
Match match_sorted(std::string_view candidate, const Container& names, NameOf name_of) {
  const auto found = names.lower_bound(candidate);
  return found == names.end() ? Match::none : match_one(candidate, name_of(*found));
}

constexpr auto kKey = [](const auto& entry) -> std::string_view { return entry.first; };
constexpr auto kSelf = [](const auto& entry) -> std::string_view { return entry; };

bool may_have_members(const Type& type) {
  return type.is_any() || type.kind() == Kind::context;
}

}  // namespace

std::span<const std::string_view> spaced_properties() {
  static constexpr std::string_view kNames[] = {"time offset", "start included", "end included"};
  return kNames;
}

void Names::push(std::uint32_t binding, std::string_view name, Type type) {
  layers_.push_back({binding, canonical_name(name), std::move(type)});
  named_[layers_.back().canonical].push_back(layers_.size() - 1);
}

void Names::push_members(std::uint32_t item, Type type) {
  layers_.push_back({item, "", std::move(type)});
  member_layers_.push_back(layers_.size() - 1);
}

void Names::pop(std::size_t count) {
  for (; count > 0; --count) {
    const std::string& name = layers_.back().canonical;
    // Not by its name: a context's key may be empty too.
    if (!member_layers_.empty() && member_layers_.back() == layers_.size() - 1) {
      member_layers_.pop_back();
    } else if (const auto named = named_.find(name); named->second.size() > 1) {
      named->second.pop_back();
    } else {
      named_.erase(named);
    }
    layers_.pop_back();
  }
}

Match Names::match(std::string_view candidate) const {
  Match best = match_sorted(candidate, scope_.symbols_, kKey);
  best = better(best, match_sorted(candidate, named_, kKey));
  for (const std::size_t layer : member_layers_) {
    if (best == Match::whole) return best;
    if (may_have_members(layers_[layer].type))
      best = better(best, match_member(candidate, layers_[layer].type));
  }
  static const auto kBuiltins = [] {
    const std::vector<std::string>& names = builtin_names();
    return std::set<std::string, std::less<>>(names.begin(), names.end());
  }();
  return better(best, match_sorted(candidate, kBuiltins, kSelf));
}

Match Names::match_member(std::string_view candidate, const Type& of) const {
  Match best = Match::none;
  if (const std::string_view next = of.canonical_member_from(candidate); !next.empty())
    best = match_one(candidate, next);
  for (const std::string_view name : spaced_properties())
    best = better(best, match_one(candidate, name));
  if (best == Match::whole || (!of.is_any() && !of.is_open_context() && of.has_members()))
    return best;
  best = better(best, match_sorted(candidate, keys_, kSelf));
  return better(best, match_sorted(candidate, scope_.member_names_, kSelf));
}

Match Names::match_type(std::string_view candidate) const {
  Match best = match_sorted(candidate, scope_.type_names_, kKey);
  for (const NamedType& type : plain_types()) best = better(best, match_one(candidate, type.name));
  return best;
}

Names::Meaning Names::find(const std::string& canonical) const {
  Meaning meaning;
  const std::uint32_t* item = nullptr;
  const auto named = named_.find(canonical);
  const std::size_t nearest = named == named_.end() ? 0 : named->second.back() + 1;  // 0: none
  for (auto at = member_layers_.rbegin(); at != member_layers_.rend() && *at + 1 > nearest; ++at) {
    const Layer& layer = layers_[*at];
    if (!may_have_members(layer.type)) continue;
    if (const std::string* full = layer.type.member_of_canonical(canonical)) {
      meaning.item = &layer.binding;
      meaning.certain_member = item == nullptr;
      meaning.type = *layer.type.member(*full);
      return meaning;
    }
    const bool open = layer.type.is_any() || layer.type.is_open_context();
    if (open && item == nullptr) item = &layer.binding;
  }
  if (nearest != 0) {
    const Layer& layer = layers_[nearest - 1];
    meaning.form = Form::local;
    meaning.index = layer.binding;
    meaning.type = layer.type;
    meaning.item = item;
    return meaning;
  }
  meaning.item = item;
  if (const auto found = scope_.symbols_.find(canonical); found != scope_.symbols_.end()) {
    const bool variable = found->second.meaning == Scope::Meaning::variable;
    meaning.form = variable ? Form::variable : Form::native;
    meaning.index = found->second.index;
    if (variable) {
      meaning.type = scope_.variables()[meaning.index].type;
    } else {
      const Scope::NativeEntry& entry = scope_.functions()[meaning.index];
      meaning.type = Type::function(entry.parameters, entry.result);
    }
  } else if (const Builtin* builtin = find_builtin(canonical)) {
    meaning.form = Form::builtin;
    meaning.builtin = builtin;
    meaning.type = Type::of(Kind::function);
  }
  return meaning;
}

std::optional<Type> Names::find_type(const std::string& canonical) const {
  if (const auto found = scope_.type_names_.find(canonical); found != scope_.type_names_.end())
    return scope_.types()[found->second].type;
  for (const NamedType& type : plain_types())
    if (type.name == canonical) return type.type;
  return std::nullopt;
}

std::vector<std::string> Names::all() const {
  std::vector<std::string> names = scope_.names();
  for (const Layer& layer : layers_) {
    if (!layer.canonical.empty()) names.push_back(layer.canonical);
    for (std::string& member : layer.type.member_names()) {
      if (layer.canonical.empty()) names.push_back(std::move(member));
    }
  }
  for (const Scope::NativeEntry& entry : scope_.functions()) names.push_back(entry.name);
  names.insert(names.end(), builtin_names().begin(), builtin_names().end());
  return names;
}

std::vector<std::string> Names::all_types() const {
  std::vector<std::string> names;
  for (const NamedType& type : plain_types()) names.emplace_back(type.name);
  for (const Scope::Variable& type : scope_.types()) names.push_back(type.name);
  return names;
}

}  // namespace guichet::feel
