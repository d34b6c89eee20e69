#include "rules/dmn/xml_pass.hpp"

#include <expat.h>

#include <algorithm>

#include "rules/dmn/xml_messages.hpp"

namespace guichet::dmn::xml {

namespace {

using base::Message;

// Between namespace and name in what expat reports; a URI cannot hold it.
constexpr char kSeparator = '\n';
constexpr std::string_view kBlanks = " \t\r\n";

struct Name {
  std::string name_space;
  std::string local;
};

Name split_name(std::string_view reported) {
  const std::size_t at = reported.find(kSeparator);
  if (at == std::string_view::npos) return {"", std::string(reported)};
  return {std::string(reported.substr(0, at)), std::string(reported.substr(at + 1))};
}

class Pass {
 public:
  Pass(const base::Source& source, const Limits& limits, PassHandler& handler,
       base::Diagnostics& diagnostics)
      : source_(source),
        text_(source->text()),
        limits_(limits),
        handler_(handler),
        diagnostics_(diagnostics),
        prefixes_(std::make_shared<const Prefixes>()) {}

  bool run();

 private:
  struct Open {
    std::string name;
    std::uint32_t offset;
    std::string text;
    std::vector<base::LocatedText::Segment> segments;
    std::shared_ptr<const Prefixes> prefixes;  // outside it
  };

  void set_handlers(XML_Parser parser);
  void start(const char* name, const char** attributes);
  void end();
  void characters(std::string_view text);
  void declare(const char* prefix, const char* uri);
  std::vector<Attribute> read_attributes(const char** reported, std::uint32_t tag);
  void refuse(std::uint32_t offset, Message what, std::optional<Message> hint = {});
  void report_malformed();
  std::optional<Message> reason_of(XML_Error code) const;

  base::Location at(std::size_t offset, std::size_t length = 1) const {
    return {source_, static_cast<std::uint32_t>(std::min(offset, text_.size())),
            static_cast<std::uint32_t>(length)};
  }
  std::uint32_t offset() const {
    return static_cast<std::uint32_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_), 0));
  }

  const base::Source& source_;
  const std::string& text_;
  const Limits& limits_;
  PassHandler& handler_;
  base::Diagnostics& diagnostics_;
  XML_Parser parser_ = nullptr;
  bool refused_ = false;
  std::size_t elements_ = 0;
  std::vector<Open> open_;
  std::shared_ptr<const Prefixes> prefixes_;
  std::shared_ptr<Prefixes> declared_;  // by the element that begins, if it declares any
};

bool Pass::run() {
  if (text_.size() > limits_.bytes) {
    diagnostics_.error(at(0), Message(messages::kXmlTooLarge, {std::to_string(limits_.bytes)}));
    return false;
  }
  // The text is UTF-8 by now, whatever its declaration says.
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS("UTF-8", kSeparator), &XML_ParserFree);
  if (parser == nullptr) throw std::bad_alloc();
  parser_ = parser.get();
  set_handlers(parser_);
  const XML_Status status =
      XML_Parse(parser_, text_.data(), static_cast<int>(text_.size()), XML_TRUE);
  if (refused_) return false;
  if (status == XML_STATUS_OK) return true;
  report_malformed();
  return false;
}

void Pass::set_handlers(XML_Parser parser) {
  XML_SetUserData(parser, this);
  XML_SetElementHandler(
      parser,
      [](void* pass, const char* name, const char** attributes) {
        static_cast<Pass*>(pass)->start(name, attributes);
      },
      [](void* pass, const char*) { static_cast<Pass*>(pass)->end(); });
  XML_SetCharacterDataHandler(parser, [](void* pass, const char* text, int length) {
    static_cast<Pass*>(pass)->characters({text, static_cast<std::size_t>(length)});
  });
  XML_SetStartNamespaceDeclHandler(parser, [](void* pass, const char* prefix, const char* uri) {
    static_cast<Pass*>(pass)->declare(prefix, uri);
  });
  XML_SetStartDoctypeDeclHandler(
      parser, [](void* pass, const char*, const char*, const char*, int) {
        auto& self = *static_cast<Pass*>(pass);
        // expat calls where the declaration's inside begins.
        const std::size_t begin = self.text_.rfind("<!DOCTYPE", self.offset());
        self.refuse(static_cast<std::uint32_t>(begin), Message(messages::kDoctype),
                    Message(messages::kRemoveDoctype));
      });
}

void Pass::refuse(std::uint32_t offset, Message what, std::optional<Message> hint) {
  if (refused_) return;
  refused_ = true;
  diagnostics_.error(at(offset), std::move(what), std::move(hint));
  XML_StopParser(parser_, XML_FALSE);
}

void Pass::declare(const char* prefix, const char* uri) {
  if (declared_ == nullptr) declared_ = std::make_shared<Prefixes>(*prefixes_);
  (*declared_)[prefix == nullptr ? "" : prefix] = uri == nullptr ? "" : uri;
}

void Pass::start(const char* name, const char** attributes) {
  if (refused_) return;
  const std::uint32_t tag = offset();
  if (++elements_ > limits_.elements)
    return refuse(tag, Message(messages::kXmlTooMany, {std::to_string(limits_.elements)}));
  if (open_.size() >= limits_.depth)
    return refuse(tag, Message(messages::kXmlTooDeep, {std::to_string(limits_.depth)}));
  const std::size_t name_end = text_.find_first_of(" \t\r\n/>", tag);
  open_.push_back(Open{
      .name = text_.substr(tag + 1, name_end - tag - 1), .offset = tag, .prefixes = prefixes_});
  if (declared_ != nullptr) prefixes_ = std::exchange(declared_, nullptr);
  Name split = split_name(name);
  handler_.begin({.name_space = std::move(split.name_space),
                  .name = std::move(split.local),
                  .attributes = read_attributes(attributes, tag),
                  .at = at(tag + 1, name_end - tag - 1),
                  .prefixes = prefixes_});
}

// expat reports values without their places, in the order in which the tag has them; the tag's own
// text, which expat has found well-formed, gives those.
std::vector<Attribute> Pass::read_attributes(const char** reported, std::uint32_t tag) {
  std::vector<Attribute> attributes;
  if (*reported == nullptr) return attributes;  // before a search that may go far
  std::size_t here = text_.find_first_of(kBlanks, tag);
  for (; *reported != nullptr; reported += 2) {
    std::size_t begin = 0, end = 0;
    for (bool is_declaration = true; is_declaration;) {
      here = text_.find_first_not_of(kBlanks, here);
      is_declaration = text_.compare(here, 6, "xmlns=") == 0 ||
                       text_.compare(here, 6, "xmlns:") == 0 ||
                       text_.compare(here, 6, "xmlns ") == 0;
      begin = text_.find_first_of("\"'", here) + 1;
      end = text_.find(text_[begin - 1], begin);
      here = end + 1;
    }
    Name name = split_name(reported[0]);
    std::string value = reported[1];
    if (value.size() > limits_.text_bytes) {
      refuse(static_cast<std::uint32_t>(begin),
             Message(messages::kXmlTextTooLong, {std::to_string(limits_.text_bytes)}));
      break;
    }
    attributes.push_back({std::move(name.name_space), std::move(name.local), std::move(value),
                          at(begin, end - begin)});
  }
  return attributes;
}

void Pass::characters(std::string_view text) {
  if (refused_) return;
  Open& element = open_.back();
  if (element.text.size() + text.size() > limits_.text_bytes)
    return refuse(offset(),
                  Message(messages::kXmlTextTooLong, {std::to_string(limits_.text_bytes)}));
  const auto length = static_cast<std::uint32_t>(element.text.size());
  const std::uint32_t from = offset();
  const bool continues =
      !element.segments.empty() &&
      from - element.segments.back().source_offset == length - element.segments.back().text_offset;
  if (!continues) element.segments.push_back({length, from});
  element.text += text;
}

void Pass::end() {
  if (refused_) return;
  Open element = std::move(open_.back());
  open_.pop_back();
  prefixes_ = element.prefixes;
  if (element.segments.empty()) element.segments.push_back({0, offset()});
  handler_.end({std::move(element.text), source_, std::move(element.segments)});
}

std::optional<Message> Pass::reason_of(XML_Error code) const {
  const auto opened = [&](const base::MessageText& text) {
    const base::Place place = source_->place_of(open_.back().offset);
    return Message(text, {open_.back().name, std::to_string(place.line)});
  };
  switch (code) {
    case XML_ERROR_NO_ELEMENTS:
      return open_.empty() ? Message(messages::kXmlEmpty) : opened(messages::kXmlUnclosedElement);
    case XML_ERROR_INVALID_TOKEN:
      return Message(elements_ == 0 ? messages::kXmlNotXml : messages::kXmlInvalidToken);
    case XML_ERROR_SYNTAX:
      return elements_ == 0 ? std::optional(Message(messages::kXmlNotXml)) : std::nullopt;
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return Message(messages::kXmlUnclosedToken);
    case XML_ERROR_PARTIAL_CHAR:
      return Message(messages::kXmlPartialCharacter);
    case XML_ERROR_TAG_MISMATCH:
      return opened(messages::kXmlTagMismatch);
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return Message(messages::kXmlDuplicateAttribute);
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return Message(messages::kXmlJunkAfter);
    case XML_ERROR_UNDEFINED_ENTITY:
      return Message(messages::kXmlUndefinedEntity);
    case XML_ERROR_UNBOUND_PREFIX:
      return Message(messages::kXmlUnboundPrefix);
    default:
      return {};
  }
}

void Pass::report_malformed() {
  const XML_Error code = XML_GetErrorCode(parser_);
  if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  const auto reason = reason_of(code);
  diagnostics_.error(at(offset()),
                     reason ? *reason : Message(messages::kXmlMalformed, {XML_ErrorString(code)}));
}

}  // namespace

bool run_pass(const base::Source& source, const Limits& limits, PassHandler& handler,
              base::Diagnostics& diagnostics) {
  return Pass(source, limits, handler, diagnostics).run();
}

}  // namespace guichet::dmn::xml
