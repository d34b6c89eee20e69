// Fictional values for personal ones, the same for the same value within one scenario. Private to
// this module.
#pragma once

#include <map>
#include <string>

#include "engine/cases/snapshot.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

class Pseudonyms {
 public:
  // `turn`: which of several fictional numbers the request gets; the convention's fair turn hangs
  // on it.
  explicit Pseudonyms(const bundle::Desk& desk, std::size_t turn = 0) : desk_(desk), turn_(turn) {}

  // Words people wrote, names, addresses and numbers are replaced; choices, codes, dates, figures
  // and partners, by which a case is routed, stay.
  feel::Stored of(const std::string& field, const feel::Stored& value);
  // A member of staff becomes a role that he or she has.
  std::string of_staff(const std::string& id) const;

 private:
  std::string invent(const vocabulary::Field& field, const std::string& text);

  const bundle::Desk& desk_;
  std::size_t turn_;
  std::map<std::string, std::map<std::string, std::string>> known_;  // by kind: value -> fiction
};

}  // namespace guichet::scenarios
