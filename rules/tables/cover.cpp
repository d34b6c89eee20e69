#include "rules/tables/cover.hpp"

#include <algorithm>
#include <bit>

namespace guichet::tables {

namespace {

// What looking at one column of a box costs beside its words, in words.
constexpr std::uint64_t kPerColumn = 8;

std::size_t count(const Bits& bits) {
  std::size_t ones = 0;
  for (const std::uint64_t word : bits) ones += static_cast<std::size_t>(std::popcount(word));
  return ones;
}

// The bits of `bits` before, or from, a position.
Bits part_of(const Bits& bits, std::size_t position, bool before) {
  Bits part = bits;
  for (std::size_t i = 0; i < part.size(); ++i) {
    std::uint64_t low = i * 64 + 64 <= position ? ~std::uint64_t{0}
                        : i * 64 >= position    ? 0
                                                : (std::uint64_t{1} << (position % 64)) - 1;
    part[i] &= before ? low : ~low;
  }
  return part;
}

}  // namespace

Cover::Answer Cover::ask(const Boxes& boxes, const Region& region,
                         const std::function<bool(const Region&)>& found) {
  found_ = &found;
  open_ = exhausted_ = false;
  for (const Bits& column : region)
    if (is_empty(column)) return Answer::covered;
  descend(boxes, region);
  return open_ ? Answer::open : exhausted_ ? Answer::inconclusive : Answer::covered;
}

void Cover::measure(const Region& region) {
  extent_.resize(region.size());
  for (std::size_t i = 0; i < region.size(); ++i) {
    std::size_t begin = 0, end = region[i].size();
    while (begin < end && region[i][begin] == 0) ++begin;
    while (end > begin && region[i][end - 1] == 0) --end;
    extent_[i] = {begin, end};
  }
}

// `column`: the one that a slab leaves open.
Cover::Fit Cover::fit(const Region& box, const Region& region, std::size_t& column) {
  std::size_t open = 0;
  for (std::size_t i = 0; i < region.size(); ++i) {
    std::uint64_t inside = 0, outside = 0;
    for (std::size_t word = extent_[i].begin; word < extent_[i].end; ++word) {
      inside |= region[i][word] & box[i][word];
      outside |= region[i][word] & ~box[i][word];
    }
    const std::uint64_t looked_at = extent_[i].end - extent_[i].begin + kPerColumn;
    effort_ -= std::min(effort_, looked_at);
    if (inside == 0) return Fit::apart;
    if (outside == 0) continue;
    ++open;
    column = i;
  }
  return open == 0 ? Fit::whole : open == 1 ? Fit::slab : Fit::partial;
}

bool Cover::simplify(Boxes& boxes, Region& region) {
  for (bool again = true; again;) {
    again = false;
    measure(region);
    std::size_t kept = 0;
    for (const Region* box : boxes) {
      std::size_t column = 0;
      switch (fit(*box, region, column)) {
        case Fit::apart:
          break;
        case Fit::whole:
          return false;
        case Fit::slab: {
          Bits& left = region[column];
          for (std::size_t i = 0; i < left.size(); ++i) left[i] &= ~(*box)[column][i];
          again = true;  // others may cover what is left
          break;
        }
        case Fit::partial:
          boxes[kept++] = box;
          break;
      }
    }
    boxes.resize(kept);
  }
  return true;
}

// False: stop looking.
bool Cover::descend(Boxes boxes, Region region) {
  if (effort_ == 0) {
    exhausted_ = true;
    return false;
  }
  if (!simplify(boxes, region)) return true;
  if (boxes.empty()) {
    open_ = true;
    return (*found_)(region);
  }
  return divide(boxes, region);
}

bool Cover::divide(const Boxes& boxes, const Region& region) {
  const std::size_t column = widest_dispute(boxes, region);
  const std::size_t at = middle(boxes, region, column);
  for (const bool before : {true, false}) {
    Region part = region;
    part[column] = part_of(region[column], at, before);
    if (!descend(boxes, std::move(part))) return false;
  }
  return true;
}

// The column that most boxes cover in part.
std::size_t Cover::widest_dispute(const Boxes& boxes, const Region& region) {
  std::vector<std::size_t> disputed(region.size());
  for (const Region* box : boxes)
    for (std::size_t i = 0; i < region.size(); ++i) {
      std::uint64_t outside = 0;
      for (std::size_t word = extent_[i].begin; word < extent_[i].end; ++word)
        outside |= region[i][word] & ~(*box)[i][word];
      disputed[i] += outside != 0 ? 1 : 0;
    }
  return static_cast<std::size_t>(std::max_element(disputed.begin(), disputed.end()) -
                                  disputed.begin());
}

// Where as many boxes begin or end before as after. Some of the region lies on both sides.
std::size_t Cover::middle(const Boxes& boxes, const Region& region, std::size_t column) {
  const Bits& whole = region[column];
  const Column& extent = extent_[column];
  const auto first_of = [&](const Bits& box, bool inside) {
    for (std::size_t word = extent.begin; word < extent.end; ++word)
      if (const std::uint64_t bits = whole[word] & (inside ? box[word] : ~std::uint64_t{0}))
        return word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    return std::size_t{0};
  };
  const auto past_last_of = [&](const Bits& box) {
    for (std::size_t word = extent.end; word-- > extent.begin;)
      if (const std::uint64_t bits = whole[word] & box[word])
        return word * 64 + 64 - static_cast<std::size_t>(std::countl_zero(bits));
    return std::size_t{0};
  };
  const std::size_t first = first_of(whole, false), past = past_last_of(whole);
  std::vector<std::size_t> ends;
  for (const Region* box : boxes) {
    if (const std::size_t begin = first_of((*box)[column], true); begin > first)
      ends.push_back(begin);
    if (const std::size_t end = past_last_of((*box)[column]); end < past) ends.push_back(end);
  }
  if (ends.empty()) {  // holes only: halve the classes
    std::size_t left = count(whole) / 2;
    for (std::size_t at = first; at < past; ++at)
      if (has(whole, at) && left-- == 0) return at;
  }
  const auto half = ends.begin() + static_cast<std::ptrdiff_t>(ends.size() / 2);
  std::nth_element(ends.begin(), half, ends.end());
  return *half;
}

}  // namespace guichet::tables
