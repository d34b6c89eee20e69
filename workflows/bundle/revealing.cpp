// Which letters show personal facts past what a referral shares.
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {

namespace {

bool is_word(char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Does the expression read `person.nom`? `shared.nom` is what the referral shares.
bool reads(const std::string& text, const std::string& path) {
  for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path, at + 1)) {
    const bool begins = at == 0 || (!is_word(text[at - 1]) && text[at - 1] != '.');
    const std::size_t end = at + path.size();
    if (begins && (end == text.size() || !is_word(text[end]))) return true;
  }
  return false;
}

const std::string* shown_by(const letters::Letter& letter, const vocabulary::Vocabulary& words) {
  for (const letters::Template* part : {&letter.subject, &letter.body}) {
    for (const letters::Template::Piece& piece : part->pieces) {
      const auto* hole = std::get_if<letters::Template::Hole>(&piece);
      if (hole == nullptr || hole->expression.empty()) continue;
      const std::string& text = hole->expression.source().text();
      for (const vocabulary::Field& field : words.fields()) {
        if (field.personal_class.empty()) continue;
        for (const char* owner : {"person.", "firm.", "case.", "request.", "need."}) {
          if (reads(text, owner + field.id)) return &field.id;
        }
      }
    }
  }
  return nullptr;
}

}  // namespace

std::map<std::string, std::string> revealing_letters(const Desk& desk) {
  std::map<std::string, std::string> out;
  for (const auto& [id, letter] : desk.letters) {
    if (const std::string* field = shown_by(*letter, *desk.vocabulary)) out[id] = *field;
  }
  return out;
}

}  // namespace guichet::bundle
