// A desk folder, loaded whole and cross-checked: one immutable definition with its content hash.
// Shared between threads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/delay.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/calendar/calendar.hpp"
#include "engine/letters/letter.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "rules/convention/convention.hpp"
#include "rules/tables/table.hpp"
#include "workflows/bundle/ask_form.hpp"
#include "workflows/bundle/directory.hpp"
#include "workflows/bundle/result_settings.hpp"
#include "workflows/model/workflow.hpp"

namespace guichet::bundle {

// What a workflow's role stands for on a desk.
enum class Binding {
  case_owner,       // case.owner
  role,             // role:NAME: every member of staff who has it
  partner_adviser,  // partner.adviser: the adviser of the partner at hand, or a substitute
  partner_head,     // partner.head
  person,           // the applicant
  agenda,           // the partners' meeting: a line, not a letter
};

struct Role {
  std::string id;
  std::string title;  // for people
  Binding binding = Binding::role;
  std::string argument;  // of `role:NAME`
};

// A member of the desk's staff.
struct Member {
  std::string id, name, email, phone;
  std::vector<std::string> roles;
};

struct Settings {
  std::string id;  // the folder's name
  std::string name;
  std::string address, phone, email, site, hours;
  std::string base_url = "http://127.0.0.1:8080";  // links in letters
  base::Language language = base::Language::fr;
  base::Delay undo_for{base::Delay::Unit::milliseconds, 600'000};
  // Which fields make up a party's name, and where it can be reached.
  struct Party {
    std::vector<std::string> name;
    std::string email, phone, place;
  };
  Party person, firm;
  std::map<std::string, Role> roles;
  std::vector<Member> staff;
  std::vector<Absence> absences;       // of members of the staff
  std::vector<std::string> operators;  // roles that may put a case right; empty: all of the staff
  // How long before it ends a convention is announced to end.
  base::Delay convention_warning{base::Delay::Unit::months, 3};
  std::map<std::string, std::map<std::string, std::string>> refusals;  // code -> language -> text
};

// How requests come in: columns of files and forms, eligibility, theme to path.
struct Intake {
  std::string workflow;
  std::string key;                             // field against doubles
  std::string themes = "themes";               // field that lists themes
  std::string received = "recue_le";           // field of the day of receipt
  std::vector<std::string> required;           // enough to save a call
  std::map<std::string, std::string> columns;  // CSV column -> field
  std::vector<std::string> ignore_columns;
  vocabulary::Formats formats;
  std::string eligibility;                   // decision table: take_in | refuse | ask
  std::map<std::string, std::string> paths;  // theme -> workflow
  std::string owner_role;
  std::map<std::string, std::string> letters;  // verdict -> letter
  AskForm form;                                // as written: see ask_form()
};

struct Desk {
  // sha256 of what instances are pinned to: workflows, rules, fields, intake.
  std::string hash;
  std::string content_hash;  // sha256 of all files
  // It has mistakes: what they hit is missing, and nothing but further checking is done with it.
  bool partial = false;
  Settings settings;
  std::shared_ptr<const vocabulary::Vocabulary> vocabulary;
  std::shared_ptr<const calendar::Calendar> calendar;  // the one that counts unless said
  calendar::Calendars calendars;                       // all of the folder's, by id
  Intake intake;
  std::map<std::string, std::shared_ptr<const model::Workflow>, std::less<>> workflows;
  std::map<std::string, std::shared_ptr<const tables::DecisionTable>, std::less<>> tables;
  std::map<std::string, std::shared_ptr<const convention::Convention>, std::less<>> conventions;
  std::map<std::string, std::shared_ptr<const letters::Letter>, std::less<>> letters;
  Directory directory;       // the seed
  ResultSettings results;    // what is published of its work
  feel::Scope scope;         // check::workflow_scope
  feel::Scope letter_scope;  // letters::letter_scope
  // The folder's files, path relative to it -> text, so that a version can be kept and shown.
  std::map<std::string, std::string> files;
  std::map<std::string, std::shared_ptr<const yaml::Node>> documents;  // tests, population: as read

  const model::Workflow* workflow(std::string_view id) const;
  const letters::Letter* letter(std::string_view id) const;
  const Member* member(std::string_view id) const;
  // Who does a member's work on a day: herself, or where she is away her substitute, or hers. The
  // member herself where nobody stands in; nullptr for an unknown id.
  const Member* on_duty(std::string_view id, base::Day day) const;
  // The first member of staff with the role; nullptr if nobody has it.
  const Member* first_with_role(std::string_view role) const;
  const Role* role(std::string_view id) const;
  // The role that stands for the partner at hand; nullptr where the desk has none.
  const Role* partner_role() const;
  // A refusal code's sentence; the code itself where the desk gives none.
  std::string refusal_text(const std::string& code, base::Language language) const;
};

// Id of the letter that tells a partner that its answer is needed no more: "retrait-<role>".
std::string withdrawal_letter(const Role& role);
// Id of the letter that tells an adviser that a referral is hers now: "passage-<role>". A desk may
// do without.
std::string hand_over_letter(const Role& role);

// A desk's files: YAML, CSV and letters, path relative to the folder -> bytes.
std::map<std::string, std::string> read_folder(const std::string& folder,
                                               base::Diagnostics& diagnostics);
// Does a load prove the decision tables too? A version that the database kept has been accepted: a
// prover that has become stricter must not orphan the cases pinned to it.
enum class Proof { yes, no };
// The same as load_desk() on texts at hand.
std::shared_ptr<const Desk> load_desk_files(const std::map<std::string, std::string>& files,
                                            const std::string& shown_as,
                                            base::Diagnostics& diagnostics,
                                            Proof proof = Proof::yes);

// The same as load_desk(), but a desk with mistakes comes back too, marked `partial`, so that the
// files that build on it (scenarios, populations) are checked in the same pass. nullptr only where
// there is next to nothing to go by.
std::shared_ptr<const Desk> load_desk_for_checking(const std::string& folder,
                                                   base::Diagnostics& diagnostics);
// The same on texts at hand.
std::shared_ptr<const Desk> load_files_for_checking(const std::map<std::string, std::string>& files,
                                                    const std::string& shown_as,
                                                    base::Diagnostics& diagnostics);

// Reads and checks every file of the folder. Every mistake of every file is in `diagnostics`; a
// desk comes back only where none of them is an error.
std::shared_ptr<const Desk> load_desk(const std::string& folder, base::Diagnostics& diagnostics,
                                      Proof proof = Proof::yes);

}  // namespace guichet::bundle
