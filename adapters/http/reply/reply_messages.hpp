// Sentences of the links of letters: the code's letter, and why a link does not open.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kCodeSubject{"code-subject", "Votre code d’accès – {0}",
                                          "Your access code – {0}"};
inline constexpr MessageText kCodeHello{
    "code-hello", "Bonjour, voici le code demandé pour ouvrir le lien de notre courrier :",
    "Hello, here is the code that was asked for, to open the link of our letter:"};
inline constexpr MessageText kCodeLasts{
    "code-lasts", "Il sert une fois, pendant dix minutes, dans le navigateur où il a été demandé.",
    "It serves once, for ten minutes, in the browser in which it was asked for."};
inline constexpr MessageText kCodeUnasked{
    "code-unasked",
    "Vous n’avez rien demandé ? Il n’y a rien à faire : sans ce code, le lien n’ouvre rien. Ne le "
    "donnez à personne.",
    "You did not ask for it? There is nothing to do: without this code the link opens nothing. "
    "Give it to nobody."};
inline constexpr MessageText kNoCodeLetter{
    "no-code-letter",
    "ce guichet n’envoie pas de courrier en ce moment : appelez-le, votre réponse sera notée à "
    "votre nom",
    "this desk sends no mail at the moment: call it, your answer will be recorded in your name"};
inline constexpr MessageText kNotThisLink{
    "not-this-link", "ce lien n’ouvre rien : demandez un code depuis le lien de votre courrier",
    "this link opens nothing: ask for a code by the link of your letter"};

}  // namespace guichet::http::messages
