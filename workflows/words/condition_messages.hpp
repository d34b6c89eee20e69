// Words of workflows/words: conditions, as clauses that follow "if"; and lists.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::words::messages {

using base::MessageText;

inline constexpr MessageText kAnd{"annexe-and", " et ", " and "};
inline constexpr MessageText kOr{"annexe-or", " ou ", " or "};
inline constexpr MessageText kIs{"annexe-is", "{0} est {1}", "{0} is {1}"};
inline constexpr MessageText kIsNot{"annexe-is-not", "{0} n’est pas {1}", "{0} is not {1}"};
inline constexpr MessageText kLess{"annexe-less", "{0} est inférieur à {1}",
                                   "{0} is less than {1}"};
inline constexpr MessageText kAtMost{"annexe-at-most", "{0} ne dépasse pas {1}",
                                     "{0} is at most {1}"};
inline constexpr MessageText kMore{"annexe-more", "{0} dépasse {1}", "{0} is more than {1}"};
inline constexpr MessageText kAtLeast{"annexe-at-least", "{0} est d’au moins {1}",
                                      "{0} is at least {1}"};
inline constexpr MessageText kKnown{"annexe-known", "le champ {0} est rempli", "{0} is filled in"};
inline constexpr MessageText kUnknown{"annexe-unknown", "le champ {0} est vide",
                                      "{0} is not filled in"};
inline constexpr MessageText kConsented{"annexe-consented", "la personne a donné son accord ({0})",
                                        "the person has agreed ({0})"};
inline constexpr MessageText kNotConsented{"annexe-not-consented",
                                           "la personne n’a pas donné son accord ({0})",
                                           "the person has not agreed ({0})"};
inline constexpr MessageText kConsentRefused{"annexe-consent-refused",
                                             "la personne a refusé ou retiré son accord ({0})",
                                             "the person has refused or withdrawn agreement ({0})"};
inline constexpr MessageText kConsentNotRefused{
    "annexe-consent-not-refused", "la personne n’a ni refusé ni retiré son accord ({0})",
    "the person has neither refused nor withdrawn agreement ({0})"};
inline constexpr MessageText kYes{"annexe-yes", "{0} : oui", "{0} is yes"};
inline constexpr MessageText kNo{"annexe-no", "{0} : non", "{0} is no"};
inline constexpr MessageText kNotYes{"annexe-not-yes", "{0} n’est pas « oui »", "{0} is not yes"};
inline constexpr MessageText kNotNo{"annexe-not-no", "{0} n’est pas « non »", "{0} is not no"};
inline constexpr MessageText kLastTime{"annexe-last-time", "c’est la dernière fois",
                                       "it is the last time"};
inline constexpr MessageText kNotLast{"annexe-not-last", "ce n’est pas la dernière fois",
                                      "it is not the last time"};
inline constexpr MessageText kNoNeed{"annexe-no-need", "aucun besoin n’est encore ouvert",
                                     "no need is open yet"};
inline constexpr MessageText kSomeNeed{"annexe-some-need", "au moins un besoin est ouvert",
                                       "at least one need is open"};
inline constexpr MessageText kFirstAccepts{"annexe-first-accepts",
                                           "c’est le premier partenaire qui accepte",
                                           "this is the first partner to accept"};
inline constexpr MessageText kSpoken{"annexe-spoken", "la réponse a été donnée de vive voix",
                                     "the answer was given by word of mouth"};
inline constexpr MessageText kNotSpoken{"annexe-not-spoken",
                                        "la réponse n’a pas été donnée de vive voix",
                                        "the answer was not given by word of mouth"};
inline constexpr MessageText kPartnerActs{"annexe-partner-acts", "c’est le partenaire qui agit",
                                          "the partner is the one who acts"};
inline constexpr MessageText kNobodyAsked{"annexe-nobody-asked",
                                          "aucun partenaire n’a encore été sollicité",
                                          "no partner has been asked yet"};
inline constexpr MessageText kSomebodyAsked{"annexe-somebody-asked",
                                            "au moins un partenaire a été sollicité",
                                            "at least one partner has been asked"};
inline constexpr MessageText kNeedsEnded{"annexe-needs-ended", "tous les besoins sont terminés",
                                         "all needs have ended"};
inline constexpr MessageText kAllEnded{"annexe-all-ended",
                                       "toutes les mises en relation ont leur réponse",
                                       "all referrals have their answer"};
inline constexpr MessageText kAllPartners{"annexe-all-partners",
                                          "chacun des partenaires sollicités {0}",
                                          "each of the partners asked {0}"};
inline constexpr MessageText kHaveDeclined{"annexe-have-declined", "a décliné", "has declined"};
inline constexpr MessageText kAreSilent{"annexe-are-silent", "n’a pas répondu", "has not answered"};
inline constexpr MessageText kAreWithdrawn{"annexe-are-withdrawn", "n’est plus sollicité",
                                           "is asked no more"};
inline constexpr MessageText kDoneBy{"annexe-done-by", "c’est {0} qui agit",
                                     "{0} is the one who acts"};
inline constexpr MessageText kInState{"annexe-in-state", "l’étape {0} est en cours",
                                      "step {0} is under way"};
inline constexpr MessageText kNotInState{"annexe-not-in-state", "l’étape {0} n’est pas en cours",
                                         "step {0} is not under way"};
inline constexpr MessageText kInFuture{"annexe-in-future", "la date {0} est dans l’avenir",
                                       "{0} is in the future"};
inline constexpr MessageText kInPast{"annexe-in-past", "la date {0} est passée", "{0} is past"};
inline constexpr MessageText kAndIf{"annexe-and-if", " et que ", " and "};
inline constexpr MessageText kOrIf{"annexe-or-if", " ou que ", " or "};
inline constexpr MessageText kAsWritten{"annexe-as-written", "la condition `{0}` est remplie",
                                        "the condition `{0}` holds"};

}  // namespace guichet::words::messages
