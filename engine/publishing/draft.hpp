// The draft of the desk's folder: the published files with what somebody has changed laid over
// them. Saving is guarded by what was seen: a file's revision is made of its text.
// Thread rule: what writes waits until it is durable; not on the store's own thread.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "engine/desk/desk.hpp"
#include "engine/publishing/check.hpp"

namespace guichet::publishing {

struct Drafted {
  std::shared_ptr<const bundle::Desk> published;
  std::optional<store::Draft> draft;      // nothing while nothing is changed
  std::vector<store::DraftFile> changed;  // by path
  Files files;                            // as they would be published

  const store::DraftFile* change_of(const std::string& path) const;
  // Changed files whose published text is another by now than the one that they were made from.
  std::vector<std::string> overtaken() const;
};
Drafted read_draft(desk::Desk& desk);

// A number made of the text, the same for the same text; 0 where there is no file. Fits the whole
// numbers of JSON.
std::int64_t revision_of(const std::optional<std::string>& text);

// May a desk's folder hold a file of that name? Relative, without a step upwards, of a kind that a
// folder is read for.
bool is_desk_path(const std::string& path);
// The kind in the file's header ("workflow"); "letter", "list" (CSV); "" where it has none.
std::string kind_of(const std::string& path, const std::string& text);
// What it calls itself; its name where it does not.
std::string title_of(const std::string& path, const std::string& text);
// The text of a path in these files.
std::optional<std::string> text_of(const Files& files, const std::string& path);

// Who changes the draft, and when.
struct Editor {
  std::string by;
  base::Instant at{};
};

struct NotKept {
  int status = 412;  // 412 changed meanwhile, 422 not a file of a desk, 503 storage
  base::Message why;
  std::optional<std::string> now{};  // the text as it stands, for 412
};
using Kept = std::expected<std::int64_t, NotKept>;

// Puts the text (nothing: takes the file out) into the draft; the file's revision from now on. A
// text as published takes the file out of the draft. `seen`: the revision that was edited.
Kept keep_file(desk::Desk& desk, const std::string& path, std::optional<std::string> text,
               std::int64_t seen, const Editor& editor);
// The file, or every file, is as published again.
void discard(desk::Desk& desk, const std::optional<std::string>& path, const Editor& editor);
// Makes these files the draft, whatever it was. Nothing is published by it.
void make_draft(desk::Desk& desk, const Files& files, const Editor& editor);

}  // namespace guichet::publishing
