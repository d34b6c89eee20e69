// Where a firm is looked up by its SIRET, so that nobody types what is known. The port, and the
// register that needs no network: the firms of the desk's own cases.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::desk {

struct Company {
  // By field id: what is said of a firm, and codes of the case (its place, its activity).
  cases::Fields fields;
  std::string source;  // the case in which the desk learnt it; of another register, its name
};

class CompanyRegister {
 public:
  virtual ~CompanyRegister() = default;
  // `done` is called once, at once or later, from any thread; nothing for a firm that is not known.
  // Requires: 14 digits whose key holds.
  virtual void find(const std::string& siret,
                    std::function<void(std::optional<Company>)> done) const = 0;
};

// Reads the newest case of a firm with that SIRET, closed ones too, unless what is personal is gone
// from it. `definition` gives the fields of today. Thread-safe.
std::unique_ptr<CompanyRegister> make_known_firms(store::Store& store,
                                                  std::function<const bundle::Desk&()> definition);

}  // namespace guichet::desk
