#include "tests/adapters/web/skeleton.hpp"

#include <gumbo.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace guichet::web {
namespace {

using Parsed = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

Parsed parse(const std::string& html) {
  return {gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()),
          [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }};
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece text = element.original_tag;
  gumbo_tag_from_original_text(&text);
  return {text.data, text.length};
}

std::string attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? "" : found->value;
}

void each_element(const GumboNode* node, int depth,
                  const std::function<void(const GumboNode&, int)>& visit) {
  visit(*node, depth);
  const bool document = node->type == GUMBO_NODE_DOCUMENT;
  if (!document && node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return;
  const GumboVector& children = document ? node->v.document.children : node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    each_element(static_cast<const GumboNode*>(children.data[i]), depth + 1, visit);
  }
}

// An address whose scheme runs or holds something, as browsers read it: blanks and case aside.
bool runs(std::string address) {
  std::erase_if(address, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  std::ranges::transform(address, address.begin(), [](unsigned char c) { return std::tolower(c); });
  return address.starts_with("javascript:") || address.starts_with("vbscript:") ||
         (address.starts_with("data:") && !address.starts_with("data:image/"));
}

// A page within the page, in a sandbox that lets nothing run: looked at as a page of its own.
bool is_boxed_page(const GumboElement& element) {
  const GumboAttribute* sandbox = gumbo_get_attribute(&element.attributes, "sandbox");
  return element.tag == GUMBO_TAG_IFRAME && sandbox != nullptr && *sandbox->value == '\0';
}

void add_element(const GumboElement& element, int depth, Markup& out) {
  std::string line(static_cast<std::size_t>(depth), ' ');
  line += name_of(element);
  std::vector<std::string> names;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& each = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const std::string name = each.name;
    names.push_back(name);
    if (name == "href") out.links.emplace_back(each.value);
    const bool address = name == "href" || name == "src" || name == "action" ||
                         name == "formaction" || name == "data" || name == "srcdoc";
    const bool boxed = name == "srcdoc" && is_boxed_page(element);
    if (boxed) {
      Markup inside = markup_of(each.value);
      std::ranges::move(inside.elements, std::back_inserter(out.elements));
      std::ranges::move(inside.dangers, std::back_inserter(out.dangers));
    }
    if (name.starts_with("on") || name == "style" || (name == "srcdoc" && !boxed) ||
        (address && !boxed && runs(each.value))) {
      out.dangers.push_back(line + " " + name + "=" + each.value);
    }
  }
  std::ranges::sort(names);
  for (const std::string& name : names) line += " " + name;
  out.elements.push_back(std::move(line));
}

std::string text_of(const GumboNode& node) {
  std::string out;
  each_element(&node, 0, [&](const GumboNode& each, int) {
    if (each.type == GUMBO_NODE_TEXT || each.type == GUMBO_NODE_WHITESPACE) out += each.v.text.text;
  });
  return out;
}

// The first choice that says something.
std::string first_choice(const GumboNode& select) {
  std::string out;
  each_element(&select, 0, [&](const GumboNode& each, int) {
    if (each.type != GUMBO_NODE_ELEMENT || each.v.element.tag != GUMBO_TAG_OPTION) return;
    if (out.empty()) out = attribute(each.v.element, "value");
  });
  return out;
}

void add_field(const GumboNode& node, PageForm& form) {
  const GumboElement& element = node.v.element;
  const std::string name = attribute(element, "name");
  if (name.empty()) return;
  if (element.tag == GUMBO_TAG_TEXTAREA) form.fields.push_back({name, text_of(node), "textarea"});
  if (element.tag == GUMBO_TAG_SELECT) form.fields.push_back({name, first_choice(node), "select"});
  if (element.tag == GUMBO_TAG_INPUT) {
    const std::string type = attribute(element, "type");
    form.fields.push_back({name, attribute(element, "value"), type.empty() ? "text" : type});
  }
}

}  // namespace

Markup markup_of(const std::string& html) {
  Markup out;
  const Parsed parsed = parse(html);
  each_element(parsed->document, 0, [&](const GumboNode& node, int depth) {
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
      add_element(node.v.element, depth, out);
    }
    if (node.type == GUMBO_NODE_COMMENT) out.comments.emplace_back(node.v.text.text);
  });
  return out;
}

std::vector<PageForm> forms_of(const std::string& html) {
  std::vector<PageForm> out;
  const Parsed parsed = parse(html);
  each_element(parsed->document, 0, [&](const GumboNode& node, int) {
    if (node.type != GUMBO_NODE_ELEMENT || node.v.element.tag != GUMBO_TAG_FORM) return;
    if (attribute(node.v.element, "method") != "post") return;
    PageForm& form = out.emplace_back();
    form.action = attribute(node.v.element, "action");
    each_element(&node, 0, [&](const GumboNode& each, int) {
      if (each.type == GUMBO_NODE_ELEMENT) add_field(each, form);
    });
  });
  return out;
}

}  // namespace guichet::web
