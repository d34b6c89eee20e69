#include "engine/letters/markdown.hpp"

#include <cmark.h>

#include <cstdlib>
#include <memory>

#include "engine/letters/letter.hpp"
#include "engine/letters/plain_text.hpp"

namespace guichet::letters {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Document = std::unique_ptr<cmark_node, FreeNode>;

constexpr int kOptions = CMARK_OPT_DEFAULT | CMARK_OPT_SAFE | CMARK_OPT_VALIDATE_UTF8;
// Quotes and lists nested deeper are written flat.
constexpr int kDeepest = 32;

Document parse(std::string_view markdown) {
  return Document(cmark_parse_document(markdown.data(), markdown.size(), kOptions));
}

std::string literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? "" : text;
}

// Calls `visit(node, entering)` for every node under `root`; `visit` may replace the node itself.
template <typename Visit>
void walk(cmark_node* root, Visit visit) {
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
  }
}

bool is_html(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
}

// Safe mode would leave raw HTML out; a letter shows it, so that nothing written is lost.
void show_html_as_text(cmark_node* root) {
  std::vector<cmark_node*> found;
  walk(root, [&](cmark_node* node, bool entering) {
    if (entering && is_html(node)) found.push_back(node);
  });
  for (cmark_node* node : found) {
    std::string shown = literal(node);
    while (shown.ends_with('\n')) shown.pop_back();
    cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, shown.c_str());
    cmark_node* instead = text;
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
      instead = cmark_node_new(CMARK_NODE_PARAGRAPH);
      cmark_node_append_child(instead, text);
    }
    cmark_node_replace(node, instead);
    cmark_node_free(node);
  }
}

// What a link or picture adds after its own text: its address, unless the text is the address.
std::string address_after(cmark_node* node, std::string_view text) {
  const char* url = cmark_node_get_url(node);
  const std::string_view address = url == nullptr ? "" : url;
  if (address.empty() || address == text) return "";
  if (address.starts_with("mailto:") && address.substr(7) == text) return "";
  return " (" + std::string(address) + ")";
}

// The inline content of a block as text; "\n" stands for a hard line break.
std::string inline_text(cmark_node* block) {
  std::string out;
  std::vector<std::size_t> links;  // where the text of each open link begins
  walk(block, [&](cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
      case CMARK_NODE_HTML_INLINE:
        out += literal(node);
        break;
      case CMARK_NODE_SOFTBREAK:
        out += ' ';
        break;
      case CMARK_NODE_LINEBREAK:
        out += '\n';
        break;
      case CMARK_NODE_LINK:
        if (entering) {
          links.push_back(out.size());
        } else {
          out += address_after(node, std::string_view(out).substr(links.back()));
          links.pop_back();
        }
        break;
      default:
        break;
    }
  });
  return out;
}

// Writes blocks as lines; recursion ends at kDeepest.
class PlainText {
 public:
  std::string write(cmark_node* root) {
    Margin margin;
    children(root, margin, false, 0);
    return out_;
  }

 private:
  void children(cmark_node* parent, Margin& margin, bool tight, int depth) {
    for (cmark_node* child = cmark_node_first_child(parent); child != nullptr;
         child = cmark_node_next(child)) {
      if (cmark_node_previous(child) != nullptr && !tight) write_line(out_, margin, "");
      block(child, margin, tight, depth);
    }
  }

  void block(cmark_node* node, Margin& margin, bool tight, int depth) {
    if (depth > kDeepest) return write_wrapped(out_, margin, inline_text(node));
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
      case CMARK_NODE_HEADING:
        return write_wrapped(out_, margin, inline_text(node));
      case CMARK_NODE_CODE_BLOCK:
        return code(literal(node), margin);
      case CMARK_NODE_THEMATIC_BREAK:
        return write_line(out_, margin, "--------");
      case CMARK_NODE_LIST:
        return list(node, margin, depth);
      case CMARK_NODE_BLOCK_QUOTE:
        return inside(node, margin, "> ", "> ", tight, depth);
      default:
        return children(node, margin, tight, depth + 1);
    }
  }

  void inside(cmark_node* node, Margin& margin, const std::string& first, const std::string& rest,
              bool tight, int depth) {
    Margin inner{margin.next + first, margin.rest + rest};
    const std::size_t before = out_.size();
    children(node, inner, tight, depth + 1);
    if (out_.size() == before) {  // an empty item still shows its mark
      Margin mark{inner.next, inner.next};
      write_line(out_, mark, "");
    }
    margin.next = margin.rest;
  }

  void list(cmark_node* node, Margin& margin, int depth) {
    const bool tight = cmark_node_get_list_tight(node) != 0;
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    int number = cmark_node_get_list_start(node);
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr;
         item = cmark_node_next(item)) {
      if (cmark_node_previous(item) != nullptr && !tight) write_line(out_, margin, "");
      const std::string mark = ordered ? std::to_string(number++) + ". " : "- ";
      inside(item, margin, mark, std::string(mark.size(), ' '), tight, depth);
    }
  }

  void code(std::string text, Margin& margin) {
    while (text.ends_with('\n')) text.pop_back();
    std::string_view left = text;
    while (true) {
      const auto end = left.find('\n');
      write_line(out_, margin, "    " + std::string(left.substr(0, end)));
      if (end == std::string_view::npos) return;
      left.remove_prefix(end + 1);
    }
  }

  std::string out_;
};

}  // namespace

std::string to_html(std::string_view markdown) {
  const Document document = parse(markdown);
  show_html_as_text(document.get());
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(document.get(), kOptions), &std::free);
  return html.get();
}

std::string to_plain(std::string_view markdown) {
  const Document document = parse(markdown);
  show_html_as_text(document.get());
  return PlainText().write(document.get());
}

std::vector<RawPart> raw_parts(std::string_view markdown) {
  const Document document = parse(markdown);
  std::vector<RawPart> out;
  walk(document.get(), [&](cmark_node* node, bool entering) {
    const cmark_node_type type = cmark_node_get_type(node);
    const bool code = type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK;
    if (!entering || (!code && !is_html(node))) return;
    out.push_back({is_html(node), cmark_node_get_start_line(node), literal(node)});
  });
  return out;
}

}  // namespace guichet::letters
