#include "engine/cases/messages.hpp"
#include "engine/cases/people.hpp"

namespace guichet::cases {

void record_consent(Work& work, const Consent&) { work.refuse(501, base::Message(messages::kNotBuilt)); }
void requalify(Work& work, const Requalify&) { work.refuse(501, base::Message(messages::kNotBuilt)); }
void open_need(Work& work, const OpenNeed&) { work.refuse(501, base::Message(messages::kNotBuilt)); }
void undo(Work& work, const Undo&) { work.refuse(501, base::Message(messages::kNotBuilt)); }
void recall_letter(Work& work, const RecallLetter&) { work.refuse(501, base::Message(messages::kNotBuilt)); }
void merge(Work& work, const Merge&) { work.refuse(501, base::Message(messages::kNotBuilt)); }
void unmerge(Work& work) { work.refuse(501, base::Message(messages::kNotBuilt)); }
void note_merge(Work& work, const NoteMerge&) { work.refuse(501, base::Message(messages::kNotBuilt)); }

}  // namespace guichet::cases
