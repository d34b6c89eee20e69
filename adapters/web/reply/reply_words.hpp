// The words of the pages behind the link of a letter.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kReplyLabels[] = {
    {"L_GET_CODE", "Recevoir un code", "Get a code"},
    {"L_GO_ON", "Continuer", "Go on"},
    {"L_HAVE_CODE", "J’ai déjà un code", "I have a code already"},
    {"L_CODE_CARD", "Une preuve, avant de montrer quoi que ce soit",
     "A proof, before anything is shown"},
    {"L_CODE", "Code reçu par courriel", "Code received by e-mail"},
    {"L_CODE_HELP", "Huit lettres et chiffres ; le tiret et les minuscules n’importent pas.",
     "Eight letters and digits; hyphen and small letters do not matter."},
    {"L_TRUST", "Se souvenir de ce navigateur pendant trente jours (pas sur un poste partagé)",
     "Remember this browser for thirty days (not on a shared computer)"},
    {"L_OPEN_LINK", "Ouvrir", "Open"},
    {"L_ANOTHER_CODE", "Recevoir un autre code", "Get another code"},
    {"L_REACH", "Une difficulté ? Le guichet répond aussi de vive voix.",
     "In difficulty? The desk answers by voice too."},
    {"L_GIVEN", "Ce qui vous est transmis", "What is passed on to you"},
    {"L_GIVEN_WHY", "La convention ne transmet que ce qui suit.",
     "The agreement passes on the following, and no more."},
    {"L_ANSWER", "Votre réponse", "Your answer"},
    {"L_WHAT_HAPPENS", "Où en est votre demande", "Where your request stands"},
    {"L_YOUR_ACTS", "Ce que vous pouvez faire", "What you can do"},
    {"L_YOUR_FACTS", "Ce que vous nous avez dit", "What you told us"},
    {"L_ASKED_ABOUT", "Partenaires sollicités", "Partners asked"},
    {"L_COLLEAGUE", "Confier à un collègue", "Hand over to a colleague"},
    {"L_COLLEAGUE_WHO", "Collègue de votre institution", "Colleague of your institution"},
    {"L_COLLEAGUE_WHY", "Mot pour le journal (facultatif)", "A word for the journal (optional)"},
    {"L_STOP_SHARING", "Ne plus transmettre mes données", "Stop sharing my data"},
    {"L_STOP_SHARING_HELP",
     "Les partenaires n’auront plus accès à votre demande et ne vous relanceront plus.",
     "Partners will have no access to your request any more, and will not contact you."},
    {"L_LEAVE_PAGE", "Quitter cette page", "Leave this page"},
    {"L_NOTHING_TO_DO", "Rien n’est attendu de vous pour le moment.",
     "Nothing is expected of you at the moment."},
};

namespace messages {

using base::MessageText;

inline constexpr MessageText kLinkTitle{"link-title", "Une demande suivie par le guichet",
                                        "A request that the desk follows"};
inline constexpr MessageText kLinkIntro{
    "link-intro",
    "Ce lien vient d’un courrier du guichet. Pour l’ouvrir, recevez un code à l’adresse à laquelle "
    "ce courrier a été envoyé.",
    "This link comes from a letter of the desk. To open it, get a code at the address to which "
    "that letter was sent."};
inline constexpr MessageText kLinkWhy{
    "link-why",
    "Le courrier peut avoir été transféré : le code montre que c’est bien vous. Il n’en part qu’un "
    "par quart d’heure.",
    "The letter may have been forwarded: the code shows that it is you. One is sent in a quarter "
    "of an hour at most."};
inline constexpr MessageText kLinkDesk{"link-desk", "Guichet", "Desk"};
inline constexpr MessageText kLinkSubject{"link-subject", "Sujet", "Subject"};
inline constexpr MessageText kLinkDeadline{"link-deadline", "Réponse attendue avant le",
                                           "Answer expected by"};
inline constexpr MessageText kCodeTitle{"code-title", "Saisissez votre code", "Type your code"};
inline constexpr MessageText kCodeIntro{
    "code-intro",
    "Si ce lien est le vôtre, un courriel avec un code vient de partir à votre adresse. Il est "
    "valable dix minutes, dans ce navigateur.",
    "If this link is yours, an e-mail with a code has just left for your address. It is good for "
    "ten minutes, in this browser."};
inline constexpr MessageText kCodeNeeded{"code-needed", "tapez le code reçu par courriel",
                                         "type the code that you received by e-mail"};
inline constexpr MessageText kNotEntered{"not-entered", "Le lien ne s’ouvre pas encore",
                                         "The link does not open yet"};
inline constexpr MessageText kNoCookie{
    "no-cookie",
    "La page avait vieilli, ou ce navigateur refuse les cookies, dont le code a besoin : appuyez "
    "à nouveau sur le bouton.",
    "The page had grown old, or this browser refuses cookies, which the code needs: press the "
    "button again."};
inline constexpr MessageText kSessionOver{
    "session-over",
    "Votre session est finie, et rien n’a été fait : recevez un nouveau code. Ce que vous aviez "
    "tapé est ci-dessous, pour le recopier.",
    "Your session has ended, and nothing was done: get a new code. What you had typed stands "
    "below, to be copied."};
inline constexpr MessageText kQuestionOpen{
    "question-open",
    "Votre question est au guichet. Le délai de réponse est suspendu jusqu’à ce qu’il y réponde ; "
    "vous pouvez répondre sans attendre.",
    "Your question is with the desk. The time to answer stands still until it is answered; you may "
    "answer without waiting."};
inline constexpr MessageText kYouTyped{"you-typed", "Vous aviez tapé", "You had typed"};
inline constexpr MessageText kBadLinkTitle{"bad-link-title", "Ce lien est incomplet",
                                           "This link is incomplete"};
inline constexpr MessageText kBadLink{
    "bad-link",
    "Il a sans doute été coupé sur deux lignes : recopiez-le en entier depuis le courrier, ou "
    "appelez le guichet.",
    "It was probably broken over two lines: copy the whole of it from the letter, or call the "
    "desk."};
inline constexpr MessageText kOverTitle{"link-over-title", "Ce lien a fait son temps",
                                        "This link has had its time"};
inline constexpr MessageText kLinkOver{
    "link-over",
    "Ce sur quoi il portait est terminé depuis plus de trente jours, et il n’ouvre plus rien. Pour "
    "en parler, joignez le guichet.",
    "What it was about ended more than thirty days ago, and it opens nothing any more. To talk "
    "about it, contact the desk."};
inline constexpr MessageText kNoAddressTitle{"no-address-title", "Répondez-nous de vive voix",
                                             "Answer us by voice"};
inline constexpr MessageText kNoAddress{
    "no-address",
    "Le guichet n’a pas d’adresse électronique où vous envoyer un code : appelez-le, votre réponse "
    "sera notée à votre nom.",
    "The desk has no e-mail address to send you a code to: call it, your answer will be recorded "
    "in your name."};
inline constexpr MessageText kLinkBusy{
    "link-busy", "Trop de personnes arrivent en même temps : recommencez dans un instant.",
    "Too many people are coming in at once: try again in a moment."};
inline constexpr MessageText kReferralOver{"referral-over",
                                           "Close : {0}. Il n’y a plus rien à faire.",
                                           "Closed: {0}. There is nothing left to do."};
inline constexpr MessageText kReferralWithdrawn{
    "referral-withdrawn",
    "Cette demande vous a été retirée : ses données ne sont plus montrées, et il n’y a plus rien à "
    "faire.",
    "This request was withdrawn from you: its data is not shown any more, and there is nothing "
    "left to do."};
inline constexpr MessageText kDoneAt{"done-at", "C’est noté le {0} : {1}", "Recorded on {0}: {1}"};
inline constexpr MessageText kSaidOtherwise{
    "said-otherwise", "{0} : « {1} » est déjà enregistré en votre nom",
    "{0}: “{1}” is recorded in your name already"};
inline constexpr MessageText kHandedOver{"handed-over", "la demande est confiée à {0}",
                                         "the request is handed over to {0}"};
inline constexpr MessageText kConsentBack{"consent-back", "vos données ne sont plus transmises",
                                          "your data is not shared any more"};
inline constexpr MessageText kFollowTitle{"follow-title", "Votre demande", "Your request"};
inline constexpr MessageText kYourDesk{"your-desk", "Votre interlocuteur : {0}",
                                       "Your contact: {0}"};
inline constexpr MessageText kNoColleague{"no-colleague", "choisissez un collègue",
                                          "choose a colleague"};

}  // namespace messages
}  // namespace guichet::web
