#include "adapters/web/conflict/versions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/instance_number.hpp"
#include "adapters/web/frame/forms.hpp"
#include "engine/cases/apply.hpp"

namespace guichet::web {
namespace {

using vocabulary::Field;

std::vector<std::string> spelled(const feel::Value& value) {
  if (value.is_null()) return {};
  if (value.kind() != feel::Kind::list) return {to_text(value)};
  std::vector<std::string> out;
  for (const feel::Value& item : value.items()) out.push_back(to_text(item));
  return out;
}

std::vector<std::string> value_in(const cases::Snapshot& snapshot, base::InstanceNumber n,
                                  const std::string& id) {
  const cases::Instance* instance = snapshot.find(n);
  std::vector<const cases::Fields*> places;
  if (instance != nullptr) places.push_back(&instance->data);
  for (const auto* shared : {&snapshot.person, &snapshot.firm, &snapshot.data}) {
    places.push_back(shared);
  }
  for (const cases::Fields* fields : places) {
    const auto found = fields->find(id);
    if (found != fields->end()) return spelled(found->second.value());
  }
  return {};
}

// What was typed, in the spelling that a value has; as it is where it cannot be read.
std::vector<std::string> value_typed(const http::Pairs& typed, const Field& field,
                                     const bundle::Desk& desk) {
  http::Pairs alone;
  for (const std::string& text : typed.all(field.id)) alone.add(field.id, text);
  const auto read = http::read_fields(alone, desk);
  if (!read) return typed.all(field.id);
  const auto found = read->find(field.id);
  return found == read->end() ? std::vector<std::string>{} : spelled(found->second.value());
}

// The last that has written the field since.
const cases::Fact* writer_of(const std::vector<cases::Fact>& facts, std::int64_t seen,
                             const std::string& id) {
  for (auto fact = facts.rbegin(); fact != facts.rend() && fact->seq > seen; ++fact) {
    const auto* written = std::get_if<cases::FieldWritten>(&fact->event);
    if (written != nullptr && written->field == id) return &*fact;
  }
  return nullptr;
}

}  // namespace

std::optional<Versions> versions_of(desk::Desk& desk, base::CaseId kase, const http::Pairs& typed) {
  Versions out{.seen = http::whole_number(typed.get(kFormRevision)).value_or(0)};
  std::optional<cases::Snapshot> now;
  desk.store().read([&](store::Reader& reader) {
    now = reader.load(kase);
    out.facts = reader.facts(kase);
  });
  if (!now) return {};
  out.rev = now->rev;
  cases::Snapshot before;
  before.id = kase;
  for (const cases::Fact& fact : out.facts) {
    if (fact.seq <= out.seen) cases::apply(before, fact.event, fact.seq, fact.at);
  }
  const bundle::Desk& definition = desk.definition();
  const base::InstanceNumber n =
      http::instance_of(http::whole_number(typed.get(kFormInstance)).value_or(1));
  const std::vector<std::string> emptied = typed.all(kFormMany);
  for (const Field& field : definition.vocabulary->fields()) {
    const bool asked = typed.has(field.id) || std::ranges::find(emptied, field.id) != emptied.end();
    if (!asked) continue;
    out.fields.push_back({.field = &field,
                          .before = value_in(before, n, field.id),
                          .typed = value_typed(typed, field, definition),
                          .now = value_in(*now, n, field.id),
                          .changed = writer_of(out.facts, out.seen, field.id)});
  }
  return out;
}

std::string shown_values(const bundle::Desk& desk, const Field& field,
                         const std::vector<std::string>& texts, base::Language language) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    const auto value = vocabulary::parse_value(field, text, *desk.vocabulary);
    out.push_back(value ? vocabulary::shown(field, value->value(), *desk.vocabulary, language)
                        : text);
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

}  // namespace guichet::web
