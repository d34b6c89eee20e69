#include "engine/publishing/remark.hpp"

#include <algorithm>

namespace guichet::publishing {
namespace {

const char* word_of(base::Severity severity) {
  switch (severity) {
    case base::Severity::error:
      return "error";
    case base::Severity::warning:
      return "warning";
    case base::Severity::info:
      break;
  }
  return "info";
}

void put_place(Remark& remark, const base::Location& at) {
  if (!at.source) return;
  const auto size = static_cast<std::uint32_t>(at.source->text().size());
  const std::uint32_t begin = std::min(at.offset, size);
  const base::Place first = at.source->place_of(begin);
  const base::Place end = at.source->place_of(std::min(begin + std::max(at.length, 1U), size));
  remark.file = at.source->name();
  remark.line = first.line;
  remark.column = first.column;
  remark.end_line = end.line;
  remark.end_column = end.column;
  remark.source = std::string(at.source->line(first.line));
}

}  // namespace

std::vector<Remark> remarks_of(const base::Diagnostics& diagnostics, base::Language language) {
  std::vector<Remark> out;
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    Remark remark{.severity = word_of(each.severity),
                  .code = std::string(each.code()),
                  .message = each.what.in(language),
                  .hint = each.hint ? each.hint->in(language) : ""};
    put_place(remark, each.at);
    out.push_back(std::move(remark));
  }
  return out;
}

std::size_t count_errors(const std::vector<Remark>& remarks) {
  return static_cast<std::size_t>(std::ranges::count_if(remarks, &Remark::is_error));
}

}  // namespace guichet::publishing
