// A snapshot as text: whole and canonical (two equal snapshots give the same text), and in the
// parts that a database keeps in columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::cases {

// Canonical JSON, dates kept as dates ({"@date": ..}); what is absent or empty text stays so.
std::string to_json(const Snapshot& snapshot);

// Values by field, one JSON object. "{}" where there are none.
std::string to_json(const Fields& fields);
base::Result<Fields> fields_from_json(std::string_view text);

// One value, as fact payloads have it.
std::string value_to_json(const feel::Stored& value);
base::Result<feel::Stored> value_from_json(std::string_view text);

std::string to_json(const std::vector<std::string>& strings);
base::Result<std::vector<std::string>> strings_from_json(std::string_view text);

std::string to_json(const std::vector<AgendaItem>& agenda);
base::Result<std::vector<AgendaItem>> agenda_from_json(std::string_view text);

// What few cases have; "" for a case that has nothing of it.
std::string extras_to_json(const Snapshot& snapshot);
base::Result<void> read_extras(std::string_view text, Snapshot& snapshot);

// The parts of an instance that have a structure of their own. A part that says nothing is "".
struct InstanceText {
  std::string position;  // active states and the number of the next entry
  std::string history;
  std::string data;
  std::string referral;
  std::string choice;  // partners proposed and considered, and what would open more
  std::string extras;
};
InstanceText to_text(const Instance& instance);
// Fills these parts of `instance`.
base::Result<void> read_text(const InstanceText& text, Instance& instance);

}  // namespace guichet::cases
