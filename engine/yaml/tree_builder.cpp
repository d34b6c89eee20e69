#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <numeric>
#include <sstream>

#include "engine/yaml/messages.hpp"
#include "engine/yaml/node.hpp"
#include "engine/yaml/strict_pass.hpp"

namespace guichet::yaml {

using base::Message;

namespace {

// From here on a mapping is searched by halves.
constexpr std::size_t kLargeMapping = 12;

// Words and dates that YAML 1.1 turns into booleans, nulls and dates. `on` is a key of the desk's
// own calendars; where it is none, it is refused as unknown.
bool reads_otherwise(const std::string& key) {
  constexpr std::string_view kWords[] = {"true", "false", "yes", "no", "off", "null"};
  std::string lower = key;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (std::ranges::find(kWords, lower) != std::end(kWords) || (lower == "on" && key != "on")) {
    return true;
  }
  constexpr std::string_view kDate = "0000-00-00";
  return key.size() == kDate.size() && std::ranges::equal(key, kDate, [](char c, char shape) {
           return shape == '-' ? c == '-' : c >= '0' && c <= '9';
         });
}

}  // namespace

// Builds the tree from yaml-cpp's events, each of which must agree with libyaml's event of the same
// rank; extents, styles and places come from there. yaml-cpp alone accepts broken files, libyaml
// alone knows no tree: a text that they read differently is refused.
class TreeBuilder final : public YAML::EventHandler {
 public:
  // `faults_before`: the length of the list before this text was looked at.
  TreeBuilder(const base::Source& source, std::vector<Event> events, base::Diagnostics& diagnostics,
              std::size_t faults_before)
      : source_(source),
        events_(std::move(events)),
        diagnostics_(diagnostics),
        faults_before_(faults_before) {}

  std::unique_ptr<const Node> build() {
    std::istringstream input(source_->text());
    try {
      YAML::Parser parser(input);
      if (!parser.HandleNextDocument(*this)) agrees_ = false;
    } catch (const YAML::Exception&) {
      agrees_ = false;
    }
    if (agrees_ && next_ == events_.size() && root_) return std::move(root_);
    // An alias to nowhere, or worse, has been reported and explains it.
    if (diagnostics_.list().size() == faults_before_) {
      diagnostics_.error(place(), Message(messages::kReadersDisagree),
                         Message(messages::kWriteItSimply));
    }
    return nullptr;
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark&, YAML::anchor_t) override {
    if (Event* event = take(EventKind::scalar)) {
      Node node = scalar(*event);
      if (!node.is_empty()) {
        disagree();
        return;
      }
      complete(std::move(node));
    }
  }

  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {
    if (Event* event = take(EventKind::alias)) {
      Node node;
      node.location_ = event->at;
      node.text_ = base::LocatedText({}, event->at);
      complete(std::move(node));
    }
  }

  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    if (Event* event = take(EventKind::scalar)) {
      if (event->text.text() != value) {
        disagree();
        return;
      }
      complete(scalar(*event));
    }
  }

  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(EventKind::sequence_start, Kind::sequence);
  }
  void OnSequenceEnd() override { close(EventKind::sequence_end); }

  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(EventKind::mapping_start, Kind::mapping);
  }
  void OnMapEnd() override { close(EventKind::mapping_end); }

 private:
  // A collection being read. In a mapping, the key whose value comes next.
  struct Frame {
    Node node;
    std::optional<Node> key;
  };

  base::Location place() const {
    return events_[std::min(next_, events_.size()) - (next_ == 0 ? 0 : 1)].at;
  }

  void disagree() { agrees_ = false; }

  // libyaml's event of this rank; nullptr where it is another, and ever after.
  Event* take(EventKind kind) {
    if (!agrees_) return nullptr;
    if (next_ == events_.size() || events_[next_].kind != kind) {
      disagree();
      return nullptr;
    }
    return &events_[next_++];
  }

  static Node scalar(Event& event) {
    Node node;
    node.style_ = event.style;
    node.location_ = event.at;
    node.text_ = std::move(event.text);
    return node;
  }

  void open(EventKind event_kind, Kind kind) {
    if (const Event* event = take(event_kind)) {
      Frame frame;
      frame.node.kind_ = kind;
      frame.node.location_ = event->at;
      frames_.push_back(std::move(frame));
    }
  }

  void close(EventKind kind) {
    if (take(kind) == nullptr) return;
    Node node = std::move(frames_.back().node);
    frames_.pop_back();
    if (node.kind_ == Kind::mapping) index(node);
    complete(std::move(node));
  }

  void complete(Node node) {
    if (frames_.empty()) {
      root_ = std::make_unique<const Node>(std::move(node));
      return;
    }
    Frame& frame = frames_.back();
    if (frame.node.kind_ == Kind::sequence) {
      frame.node.items_.push_back(std::move(node));
    } else if (!frame.key) {
      frame.key = std::move(node);
    } else {
      if (accept_key(*frame.key)) {
        frame.node.entries_.push_back({std::move(*frame.key), std::move(node)});
      }
      frame.key.reset();
    }
  }

  bool accept_key(const Node& key) {
    if (!key.is_scalar()) {
      diagnostics_.error(key.location(), Message(messages::kKeyNotText),
                         Message(messages::kBracesNeedQuotes));
      return false;
    }
    if (key.text().empty()) {
      // An alias as key has been reported.
      if (key.location().length == 0 || key.style() != Style::plain) {
        diagnostics_.error(key.location(), Message(messages::kEmptyKey));
      }
      return false;
    }
    if (key.style() == Style::plain && key.text() == "<<") {
      diagnostics_.error(key.location(), Message(messages::kMergeKey),
                         Message(messages::kWriteItOut));
      return false;
    }
    if (key.style() == Style::plain && reads_otherwise(key.text())) {
      diagnostics_.error(key.location(), Message(messages::kImplicitKey, {key.text()}),
                         Message(messages::kQuoteTheKey, {key.text()}));
    }
    return true;
  }

  // Orders the keys, drops the second of two alike, and keeps the order where it pays.
  void index(Node& node) {
    std::vector<Entry>& entries = node.entries_;
    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key_of = [&](std::uint32_t at) -> const std::string& {
      return entries[at].key.text();
    };
    std::ranges::stable_sort(order, {}, key_of);
    std::vector<bool> twice(entries.size());
    bool any = false;
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
      if (key_of(order[i]) != key_of(order[first])) {
        first = i;
        continue;
      }
      report_duplicate(entries[order[first]].key, entries[order[i]].key);
      twice[order[i]] = any = true;
    }
    if (any) {
      std::vector<Entry> kept;
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!twice[i]) kept.push_back(std::move(entries[i]));
      }
      entries = std::move(kept);
    } else if (entries.size() >= kLargeMapping) {
      node.by_key_ = std::move(order);
    }
  }

  void report_duplicate(const Node& first, const Node& second) {
    const int line = source_->place_of(first.location().offset).line;
    diagnostics_.error(second.location(), Message(messages::kDuplicateKey, {second.text()}),
                       Message(messages::kFirstOnLine, {std::to_string(line)}));
  }

  const base::Source& source_;
  std::vector<Event> events_;
  base::Diagnostics& diagnostics_;
  std::size_t faults_before_;
  std::size_t next_ = 0;
  bool agrees_ = true;
  std::vector<Frame> frames_;
  std::unique_ptr<const Node> root_;
};

std::unique_ptr<const Node> parse(const base::Source& source, base::Diagnostics& diagnostics,
                                  const Limits& limits) {
  const std::size_t faults_before = diagnostics.list().size();
  auto events = read_events(source, diagnostics, limits);
  if (!events) return nullptr;
  return TreeBuilder(source, std::move(*events), diagnostics, faults_before).build();
}

}  // namespace guichet::yaml
