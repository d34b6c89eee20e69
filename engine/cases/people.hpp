// What people do on a case besides the acts that its paths offer. Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

void record_consent(Work& work, const Consent& consent);
void requalify(Work& work, const Requalify& body);
void open_need(Work& work, const OpenNeed& body);
void undo(Work& work, const Undo& body);
void recall_letter(Work& work, const RecallLetter& body);
void merge(Work& work, const Merge& body);
void unmerge(Work& work);
void note_merge(Work& work, const NoteMerge& body);

}  // namespace guichet::cases
