// The words of notes, documents, suggestions and cases that are kept apart.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kPaperLabels[] = {
    {"L_NOTES", "Notes internes", "Internal notes"},
    {"L_NOTES_HELP", "Pour le guichet seul : ni les partenaires ni la personne ne les voient.",
     "For the desk alone: neither partners nor the person see them."},
    {"L_NO_NOTE", "Aucune note.", "No note."},
    {"L_ADD_NOTE", "Ajouter une note", "Add a note"},
    {"L_NOTE", "Note", "Note"},
    {"L_STRIKE", "Barrer", "Strike"},
    {"L_STRUCK", "barrée", "struck"},
    {"L_DOCUMENTS", "Documents", "Documents"},
    {"L_NO_DOCUMENT", "Aucun document.", "No document."},
    {"L_SEND_DOCUMENT", "Ajouter un document", "Add a document"},
    {"L_FILE", "Fichier", "File"},
    {"L_FILE_HELP", "PDF, JPEG, PNG, texte, ODT ou DOCX, de 5 Mo au plus.",
     "PDF, JPEG, PNG, text, ODT or DOCX, of 5 MB at most."},
    {"L_SHOWN_TO", "Montrer aussi à", "Show it to"},
    {"L_SHOWN_TO_HELP", "Rien de coché : le guichet seul le voit.",
     "Nothing ticked: the desk alone sees it."},
    {"L_ADD_FILE", "Envoyer le document", "Send the document"},
    {"L_SHARE", "Montrer à…", "Show to…"},
    {"L_TAKE_AWAY", "Retirer", "Take away"},
    {"L_APART", "Ce ne sont pas les mêmes", "They are not the same"},
    {"L_TOGETHER", "Revenir sur cette décision", "Take that back"},
    {"L_KEPT_APART", "Dit distinct de", "Kept apart from"},
    {"L_SUGGESTIONS", "Propositions des partenaires", "Suggested by partners"},
    {"L_SUGGEST", "Proposer un autre partenaire", "Suggest another partner"},
    {"L_SUGGEST_HELP", "Ce n’est pas une réponse à ce qui vous est demandé : le guichet en décide.",
     "This is no answer to what you are asked: the desk decides."},
    {"L_SUGGEST_WHO", "Partenaire de la convention", "Partner of the agreement"},
    {"L_SUGGEST_WHY", "Pourquoi lui", "Why this one"},
    {"L_YOU_SUGGESTED", "Vous avez proposé", "You suggested"},
};

namespace messages {

using base::MessageText;

inline constexpr MessageText kNoteTitle{"note-title", "Note interne", "Internal note"};
inline constexpr MessageText kNoteWords{"note-words", "Note", "Note"};
inline constexpr MessageText kNoteIntro{
    "note-intro", "Pour le guichet seul : ni les partenaires ni la personne ne la voient.",
    "For the desk alone: neither partners nor the person see it."};
inline constexpr MessageText kNoteSave{"note-save", "Noter", "Write it down"};
inline constexpr MessageText kNoteDone{"note-done", "La note est ajoutée.", "The note is added."};
inline constexpr MessageText kStrikeTitle{"strike-title", "Barrer une note", "Strike a note"};
inline constexpr MessageText kStrikeIntro{
    "strike-intro", "« {0} » Elle restera lisible, barrée, et l’historique dira qui l’a barrée.",
    "'{0}' It stays readable, struck, and the history tells who did it."};
inline constexpr MessageText kStrike{"strike", "Barrer la note", "Strike the note"};
inline constexpr MessageText kStrikeDone{"strike-done", "La note est barrée.",
                                         "The note is struck."};
inline constexpr MessageText kDocumentDone{"document-done", "Le document est ajouté.",
                                           "The document is added."};
inline constexpr MessageText kShareTitle{"share-title", "Montrer un document", "Show a document"};
inline constexpr MessageText kShareIntro{
    "share-intro",
    "« {0} ». Le guichet le voit toujours, et qui l’a envoyé aussi. Ce qui est coché remplace ce "
    "qui l’était.",
    "'{0}'. The desk always sees it, and so does whoever sent it. What is ticked replaces what "
    "was."};
inline constexpr MessageText kShownTo{"shown-to", "Montrer aussi à", "Show it to"};
inline constexpr MessageText kToThePerson{"to-the-person", "la personne", "the person"};
inline constexpr MessageText kShare{"share", "Enregistrer", "Record"};
inline constexpr MessageText kShareDone{"share-done", "C’est noté.", "Recorded."};
inline constexpr MessageText kShownLine{"shown-line", "montré à {0}", "shown to {0}"};
inline constexpr MessageText kRemoveTitle{"remove-document-title", "Retirer un document",
                                          "Take a document away"};
inline constexpr MessageText kRemoveIntro{
    "remove-document-intro", "« {0} » sera effacé : il ne reste que son nom dans l’historique.",
    "'{0}' will be erased: only its name stays in the history."};
inline constexpr MessageText kRemove{"remove-document", "Retirer le document",
                                     "Take the document away"};
inline constexpr MessageText kRemoveDone{"remove-document-done", "Le document est retiré.",
                                         "The document is taken away."};
inline constexpr MessageText kNoFile{"no-file", "choisissez un fichier", "choose a file"};
inline constexpr MessageText kApartTitle{"apart-title", "Ce ne sont pas les mêmes",
                                         "They are not the same"};
inline constexpr MessageText kApartIntro{
    "apart-intro",
    "Le dossier {0} ne sera plus proposé comme doublon de celui-ci, ni l’inverse. On peut revenir "
    "dessus.",
    "Case {0} will not be proposed as a double of this one any more, nor the other way round. This "
    "can be taken back."};
inline constexpr MessageText kApart{"apart", "Dire qu’ils sont distincts", "Keep them apart"};
inline constexpr MessageText kApartDone{"apart-done", "C’est noté : ils sont distincts.",
                                        "Recorded: they are not the same."};
inline constexpr MessageText kTogetherTitle{"together-title", "Revenir sur une décision",
                                            "Take a decision back"};
inline constexpr MessageText kTogetherIntro{
    "together-intro", "Le dossier {0} pourra de nouveau être proposé comme doublon de celui-ci.",
    "Case {0} may be proposed as a double of this one again."};
inline constexpr MessageText kTogether{"together", "Ne plus les dire distincts",
                                       "No longer keep them apart"};
inline constexpr MessageText kTogetherDone{"together-done", "C’est noté.", "Recorded."};
inline constexpr MessageText kSuggestTitle{"suggest-title", "Proposer un autre partenaire",
                                           "Suggest another partner"};
inline constexpr MessageText kSuggestIntro{
    "suggest-intro", "Ce n’est pas une réponse : le guichet en décide à la réunion.",
    "This is no answer: the desk decides at its meeting."};
inline constexpr MessageText kSuggestWho{"suggest-who", "Partenaire de la convention",
                                         "Partner of the agreement"};
inline constexpr MessageText kSuggestWhy{"suggest-why", "Pourquoi lui", "Why this one"};
inline constexpr MessageText kSuggest{"suggest", "Proposer", "Suggest"};
inline constexpr MessageText kSuggestDone{"suggest-done", "La proposition est notée.",
                                          "The suggestion is recorded."};
inline constexpr MessageText kNobodySuggested{"nobody-suggested", "choisissez un partenaire",
                                              "choose a partner"};
inline constexpr MessageText kSuggestedBy{"suggested-by", "{0} propose {1}", "{0} suggests {1}"};
inline constexpr MessageText kDesignated{"suggested-designated",
                                         "désigné par la convention, déjà coché",
                                         "designated by the agreement, ticked already"};
inline constexpr MessageText kNotDesignated{"suggested-not-designated",
                                            "non désigné par la convention : {0}",
                                            "not designated by the agreement: {0}"};
inline constexpr MessageText kNotConsidered{"suggested-not-considered",
                                            "la convention ne le prévoit pas pour ce besoin",
                                            "the agreement does not provide for it here"};
inline constexpr MessageText kHappenedDocument{"happened-document", "Document reçu : {0}",
                                               "Document received: {0}"};
inline constexpr MessageText kHandedTitle{"handed-title", "C’est confié", "It is handed over"};
inline constexpr MessageText kHandedAway{
    "handed-away",
    "La demande est confiée à votre collègue, à qui le guichet écrit. Votre session est finie : ce "
    "lien s’ouvre désormais par un code envoyé à son adresse.",
    "The request is handed over to your colleague, to whom the desk writes. Your session has "
    "ended: this link now opens by a code sent to their address."};

}  // namespace messages
}  // namespace guichet::web
