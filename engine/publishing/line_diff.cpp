#include "engine/publishing/line_diff.hpp"

#include <algorithm>
#include <string_view>

namespace guichet::publishing {
namespace {

using Lines = std::vector<std::string_view>;

// Steps of Myers' search; past it the texts have little in common.
constexpr std::size_t kMostEdits = 1500;

Lines lines_of(const std::string& text) {
  Lines out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.emplace_back(text.data() + at, end - at);
    at = end + 1;
  }
  return out;
}

DiffLine line(char sign, std::string_view text) {
  return {sign, std::string(text)};
}

// E. W. Myers, "An O(ND) difference algorithm": the furthest reaching path for each number of
// edits, then the way back.
class Comparison {
 public:
  Comparison(const Lines& before, const Lines& after) : a_(before), b_(after) {}

  std::vector<DiffLine> run() {
    const std::size_t most = std::min(a_.size() + b_.size(), kMostEdits);
    std::vector<long> furthest(2 * most + 3, 0);
    const long middle = static_cast<long>(most) + 1;
    std::vector<std::vector<long>> trace;
    for (long edits = 0; edits <= static_cast<long>(most); ++edits) {
      trace.push_back(furthest);
      for (long k = -edits; k <= edits; k += 2) {
        const bool down = k == -edits || (k != edits && furthest[index(middle + k - 1)] <
                                                            furthest[index(middle + k + 1)]);
        long x = down ? furthest[index(middle + k + 1)] : furthest[index(middle + k - 1)] + 1;
        x = slide(x, x - k);
        furthest[index(middle + k)] = x;
        if (x >= size(a_) && x - k >= size(b_)) return way_back(trace, middle);
      }
    }
    return replaced();
  }

 private:
  static std::size_t index(long i) { return static_cast<std::size_t>(i); }
  static long size(const Lines& lines) { return static_cast<long>(lines.size()); }

  long slide(long x, long y) const {
    while (x < size(a_) && y < size(b_) && a_[index(x)] == b_[index(y)]) {
      ++x;
      ++y;
    }
    return x;
  }

  std::vector<DiffLine> way_back(const std::vector<std::vector<long>>& trace, long middle) const {
    std::vector<DiffLine> out;
    long x = size(a_), y = size(b_);
    for (long edits = static_cast<long>(trace.size()) - 1; edits >= 0; --edits) {
      const std::vector<long>& furthest = trace[index(edits)];
      const long k = x - y;
      const bool down = k == -edits || (k != edits && furthest[index(middle + k - 1)] <
                                                          furthest[index(middle + k + 1)]);
      const long from = down ? k + 1 : k - 1;
      const long from_x = edits == 0 ? 0 : furthest[index(middle + from)];
      const long from_y = edits == 0 ? 0 : from_x - from;
      while (x > from_x && y > from_y) {
        out.push_back(line(' ', a_[index(--x)]));
        --y;
      }
      if (edits == 0) break;
      out.push_back(down ? line('+', b_[index(--y)]) : line('-', a_[index(--x)]));
    }
    std::ranges::reverse(out);
    return out;
  }

  std::vector<DiffLine> replaced() const {
    std::vector<DiffLine> out;
    for (const std::string_view each : a_) out.push_back(line('-', each));
    for (const std::string_view each : b_) out.push_back(line('+', each));
    return out;
  }

  const Lines& a_;
  const Lines& b_;
};

}  // namespace

std::vector<DiffLine> line_diff(const std::string& before, const std::string& after,
                                std::size_t around) {
  if (before == after) return {};
  const Lines a = lines_of(before), b = lines_of(after);
  const std::vector<DiffLine> all = Comparison(a, b).run();
  std::vector<bool> shown(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].sign == ' ') continue;
    const std::size_t first = i - std::min(i, around), last = std::min(all.size(), i + around + 1);
    for (std::size_t k = first; k < last; ++k) shown[k] = true;
  }
  std::vector<DiffLine> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (shown[i]) {
      out.push_back(all[i]);
    } else if (out.empty() || out.back().sign != '@') {
      out.push_back({'@', "…"});
    }
  }
  return out;
}

}  // namespace guichet::publishing
