// A form's fields in three versions: as the case stood when the form was opened, as they were
// typed, as they stand now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/base/message.hpp"
#include "engine/cases/event.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::web {

struct FieldVersions {
  const vocabulary::Field* field = nullptr;
  std::vector<std::string> before, typed, now;  // codes, not labels; empty: no value
  const cases::Fact* changed = nullptr;         // who wrote what is there now, where it is new

  bool is_mine() const { return typed != before; }  // she changed it
  bool is_agreed() const { return typed == now; }   // whoever wrote it, it is what she wants
};

struct Versions {
  std::vector<cases::Fact> facts;  // of the whole journal
  std::int64_t seen = 0;           // number of the last fact that the form's page knew
  std::int64_t rev = 0;            // of the case now
  std::vector<FieldVersions> fields;
};

// Of the fields in `typed`, for the instance that the form is about. Nothing where there is no such
// case.
std::optional<Versions> versions_of(desk::Desk& desk, base::CaseId kase, const http::Pairs& typed);

// Text for people of a field's values, spelled as above.
std::string shown_values(const bundle::Desk& desk, const vocabulary::Field& field,
                         const std::vector<std::string>& texts, base::Language language);

}  // namespace guichet::web
