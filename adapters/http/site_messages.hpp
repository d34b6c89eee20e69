// Sentences of the served desk's handlers.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kFieldsAreObject{
    "fields-are-object", "les champs viennent en objet JSON", "fields come as a JSON object"};
inline constexpr MessageText kNotJson{"not-json", "le corps de la demande n'est pas du JSON : {0}",
                                      "the body is not JSON: {0}"};
inline constexpr MessageText kUnknownMember{"unknown-member",
                                            "« {0} » n'est pas attendu ici ; au choix : {1}",
                                            "'{0}' is not expected here; one of: {1}"};
inline constexpr MessageText kMemberKind{"member-kind", "« {0} » doit être de la forme {1}",
                                         "'{0}' must be of the form {1}"};
inline constexpr MessageText kNoCase{"unknown-case", "il n'y a pas de dossier {0}",
                                     "there is no case {0}"};
inline constexpr MessageText kOtherSite{"other-site",
                                        "cette demande vient d'un autre site : elle est refusée",
                                        "this request comes from another site and is refused"};
inline constexpr MessageText kOnlyJson{"only-json",
                                       "le corps d'une demande à l'API est en application/json",
                                       "the body of a request to the API is application/json"};
inline constexpr MessageText kNoToken{
    "no-token",
    "cette demande n'a pas le jeton de votre session : rechargez la page, puis recommencez",
    "this request lacks your session's token: load the page again, then repeat"};
inline constexpr MessageText kLogIn{"log-in", "dites d'abord qui vous êtes",
                                    "say who you are first"};
inline constexpr MessageText kStepUp{
    "step-up", "confirmez d'abord par un code : le dernier date de plus de cinq minutes",
    "confirm by a code first: the last one is more than five minutes old"};
inline constexpr MessageText kNotYours{"not-yours", "votre rôle ne le permet pas",
                                       "your role does not allow it"};
inline constexpr MessageText kNothingHere{"nothing-here",
                                          "il n'y a rien à cette adresse, ou pas pour vous",
                                          "there is nothing at this address, or not for you"};
inline constexpr MessageText kNoAccounts{"no-accounts", "ce guichet n'a pas de comptes",
                                         "this desk has no accounts"};
inline constexpr MessageText kTooBusy{
    "too-busy", "trop de connexions arrivent en même temps : recommencez dans un instant",
    "too many people are coming in at once: try again in a moment"};
inline constexpr MessageText kTooManyFollow{
    "too-many-follow", "trop de pages suivent déjà ce qui change : fermez-en une",
    "too many pages follow what changes already: close one"};
inline constexpr MessageText kTooOften{
    "too-often", "cette clé a trop demandé : revenez dans {0} s",
    "this key has asked too much: come back in {0} s"};
inline constexpr MessageText kNoClock{"no-clock", "seule la démonstration laisse avancer l'horloge",
                                      "only the demonstration lets its clock be moved"};
inline constexpr MessageText kBadMatch{"bad-if-match",
                                       "If-Match porte une version (« \"12\" », comme ETag) : {0}",
                                       "If-Match holds a revision ('\"12\"', as ETag does): {0}"};
inline constexpr MessageText kNoMember{"unknown-staff", "« {0} » n'est pas du guichet",
                                       "'{0}' is not of the staff"};
inline constexpr MessageText kBadSince{"bad-since",
                                       "dites depuis quel jour (since=aaaa-mm-jj) : « {0} »",
                                       "say since which day (since=yyyy-mm-dd): '{0}'"};
inline constexpr MessageText kBadClock{"bad-clock",
                                       "« {0} » n'est pas un moment (aaaa-mm-jjThh:mm)",
                                       "'{0}' is not a moment (yyyy-mm-ddThh:mm)"};

}  // namespace guichet::http::messages
