// Who the partners are: people, channels, absences, closures. The folder's partners.yaml seeds an
// empty database; after that the database's directory wins.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/instant.hpp"
#include "engine/yaml/node.hpp"

namespace guichet::bundle {

struct Contact {
  std::string id;
  std::string name, email, phone;
  std::string role;  // what she is there: "directrice", "conseillère création"
  std::vector<std::string> articles;  // that an adviser deals with; empty: all
};

struct Absence {
  std::string who;         // adviser
  base::Day first, last;   // both included
  std::string substitute;  // adviser; empty: none named
};
// The absence of somebody on a day; nullptr where there is none.
const Absence* absence_on(const std::vector<Absence>& absences, std::string_view who,
                          base::Day day);

struct PartnerClosure {
  base::Day first, last;
  bool clock_stopped = false;
};

enum class PartnerChannel { email, printed, call };

struct Partner {
  std::string id, name, short_name;
  Contact head;
  std::vector<Contact> advisers;
  PartnerChannel channel = PartnerChannel::email;
  std::string calendar;  // that counts its delays; empty: the desk's
  std::vector<Absence> absences;
  std::vector<PartnerClosure> closures;

  const Contact* adviser(std::string_view adviser_id) const;
  // Who deals with an article on a day: the first adviser for it who is not away, or the
  // substitute of one who is, or the head.
  const Contact& addressee(std::string_view article, base::Day day) const;
  // The adviser on a day on which she is there, else who stands in for her, else the head.
  const Contact& stand_in(std::string_view adviser_id, base::Day day) const;
};

struct Directory {
  std::map<std::string, Partner, std::less<>> partners;
  const Partner* find(std::string_view id) const;
};

// Reads `guichet: partners/1`.
Directory load_directory(const yaml::Node& root, base::Diagnostics& diagnostics);

}  // namespace guichet::bundle
