// A consent's life: given, refused or withdrawn, for all partners or for some. As a field stores
// it: the word where it holds for all; else {others: word or nothing, partners: {id: word}}.
// Private to this module.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/work.hpp"

namespace guichet::cases {

constexpr std::string_view kRefused = "refused";
constexpr std::string_view kWithdrawn = "withdrawn";

// Is it given for that partner? For "" (no partner at hand): for anybody at all?
bool consent_holds(const feel::Value& consent, std::string_view partner);
// The word that holds for a partner, "" where nothing was said.
std::string consent_word(const feel::Value& consent, std::string_view partner);
// What a consent becomes when this is said: a word, which replaces all, or {state, for: [..]},
// which changes what holds for those named.
feel::Stored consent_after(const feel::Value& now, const feel::Value& said);
feel::Stored consent_said(const std::string& state, const std::vector<std::string>& partners);

// The field that says whether requests may be passed on; nullptr: the desk asks no consent.
const vocabulary::Field* consent_field(const Work& work, InstanceNumber n);
// May the need be passed on to that partner; for "": to anybody?
bool may_pass_on(const Work& work, InstanceNumber n, std::string_view partner = "");
// Partners that the person has not agreed to, while she has to others.
std::vector<std::string> not_agreed_to(const Work& work, InstanceNumber n);

// One person, one consent: what was said in this step is told to the cases that are one with this.
void tell_joined_cases(Work& work);
void note_consent(Work& work, const NoteConsent& body);

// After a change of consent: what a path has left open without it ends here.
void end_without_consent(Work& work);

}  // namespace guichet::cases
