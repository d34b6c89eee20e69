// Inputs as JSON gives them, made what the model's types say.
#include <algorithm>

#include "rules/dmn/model_messages.hpp"
#include "rules/dmn/model_parts.hpp"

namespace guichet::dmn {
namespace {

bool is_temporal(feel::Kind kind) {
  switch (kind) {
    case feel::Kind::date:
    case feel::Kind::time:
    case feel::Kind::date_time:
    case feel::Kind::days_duration:
    case feel::Kind::months_duration:
      return true;
    default:
      return false;
  }
}

// `where` is the way to the value, for those of its members that the type does not know.
feel::Value typed(const feel::Value& value, const feel::Type& type, const std::string& where,
                  feel::Arena& arena, std::vector<UnknownInput>& unknown) {
  if (type.is_any()) return value;
  if (value.kind() == feel::Kind::string && is_temporal(type.kind())) {
    const auto moment = feel::parse_temporal(value.text(), arena);
    return moment && feel::coerce(*moment, type, arena) ? *moment : value;
  }
  if (type.kind() == feel::Kind::list) {
    if (value.kind() != feel::Kind::list)
      return typed(value, type.element(), where, arena, unknown);
    std::vector<feel::Value> items;
    for (const feel::Value& item : value.items())
      items.push_back(typed(item, type.element(), where, arena, unknown));
    return arena.list(items);
  }
  if (type.kind() != feel::Kind::context || value.kind() != feel::Kind::context) return value;
  std::vector<feel::Entry> entries;
  for (const feel::Entry& entry : value.entries()) {
    const feel::Type* member = type.member(entry.name);
    const std::string place = where + "." + std::string(entry.name);
    if (member == nullptr && !type.member_names().empty())
      unknown.push_back({base::Message(messages::kUnknownInput, {place}),
                         base::suggestion(entry.name, type.member_names())});
    entries.push_back({entry.name, member != nullptr
                                       ? typed(entry.value, *member, place, arena, unknown)
                                       : entry.value});
  }
  return arena.context(entries);
}

using Way = std::vector<std::string>;

class Inputs {
 public:
  Inputs(const Program& program, feel::Arena& arena, std::vector<UnknownInput>& unknown)
      : program_(program), arena_(arena), unknown_(unknown) {}

  feel::Value of(const feel::Value& given, const Way& way) {
    std::vector<feel::Entry> entries;
    for (const feel::Entry& entry : given.entries())
      entries.push_back({entry.name, one(entry, way)});
    return arena_.context(entries);
  }

 private:
  feel::Value one(const feel::Entry& entry, const Way& way) {
    std::vector<std::string> known;
    for (const Entity& entity : program_.entities) {
      const bool value = entity.kind == EntityKind::input || entity.kind == EntityKind::decision;
      const auto& ways = program_.paths[entity.model];
      if (!value || std::find(ways.begin(), ways.end(), way) == ways.end()) continue;
      if (entity.name == entry.name || entity.variable == entry.name)
        return typed(entry.value, entity.type->type, entity.name, arena_, unknown_);
      if (entity.kind == EntityKind::input) known.push_back(entity.name);
    }
    Way further = way;
    further.emplace_back(entry.name);
    if (leads_on(further) && entry.value.kind() == feel::Kind::context)
      return of(entry.value, further);
    unknown_.push_back({base::Message(messages::kUnknownInput, {std::string(entry.name)}),
                        base::suggestion(entry.name, known)});
    return entry.value;
  }

  // Is there an imported model at the end of the way, or further on?
  bool leads_on(const Way& way) const {
    for (const auto& ways : program_.paths)
      for (const Way& whole : ways)
        if (whole.size() >= way.size() && std::equal(way.begin(), way.end(), whole.begin()))
          return true;
    return false;
  }

  const Program& program_;
  feel::Arena& arena_;
  std::vector<UnknownInput>& unknown_;
};

}  // namespace

feel::Value Model::typed_inputs(const feel::Value& inputs, feel::Arena& arena,
                                std::vector<UnknownInput>& unknown) const {
  if (inputs.kind() != feel::Kind::context) return inputs;
  return Inputs(*parts_->program, arena, unknown).of(inputs, {});
}

}  // namespace guichet::dmn
