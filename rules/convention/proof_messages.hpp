// Sentences of proofs and tests about a convention.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::convention::messages {

using base::MessageText;

// -- coverage --
inline constexpr MessageText kReachesNobody{
    "reaches-nobody", "aucun partenaire n'est compétent : {0}", "no partner is competent: {0}"};
inline constexpr MessageText kMoreHoles{"reaches-nobody", "et {0} autres parts sans partenaire",
                                        "and {0} more parts without a partner"};
inline constexpr MessageText kTooFewPartners{
    "too-few-partners", "trop peu de partenaires compétents (il en faut {0}) : {1}",
    "too few competent partners ({0} required): {1}"};
inline constexpr MessageText kOnlyUnderCondition{
    "too-few-partners",
    "assez de partenaires compétents ({0}) sous condition seulement (« when ») : {1}",
    "enough competent partners ({0}) under a condition only ('when'): {1}"};
inline constexpr MessageText kPartnersOverlap{
    "partners-overlap", "« {0} » et « {1} » sont compétents ensemble ({2} ; {3}) : {4}",
    "'{0}' and '{1}' are both competent ({2}; {3}): {4}"};
inline constexpr MessageText kMayOverlap{
    "partners-overlap",
    "« {0} » et « {1} » peuvent être compétents ensemble, selon leurs conditions ({2} ; {3}) : {4}",
    "'{0}' and '{1}' may both be competent, as their conditions go ({2}; {3}): {4}"};
inline constexpr MessageText kHoleClosed{
    "accepted-hole-closed", "ce manque est admis (« {0} »), mais chaque cas y a un partenaire",
    "this hole is accepted ('{0}'), but each case in it has a partner"};
inline constexpr MessageText kWitness{"witness", "cas témoin, à coller sous « tests » : {0}",
                                      "a case of it, to be pasted under 'tests': {0}"};
inline constexpr MessageText kReachesEveryNobody{"reaches-nobody",
                                                 "aucun partenaire n'est compétent, dans aucun cas",
                                                 "no partner is competent in any case"};

// -- clauses --
inline constexpr MessageText kNeverMatches{
    "clause-never-matches",
    "la clause « {0} » ne s'applique jamais : rien ne satisfait « {1} » ({2})",
    "clause '{0}' never applies: nothing satisfies '{1}' ({2})"};
inline constexpr MessageText kPartnerUnreachable{
    "partner-unreachable",
    "« {0} » ne peut jamais être retenu : aucune de ses clauses ne s'applique",
    "'{0}' can never be chosen: none of its clauses ever applies"};
inline constexpr MessageText kArticleUnserved{
    "article-unserved", "aucune clause au titre de « {0} » ne s'applique jamais",
    "no clause under '{0}' ever applies"};
inline constexpr MessageText kDuplicateClause{"duplicate-clause",
                                              "la clause « {0} » dit la même chose que « {1} »",
                                              "clause '{0}' says the same as '{1}'"};
inline constexpr MessageText kRedundantClause{
    "redundant-clause", "la clause « {0} » n'ajoute rien : « {1} » prend tous ses cas",
    "clause '{0}' adds nothing: '{1}' takes all its cases"};
inline constexpr MessageText kNeverFirst{
    "clause-never-first",
    "« {0} » n'est jamais retenu par la clause « {1} » : {2} passent toujours avant",
    "'{0}' is never chosen by clause '{1}': {2} always come before"};
inline constexpr MessageText kIdleQuota{
    "idle-quota", "le quota « {0} » ({1}) n'est jamais atteint avant « {2} » ({3})",
    "quota '{0}' ({1}) is never reached before '{2}' ({3})"};
inline constexpr MessageText kProofInconclusive{
    "proof-inconclusive", "la preuve n'a pas abouti ({0} étapes) : {1}",
    "the proof did not come to an end ({0} steps): {1}"};

// -- coverage: while loading --
inline constexpr MessageText kOneClaim{
    "one-claim", "il faut « require », « forbid_overlap » ou « accept », un seul des trois",
    "one of 'require', 'forbid_overlap' and 'accept' is needed, and only one"};
inline constexpr MessageText kTwoRivals{"two-partners", "il faut au moins deux partenaires",
                                        "at least two partners are needed"};
inline constexpr MessageText kGateNotPlain{
    "gate-not-plain", "« {0} » ne peut pas être prouvé : il faut des valeurs ou des intervalles",
    "'{0}' cannot be proved: values or intervals are needed"};

// -- tests: while loading --
inline constexpr MessageText kGivenOrContext{
    "given-or-context",
    "un test a « given » (les faits) ou « context » (les variables), pas les deux",
    "a test has 'given' (the facts) or 'context' (the variables), not both"};
inline constexpr MessageText kExpectsNothing{"expects-nothing", "ce test n'attend rien",
                                             "this test expects nothing"};
inline constexpr MessageText kNoDay{"not-a-day", "« {0} » n'est pas un jour (2026-01-31)",
                                    "'{0}' is not a day (2026-01-31)"};
inline constexpr MessageText kNoPartner{"unknown-partner",
                                        "« {0} » n'est pas un partenaire de la convention",
                                        "'{0}' is not a partner of the convention"};
inline constexpr MessageText kNoQuota{"unknown-quota", "« {0} » n'est pas un quota de « {1} »",
                                      "'{0}' is not a quota of '{1}'"};
inline constexpr MessageText kNoFallback{"unknown-fallback",
                                         "« {0} » n'est pas un repli de la convention",
                                         "'{0}' is not a fallback of the convention"};
inline constexpr MessageText kNoClause{"unknown-clause",
                                       "« {0} » n'est pas une clause de la convention",
                                       "'{0}' is not a clause of the convention"};
inline constexpr MessageText kNoField{"unknown-field",
                                      "« {0} » n'est pas un champ que la convention demande",
                                      "'{0}' is not a field that the convention asks for"};
inline constexpr MessageText kUnknownName{"unknown-name", "« {0} » est inconnu ici",
                                          "'{0}' is not known here"};

// -- tests: while running --
inline constexpr MessageText kUntestedClause{
    "untested-clause", "aucun test ne retient {0} ; si c'est voulu, « untested » les cite",
    "no test chooses by {0}; if that is meant, 'untested' lists them"};
inline constexpr MessageText kTestedAfterAll{
    "tested-after-all", "« {0} » est dans « untested » alors qu'un test la retient",
    "'{0}' is listed as untested, yet a test chooses by it"};
inline constexpr MessageText kTestAssign{"test-assign",
                                         "test {0} : partenaires attendus [{1}], retenus [{2}]",
                                         "test {0}: expected partners [{1}], got [{2}]"};
inline constexpr MessageText kTestPartnerWhyNot{
    "test-why-not", "test {0} : « {1} » devrait échouer sur [{2}], il échoue sur [{3}]",
    "test {0}: '{1}' should fail on [{2}], it fails on [{3}]"};
inline constexpr MessageText kTestSkipped{
    "test-skipped", "test {0} : « {1} » n'est pas écarté par son quota « {2} »",
    "test {0}: '{1}' is not passed over for its quota '{2}'"};
inline constexpr MessageText kTestVia{"test-via",
                                      "test {0} : repli attendu « {1} », obtenu « {2} »",
                                      "test {0}: expected fallback '{1}', got '{2}'"};
inline constexpr MessageText kTestWouldOpen{
    "test-would-open", "test {0} : « {1} » devrait ouvrir [{2}], il ouvre [{3}]",
    "test {0}: '{1}' should open [{2}], it opens [{3}]"};
inline constexpr MessageText kTestReview{"test-review",
                                         "test {0} : à examiner [{1}] attendus, obtenus [{2}]",
                                         "test {0}: expected [{1}] to be reviewed, got [{2}]"};

}  // namespace guichet::convention::messages
