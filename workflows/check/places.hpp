// Where the author wrote what a finding is about: the model keeps the places of states, names and
// arms; keys, values and items of lists are looked up in the file. What sugar lowered to, and was
// not written, stands at its declaration. For this module only.
#pragma once

#include "workflows/check/reading.hpp"

namespace guichet::check {

class Places {
 public:
  explicit Places(const Reading& reading) : reading_(reading) {}

  // Of a key of the state, of the value under it, of one item of that value.
  base::Location key(model::StateIndex state, std::string_view key) const;
  base::Location value(model::StateIndex state, std::string_view key) const;
  base::Location item(model::StateIndex state, std::string_view block, std::string_view key,
                      std::string_view text) const;
  // The same of a declaration: `require` and its item `siret`.
  base::Location key(const model::Declaration& declaration, std::string_view key) const;
  base::Location item(const model::Declaration& declaration, std::string_view key,
                      std::string_view text) const;
  // The written mapping of a declaration, where there is one.
  std::optional<View> written(const model::Declaration& declaration) const;

 private:
  const View& view(model::StateIndex state) const;

  const Reading& reading_;
};

}  // namespace guichet::check
