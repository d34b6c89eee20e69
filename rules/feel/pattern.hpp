// Regular expressions in XPath's flavour, on ICU, with a limit of time and of stack.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::feel {

// How long matching took, in ICU's ticks of about a millisecond.
struct PatternEffort {
  std::uint32_t ticks = 0;
};

class Pattern {
 public:
  // `flags`: any of s, m, i, x. An error is the sentence that says what is wrong with it.
  static std::expected<Pattern, std::string> compile(std::string_view pattern,
                                                     std::string_view flags);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // Nothing where the limits were passed.
  std::optional<bool> find(std::string_view text, PatternEffort& effort) const;
  std::optional<std::string> replace(std::string_view text, std::string_view replacement,
                                     std::size_t most_bytes, PatternEffort& effort) const;
  std::optional<std::vector<std::string>> split(std::string_view text, std::size_t most_parts,
                                                PatternEffort& effort) const;
  bool matches_empty() const;
  // Is "$1" text such as XPath accepts ($N, \$, \\)?
  static bool is_replacement(std::string_view replacement);

 private:
  struct Compiled;
  explicit Pattern(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace guichet::feel
