// Regular expressions in XPath's flavour, on ICU, with a limit of time and of memory.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::feel {

// The processor's time that the regular expressions of one evaluation, or of one load, may take
// together. The clock on the wall is read around each use, which is cheap; only when it tells of a
// long time is the processor's own asked, so that a busy machine does not shorten the budget.
class PatternTime {
 public:
  explicit PatternTime(int milliseconds) : limit_nanos_(milliseconds * 1'000'000LL) {}

  bool spent() const { return spent_; }
  // Looks again in the midst of a use; false where it must end.
  bool check();

  // One use of a regular expression, from construction to destruction.
  class Use {
   public:
    explicit Use(PatternTime& time);
    ~Use() { time_.check(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

   private:
    PatternTime& time_;
  };

 private:
  std::int64_t limit_nanos_;
  std::int64_t wall_nanos_ = 0;     // in uses since the processor's time was last asked
  std::int64_t use_began_ = 0;      // on the wall
  std::int64_t cpu_baseline_ = -1;  // the thread's time when it was first asked
  bool spent_ = false;
};

// Why a match has no outcome.
enum class PatternLimit : std::uint8_t { effort, size };

// What is wrong with a text that is no regular expression: the end of a sentence, in both
// languages.
struct PatternProblem {
  std::string fr, en;
};

class Pattern {
 public:
  // `flags`: any of s, m, i, x, q.
  static std::expected<Pattern, PatternProblem> compile(std::string_view pattern,
                                                        std::string_view flags);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  std::expected<bool, PatternLimit> find(std::string_view text, PatternTime& time) const;
  std::expected<std::string, PatternLimit> replace(std::string_view text,
                                                   std::string_view replacement,
                                                   std::size_t most_bytes, PatternTime& time) const;
  std::expected<std::vector<std::string>, PatternLimit> split(std::string_view text,
                                                              std::size_t most_parts,
                                                              PatternTime& time) const;
  bool matches_empty() const;
  // Is "$1" text such as XPath accepts ($N, \$, \\)?
  static bool is_replacement(std::string_view replacement);

 private:
  struct Compiled;
  explicit Pattern(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace guichet::feel
