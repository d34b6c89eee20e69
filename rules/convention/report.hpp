// A choice as `guichet route` prints it: as JSON, as a page of text, as sentences.
#pragma once

#include <functional>
#include <string>

#include "rules/convention/choose.hpp"

namespace guichet::convention {

// One need: {"theme":..,"chosen":[{"partner":..,"article":..,"rule":..}], "via":.., "fallback":..};
// with `explained` also "not_chosen", "nearest" and "would_open". Problems, waiting and review
// where there are any.
std::string to_json(const Convention& convention, const Choice& choice, bool explained,
                    base::Language language);

// How ids are shown to people; as they are where a function is empty.
struct Naming {
  std::function<std::string(const std::string&id)> partner, field, theme;
};

// The same for people, a line for each partner, nearest misses first.
std::string to_text(const Convention& convention, const Choice& choice, bool explained,
                    base::Language language, const Naming& naming = {});

// Why a partner was not chosen: "cci-46: naf: « A » au lieu de C, F".
std::string sentence(const NotChosen& partner, base::Language language);
// One reason: "ancienneté : « P2Y » au lieu de >= @"P3Y" (filtre de Bpifrance Occitanie)".
std::string sentence(const Failure& failure, base::Language language);
// Who asks a criterion: "filtre « Taille » de Bpifrance".
std::string sentence(const Origin& origin, base::Language language);

}  // namespace guichet::convention
