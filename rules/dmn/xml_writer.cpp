#include "rules/dmn/xml_writer.hpp"

namespace guichet::dmn::xml {

namespace {

// Blanks other than spaces are written as references: a reader would make spaces of those in
// attributes, and line feeds of carriage returns everywhere.
void escape(std::string_view text, bool attribute, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += attribute ? "&quot;" : "\"";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\n':
        out += attribute ? "&#10;" : "\n";
        break;
      case '\t':
        out += attribute ? "&#9;" : "\t";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

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
    escape(*value, true, out_);
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
  escape(text, false, out_);
  out_ += "</";
  out_ += name;
  out_ += ">\n";
}

std::optional<std::string> given(std::string value) {
  return value.empty() ? std::nullopt : std::optional(std::move(value));
}

}  // namespace guichet::dmn::xml
