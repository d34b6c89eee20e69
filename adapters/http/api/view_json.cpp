#include "adapters/http/api/view_json.hpp"

#include <fmt/format.h>

#include "adapters/http/api/view_members.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

std::string_view type_name(vocabulary::FieldType type) {
  switch (type) {
    case vocabulary::FieldType::text:
      return "text";
    case vocabulary::FieldType::number:
      return "number";
    case vocabulary::FieldType::boolean:
      return "boolean";
    case vocabulary::FieldType::date:
      return "date";
    case vocabulary::FieldType::choice:
      return "choice";
    case vocabulary::FieldType::code:
      return "code";
    case vocabulary::FieldType::siret:
      return "siret";
    case vocabulary::FieldType::email:
      return "email";
    case vocabulary::FieldType::phone:
      return "phone";
    case vocabulary::FieldType::partner:
      return "partner";
    case vocabulary::FieldType::consent:
      break;
  }
  return "consent";
}

}  // namespace

namespace {

template <typename T>
std::string write(const T& value) {
  feel::Arena arena;
  return json::write(cases::Writer::write(value, arena));
}

}  // namespace
}  // namespace guichet::http

namespace guichet::http {

std::string to_json(const CaseView& view, base::Language) {
  return write(view);
}

std::string to_json(const std::vector<DocumentView>& documents) {
  return write(Documents{documents});
}

std::string to_json(const std::vector<PromiseView>& promises) {
  return write(Promises{promises});
}

std::string to_json(const AgendaPage& agenda, const store::Page& page) {
  return write(Agenda{agenda.lines, static_cast<std::int64_t>(page.first),
                      static_cast<std::int64_t>(page.most),
                      static_cast<std::int64_t>(agenda.total)});
}

std::string to_json(const CasePage& page, const store::CaseFilter& filter) {
  return write(Rows{page.rows, static_cast<std::int64_t>(filter.first),
                    static_cast<std::int64_t>(filter.most), static_cast<std::int64_t>(page.total)});
}

std::string desk_json(const bundle::Desk& desk, base::Language) {
  std::string fields;
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    std::string values;
    for (const std::string& value : field.values) {
      values += (values.empty() ? "" : ",") + json::quote(value);
    }
    fields +=
        fmt::format(R"({}{{"id":{},"label":{},"type":"{}","many":{},"values":[{}],"in":{}}})",
                    fields.empty() ? "" : ",", json::quote(field.id), json::quote(field.label),
                    type_name(field.type), field.many, values, json::quote(field.referential));
  }
  return fmt::format(R"({{"name":{},"definition":"{}","fields":[{}]}})",
                     json::quote(desk.settings.name), desk.hash, fields);
}

}  // namespace guichet::http
