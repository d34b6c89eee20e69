#include "adapters/http/api/api_body.hpp"

#include <charconv>

#include "adapters/http/api/instance_number.hpp"
#include "adapters/http/site_messages.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using base::Message;
using feel::Kind;
using feel::Value;

std::unexpected<Refusal> refuse(int status, Message reason, std::string field = {}) {
  return std::unexpected(Refusal{status, {{std::move(reason), std::move(field)}}});
}

bool fits(const Value& value, Json kind) {
  if (value.is_null()) return true;
  switch (kind) {
    case Json::text:
      return value.kind() == Kind::string;
    case Json::number:
      return value.kind() == Kind::number && value.as_integer().has_value();
    case Json::flag:
      return value.kind() == Kind::boolean;
    case Json::texts:
      return value.kind() == Kind::list &&
             std::ranges::all_of(value.items(),
                                 [](const Value& item) { return item.kind() == Kind::string; });
    case Json::objects:
      return value.kind() == Kind::list &&
             std::ranges::all_of(value.items(),
                                 [](const Value& item) { return item.kind() == Kind::context; });
    case Json::fields:
      break;
  }
  return value.kind() == Kind::context;
}

std::string_view word_of(Json kind) {
  constexpr std::string_view kWords[] = {"string",   "integer", "boolean",
                                         "[string]", "object",  "[object]"};
  return kWords[static_cast<std::size_t>(kind)];
}

void check_member(const feel::Entry& entry, const RouteDoc& doc, Refusal& refusal) {
  const auto known = std::ranges::find(doc.body, entry.name, &Member::name);
  const std::string name(entry.name);
  if (known == doc.body.end()) {
    std::string names;
    for (const Member& each : doc.body) {
      names += (names.empty() ? "" : ", ") + std::string(each.name);
    }
    refusal.reasons.push_back({Message(messages::kUnknownMember, {name, names}), name});
  } else if (!fits(entry.value, known->kind)) {
    refusal.reasons.push_back(
        {Message(messages::kMemberKind, {name, std::string(word_of(known->kind))}), name});
  }
}

}  // namespace

std::expected<Given, Refusal> Given::of(const Request& request, const RouteDoc& doc) {
  auto read = json::read(request.body.empty() ? "{}" : request.body);
  if (!read) {
    return refuse(400, Message(messages::kNotJson, {read.error().what.in(base::Language::en)}));
  }
  if (read->value().kind() != Kind::context) {
    return refuse(400, Message(messages::kFieldsAreObject));
  }
  Refusal refusal{422, {}};
  for (const feel::Entry& entry : read->value().entries()) check_member(entry, doc, refusal);
  if (!refusal.reasons.empty()) return std::unexpected(std::move(refusal));
  return Given(std::move(*read));
}

const Value* Given::find(std::string_view name, Kind kind) const {
  const Value* value = body_.value().member(name);
  return value != nullptr && value->kind() == kind ? value : nullptr;
}

std::string Given::text(std::string_view name) const {
  const Value* value = find(name, Kind::string);
  return value == nullptr ? "" : std::string(value->text());
}

std::vector<std::string> Given::texts(std::string_view name) const {
  std::vector<std::string> out;
  const Value* value = find(name, Kind::list);
  if (value == nullptr) return out;
  for (const Value& item : value->items()) out.emplace_back(item.text());
  return out;
}

std::optional<std::int64_t> Given::number(std::string_view name) const {
  const Value* value = find(name, Kind::number);
  if (value == nullptr) return {};
  return value->as_integer();
}

bool Given::flag(std::string_view name) const {
  const Value* value = find(name, Kind::boolean);
  return value != nullptr && value->is_true();
}

base::InstanceNumber Given::instance() const {
  return instance_of(number("n").value_or(1));
}

std::expected<cases::Fields, Refusal> Given::fields(std::string_view name,
                                                    const bundle::Desk& desk) const {
  const Value* value = find(name, Kind::context);
  if (value == nullptr) return cases::Fields{};
  auto fields = read_fields(*value, desk);
  if (fields) return std::move(*fields);
  Refusal refusal{422, {}};
  for (const auto& [id, message] : fields.error()) refusal.reasons.push_back({message, id});
  return std::unexpected(std::move(refusal));
}

feel::Value Given::context(std::string_view name) const {
  const Value* value = find(name, Kind::context);
  return value == nullptr ? Value() : *value;
}

std::expected<std::optional<base::Day>, Refusal> Given::day(std::string_view name) const {
  const std::string written = text(name);
  if (written.empty()) return std::nullopt;
  if (const auto day = base::parse_day(written)) return day;
  return refuse(422, Message(messages::kBadClock, {written}), std::string(name));
}

std::string Given::json() const {
  return json::write(body_.value());
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return out;
}

std::size_t bounded(const Pairs& query, std::string_view name, std::int64_t otherwise,
                    std::int64_t least, std::int64_t most) {
  const std::int64_t value = whole_number(query.get(name)).value_or(otherwise);
  return static_cast<std::size_t>(std::clamp(value, least, most));
}

}  // namespace guichet::http
