#include "adapters/web/accounts/secrets.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace guichet::web {

void fill_password_field(ctemplate::TemplateDictionary& body, const std::string& field,
                         const FaultsOfForm* faults, base::Language language) {
  const std::string sentence = faults == nullptr ? std::string() : faults->at(field, language);
  if (sentence.empty()) return;
  body.SetValueAndShowSection("SENTENCE", sentence,
                              field == "present" ? "PRESENT_ERROR" : "PASSWORD_ERROR");
}

void fill_new_password(ctemplate::TemplateDictionary& body, const FaultsOfForm* faults,
                       base::Language language) {
  ctemplate::TemplateDictionary* field = body.AddIncludeDictionary("NEW_PASSWORD");
  field->SetFilename("new_password.tpl");
  fill_password_field(*field, "password", faults, language);
}

std::string in_groups(std::string_view secret) {
  std::string out;
  for (std::size_t at = 0; at < secret.size(); at += 4) {
    if (at > 0) out += ' ';
    out += secret.substr(at, 4);
  }
  return out;
}

void fill_qr(ctemplate::TemplateDictionary& body, const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) return;
  constexpr int kQuiet = 4;  // modules left light around it, as readers expect
  std::string path;
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if ((code->data[y * code->width + x] & 1U) == 0) continue;
      path += fmt::format("M{} {}h1v1h-1z", x + kQuiet, y + kQuiet);
    }
  }
  ctemplate::TemplateDictionary* picture = body.AddSectionDictionary("PICTURE");
  picture->SetIntValue("SIDE", code->width + 2 * kQuiet);
  picture->SetValue("PATH", path);
}

}  // namespace guichet::web
