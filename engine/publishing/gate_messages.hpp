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
    "scenarios-fail",
    "scénarios ou tests qui échouent : {0} ; corrigez-les, ou ce qui les fait échouer",
    "scenarios or tests that fail: {0}; mend them, or what makes them fail"};
inline constexpr MessageText kStrandedCases{
    "stranded-cases",
    "dossiers que cette version laisserait sans étape où se trouver : {0} ; dites où ils vont, ou "
    "qu'ils finissent sous leur version",
    "cases that this version would leave without a step to stand in: {0}; say where they go, or "
    "that "
    "they finish under their own version"};
inline constexpr MessageText kRefusedByPlan{
    "refused-by-plan",
    "le plan refuse le passage tant que des dossiers restent sans règle (unmapped: refuse)",
    "the plan refuses the migration while cases are without a rule (unmapped: refuse)"};
inline constexpr MessageText kWouldGoOver{
    "would-go-over",
    "rien ne s'oppose à la publication ; dossiers en cours qui passeraient à cette version : {0}",
    "nothing stands against publishing; cases in flight that would go over to this version: {0}"};
inline constexpr MessageText kWouldPin{
    "would-pin",
    "rien ne s'oppose à la publication ; dossiers en cours qui garderaient leur version, sauf plan "
    "de passage : {0}",
    "nothing stands against publishing; cases in flight that would keep their version, unless a "
    "plan carries them: {0}"};

inline constexpr MessageText kDirectoryWins{
    "directory-wins",
    "l'annuaire en service reste comme il est ; partners.yaml dit autre chose de : {0}",
    "the directory in force stays as it is; partners.yaml says something else of: {0}"};

}  // namespace guichet::publishing::messages
