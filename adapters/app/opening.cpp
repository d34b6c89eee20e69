#include "adapters/app/opening.hpp"

#include <iostream>

#include "engine/base/file.hpp"
#include "engine/json/json.hpp"

namespace guichet::app {

std::expected<std::shared_ptr<const bundle::Desk>, int> open_desk(const std::string& folder,
                                                                  base::Language language,
                                                                  bundle::Proof proof) {
  base::Diagnostics diagnostics;
  auto desk = bundle::load_desk(folder, diagnostics, proof);
  if (desk) return desk;
  std::cerr << render_text(diagnostics, language);
  return std::unexpected(kWrongInput);
}

std::expected<feel::Stored, int> read_json_argument(const std::string& given,
                                                    base::Language language) {
  std::string text = given;
  if (given.starts_with('@')) {
    auto bytes = base::read_bytes(given.substr(1));
    if (!bytes) return std::unexpected(report(bytes.error(), language));
    text = std::move(*bytes);
  }
  auto value = json::read(text);
  if (!value) return std::unexpected(report(value.error(), language));
  return *value;
}

int report(const base::Error& error, base::Language language) {
  std::cerr << "guichet: " << error.what.in(language) << "\n";
  return error.kind == base::ErrorKind::fault ? kFault : kWrongInput;
}

int report(const base::Rejection& rejection, base::Language language) {
  for (const base::Message& reason : rejection.reasons) {
    std::cerr << "guichet: [" << reason.key() << "] " << reason.in(language) << "\n";
  }
  return kWrongInput;
}

}  // namespace guichet::app
