// What keeps a folder or a draft from being put in force, and what becomes of cases in flight.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::publishing::messages {

using base::MessageText;

inline constexpr MessageText kSamePublished{
    "same-version", "rien à publier : le dossier est la version en service",
    "nothing to publish: the folder is the version in force"};
inline constexpr MessageText kFolderFails{
    "folder-fails",
    "ses scénarios sont mal écrits, ou ses parcours ne tiennent pas ce qu'ils promettent : rien "
    "n'est publié (guichet check)",
    "its scenarios are badly written, or its paths do not keep what they promise: nothing is "
    "published (guichet check)"};
inline constexpr MessageText kScenariosFail{
    "scenarios-fail", "{0} scénarios ou tests échouent : rien n'est publié (guichet test)",
    "{0} scenarios or tests fail: nothing is published (guichet test)"};
inline constexpr MessageText kStrandedCases{
    "stranded-cases",
    "cette version laisserait {0} dossiers sans état où se trouver : rien n'est publié",
    "this version would leave {0} cases without a state to stand in: nothing is published"};
inline constexpr MessageText kRefusedByPlan{
    "refused-by-plan",
    "le plan refuse le passage tant que des dossiers restent sans règle (unmapped: refuse)",
    "the plan refuses the migration while cases are without a rule (unmapped: refuse)"};
inline constexpr MessageText kWouldGoOver{
    "would-go-over", "« publish » l'accepterait ; {0} dossiers en cours changeraient de version",
    "'publish' would take it; {0} cases in flight would go over to it"};
inline constexpr MessageText kWouldPin{
    "would-pin",
    "« publish » l'accepterait ; {0} dossiers en cours garderaient leur version (guichet migrate)",
    "'publish' would take it; {0} cases in flight would keep their version (guichet migrate)"};

inline constexpr MessageText kDirectoryWins{
    "directory-wins",
    "l'annuaire en service reste comme il est ; partners.yaml dit autre chose de : {0}",
    "the directory in force stays as it is; partners.yaml says something else of: {0}"};

}  // namespace guichet::publishing::messages
