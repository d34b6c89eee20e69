#include "engine/publishing/draft.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "engine/base/digest.hpp"
#include "engine/base/file.hpp"
#include "engine/publishing/draft_messages.hpp"

namespace guichet::publishing {
namespace {

using base::Message;

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::size_t kLongestPath = 120;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

std::optional<NotKept> fault_of(const std::string& path, const std::string& text) {
  if (!is_desk_path(path)) return NotKept{422, Message(messages::kNoDeskFile, {path})};
  if (text.size() > kMostBytes) return NotKept{422, Message(messages::kTooLong, {path})};
  const bool is_list = path.ends_with(".csv");
  if (!is_list && base::find_invalid_utf8(text) != std::string::npos) {
    return NotKept{422, Message(messages::kNotText, {path})};
  }
  return {};
}

std::string digest_of(const std::optional<std::string>& text) {
  return text ? base::sha256_hex(*text) : std::string();
}

// What stands after `key:` at the beginning of a line among the first ones, without quotes.
std::string head_value(const std::string& text, std::string_view key) {
  constexpr int kHeadLines = 40;
  std::size_t at = 0;
  for (int line = 0; line < kHeadLines && at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view one(text.data() + at, end - at);
    at = end + 1;
    if (!one.starts_with(key) || one.size() <= key.size() || one[key.size()] != ':') continue;
    one.remove_prefix(key.size() + 1);
    while (!one.empty() && (one.front() == ' ' || one.front() == '"')) one.remove_prefix(1);
    while (!one.empty() && (one.back() == ' ' || one.back() == '"' || one.back() == '\r')) {
      one.remove_suffix(1);
    }
    if (!one.empty()) return std::string(one);
  }
  return {};
}

// The next state of what is known of the draft as a whole.
void touch(store::DraftRows& rows, const std::optional<store::Draft>& before,
           const std::string& base, const Editor& editor) {
  store::Draft draft{before ? before->base : base, before ? before->rev + 1 : 1, editor.at,
                     editor.by};
  rows.save_draft(draft);
}

}  // namespace

bool is_desk_path(const std::string& path) {
  if (path.empty() || path.size() > kLongestPath) return false;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part(path.data() + begin, end - begin);
    if (part.empty() || part.front() == '.' || !std::ranges::all_of(part, is_plain)) return false;
    begin = end + 1;
  }
  const std::filesystem::path name(path);
  const std::string extension = name.extension().string();
  return extension == ".yaml" || extension == ".yml" || extension == ".csv" ||
         (extension == ".md" && path.starts_with("letters/"));
}

const store::DraftFile* Drafted::change_of(const std::string& path) const {
  const auto found = std::ranges::find(changed, path, &store::DraftFile::path);
  return found == changed.end() ? nullptr : &*found;
}

std::vector<std::string> Drafted::overtaken() const {
  std::vector<std::string> out;
  for (const store::DraftFile& file : changed) {
    if (digest_of(text_of(published->files, file.path)) != file.base) out.push_back(file.path);
  }
  return out;
}

Drafted read_draft(desk::Desk& desk) {
  Drafted out{.published = desk.published()};
  desk.store().read([&](store::Reader& reader) {
    out.draft = reader.drafts().draft();
    out.changed = reader.drafts().draft_files();
  });
  out.files = out.published->files;
  for (const store::DraftFile& file : out.changed) {
    if (file.text) {
      out.files[file.path] = *file.text;
    } else {
      out.files.erase(file.path);
    }
  }
  return out;
}

std::int64_t revision_of(const std::optional<std::string>& text) {
  if (!text) return 0;
  constexpr std::size_t kDigits = 12;  // 48 bits
  const std::string digest = base::sha256_hex(*text);
  std::int64_t number = 0;
  std::from_chars(digest.data(), digest.data() + kDigits, number, 16);
  return number;
}

std::string kind_of(const std::string& path, const std::string& text) {
  if (path.ends_with(".md")) return "letter";
  if (path.ends_with(".csv")) return "list";
  const std::string header = head_value(text, "guichet");
  return header.substr(0, header.find('/'));
}

std::string title_of(const std::string& path, const std::string& text) {
  for (const char* key : {"title", "subject", "name"}) {
    std::string title = head_value(text, key);
    if (!title.empty()) return title;
  }
  return std::filesystem::path(path).stem().string();
}

std::optional<std::string> text_of(const Files& files, const std::string& path) {
  const auto found = files.find(path);
  if (found == files.end()) return {};
  return found->second;
}

Kept keep_file(desk::Desk& desk, const std::string& path, std::optional<std::string> text,
               std::int64_t seen, const Editor& editor) {
  if (const auto fault = fault_of(path, text.value_or(""))) return std::unexpected(*fault);
  std::optional<NotKept> refused;
  desk::write_and_wait(desk.store(), [&](store::Transaction& transaction) {
    refused.reset();
    store::DraftRows& rows = transaction.drafts();
    // Publications pass the same writer: what is in force does not change while this runs.
    const auto published = desk.published();
    const std::optional<std::string> before = text_of(published->files, path);
    const auto file = rows.draft_file(path);
    const std::optional<std::string> now = file ? file->text : before;
    if (revision_of(now) != seen) {
      refused = NotKept{412, Message(messages::kChangedMeanwhile, {path}), now};
      return;
    }
    const auto draft = rows.draft();
    if (text == before) {
      rows.remove_draft_file(path);
    } else {
      rows.save_draft_file({path, text, digest_of(before), editor.at, editor.by});
    }
    touch(rows, draft, published->content_hash, editor);
  });
  if (refused) return std::unexpected(*refused);
  return revision_of(text);
}

void discard(desk::Desk& desk, const std::optional<std::string>& path, const Editor& editor) {
  desk::write_and_wait(desk.store(), [&](store::Transaction& transaction) {
    store::DraftRows& rows = transaction.drafts();
    touch(rows, rows.draft(), desk.published()->content_hash, editor);
    if (path) {
      rows.remove_draft_file(*path);
    } else {
      rows.remove_draft_files();
    }
  });
}

void make_draft(desk::Desk& desk, const Files& files, const Editor& editor) {
  desk::write_and_wait(desk.store(), [&](store::Transaction& transaction) {
    store::DraftRows& rows = transaction.drafts();
    const auto published = desk.published();
    rows.remove_draft_files();
    for (const auto& [path, text] : files) {
      const auto before = text_of(published->files, path);
      if (before == text) continue;
      rows.save_draft_file({path, text, digest_of(before), editor.at, editor.by});
    }
    for (const auto& [path, text] : published->files) {
      if (files.contains(path)) continue;
      rows.save_draft_file({path, {}, digest_of(text), editor.at, editor.by});
    }
    touch(rows, {}, published->content_hash, editor);
  });
}

}  // namespace guichet::publishing
