// Reads a letter: a YAML head between two lines "---", then Markdown.
#include <algorithm>

#include "engine/base/file.hpp"
#include "engine/letters/holes.hpp"
#include "engine/letters/letter.hpp"
#include "engine/letters/markdown.hpp"
#include "engine/letters/messages.hpp"
#include "engine/letters/scope.hpp"
#include "engine/yaml/shape.hpp"

namespace guichet::letters {
namespace {

using base::Diagnostics;
using base::LocatedText;
using base::Location;
using base::Message;
using yaml::Key;
using yaml::kScalar;
using yaml::kSequence;

constexpr std::size_t kLargestLetter = 200'000;

constexpr Key kHeadKeys[] = {
    {"guichet", kScalar, true},
    {"to", kScalar, true},
    {"title", kScalar},
    {"subject", kScalar, true},
    {"channels", kScalar | kSequence},
};

// In bytes of the file.
struct Parts {
  std::size_t head = 0, head_end = 0;  // between the two lines "---"
  std::size_t body = 0;
};

// The length of a line "---" with its end at `at`; 0 where there is none.
std::size_t fence_at(std::string_view text, std::size_t at) {
  const auto end = text.find('\n', at);
  std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
  const std::size_t whole = line.size() + (end == std::string_view::npos ? 0 : 1);
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  return line == "---" ? whole : 0;
}

std::optional<Parts> split_letter(const base::Source& source, Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  const std::size_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::size_t opening = fence_at(text, start);
  if (opening == 0) {
    diagnostics.error({source, 0, 1}, Message(messages::kNoHead), Message(messages::kHeadHint));
    return {};
  }
  Parts parts{.head = start + opening};
  for (std::size_t at = parts.head; at < text.size();) {
    if (const std::size_t closing = fence_at(text, at)) {
      parts.head_end = at;
      parts.body = at + closing;
      return parts;
    }
    const auto end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  diagnostics.error({source, static_cast<std::uint32_t>(start), 3}, Message(messages::kOpenHead),
                    Message(messages::kHeadHint));
  return {};
}

// The head alone, each byte at the offset that it has in the file.
base::Source head_of(const base::Source& source, const Parts& parts) {
  return base::make_source(source->name(),
                           std::string(parts.head - 1, ' ') + '\n' +
                               source->text().substr(parts.head, parts.head_end - parts.head));
}

class Reading {
 public:
  Reading(const Surroundings& surroundings, Letter& letter, Diagnostics& diagnostics)
      : around_(surroundings),
        letter_(letter),
        diagnostics_(diagnostics),
        scope_(letter_scope(surroundings)) {}

  void read_head(const yaml::Node& root) {
    yaml::check_header(root, "letter", diagnostics_);
    yaml::check_shape(root, kHeadKeys, diagnostics_);
    if (const yaml::Node* to = yaml::at(root, "to")) read_role(*to);
    if (const yaml::Node* subject = yaml::at(root, "subject")) read_subject(*subject);
    letter_.channels = {Channel::email};
    if (const yaml::Node* channels = yaml::at(root, "channels")) read_channels(*channels);
  }

  void read_body(const LocatedText& body) {
    if (body.text().find_first_not_of(" \t\r\n") == std::string::npos) {
      diagnostics_.error(body.whole(), Message(messages::kNoBody));
    }
    const std::vector<HoleExtent> holes = find_holes(body, diagnostics_);
    check_raw_parts(body, holes);
    letter_.body = read_template(body, holes);
  }

 private:
  void error(const yaml::Node& at, Message what, std::optional<Message> hint = {}) {
    diagnostics_.error(at.location(), std::move(what), std::move(hint));
  }

  void read_role(const yaml::Node& node) {
    letter_.to = node.text();
    if (std::ranges::find(around_.roles, node.text()) != around_.roles.end()) return;
    error(node, Message(messages::kUnknownRole, {node.text()}),
          base::suggestion(node.text(), around_.roles));
  }

  void read_channels(const yaml::Node& node) {
    constexpr std::pair<std::string_view, Channel> kChannels[] = {
        {"email", Channel::email}, {"printed", Channel::printed}, {"call", Channel::call}};
    letter_.channels.clear();
    const auto items = yaml::read_one_or_many(node, diagnostics_);
    for (const yaml::Node* item : items) {
      const auto known =
          std::ranges::find(kChannels, item->text(), &std::pair<std::string_view, Channel>::first);
      if (known == std::end(kChannels)) {
        error(*item, Message(messages::kUnknownChannel, {item->text()}),
              Message(messages::kChannelsAre));
      } else if (std::ranges::find(letter_.channels, known->second) != letter_.channels.end()) {
        error(*item, Message(messages::kRepeatedChannel, {item->text()}));
      } else {
        letter_.channels.push_back(known->second);
      }
    }
    if (items.empty()) error(node, Message(messages::kNoChannel));
  }

  void read_subject(const yaml::Node& node) {
    const std::string& text = node.text();
    if (text.find_first_not_of(' ') == std::string::npos || text.find('\n') != std::string::npos) {
      error(node, Message(messages::kSubjectLine));
    }
    const std::vector<HoleExtent> holes = find_holes(node.located(), diagnostics_);
    letter_.subject = read_template(node.located(), holes);
    for (const HoleExtent& hole : holes) check_privacy(inner(node.located(), hole));
  }

  static LocatedText inner(const LocatedText& text, const HoleExtent& hole) {
    return text.sub(hole.inner_begin, hole.inner_end - hole.inner_begin).trimmed();
  }

  Template read_template(const LocatedText& text, const std::vector<HoleExtent>& holes) {
    Template out{.pieces = {}, .language = around_.language};
    std::size_t at = 0;
    for (const HoleExtent& hole : holes) {
      if (hole.begin > at) out.pieces.emplace_back(text.text().substr(at, hole.begin - at));
      out.pieces.emplace_back(read_hole(inner(text, hole)));
      at = hole.end;
    }
    if (at < text.text().size()) out.pieces.emplace_back(text.text().substr(at));
    return out;
  }

  Template::Hole read_hole(const LocatedText& text) {
    Template::Hole hole{.expression = feel::compile(text, scope_, diagnostics_)};
    if (hole.expression.empty()) return hole;
    if (!is_showable(hole.expression.type())) {
      diagnostics_.error(text.whole(), Message(messages::kHoleNotText, {text.text()}));
    }
    const std::vector<std::string> paths = paths_of(text.text());
    for (const std::string& path : paths) note_use(path);
    if (paths.size() == 1 && paths.front() == text.text()) describe(paths.front(), hole);
    return hole;
  }

  static bool is_showable(const feel::Type& type) {
    if (type.is_any()) return true;
    if (type.kind() == feel::Kind::list) return is_showable(type.element());
    return type.kind() != feel::Kind::context && type.kind() != feel::Kind::range &&
           type.kind() != feel::Kind::function;
  }

  void note_use(std::string_view path) {
    if (path == "link.reply") letter_.uses_reply_link = true;
    if (!path.starts_with("due.")) return;
    path.remove_prefix(4);
    letter_.timers.emplace(path.substr(0, path.find('.')));
  }

  // What a plain path stands for: a link, or a field of one of the contexts that hold fields.
  void describe(std::string_view path, Template::Hole& hole) {
    constexpr std::string_view kLinks[] = {"link.reply", "link.follow", "desk.site"};
    constexpr std::string_view kHolders[] = {"shared", "case", "firm", "person", "request", "need"};
    hole.is_link = std::ranges::find(kLinks, path) != std::end(kLinks);
    const auto dot = path.find('.');
    if (std::ranges::find(kHolders, path.substr(0, dot)) == std::end(kHolders)) return;
    const vocabulary::Field* field = around_.vocabulary.find(path.substr(dot + 1));
    if (field == nullptr) return;
    hole.field = *field;
    const auto& all = around_.vocabulary.referentials();
    const auto referential = all.find(field->referential);
    if (referential != all.end()) hole.referential = referential->second;
  }

  // An expression that needs a field of a data class does not compile without those fields; what
  // types cannot show (members of open contexts, names in strings) is found by name.
  void check_privacy(const LocatedText& text) {
    Diagnostics ignored;
    if (feel::compile(text, scope_, ignored).empty()) return;  // its mistakes are reported already
    if (!public_scope_) public_scope_ = public_scope(around_);
    const bool compiles = !feel::compile(text, *public_scope_, ignored).empty();
    if (compiles && !names_personal_field(text.text())) return;
    diagnostics_.error(text.whole(), Message(messages::kPersonalSubject, {text.text()}),
                       Message(messages::kPersonalSubjectHint));
  }

  bool names_personal_field(std::string_view expression) const {
    const auto is_personal = [&](std::string_view id) {
      const vocabulary::Field* field = around_.vocabulary.find(id);
      return field != nullptr && !field->personal_class.empty();
    };
    for (const std::string& path : paths_of(expression)) {
      if (path.starts_with("event.") && is_personal(std::string_view(path).substr(6))) return true;
    }
    return std::ranges::any_of(strings_of(expression), is_personal);
  }

  // Code and HTML are shown as they stand, escapes and all: no hole may be in them. Each hole is
  // replaced by a sign of the private use area with its number, and looked for in what is raw.
  void check_raw_parts(const LocatedText& body, const std::vector<HoleExtent>& holes) {
    constexpr std::string_view kSign = "\uE000";
    std::string marked;
    std::size_t at = 0;
    const auto mark = [&](std::size_t i) {
      return std::string(kSign) + std::to_string(i) + std::string(kSign);
    };
    for (std::size_t i = 0; i < holes.size(); ++i) {
      marked += body.text().substr(at, holes[i].begin - at) + mark(i);
      at = holes[i].end;
    }
    marked += body.text().substr(at);
    for (const RawPart& part : raw_parts(marked)) {
      bool has_hole = false;
      for (std::size_t i = 0; i < holes.size(); ++i) {
        if (part.text.find(mark(i)) == std::string::npos) continue;
        has_hole = true;
        diagnostics_.error(body.at(holes[i].begin, holes[i].end - holes[i].begin),
                           Message(messages::kHoleInCode, {inner(body, holes[i]).text()}),
                           Message(messages::kHoleInCodeHint));
      }
      if (part.html && !has_hole) warn_html(body, part);
    }
  }

  void warn_html(const LocatedText& body, const RawPart& part) {
    const std::string first_line = part.text.substr(0, part.text.find('\n'));
    const std::size_t found = body.text().find(first_line);
    diagnostics_.warning(body.at(found == std::string::npos ? 0 : found, first_line.size()),
                         Message(messages::kRawHtml, {first_line}));
  }

  const Surroundings& around_;
  Letter& letter_;
  Diagnostics& diagnostics_;
  feel::Scope scope_;
  std::optional<feel::Scope> public_scope_;
};

bool is_readable(const base::Source& source, Diagnostics& diagnostics) {
  const std::string& text = source->text();
  if (text.size() > kLargestLetter) {
    diagnostics.error({source, 0, 1},
                      Message(messages::kTooLong, {std::to_string(kLargestLetter)}));
    return false;
  }
  const std::size_t wrong = base::find_invalid_utf8(text);
  if (wrong == std::string::npos) return true;
  diagnostics.error({source, static_cast<std::uint32_t>(wrong), 1}, Message(messages::kNotUtf8));
  return false;
}

}  // namespace

std::shared_ptr<const Letter> load_letter(const base::Source& source, std::string id,
                                          const Surroundings& surroundings,
                                          Diagnostics& diagnostics) {
  if (!is_readable(source, diagnostics)) return nullptr;
  const auto parts = split_letter(source, diagnostics);
  if (!parts) return nullptr;
  Diagnostics own;
  auto letter = std::make_shared<Letter>();
  letter->id = std::move(id);
  letter->source = source;
  Reading reading(surroundings, *letter, own);
  const auto root = yaml::parse(head_of(source, *parts), own);
  if (root) reading.read_head(*root);
  const std::string body = source->text().substr(parts->body);
  const Location at{source, static_cast<std::uint32_t>(parts->body),
                    static_cast<std::uint32_t>(body.size())};
  reading.read_body(LocatedText(body, at));
  for (const base::Diagnostic& each : own.list()) diagnostics.add(each);
  if (own.has_errors()) return nullptr;
  return letter;
}

}  // namespace guichet::letters
