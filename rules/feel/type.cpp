#include "rules/feel/type.hpp"

#include "rules/feel/program.hpp"
#include "rules/feel/representation.hpp"
#include "rules/feel/scan.hpp"

namespace guichet::feel {

struct Type::Details {
  Type element;
  std::vector<std::pair<std::string, Type>> members;
  std::vector<std::string> values;
  std::vector<Type> parameters;
  Type result;
  bool closed = false;  // members, or parameters, are all known
  // Indexes of the members by name, and by the canonical form of their names.
  std::vector<std::pair<std::string, std::uint32_t>> by_name, by_canonical;

  void index_members();
};

namespace {

using NameIndex = std::vector<std::pair<std::string, std::uint32_t>>;

NameIndex::const_iterator first_from(const NameIndex& names, std::string_view name) {
  return std::lower_bound(
      names.begin(), names.end(), name,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
}

bool is_at(const NameIndex& names, NameIndex::const_iterator place, std::string_view name) {
  return place != names.end() && place->first == name;
}

}  // namespace

void Type::Details::index_members() {
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    by_name.emplace_back(members[i].first, i);
    by_canonical.emplace_back(canonical_name(members[i].first), i);
  }
  std::sort(by_name.begin(), by_name.end());
  std::sort(by_canonical.begin(), by_canonical.end());
}

Type Type::of(Kind kind) {
  Type type;
  type.any_ = false;
  type.kind_ = kind;
  return type;
}

Type Type::list_of(Type element) {
  Type type = of(Kind::list);
  if (element.is_any()) return type;
  auto details = std::make_shared<Details>();
  details->element = std::move(element);
  type.details_ = std::move(details);
  return type;
}

Type Type::range_of(Type element) {
  Type type = list_of(std::move(element));
  type.kind_ = Kind::range;
  return type;
}

Type Type::context(std::vector<std::pair<std::string, Type>> members) {
  Type type = of(Kind::context);
  auto details = std::make_shared<Details>();
  details->members = std::move(members);
  details->closed = true;
  details->index_members();
  type.details_ = std::move(details);
  return type;
}

Type Type::function(std::vector<Type> parameters, Type result) {
  Type type = of(Kind::function);
  auto details = std::make_shared<Details>();
  details->parameters = std::move(parameters);
  details->result = std::move(result);
  details->closed = true;
  type.details_ = std::move(details);
  return type;
}

Type Type::one_of(std::vector<std::string> values) {
  Type type = of(Kind::string);
  auto details = std::make_shared<Details>();
  details->values = std::move(values);
  type.details_ = std::move(details);
  return type;
}

Type Type::element() const {
  return details_ ? details_->element : any();
}

const Type* Type::member(std::string_view name) const {
  if (!details_) return nullptr;
  const auto found = first_from(details_->by_name, name);
  return is_at(details_->by_name, found, name) ? &details_->members[found->second].second : nullptr;
}

std::string_view Type::canonical_member_from(std::string_view canonical) const {
  if (!details_) return {};
  const auto found = first_from(details_->by_canonical, canonical);
  return found == details_->by_canonical.end() ? std::string_view()
                                               : std::string_view(found->first);
}

const std::string* Type::member_of_canonical(std::string_view canonical) const {
  if (!details_) return nullptr;
  const auto found = first_from(details_->by_canonical, canonical);
  const bool known = is_at(details_->by_canonical, found, canonical);
  return known ? &details_->members[found->second].first : nullptr;
}

std::uint32_t Type::place_of(std::string_view name) const {
  if (!details_) return 0;
  const auto found = first_from(details_->by_name, name);
  return is_at(details_->by_name, found, name) ? found->second : 0;
}

bool Type::has_members() const {
  return details_ && !details_->members.empty();
}

std::vector<std::string> Type::member_names() const {
  std::vector<std::string> names;
  if (!details_) return names;
  for (const auto& member : details_->members) names.push_back(member.first);
  return names;
}

bool Type::is_open_context() const {
  return !any_ && kind_ == Kind::context && (!details_ || !details_->closed);
}

const std::vector<std::string>& Type::values() const {
  static const std::vector<std::string> kNone;
  return details_ ? details_->values : kNone;
}

const std::vector<Type>& Type::parameters() const {
  static const std::vector<Type> kNone;
  return details_ ? details_->parameters : kNone;
}

bool Type::knows_parameters() const {
  return details_ && details_->closed;
}

Type Type::result() const {
  return details_ ? details_->result : any();
}

std::string_view kind_name(Kind kind) {
  static constexpr std::string_view kNames[] = {"null",
                                                "boolean",
                                                "number",
                                                "string",
                                                "date",
                                                "time",
                                                "date and time",
                                                "days and time duration",
                                                "years and months duration",
                                                "list",
                                                "context",
                                                "range",
                                                "function"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string Type::name() const {
  if (any_) return "any";
  std::string name(kind_name(kind_));
  Type inner = element();
  for (int level = 0; level < 3 && !inner.is_any(); ++level, inner = inner.element())
    name.append(" of ").append(kind_name(inner.kind()));
  return name;
}

namespace {

bool is_context_instance(const Value& value, const Type& type) {
  if (type.is_open_context()) return true;
  for (const std::string& name : type.member_names()) {
    const Value* member = value.member(name);
    if (member == nullptr) return false;
    if (!member->is_null() && !is_instance(*member, *type.member(name))) return false;
  }
  return true;
}

// Does a parameter of the type take every argument of the other?
bool takes(const Type& parameter, const Type& argument) {
  if (parameter.is_any()) return true;
  return !argument.is_any() && conforms(argument, parameter);
}

bool is_builtin_instance(const Builtin& builtin, const Type& type) {
  const std::vector<Type>& wanted = type.parameters();
  return std::any_of(
      builtin.signatures.begin(), builtin.signatures.end(), [&](const Signature& signature) {
        if (!signature.takes(wanted.size()) || !conforms(signature.result, type.result()))
          return false;
        for (std::size_t i = 0; i < wanted.size() && i < signature.parameters.size(); ++i) {
          if (signature.parameters[i].variadic) break;
          if (!may_fit(wanted[i], signature.parameters[i].want)) return false;
        }
        return true;
      });
}

// Fewer demands on the arguments, more promised of the result.
bool is_function_instance(const Function& function, const Type& type) {
  if (!type.knows_parameters()) return true;
  if (function.builtin != nullptr) return is_builtin_instance(*function.builtin, type);
  if (function.made != nullptr)
    return conforms(
        Type::function(function.made->signature->types, function.made->signature->result), type);
  const auto& owner = static_cast<const Expression::Program&>(*function.owner);
  if (function.native) {
    const Scope::NativeEntry& native = owner.natives[function.index];
    return conforms(Type::function(native.parameters, native.result), type);
  }
  const Lambda& lambda = owner.lambdas[function.index];
  return conforms(Type::function(lambda.parameters, lambda.result), type);
}

bool all_fit(std::span<const Value> items, const Type& element) {
  return element.is_any() || std::all_of(items.begin(), items.end(), [&](const Value& item) {
           return item.is_null() || is_instance(item, element);
         });
}

}  // namespace

bool is_instance(const Value& value, const Type& type) {
  if (type.is_any()) return !value.is_null();
  if (value.kind() != type.kind()) return false;
  switch (value.kind()) {
    case Kind::list:
      return all_fit(value.items(), type.element());
    case Kind::context:
      return is_context_instance(value, type);
    case Kind::range: {
      const Range& range = *ValueAccess::target<Range>(value);
      const Type inner = type.element();
      return inner.is_any() || ((range.low.is_null() || is_instance(range.low, inner)) &&
                                (range.high.is_null() || is_instance(range.high, inner)));
    }
    case Kind::function:
      return is_function_instance(*ValueAccess::target<Function>(value), type);
    case Kind::string:
      return type.values().empty() || std::find(type.values().begin(), type.values().end(),
                                                value.text()) != type.values().end();
    default:
      return true;
  }
}

std::optional<Value> coerce(const Value& value, const Type& type, Arena& arena) {
  if (value.is_null() || type.is_any() || is_instance(value, type)) return value;
  if (type.kind() == Kind::list && value.kind() != Kind::list) {
    const auto item = coerce(value, type.element(), arena);
    return item ? std::optional(arena.list({&*item, 1})) : std::nullopt;
  }
  if (type.kind() != Kind::list && value.kind() == Kind::list && value.items().size() == 1)
    return coerce(value.items().front(), type, arena);
  if (type.kind() == Kind::date_time && value.kind() == Kind::date)
    return ValueAccess::make(Kind::date_time, ValueAccess::payload(value) * 86'400, 0, 0, 1);
  return std::nullopt;
}

bool conforms(const Type& have, const Type& want) {
  if (have.is_any() || want.is_any()) return true;
  if (have.kind() != want.kind()) return false;
  switch (want.kind()) {
    case Kind::list:
    case Kind::range:
      return conforms(have.element(), want.element());
    case Kind::context: {
      if (want.is_open_context() || have.is_open_context()) return true;
      const std::vector<std::string> names = want.member_names();
      return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        const Type* member = have.member(name);
        return member != nullptr && conforms(*member, *want.member(name));
      });
    }
    case Kind::function: {
      if (!want.knows_parameters() || !have.knows_parameters()) return true;
      const auto& given = want.parameters();
      const auto& taken = have.parameters();
      return std::equal(taken.begin(), taken.end(), given.begin(), given.end(), takes) &&
             conforms(have.result(), want.result());
    }
    default:
      return true;
  }
}

bool may_fit(const Type& have, const Type& want) {
  if (have.is_any() || want.is_any() || have.kind() == Kind::null) return true;
  if (have.kind() == want.kind()) {
    if (have.kind() != Kind::list) return true;
    return may_fit(have.element(), want.element());
  }
  if (want.kind() == Kind::list) return may_fit(have, want.element());
  if (have.kind() == Kind::list) return may_fit(have.element(), want);
  return have.kind() == Kind::date && want.kind() == Kind::date_time;
}

std::span<const NamedType> plain_types() {
  static const NamedType kTypes[] = {{"Any", Type::any()},
                                     {"number", Type::of(Kind::number)},
                                     {"string", Type::of(Kind::string)},
                                     {"boolean", Type::of(Kind::boolean)},
                                     {"date", Type::of(Kind::date)},
                                     {"time", Type::of(Kind::time)},
                                     {"date and time", Type::of(Kind::date_time)},
                                     {"dateTime", Type::of(Kind::date_time)},
                                     {"days and time duration", Type::of(Kind::days_duration)},
                                     {"dayTimeDuration", Type::of(Kind::days_duration)},
                                     {"years and months duration", Type::of(Kind::months_duration)},
                                     {"yearMonthDuration", Type::of(Kind::months_duration)},
                                     {"list", Type::of(Kind::list)},
                                     {"context", Type::of(Kind::context)},
                                     {"range", Type::of(Kind::range)},
                                     {"function", Type::of(Kind::function)},
                                     {"Null", Type::of(Kind::null)}};
  return kTypes;
}

}  // namespace guichet::feel
