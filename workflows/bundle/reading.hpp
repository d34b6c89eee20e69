// The readers of a desk's own files. Private to this module.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/yaml/shape.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::bundle {

// A file of the folder: where it stands in it, its text, its tree (null where it does not parse).
struct File {
  std::string path;  // relative to the folder
  base::Source source;
  std::shared_ptr<const yaml::Node> root;
  std::string kind;  // of the header; "" where it has none
};

// What desk.yaml says besides Settings: files and their part.
struct DeskFile {
  Settings settings;
  std::string calendar;
  base::Location calendar_at;
  struct ReferentialFile {
    std::string file;
    vocabulary::Referential::Declaration declaration;
    base::Location at;
  };
  std::vector<ReferentialFile> referentials;
};

// What diagnostics put before a file's path.
std::string shown_folder(const std::string& folder);
DeskFile read_desk_file(const yaml::Node& root, base::Diagnostics& diagnostics);
Intake read_intake(const yaml::Node& root, const vocabulary::Vocabulary& vocabulary,
                   base::Diagnostics& diagnostics);
// The mapping under `form`; the rest of intake has been read.
AskForm read_ask_form(const yaml::Node& node, const Intake& intake,
                      const vocabulary::Vocabulary& vocabulary, base::Diagnostics& diagnostics);
// Requires: the desk's settings and vocabulary have been read.
ResultSettings read_results(const yaml::Node& root, const Desk& desk,
                            base::Diagnostics& diagnostics);
std::optional<base::Delay> read_delay(const yaml::Node& node, base::Diagnostics& diagnostics);
// Nothing, without a word, where the node is absent: its shape has said so.
std::optional<base::Day> read_day(const yaml::Node* node, base::Diagnostics& diagnostics);
// Each scalar of `x` or `[x, y]` as text.
std::vector<std::string> read_texts(const yaml::Node* node, base::Diagnostics& diagnostics);

// Ids that the folder defines, those of files with mistakes too.
struct DefinedIds {
  std::set<std::string> workflows, tables, conventions, calendars;
  std::map<std::string, std::set<std::string>> letters;  // with the timers that they name
};

// Letters that show personal facts past what a referral shares: id -> one of the fields.
std::map<std::string, std::string> revealing_letters(const Desk& desk);
// What instances are pinned to; letters, calendars and the directory are the active desk's.
bool is_pinned(const File& file);
// Of two files that define the same thing the second is refused.
void check_defined_once(const std::vector<File>& files, base::Diagnostics& diagnostics);
// Names that one file uses and another defines, once all are read.
void check_references(const Desk& desk, const DefinedIds& defined, const yaml::Node* desk_file,
                      const yaml::Node* intake, base::Diagnostics& diagnostics);

}  // namespace guichet::bundle
