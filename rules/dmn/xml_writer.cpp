#include "rules/dmn/xml_writer.hpp"

#include "engine/base/markup.hpp"

namespace guichet::dmn::xml {

Writer::Writer() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void Writer::begin(std::string_view name, const Attributes& attributes) {
  out_.append(open_.size() * 2, ' ');
  out_ += '<';
  out_ += name;
  for (const auto& [key, value] : attributes) {
    if (!value) continue;
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    out_ += base::escape_markup(*value);
    out_ += '"';
  }
}

void Writer::open(std::string_view name, const Attributes& attributes) {
  begin(name, attributes);
  out_ += ">\n";
  open_.emplace_back(name);
}

void Writer::close() {
  const std::string name = std::move(open_.back());
  open_.pop_back();
  out_.append(open_.size() * 2, ' ');
  out_ += "</" + name + ">\n";
}

void Writer::empty(std::string_view name, const Attributes& attributes) {
  begin(name, attributes);
  out_ += "/>\n";
}

void Writer::text(std::string_view name, std::string_view text, const Attributes& attributes) {
  begin(name, attributes);
  out_ += '>';
  out_ += base::escape_markup(text, base::MarkupPlace::content);
  out_ += "</";
  out_ += name;
  out_ += ">\n";
}

std::optional<std::string> given(std::string value) {
  return value.empty() ? std::nullopt : std::optional(std::move(value));
}

}  // namespace guichet::dmn::xml
