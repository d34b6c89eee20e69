// What people do on a case besides the acts that its paths offer. Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// Names of the engine's own acts in the journal.
constexpr std::string_view kRecallAct = "recall";
constexpr std::string_view kConsentAct = "consent";

void record_consent(Work& work, const Consent& consent);
void requalify(Work& work, const Requalify& body);
void open_need(Work& work, const OpenNeed& body);
// A need of the theme, opened but not started. Requires: the theme has a path.
InstanceNumber add_need(Work& work, const std::string& theme);
bool can_requalify(const Work& work, InstanceNumber n, const std::string& theme);
// What a path's `requalify:` and the command both do. False where the reasons are noted.
bool requalify_need(Work& work, InstanceNumber n, const std::string& theme,
                    const std::vector<std::string>& keep);
void undo(Work& work, const Undo& body);
void recall_letter(Work& work, const RecallLetter& body);
void merge(Work& work, const Merge& body);
void unmerge(Work& work);
void note_merge(Work& work, const NoteMerge& body);
void add_note(Work& work, const AddNote& body);
void strike_note(Work& work, const StrikeNote& body);
void suggest(Work& work, const Suggest& body);
void add_document(Work& work, const AddDocument& body);
void share_document(Work& work, const ShareDocument& body);
void remove_document(Work& work, const RemoveDocument& body);
void keep_apart(Work& work, const KeepApart& body);
void note_apart(Work& work, const NoteApart& body);
// Did somebody say that the case and the other one are not one?
bool are_apart(const Snapshot& snapshot, base::CaseId other);

}  // namespace guichet::cases
