#include <cstring>

#include "rules/feel/list_builder.hpp"
#include "rules/feel/number.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/feel/value.hpp"

namespace guichet::feel {
namespace {

constexpr std::size_t kLargestBlock = 1 << 20;
constexpr std::uint32_t kWeightCeiling = (1u << 24) - 1;
constexpr std::size_t kBytesPerWeight = 64;
constexpr std::uint64_t kLevelShare = 64;

const Value& value_in(const Value& item) {
  return item;
}
const Value& value_in(const Entry& entry) {
  return entry.value;
}

// A value over what stands in the arena already; its weight goes into the 24 bits that these kinds
// leave free. Each level adds a part of what it holds, so that the weight bounds the depth too:
// walking a value that is light enough never uses up the stack.
Value compound_of_weight(Kind kind, const void* items, std::size_t count, std::uint64_t weight) {
  const auto kept = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(weight + weight / kLevelShare, kWeightCeiling));
  return ValueAccess::make(kind, reinterpret_cast<std::int64_t>(items),
                           static_cast<std::uint32_t>(count), static_cast<int>(kept & 0xFFFF),
                           static_cast<std::uint8_t>(kept >> 16));
}

template <typename T>
Value compound(Kind kind, const T* items, std::size_t count) {
  std::uint64_t weight = 1;
  for (std::size_t i = 0; i < count; ++i) weight += weight_of(value_in(items[i]));
  return compound_of_weight(kind, items, count, weight);
}

}  // namespace

struct Arena::Blocks {
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };
  std::vector<Block> blocks;
  std::vector<std::shared_ptr<const void>> kept;  // programs that closures point into
  std::size_t used = 0;                           // of the last block
  std::size_t before = 0;                         // bytes of the full blocks
};

Arena::Arena() = default;
Arena::Arena(std::size_t first_block) : first_block_(static_cast<std::uint32_t>(first_block)) {}
Arena::~Arena() = default;
Arena::Arena(Arena&&) noexcept = default;
Arena& Arena::operator=(Arena&&) noexcept = default;

void* Arena::allocate(std::size_t bytes, std::size_t alignment) {
  if (!blocks_) blocks_ = std::make_unique<Blocks>();
  Blocks& own = *blocks_;
  std::size_t start = (own.used + alignment - 1) & ~(alignment - 1);
  if (own.blocks.empty() || bytes > own.blocks.back().size ||
      start > own.blocks.back().size - bytes) {
    std::size_t size = first_block_;
    if (!own.blocks.empty()) {
      own.before += own.used;
      size = std::min(own.blocks.back().size * 2, kLargestBlock);
    }
    size = std::max(size, bytes);
    own.blocks.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
    start = 0;
  }
  own.used = start + bytes;
  return own.blocks.back().bytes.get() + start;
}

void Arena::clear() {
  if (!blocks_) return;
  if (blocks_->blocks.size() > 1) blocks_->blocks.resize(1);
  blocks_->kept.clear();
  blocks_->used = 0;
  blocks_->before = 0;
}

void Arena::keep(std::shared_ptr<const void> owner) {
  if (!blocks_) blocks_ = std::make_unique<Blocks>();
  if (blocks_->kept.empty() || blocks_->kept.back() != owner)
    blocks_->kept.push_back(std::move(owner));
}

std::size_t Arena::bytes_in_use() const {
  return blocks_ ? blocks_->before + blocks_->used : 0;
}

Value Arena::string(std::string_view text) {
  auto* bytes = static_cast<char*>(allocate(text.size(), 1));
  if (!text.empty()) std::memcpy(bytes, text.data(), text.size());
  return ValueAccess::point(Kind::string, bytes, text.size());
}

Value Arena::list(std::span<const Value> items) {
  auto* copy = static_cast<Value*>(allocate(items.size_bytes(), alignof(Value)));
  std::copy(items.begin(), items.end(), copy);
  return compound(Kind::list, copy, items.size());
}

Value Arena::context(std::span<const Entry> entries) {
  auto* copy = static_cast<Entry*>(allocate(entries.size_bytes(), alignof(Entry)));
  for (std::size_t i = 0; i < entries.size(); ++i)
    new (copy + i) Entry{string(entries[i].name).text(), entries[i].value};
  return compound(Kind::context, copy, entries.size());
}

std::optional<Value> Arena::number(std::string_view text) {
  const Value value = parse_number(text, *this);
  return value.is_null() ? std::nullopt : std::optional(value);
}

Value Arena::copy(const Value& value) {
  switch (value.kind()) {
    case Kind::null:
      return {};
    case Kind::number:
      return copy_number(value, *this);
    case Kind::string:
      return string(value.text());
    case Kind::list: {
      const std::span<const Value> items = value.items();
      auto* copied = static_cast<Value*>(allocate(items.size_bytes(), alignof(Value)));
      for (std::size_t i = 0; i < items.size(); ++i) new (copied + i) Value(copy(items[i]));
      return compound(Kind::list, copied, items.size());
    }
    case Kind::context: {
      const std::span<const Entry> entries = value.entries();
      auto* copied = static_cast<Entry*>(allocate(entries.size_bytes(), alignof(Entry)));
      for (std::size_t i = 0; i < entries.size(); ++i)
        new (copied + i) Entry{string(entries[i].name).text(), copy(entries[i].value)};
      return compound(Kind::context, copied, entries.size());
    }
    case Kind::range: {
      Range range = *ValueAccess::target<Range>(value);
      range.low = copy(range.low);
      range.high = copy(range.high);
      return make_range(range, *this);
    }
    case Kind::function: {
      Function function = *ValueAccess::target<Function>(value);
      auto* captured =
          static_cast<Value*>(allocate(function.captured_count * sizeof(Value), alignof(Value)));
      for (std::uint32_t i = 0; i < function.captured_count; ++i)
        new (captured + i) Value(copy(function.captured[i]));
      function.captured = captured;
      if (function.owner != nullptr) keep(function.owner->keep_alive());
      return make_function(function, *this);
    }
    default:
      return value;
  }
}

void ListBuilder::add(const Value& item) {
  constexpr std::size_t kFirstRoom = 8;
  if (size_ == room_) {
    const std::size_t room = room_ == 0 ? kFirstRoom : room_ * 2;
    auto* items = static_cast<Value*>(arena_.allocate(room * sizeof(Value), alignof(Value)));
    std::copy(items_, items_ + size_, items);
    items_ = items;
    room_ = room;
  }
  new (items_ + size_++) Value(item);
  weight_ += weight_of(item);
}

Value ListBuilder::view() const {
  return compound_of_weight(Kind::list, items_, size_, weight_);
}

std::uint32_t weight_of(const Value& value) {
  switch (value.kind()) {
    case Kind::list:
    case Kind::context:
    case Kind::range:
    case Kind::function:
      return static_cast<std::uint32_t>(ValueAccess::flags(value)) << 16 |
             static_cast<std::uint16_t>(ValueAccess::exponent(value));
    case Kind::string:
      return 1 + static_cast<std::uint32_t>(value.text().size() / kBytesPerWeight);
    default:
      return 1;
  }
}

Value make_range(const Range& range, Arena& arena) {
  const auto* kept = new (arena.allocate(sizeof(Range), alignof(Range))) Range(range);
  return compound_of_weight(Kind::range, kept, 0,
                            std::uint64_t{1} + weight_of(range.low) + weight_of(range.high));
}

Value make_function(const Function& function, Arena& arena) {
  const auto* kept = new (arena.allocate(sizeof(Function), alignof(Function))) Function(function);
  std::uint64_t weight = 1;
  for (std::uint32_t i = 0; i < function.captured_count; ++i)
    weight += weight_of(function.captured[i]);
  return compound_of_weight(Kind::function, kept, 0, weight);
}

}  // namespace guichet::feel
