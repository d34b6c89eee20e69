// The words of the public request form and of what follows it.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kAskLabels[] = {
    {"L_ASK_SEND", "Envoyer ma demande", "Send my request"},
    {"L_ASK_CALL", "Vous préférez parler à quelqu’un ?", "Would you rather talk to somebody?"},
    {"L_ASK_TRAP", "Laissez cette case vide", "Leave this box empty"},
    {"L_ASK_NUMBER", "Numéro de votre demande", "Number of your request"},
    {"L_ASK_WHO", "Qui s’en occupe", "Who takes care of it"},
    {"L_ASK_BY", "Vous serez appelé au plus tard le", "You will be called by"},
    {"L_ASK_LETTER", "Confirmation", "Confirmation"},
    {"L_ASK_MISSING", "Il nous manque seulement", "All that we still need"},
    {"L_ASK_BECAUSE", "Pour quelle raison", "For what reason"},
    {"L_ASK_NEXT", "Et maintenant ?", "What comes next?"},
    {"L_ASK_SEE_SENT", "Revoir sa confirmation", "See its confirmation again"},
    {"L_ASK_AGAIN", "Faire une autre demande", "Make another request"},
    {"L_ASK_PRINT", "Gardez ce numéro : il suffit pour parler de votre demande.",
     "Keep this number: it is all you need to talk about your request."},
};

namespace messages {

using base::MessageText;

inline constexpr MessageText kAskTitle{"ask-title", "Demander un coup de main", "Ask for help"};
inline constexpr MessageText kAskIntro{
    "ask-intro",
    "Quelques minutes suffisent, et une personne vous répond. Seules les réponses marquées "
    "« nécessaire » sont attendues ; le reste se dit au téléphone.",
    "A few minutes are enough, and a person answers you. Only the answers marked 'required' are "
    "expected; the rest can be said on the telephone."};
inline constexpr MessageText kAskPrivacy{
    "ask-privacy",
    "Ce que vous écrivez ici sert à traiter votre demande et à rien d’autre. Vous pouvez à tout "
    "moment le consulter, le faire corriger ou effacer en écrivant à {0}.",
    "What you write here serves your request and nothing else. You may see it, have it corrected "
    "or erased at any time by writing to {0}."};
inline constexpr MessageText kConsentMeaning{
    "consent-meaning",
    "C’est votre choix, et il ne change pas votre place. Oui : ceux qui peuvent vous aider "
    "reçoivent "
    "ce qu’il leur faut pour vous répondre, et rien de plus. Non : rien ne sort d’ici, le guichet "
    "vous répond lui-même. Vous pouvez changer d’avis quand vous voulez, d’un simple appel.",
    "The choice is yours, and your place does not depend on it. Yes: those who can help you get "
    "what "
    "they need to answer you, and no more. No: nothing leaves this desk, which answers you itself. "
    "You can change your mind whenever you like, by a simple call."};
inline constexpr MessageText kAskNotSent{"ask-not-sent", "Votre demande n’est pas encore partie",
                                         "Your request has not been sent yet"};
inline constexpr MessageText kAskNoCookie{
    "ask-no-cookie",
    "La page avait vieilli, ou ce navigateur refuse les cookies, sans lesquels nous ne pouvons pas "
    "savoir que c’est vous qui envoyez. Rien n’est perdu : envoyez à nouveau.",
    "The page had grown old, or this browser refuses cookies, without which we cannot know that it "
    "is you who sends. Nothing is lost: send again."};
inline constexpr MessageText kAskTrapped{
    "ask-trapped",
    "Une case cachée, que seuls les robots remplissent, n’était pas vide. Nous l’avons vidée : si "
    "vous n’êtes pas un robot, envoyez à nouveau.",
    "A hidden box, which only robots fill in, was not empty. We have emptied it: if you are no "
    "robot, send again."};
inline constexpr MessageText kAskSent{
    "ask-sent",
    "Votre demande {0} est bien partie. Ce formulaire en commence une autre ; pour changer "
    "quelque chose à la première, appelez-nous.",
    "Your request {0} has been sent. This form begins another one; to change something in the "
    "first, call us."};
inline constexpr MessageText kAskSavedTitle{"ask-saved-title", "Votre demande est enregistrée",
                                            "Your request is saved"};
inline constexpr MessageText kAskSaved{"ask-saved",
                                       "Merci. {0} la suit et vous appelle au plus tard le {1}.",
                                       "Thank you. {0} takes care of it and will call you by {1}."};
inline constexpr MessageText kAskSavedBy{"ask-saved-by", "Merci. {0} la suit et vous répondra.",
                                         "Thank you. {0} takes care of it and will answer you."};
inline constexpr MessageText kAskSavedAlone{
    "ask-saved-alone", "Merci. Le guichet s’en occupe et vous répondra.",
    "Thank you. The desk takes care of it and will answer."};
inline constexpr MessageText kAskRefusedTitle{"ask-refused-title",
                                              "D’autres peuvent vous aider mieux que nous",
                                              "Others can help you better than we can"};
inline constexpr MessageText kAskRefused{
    "ask-refused",
    "Votre demande est enregistrée, mais nous ne pourrons pas la suivre nous-mêmes. Voici "
    "pourquoi, "
    "et à qui vous adresser.",
    "Your request is saved, but we cannot follow it ourselves. Here is why, and whom to turn to."};
inline constexpr MessageText kLetterByMail{
    "letter-by-mail",
    "une lettre vous est envoyée à l’adresse {0}, avec le lien de votre page de suivi",
    "a letter is sent to your address {0}, with the link of your follow-up page"};
inline constexpr MessageText kAnswerByMail{"answer-by-mail",
                                           "cette réponse vous est aussi envoyée à l’adresse {0}",
                                           "this answer is sent to your address {0} as well"};
inline constexpr MessageText kLetterByPost{"letter-by-post",
                                           "une lettre vous est envoyée par la poste",
                                           "a letter is sent to you by post"};
inline constexpr MessageText kLetterByCall{"letter-by-call", "nous vous la dirons au téléphone",
                                           "we will tell you on the telephone"};
inline constexpr MessageText kNextMail{
    "next-mail",
    "Si la lettre n’arrive pas d’ici une heure, regardez dans les indésirables, puis appelez-nous "
    ": "
    "l’adresse est peut-être mal tapée.",
    "If the letter does not arrive within an hour, look among the unwanted mail, then call us: the "
    "address may be mistyped."};
inline constexpr MessageText kNextCall{"next-call",
                                       "Un changement, un oubli ? {0} vous répond au {1}.",
                                       "A change, something forgotten? {0} answers you at {1}."};

}  // namespace messages
}  // namespace guichet::web
