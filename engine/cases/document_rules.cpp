#include "engine/cases/document_rules.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "engine/base/file.hpp"

namespace guichet::cases {
namespace {

constexpr std::string_view kOdt = "application/vnd.oasis.opendocument.text";
constexpr std::string_view kDocx =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::size_t kMostNameBytes = 150;

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  }
  return value;
}

// The central directory of a zip archive; nothing of it is unpacked.
class ZipEntries {
 public:
  explicit ZipEntries(std::string_view bytes) : bytes_(bytes) {
    constexpr std::string_view kEnd = "PK\5\6";
    const std::size_t found = bytes.rfind(kEnd);
    if (found == bytes.npos || bytes.size() - found < kEndSize) return;
    left_ = little(bytes, found + 10, 2);
    at_ = little(bytes, found + 16, 4);
    end_ = found;
  }

  // The next entry's name; nothing at the end, or where the directory is broken.
  std::optional<std::string_view> next() {
    constexpr std::string_view kEntry = "PK\1\2";
    if (left_ == 0 || at_ > end_ || end_ - at_ < kEntrySize) return {};
    if (bytes_.substr(at_, 4) != kEntry) return {};
    const std::size_t name = little(bytes_, at_ + 28, 2);
    const std::size_t rest = little(bytes_, at_ + 30, 2) + little(bytes_, at_ + 32, 2);
    if (end_ - at_ - kEntrySize < name + rest) return {};
    const std::string_view out = bytes_.substr(at_ + kEntrySize, name);
    at_ += kEntrySize + name + rest;
    --left_;
    return out;
  }
  bool is_whole() const { return left_ == 0; }

 private:
  static constexpr std::size_t kEndSize = 22, kEntrySize = 46;
  std::string_view bytes_;
  std::size_t left_ = 1, at_ = 1, end_ = 0;  // broken, until an end was found
};

// Its first entry is `mimetype`, not packed, so that its content stands at a known place.
bool is_odt(std::string_view bytes) {
  constexpr std::size_t kHead = 30;
  constexpr std::string_view kName = "mimetype";
  if (bytes.size() < kHead + kName.size() + kOdt.size()) return false;
  if (little(bytes, 26, 2) != kName.size() || little(bytes, 22, 4) != kOdt.size()) return false;
  if (bytes.substr(kHead, kName.size()) != kName) return false;
  const std::size_t content = kHead + kName.size() + little(bytes, 28, 2);
  return content < bytes.size() && bytes.substr(content, kOdt.size()) == kOdt;
}

std::string_view type_of_archive(std::string_view bytes) {
  const bool odt = is_odt(bytes);
  bool types = false, document = false;
  ZipEntries entries(bytes);
  while (const auto name = entries.next()) {
    types = types || *name == "[Content_Types].xml";
    document = document || *name == "word/document.xml";
    // Macros: a program, whatever its name ends with.
    if (name->ends_with("vbaProject.bin") || name->starts_with("Basic/") ||
        name->starts_with("Scripts/")) {
      return {};
    }
  }
  if (!entries.is_whole()) return {};
  if (odt) return kOdt;
  return types && document ? kDocx : std::string_view();
}

bool is_text(std::string_view bytes) {
  const auto unfit = [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7f;
  };
  return !bytes.empty() && std::ranges::none_of(bytes, unfit) &&
         base::find_invalid_utf8(bytes) == std::string_view::npos;
}

// U+0085, U+200B to U+200F, U+2028 to U+202E, U+2060 to U+206F, U+FEFF: unseen, and not harmless.
std::size_t unseen_mark(std::string_view text) {
  if (text.starts_with("\xC2\x85")) return 2;
  if (text.starts_with("\xEF\xBB\xBF")) return 3;
  if (text.size() < 3 || text[0] != '\xE2') return 0;
  const auto last = static_cast<std::uint8_t>(text[2]);
  if (text[1] == '\x80') {
    const bool unseen = (last >= 0x8B && last <= 0x8F) || (last >= 0xA8 && last <= 0xAE);
    return unseen ? 3 : 0;
  }
  return text[1] == '\x81' && last >= 0xA0 && last <= 0xAF ? 3 : 0;
}

}  // namespace

std::string_view media_type_of(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return "application/pdf";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("PK\3\4")) return type_of_archive(bytes);
  return is_text(bytes) ? "text/plain" : std::string_view();
}

std::string document_name(std::string_view given) {
  given.remove_prefix(given.find_last_of("/\\") + 1);
  if (base::find_invalid_utf8(given) != std::string_view::npos) given = {};
  std::string out;
  while (!given.empty()) {
    const std::size_t mark = unseen_mark(given);
    const auto byte = static_cast<std::uint8_t>(given.front());
    if (mark == 0 && byte >= 0x20 && byte != 0x7f) out += given.front();
    given.remove_prefix(std::max<std::size_t>(mark, 1));
  }
  if (out.size() > kMostNameBytes) {
    std::size_t end = kMostNameBytes;
    while (end > 0 && (static_cast<std::uint8_t>(out[end]) & 0xC0) == 0x80) --end;
    out.resize(end);
  }
  const std::size_t first = out.find_first_not_of(' ');
  if (first == std::string::npos) return "document";
  out.erase(out.find_last_not_of(' ') + 1);
  return out.substr(first);
}

}  // namespace guichet::cases
