#include "engine/tabular/scan.hpp"

#include <algorithm>
#include <array>

#include "engine/tabular/messages.hpp"

namespace guichet::tabular {

using base::Message;

char find_delimiter(std::string_view text) {
  constexpr std::string_view kDelimiters = ";\t,";  // the first one wins where two are even
  std::array<std::size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    const std::size_t index = kDelimiters.find(c);
    if (index != std::string_view::npos) ++counts[index];
  }
  return kDelimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

bool Scanner::next(Row& row) {
  row.line = line_;
  row.cells.clear();
  bool sound = true;
  while (true) {
    sound = cell(row.cells) && sound;
    if (at_end()) return sound;
    if (text_[at_] == delimiter_) {
      ++at_;
      continue;
    }
    at_ += text_[at_] == '\r' ? 2 : 1;  // CRLF or LF
    ++line_;
    return sound;
  }
}

// Leaves at_ on the delimiter, the line end or the end of the text.
bool Scanner::cell(std::vector<Cell>& cells) {
  if (!at_end() && text_[at_] == '"') return quoted_cell(cells);
  const std::size_t begin = at_;
  at_ = end_of_plain(at_);
  add(cells, begin, at_, false);
  return true;
}

bool Scanner::quoted_cell(std::vector<Cell>& cells) {
  const std::size_t begin = at_ + 1;
  std::size_t quote = text_.find('"', begin);
  while (quote != std::string_view::npos && quote + 1 < text_.size() && text_[quote + 1] == '"') {
    quote = text_.find('"', quote + 2);
  }
  if (quote == std::string_view::npos) {
    diagnostics_.error({source_, static_cast<std::uint32_t>(at_), 1}, Message(messages::kOpenQuote),
                       Message(messages::kDoubleTheQuote));
    at_ = text_.size();
    return false;
  }
  add(cells, begin, quote, true);
  line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                       text_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
  at_ = end_of_plain(quote + 1);
  if (at_ == quote + 1) return true;
  diagnostics_.error(
      {source_, static_cast<std::uint32_t>(quote + 1), static_cast<std::uint32_t>(at_ - quote - 1)},
      Message(messages::kTextAfterQuote), Message(messages::kDoubleTheQuote));
  return false;
}

std::size_t Scanner::end_of_plain(std::size_t from) const {
  for (std::size_t i = from; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == delimiter_ || c == '\n') return i;
    if (c == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n') return i;
  }
  return text_.size();
}

void Scanner::add(std::vector<Cell>& cells, std::size_t begin, std::size_t end, bool quoted) {
  Cell& cell = cells.emplace_back();
  const std::string_view raw = text_.substr(begin, end - begin);
  cell.at = {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
  if (!quoted || raw.find('"') == std::string_view::npos) {
    cell.text = raw;
    return;
  }
  for (std::size_t i = 0; i < raw.size(); ++i) {
    cell.text += raw[i];
    if (raw[i] == '"') ++i;  // the second of a doubled quote
  }
}

}  // namespace guichet::tabular
