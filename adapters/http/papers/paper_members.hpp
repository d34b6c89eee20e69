// The members of notes, documents and suggestions; see view_members.hpp.
#pragma once

#include "adapters/http/papers/paper_views.hpp"
#include "engine/cases/archive.hpp"

namespace guichet::http {

template <typename A>
void members(A& a, NoteView& v) {
  a("note", v.note)("n", v.n)("words", v.words)("author", v.author)("at", base::iso(v.at))(
      "struck", v.struck);
}
template <typename A>
void members(A& a, DocumentView& v) {
  a("key", v.key)("n", v.n)("name", v.name)("media_type", v.media_type)("digest", v.digest)(
      "size", v.size)("from", v.from)("sender", v.sender)("own", v.own)("partners", v.partners)(
      "person", v.person)("at", base::iso(v.at));
}
template <typename A>
void members(A& a, SuggestionView& v) {
  a("n", v.n)("need", v.need)("by", v.by)("by_name", v.by_name)("partner", v.partner)(
      "partner_name", v.partner_name)("words", v.words)("chosen", v.chosen)(
      "objections", v.objections)("at", base::iso(v.at));
}

struct Documents {
  std::vector<DocumentView> documents;
};
template <typename A>
void members(A& a, Documents& v) {
  a("documents", v.documents);
}

}  // namespace guichet::http
