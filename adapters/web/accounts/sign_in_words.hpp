// The words of the pages by which people with accounts come in.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kSignInLabels[] = {
    {"L_SIGN_IN", "Se connecter", "Sign in"},
    {"L_SIGN_ASK",
     "Vous cherchez de l’aide pour votre entreprise ou votre projet ? Faites une demande",
     "Do you look for help with your firm or project? Make a request"},
    {"L_SIGN_OUT", "Se déconnecter", "Sign out"},
    {"L_SIGN_EMAIL", "Adresse électronique", "E-mail address"},
    {"L_SIGN_PASSWORD", "Mot de passe", "Password"},
    {"L_SIGN_CODE", "Code", "Code"},
    {"L_SIGN_CODE_OR_PASSWORD", "Code ou mot de passe", "Code or password"},
    {"L_SIGN_TRUST", "Se souvenir de ce navigateur pendant trente jours (pas sur un poste partagé)",
     "Remember this browser for thirty days (not on a shared computer)"},
    {"L_SIGN_GO_ON", "Continuer", "Go on"},
    {"L_SIGN_SEND", "Envoyer maintenant", "Send it now"},
    {"L_SIGN_AGAIN", "Recommencer depuis le début", "Start again"},
    {"L_FACTOR_SHOW", "Afficher une clé", "Show a key"},
    {"L_FACTOR_CONFIRM", "Code que l’application affiche", "Code that the application shows"},
    {"L_FACTOR_CODES", "Vos codes de secours", "Your recovery codes"},
    {"L_FACTOR_CODES_HELP",
     "Notez-les à l’abri : chacun sert une fois, si l’appareil est perdu. Ils ne seront plus "
     "montrés.",
     "Keep them in a safe place: each serves once, should the device be lost. They will not be "
     "shown again."},
};

namespace messages {

inline constexpr base::MessageText kSignInTitle{"sign-in-title", "Connexion", "Sign in"};
inline constexpr base::MessageText kSignInIntro{
    "sign-in-intro", "Avec l’adresse et le mot de passe de votre compte.",
    "With the address and the password of your account."};
inline constexpr base::MessageText kSignInCodeTitle{"sign-in-code-title", "Le second facteur",
                                                    "The second factor"};
inline constexpr base::MessageText kSignInCodeIntro{
    "sign-in-code-intro",
    "Tapez les six chiffres que votre application affiche, ou l’un de vos codes de secours.",
    "Type the six digits that your application shows, or one of your recovery codes."};
inline constexpr base::MessageText kProofTitle{"proof-title", "Prouvez que c’est bien vous",
                                               "Prove that it is you"};
inline constexpr base::MessageText kProofIntro{
    "proof-intro",
    "Cet acte demande une preuve récente : le code de votre application, ou votre mot de passe si "
    "vous n’avez pas de second facteur.",
    "This act asks for a recent proof: the code of your application, or your password if you have "
    "no second factor."};
inline constexpr base::MessageText kProofKeeps{
    "proof-keeps", "il faut d’abord une preuve récente ; ce que vous avez saisi est gardé",
    "a recent proof is wanted first; what you typed is kept"};
inline constexpr base::MessageText kSignInKeeps{
    "sign-in-keeps",
    "Votre session était terminée. Ce que vous avez saisi est gardé : connectez-vous, et il vous "
    "sera montré pour l’envoyer.",
    "Your session had ended. What you typed is kept: sign in, and it will be shown to you to be "
    "sent."};
inline constexpr base::MessageText kKeptWelcome{"kept-welcome", "Vous êtes connectée ou connecté",
                                                "You are signed in"};
inline constexpr base::MessageText kKeptStale{
    "kept-stale", "La page était celle d’une session précédente",
    "The page was of an earlier session"};
inline constexpr base::MessageText kKeptTyped{"kept-typed", "Saisi", "Typed"};
inline constexpr base::MessageText kKeptNoFile{
    "kept-no-file", "Fichier à choisir de nouveau", "File to be chosen again"};
inline constexpr base::MessageText kProofGiven{"proof-given", "Merci, c’est bien vous",
                                               "Thank you, it is you"};
inline constexpr base::MessageText kProofGivenIntro{
    "proof-given-intro", "Ce que vous aviez saisi n’est pas encore envoyé : continuez.",
    "What you had typed has not been sent yet: go on."};
inline constexpr base::MessageText kFactorTitle{"factor-title", "Votre second facteur",
                                                "Your second factor"};
inline constexpr base::MessageText kFactorIntro{
    "factor-intro",
    "Ajoutez ce guichet à une application de codes : tapez-y la clé, puis confirmez par le code "
    "qu’elle affiche.",
    "Add this desk to an application of codes: type the key into it, then confirm by the code that "
    "it shows."};
inline constexpr base::MessageText kSignInNeeded{
    "sign-in-needed", "tapez l’adresse et le mot de passe", "type the address and the password"};
inline constexpr base::MessageText kSignInCodeNeeded{"sign-in-code-needed", "tapez le code",
                                                     "type the code"};
inline constexpr base::MessageText kSignInAged{
    "sign-in-aged",
    "la page avait vieilli, ou ce navigateur refuse les cookies, dont la connexion a besoin : "
    "recommencez",
    "the page had grown old, or this browser refuses cookies, which signing in needs: try again"};

}  // namespace messages
}  // namespace guichet::web
