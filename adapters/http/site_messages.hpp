// Sentences of the served desk's handlers.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kFieldsAreObject{
    "fields-are-object", "les champs viennent en objet JSON", "fields come as a JSON object"};
inline constexpr MessageText kNotJson{"not-json", "le corps de la demande n'est pas du JSON : {0}",
                                      "the body is not JSON: {0}"};
inline constexpr MessageText kNoCase{"unknown-case", "il n'y a pas de dossier {0}",
                                     "there is no case {0}"};
inline constexpr MessageText kOtherSite{"other-site",
                                        "cette demande vient d'un autre site : elle est refusée",
                                        "this request comes from another site and is refused"};
inline constexpr MessageText kNoClock{"no-clock", "seule la démonstration laisse avancer l'horloge",
                                      "only the demonstration lets its clock be moved"};
inline constexpr MessageText kNoOperatorAct{
    "no-operator-act",
    "« {0} » n'est pas une correction ; au choix : due, move, correct, incident, assign, "
    "hand-over, reopen",
    "'{0}' puts nothing right; one of: due, move, correct, incident, assign, hand-over, reopen"};
inline constexpr MessageText kNoSuchAct{
    "unknown-people-act",
    "« {0} » n'est pas un acte : consent, requalify, open-need, undo, recall, merge, unmerge",
    "'{0}' is no act: consent, requalify, open-need, undo, recall, merge, unmerge"};
inline constexpr MessageText kNoMember{"unknown-member", "« {0} » n'est pas du guichet",
                                       "'{0}' is not of the staff"};
inline constexpr MessageText kBadSince{
    "bad-since", "dites depuis quel jour (since=aaaa-mm-jj) : « {0} »",
    "say since which day (since=yyyy-mm-dd): '{0}'"};
inline constexpr MessageText kBadClock{"bad-clock",
                                       "« {0} » n'est pas un moment (aaaa-mm-jjThh:mm)",
                                       "'{0}' is not a moment (yyyy-mm-ddThh:mm)"};

}  // namespace guichet::http::messages
