// Inside the module: writes XML with two spaces of indentation. Texts and attributes are escaped so
// that a reader gets them back byte for byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::dmn::xml {

class Writer {
 public:
  // Those without value are left out.
  using Attributes = std::vector<std::pair<std::string, std::optional<std::string>>>;

  Writer();
  void open(std::string_view name, const Attributes& attributes = {});
  void close();
  void empty(std::string_view name, const Attributes& attributes = {});
  void text(std::string_view name, std::string_view text, const Attributes& attributes = {});
  // Requires: all that was opened is closed.
  std::string take() { return std::move(out_); }

 private:
  void begin(std::string_view name, const Attributes& attributes);

  std::string out_;
  std::vector<std::string> open_;
};

// The value of an attribute that is left out where it is empty.
std::optional<std::string> given(std::string value);

}  // namespace guichet::dmn::xml
