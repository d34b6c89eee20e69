// The members of notes, documents and suggestions, and of their facts, under the names that the
// stored JSON uses; see members.hpp.
#pragma once

#include "engine/cases/event_papers.hpp"
#include "engine/cases/papers.hpp"

namespace guichet::cases {

// clang-format off
template <typename A> void members(A& a, Note& n) {
  a("seq", n.seq)("n", n.n)("words", n.words)("by", n.by)("at", n.at)("struck", n.struck);
}
template <typename A> void members(A& a, Document& d) {
  a("key", d.key)("n", d.n)("name", d.name)("media_type", d.media_type)("digest", d.digest)("size", d.size)
   ("by", d.by)("from", d.from)("partner", d.partner)("partners", d.partners)("person", d.person)("at", d.at);
}
template <typename A> void members(A& a, Suggestion& s) {
  a("seq", s.seq)("n", s.n)("by", s.by)("partner", s.partner)("words", s.words)("at", s.at);
}
template <typename A> void members(A& a, NoteAdded& e) { a("n", e.n)("words", e.words)("by", e.by); }
template <typename A> void members(A& a, NoteStruck& e) { a("n", e.n)("note", e.note); }
template <typename A> void members(A& a, DocumentAdded& e) {
  a("n", e.n)("key", e.key)("name", e.name)("media_type", e.media_type)("digest", e.digest)("size", e.size)
   ("by", e.by)("from", e.from)("partner", e.partner)("partners", e.partners)("person", e.person);
}
template <typename A> void members(A& a, DocumentShared& e) {
  a("n", e.n)("key", e.key)("name", e.name)("partners", e.partners)("person", e.person);
}
template <typename A> void members(A& a, DocumentRemoved& e) { a("n", e.n)("key", e.key)("name", e.name); }
template <typename A> void members(A& a, CasesKeptApart& e) {
  a("other", e.other)("number", e.number)("apart", e.apart);
}
template <typename A> void members(A& a, PartnerSuggested& e) {
  a("n", e.n)("by", e.by)("partner", e.partner)("words", e.words);
}
// clang-format on

}  // namespace guichet::cases
