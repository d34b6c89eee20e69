// An author's mistake in YAML, FEEL or a table: place, reason, hint. Collected, never thrown;
// all are reported, sorted by place. Not thread-safe: one list belongs to one load.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/base/source.hpp"

namespace guichet::base {

enum class Severity { error, warning, info };

struct Diagnostic {
  Severity severity = Severity::error;
  Location at;
  Message what;
  std::optional<Message> hint;
  std::vector<Location> related{};  // other places that have their part in it

  std::string_view code() const { return what.key(); }
};

class Diagnostics {
 public:
  void error(Location at, Message what, std::optional<Message> hint = {});
  void warning(Location at, Message what, std::optional<Message> hint = {});
  void warning(Location at, Message what, std::optional<Message> hint,
               std::vector<Location> related);
  void info(Location at, Message what, std::optional<Message> hint = {});
  void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }

  bool has_errors() const;
  bool empty() const { return list_.empty(); }
  const std::vector<Diagnostic>& list() const { return list_; }
  // By file name, then place, then severity; equal ones once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> list_;
};

// `file:line:column: error [code]: text`, the source line, a caret and the hint; ends in a newline.
std::string render_text(const Diagnostic& diagnostic, Language language);
std::string render_text(const Diagnostics& diagnostics, Language language);

// The word of `known` nearest to `word`, if near enough to be a slip of the hand.
std::optional<std::string> did_you_mean(std::string_view word,
                                        const std::vector<std::string>& known);
// The hint "did you mean 'x'?" for it, if any.
std::optional<Message> suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace guichet::base
