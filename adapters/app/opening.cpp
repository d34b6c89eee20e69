#include "adapters/app/opening.hpp"

#include <charconv>
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

int report(const base::Message& wrong_input, base::Language language) {
  return report(base::Error{base::ErrorKind::input, wrong_input}, language);
}

std::optional<std::uint64_t> number_of(const std::string& text) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return out;
}

}  // namespace guichet::app
