// What is said to whoever hands a request in.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kAskNeeds{"ask-needs", "« {0} » attend votre réponse",
                                       "'{0}' needs your answer"};
inline constexpr MessageText kNotInForm{"not-in-form", "« {0} » n’est pas demandé ici",
                                        "'{0}' is not asked here"};
inline constexpr MessageText kNotInList{
    "not-in-list",
    "{0} : « {1} » n’est pas dans la liste. Choisissez-y une ligne, ou laissez vide et dites-le "
    "dans votre demande.",
    "{0}: '{1}' is not in the list. Choose a line of it, or leave it empty and say so in your "
    "request."};
inline constexpr MessageText kNotYetGiven{
    "not-yet-given", "{0} : répondez oui ou non ; il n’y a encore rien à retirer",
    "{0}: answer yes or no; there is nothing to take back yet"};
inline constexpr MessageText kAskSentAlready{
    "ask-sent-already",
    "Ce formulaire a déjà été envoyé, et la demande est enregistrée. Pour y changer quelque chose, "
    "appelez-nous ; pour faire une autre demande, envoyez à nouveau.",
    "This form has been sent already, and the request is saved. To change something in it, call "
    "us; "
    "to make another request, send again."};
inline constexpr MessageText kAskedTooOften{
    "asked-too-often",
    "Plusieurs demandes viennent d’arriver de votre connexion. Attendez {0}, puis envoyez à "
    "nouveau ; ou appelez-nous.",
    "Several requests have just come from your connection. Wait for {0}, then send again; or call "
    "us."};

}  // namespace guichet::http::messages
