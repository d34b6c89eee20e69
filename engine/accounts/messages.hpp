// Sentences of engine/accounts: what people are told when they may not come in, and what to do.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::accounts::messages {

using base::MessageText;

// -- passwords --
inline constexpr MessageText kPasswordTooShort{
    "password-too-short",
    "le mot de passe a {1} caractères, il en faut au moins {0} : une phrase de quatre ou cinq mots "
    "sans rapport entre eux convient très bien",
    "the password has {1} characters, at least {0} are needed: four or five unrelated words make a "
    "good one"};
inline constexpr MessageText kPasswordTooLong{
    "password-too-long", "le mot de passe dépasse {0} caractères : raccourcissez-le",
    "the password is longer than {0} characters: shorten it"};
inline constexpr MessageText kPasswordGuessed{
    "password-guessed",
    "ce mot de passe se devine vite : il tient en peu de mots très courants, de suites, d'années, "
    "ou reprend votre nom, votre adresse ou le nom du guichet ; ajoutez des mots sans rapport",
    "this password is soon guessed: it is made of few very common words, runs or years, or of your "
    "name, your address or the desk's name; add unrelated words"};
inline constexpr MessageText kPasswordNotText{
    "password-not-text", "le mot de passe n'est pas un texte lisible (UTF-8) : tapez-le à nouveau",
    "the password is not readable text (UTF-8): type it again"};
inline constexpr MessageText kSamePassword{
    "same-password", "le nouveau mot de passe est celui d'avant : choisissez-en un autre",
    "the new password is the old one: choose another"};

// -- coming in --
inline constexpr MessageText kWrongLogin{
    "wrong-login",
    "cette adresse et ce mot de passe ne vont pas ensemble : vérifiez les deux, ou demandez à "
    "l'administrateur du guichet un nouveau mot de passe",
    "this address and this password do not go together: check both, or ask the desk's "
    "administrator for a new password"};
inline constexpr MessageText kTooOften{"too-often", "trop d'essais : réessayez dans {0}",
                                       "too many attempts: try again in {0}"};
inline constexpr MessageText kNotLoggedIn{
    "not-logged-in", "votre session est finie ou n'existe pas : connectez-vous",
    "your session has ended or does not exist: log in"};
inline constexpr MessageText kWrongCode{
    "wrong-code",
    "ce code ne convient pas : prenez celui que l'application affiche maintenant ; chaque code ne "
    "sert qu'une fois",
    "this code does not fit: take the one that the application shows now; each code serves once"};
inline constexpr MessageText kWrongPassword{"wrong-password",
                                            "ce n'est pas votre mot de passe actuel",
                                            "this is not your present password"};
inline constexpr MessageText kNoSecondFactor{
    "no-second-factor", "ce compte n'a pas de double authentification : activez-la d'abord",
    "this account has no second factor: set one up first"};
inline constexpr MessageText kNothingToConfirm{
    "nothing-to-confirm",
    "aucune double authentification n'attend de confirmation : demandez d'abord un secret",
    "no second factor waits for a confirmation: ask for a secret first"};
inline constexpr MessageText kProveFirst{
    "prove-first", "confirmez d'abord que c'est vous : code de l'application, ou mot de passe",
    "first confirm that it is you: the application's code, or the password"};
inline constexpr MessageText kKeyChanged{
    "key-changed",
    "le secret de ce compte ne s'ouvre pas avec la clé du guichet : remettez le bon fichier de "
    "clé, ou refaites la double authentification (guichet account totp)",
    "this account's secret does not open with the desk's key: put the right key file back, or set "
    "the second factor up again (guichet account totp)"};

// -- codes of links --
inline constexpr MessageText kNoCodeWaiting{
    "no-code-waiting", "il n'y a plus de code à saisir pour ce lien : demandez-en un nouveau",
    "there is no code left to type for this link: ask for a new one"};
inline constexpr MessageText kCodeEnded{
    "code-ended", "ce code a plus de dix minutes : demandez-en un nouveau",
    "this code is more than ten minutes old: ask for a new one"};
inline constexpr MessageText kCodeWrong{"code-wrong",
                                        "ce n'est pas le code envoyé : encore {0} {0|essai|essais}",
                                        "this is not the code that was sent: {0} "
                                        "{0|attempt|attempts} left"};
inline constexpr MessageText kCodeSpent{
    "code-spent",
    "ce n'est pas le code envoyé, et c'était le dernier essai : demandez-en un nouveau, un quart "
    "d'heure après celui-ci",
    "this is not the code that was sent, and it was the last attempt: ask for a new one, a quarter "
    "of an hour after this one"};
inline constexpr MessageText kOtherBrowser{
    "other-browser",
    "ce code a été demandé depuis un autre navigateur : saisissez-le là-bas, ou demandez-en un ici",
    "this code was asked for in another browser: type it there, or ask for one here"};
inline constexpr MessageText kCodeJustSent{
    "code-just-sent",
    "un code vient d'être envoyé à cette adresse : regardez le courrier ; un autre est possible "
    "dans {0}",
    "a code has just been sent to this address: look at the mail; another one can be had in {0}"};
inline constexpr MessageText kCodeNextIn{
    "code-next-in",
    "le code déjà envoyé à cette adresse est celui d'un autre lien, ou ne sert plus ; un autre est "
    "possible dans {0}. Si cela presse, appelez le guichet",
    "the code that was sent to this address is that of another link, or of no more use; another one "
    "can be had in {0}. If it is urgent, call the desk"};

// -- accounts --
inline constexpr MessageText kBadEmail{"bad-email", "« {0} » n'est pas une adresse électronique",
                                       "'{0}' is not an e-mail address"};
inline constexpr MessageText kEmailTaken{"email-taken",
                                         "l'adresse « {0} » est déjà celle d'un autre compte",
                                         "the address '{0}' belongs to another account already"};
inline constexpr MessageText kNoName{"no-name", "donnez le nom de la personne",
                                     "give the person's name"};
inline constexpr MessageText kNoAccount{"no-account", "il n'y a pas de compte « {0} »",
                                        "there is no account '{0}'"};
inline constexpr MessageText kNoPersona{
    "no-persona",
    "un compte est celui d'un coordinateur, d'un administrateur, d'un auditeur, d'un partenaire, "
    "ou "
    "d'un élu ou financeur",
    "an account is a coordinator's, an administrator's, an auditor's, a partner's, or that of an "
    "elected official or funder"};
inline constexpr MessageText kPartnerWithoutInstitution{
    "partner-without-institution",
    "le compte d'un partenaire nomme au moins une institution du guichet",
    "a partner's account names at least one institution of the desk"};
inline constexpr MessageText kPartnerAndStaff{
    "partner-and-staff", "une personne du guichet et un partenaire sont deux comptes distincts",
    "a member of the desk and a partner are two different accounts"};
inline constexpr MessageText kLastAdministrator{
    "last-administrator",
    "« {0} » est le dernier compte d'administrateur : créez-en un autre d'abord",
    "'{0}' is the last administrator's account: make another one first"};
inline constexpr MessageText kNoSuchSession{"no-such-session", "cette session n'existe pas ou plus",
                                            "this session does not exist, or not any more"};

inline constexpr MessageText kDisabledAccount{
    "disabled-account", "le compte « {0} » est désactivé : réactivez-le d'abord",
    "the account '{0}' is disabled: enable it first"};
inline constexpr MessageText kNoInvitation{
    "no-invitation",
    "ce lien ne sert plus, ou n'a jamais servi : un lien vaut trois jours et une seule fois ; "
    "demandez-en un autre à l'administrateur du guichet",
    "this link serves no more, or never did: a link is good for three days and one use; ask the "
    "desk's administrator for another one"};

// -- a case opened with a reason --
inline constexpr MessageText kReasonTooShort{
    "reason-too-short", "dites pourquoi, en {0} caractères au moins : le motif reste au journal",
    "say why, in at least {0} characters: the reason stays in the journal"};
inline constexpr MessageText kReasonTooLong{"reason-too-long",
                                            "le motif tient en {0} caractères : raccourcissez-le",
                                            "the reason fits into {0} characters: shorten it"};
inline constexpr MessageText kNothingToOpen{"nothing-to-open", "il n'y a pas de tel dossier",
                                            "there is no such case"};

// -- keys of programs --
inline constexpr MessageText kNotForKeys{
    "not-for-keys", "« {0} » n'est pas un droit qu'une clé peut avoir ; au choix : {1}",
    "'{0}' is not a right that a key may have; one of: {1}"};
inline constexpr MessageText kKeyTerm{
    "key-term", "une clé vaut de 1 à {0} jours : choisissez une durée, elle se renouvelle",
    "a key is good for 1 to {0} days: choose a term, it can be renewed"};
inline constexpr MessageText kNoKey{"no-key", "il n'y a pas de clé « {0} »",
                                    "there is no key '{0}'"};
inline constexpr MessageText kKeyWithoutLabel{
    "key-without-label", "donnez à la clé un nom qui dit quel programme s'en sert",
    "give the key a name that says which program uses it"};
inline constexpr MessageText kKeyMadeAlready{
    "key-made-already",
    "ce formulaire a déjà fait sa clé, qui n'est montrée qu'une fois ; si elle est perdue, révoquez "
    "celle de la liste et faites-en une autre",
    "this form has made its key already, which is shown once; where it is lost, revoke the one in "
    "the list and make another"};

}  // namespace guichet::accounts::messages
