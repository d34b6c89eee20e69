// Nothing that somebody wrote becomes markup: each page of a desk whose every free text holds a
// payload has the very elements of one whose texts hold as many harmless letters.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <functional>
#include <map>
#include <set>

#include "adapters/http/transport/form.hpp"
#include "engine/json/json.hpp"
#include "tests/adapters/web/served.hpp"
#include "tests/adapters/web/skeleton.hpp"

using namespace guichet::web;
namespace bundle = guichet::bundle;
namespace base = guichet::base;
namespace http = guichet::http;
namespace json = guichet::json;
namespace feel = guichet::feel;

namespace {

constexpr std::size_t kMostPages = 150;
constexpr const char* kHostileStart = "2009-02-04T09:30";

std::vector<std::string> payloads() {
  std::ifstream file(GUICHET_ROOT "/tests/adapters/web/payloads.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  feel::Arena arena;
  const auto read = json::read(text, arena);
  REQUIRE(read);
  std::vector<std::string> out;
  for (const feel::Value& each : read->items()) out.emplace_back(each.text());
  REQUIRE(out.size() >= 40);
  return out;
}

// Each by itself takes minutes: asked for by GUICHET_PAYLOADS=alone, which `make audit` says.
bool alone() {
  const char* said = std::getenv("GUICHET_PAYLOADS");
  return said != nullptr && std::string(said) == "alone";
}

// What is written into one field after the other: all payloads each time, a blank between, each
// time begun by the next one, since some count at a text's beginning only.
class Texts {
 public:
  Texts(std::vector<std::string> parts) : parts_(std::move(parts)) {}  // NOLINT: a text is one

  std::string next() {
    std::string out;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      out += (i == 0 ? "" : " ") + parts_[(begin_ + i) % parts_.size()];
    }
    ++begin_;
    return out;
  }
  // Two of them, for a field that takes a name and no more; the next time the two after.
  std::string next_short() {
    std::string out = parts_[begin_ % parts_.size()];
    if (parts_.size() > 1) out += " " + parts_[(begin_ + 1) % parts_.size()];
    begin_ += 2;
    return out;
  }

 private:
  std::vector<std::string> parts_;
  std::size_t begin_ = 0;
};

// As many letters, and the same blanks.
std::string harmless(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80) out += byte > ' ' ? 'a' : c;
  }
  return out;
}

std::vector<std::string> harmless(std::vector<std::string> texts) {
  for (std::string& each : texts) each = harmless(each);
  return texts;
}

struct Pages {
  std::map<std::string, std::string> bodies;  // by address, or by what it is
};

// Who wrote the texts that a desk is looked at for.
enum class From { people, files };
// Seconds each time, and shows words of the files alone.
constexpr const char* kProof = "/definition/check";

class HostileDesk {
 public:
  HostileDesk(std::shared_ptr<const bundle::Desk> desk, Texts texts, From from)
      : served_(std::move(desk), kHostileStart), texts_(std::move(texts)), from_(from) {}

  Pages all() {
    if (from_ == From::people) rename_partners();
    take_in();
    for (const char* page : {"/cases/1", "/cases/2"}) press_forms(page);
    served_.stage().run_until(served_.stage().now() + std::chrono::days(40));
    crawl();
    look_for_it();
    letters();
    return std::move(pages_);
  }

 private:
  // Names, roles and telephones of institutions and of their people, each with payloads of its own;
  // a number before names, by which lists are sorted.
  void rename_partners() {
    int n = 100;
    const auto partners = served_.stage().desk().directory().partners;
    for (const auto& [id, partner] : partners) {
      const std::string page = "/directory/" + id;
      const std::size_t most = forms_of(served_.get(page).body).size();
      for (std::size_t i = 0; i < most; ++i) {
        const PageForm form = forms_of(served_.get(page).body).at(i);
        if (form.action != page || !names_somebody(form)) continue;
        Served::Pairs sent;
        for (const PageForm::Field& field : form.fields) {
          const bool free = field.type == "text" && !field.name.ends_with("-email");
          if (field.type == "checkbox" || field.type == "radio") continue;
          const bool name = field.name.ends_with("-name");
          if (name) ++n;
          sent.emplace_back(field.name, !free  ? field.value
                                        : name ? std::to_string(n) + " " + texts_.next_short()
                                               : texts_.next_short());
        }
        const auto saved = served_.post(page, sent);
        INFO(saved.body);
        REQUIRE(saved.status == 303);
      }
    }
    REQUIRE(n > 130);
  }
  // An entry that is there: what is new gets an id from its name.
  static bool names_somebody(const PageForm& form) {
    return std::ranges::any_of(form.fields, [](const PageForm::Field& field) {
      return field.name == "dir-name" && !field.value.empty();
    });
  }

  void take_in() {
    Served::Pairs form{{"nom", texts_.next()},
                       {"prenom", texts_.next()},
                       {"telephone", "05 65 00 01 00"},
                       {"courriel", "vayssie@exemple.test"},
                       {"description", texts_.next()},
                       {"entreprise", texts_.next()},
                       {"themes", "creation"},
                       {"statut", "porteur de projet"},
                       {"commune", "46102"},
                       {"naf", "96.02A"},
                       {"stade", "projet"},
                       {"consentement_partage", "oui"}};
    for (const char* number : {"1", "2"}) {
      const auto saved = served_.post("/requests", form);
      INFO(saved.body);
      REQUIRE(saved.status == 303);
      form[2].second = std::string("05 65 00 02 0") + number;
    }
    form[2].second = texts_.next();  // refused: shown again at the field
    pages_.bodies["refused request"] = served_.post("/requests", form).body;
  }

  // Each form of the page once, whatever comes of it.
  void press_forms(const std::string& page) {
    const std::size_t most = forms_of(served_.get(page).body).size();
    for (std::size_t i = 0; i < most; ++i) {
      const auto forms = forms_of(served_.get(page).body);
      if (i >= forms.size() || !forms[i].action.starts_with("/cases/")) continue;
      Served::Pairs sent;
      for (const PageForm::Field& field : forms[i].fields) {
        const bool free = field.type == "text" || field.type == "textarea";
        if (field.type == "checkbox" || field.type == "radio" || field.type == "file") continue;
        sent.emplace_back(field.name, free && field.value.empty() ? texts_.next() : field.value);
      }
      const auto answer = served_.post(forms[i].action, sent);
      pages_.bodies[page + " form " + std::to_string(i)] = answer.body;
      for (const auto& [name, value] : answer.headers.list()) {
        INFO(name << ": " << value);
        CHECK(value.find_first_of("\r\n") == std::string::npos);
      }
    }
  }

  void crawl() {
    std::deque<std::string> waiting{"/cases/1", "/cases/2"};
    for (const http::RouteInfo& route : served_.router().routes()) {
      if (route.method == "GET" && !route.pattern.contains('{')) waiting.push_back(route.pattern);
    }
    std::set<std::string> known(waiting.begin(), waiting.end());
    while (!waiting.empty() && pages_.bodies.size() < kMostPages) {
      const std::string address = waiting.front();
      waiting.pop_front();
      if (address.starts_with(kProof) && !(from_ == From::files && alone())) continue;
      if (address.starts_with("/assets") || address.starts_with("/api")) continue;
      const auto answer = served_.get(address);
      if (answer.events != nullptr || !answer.headers.get("Content-Type").starts_with("text/html"))
        continue;
      pages_.bodies[address] = answer.body;
      for (std::string link : markup_of(answer.body).links) {
        link = link.substr(0, link.find('#'));
        const bool words =
            link.contains("text=") || link.contains("look=") || link.contains("lang=");
        if (!link.starts_with('/') || words || !known.insert(link).second) continue;
        waiting.push_back(std::move(link));
      }
    }
  }

  void look_for_it() {
    for (const char* address :
         {"/?text=", "/cases?text=", "/cases?owner=", "/?theme=", "/agenda?first=",
          "/meanwhile?who=", "/meanwhile?since=", "/cases/1?saved="}) {
      pages_.bodies[address] = served_.get(address + asked()).body;
    }
    pages_.bodies["no such page"] = served_.get("/cases/" + asked()).body;
  }

  std::string asked() { return http::percent_encode(texts_.next()); }

  void letters() {
    for (std::int64_t kase = 1; kase <= 2; ++kase) {
      int n = 0;
      for (const auto& row : served_.stage().letters({kase})) {
        const std::string name = "letter " + std::to_string(kase) + "." + std::to_string(++n);
        pages_.bodies[name + " " + row.letter.letter] = row.letter.html;
        CHECK(row.letter.subject.find_first_of("\r\n") == std::string::npos);
      }
    }
  }

  Served served_;
  Texts texts_;
  From from_;
  Pages pages_;
};

void compare(const Pages& hostile, const Pages& plain, const std::string& payloads) {
  std::size_t shown = 0;
  for (const auto& [page, body] : plain.bodies) {
    INFO(page << ", " << payloads);
    const auto found = hostile.bodies.find(page);
    REQUIRE(found != hostile.bodies.end());
    shown += found->second != body ? 1 : 0;
    const Markup is = markup_of(found->second);
    const Markup should_be = markup_of(body);
    CHECK(is.dangers.empty());
    CHECK(is.comments == should_be.comments);
    for (std::size_t i = 0; i < std::min(is.elements.size(), should_be.elements.size()); ++i) {
      if (is.elements[i] == should_be.elements[i]) continue;
      FAIL_CHECK("element " << i << " is '" << is.elements[i] << "', not '" << should_be.elements[i]
                            << "'");
      break;
    }
    CHECK(is.elements.size() == should_be.elements.size());
  }
  CHECK(hostile.bodies.size() == plain.bodies.size());
  CHECK(shown > 15);  // else the text did not get anywhere
}

// A desk's files are refused where a line break in them cannot be seen.
std::string visible(std::string text) {
  for (const std::string unseen : {"\u2028", "\u2029", "\u0085"}) {
    for (std::size_t at = text.find(unseen); at != std::string::npos; at = text.find(unseen)) {
      text.erase(at, unseen.size());
    }
  }
  return text;
}

// The example with `text` in place of every title, label, name and help of its files.
std::shared_ptr<const bundle::Desk> renamed(const std::function<std::string()>& text) {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  for (auto& [path, content] : files) {
    if (!path.ends_with(".yaml") || path.starts_with("tests/")) continue;
    if (path.starts_with("results/")) continue;  // its names are columns
    for (const std::string key : {"title: ", "label: ", "help: ", "name: "}) {
      if (path == "desk.yaml" && key == "label: ") continue;  // of a referential: its column
      for (std::size_t at = content.find(key); at != std::string::npos;
           at = content.find(key, at)) {
        const bool whole = at == 0 || std::string(" {\n").contains(content[at - 1]);
        at += key.size();
        const char first = content[at];
        if (!whole || first == '{' || first == '[' || first == '=' || first == '"') continue;
        const bool flow = content.rfind('{', at) != std::string::npos &&
                          content.rfind('{', at) > content.rfind('\n', at);
        const std::size_t end = content.find_first_of(flow ? ",}\n" : "\n", at);
        content.replace(at, end - at, json::quote(text()));
      }
    }
  }
  auto desk = bundle::load_desk_files(files, "hostile", diagnostics, bundle::Proof::no);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(desk);
  return desk;
}

}  // namespace

TEST_CASE("what people write is words on every page and in every letter") {
  base::Diagnostics diagnostics;
  const auto desk =
      bundle::load_desk(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics, bundle::Proof::no);
  REQUIRE(desk);
  std::vector<std::vector<std::string>> sets{payloads()};
  if (alone()) {
    sets.clear();
    for (std::string& each : payloads()) sets.push_back({std::move(each)});
  }
  for (const auto& set : sets) {
    compare(HostileDesk(desk, set, From::people).all(),
            HostileDesk(desk, harmless(set), From::people).all(),
            set.size() == 1 ? set.front() : "all payloads");
  }
}

TEST_CASE("titles, labels and names of the desk's files are words on every page") {
  const std::vector<std::string> all = payloads();
  // A page may have hundreds of them: a few payloads in each, behind a number that keeps lists
  // sorted alike. All of them in each, where there is time.
  const auto names = [&](bool harmful) {
    const auto texts = std::make_shared<Texts>(all);
    return [texts, harmful, n = 1000]() mutable {
      const std::string some = alone() ? texts->next() : texts->next_short();
      const std::string text = visible(some);
      return std::to_string(n++) + " " + (harmful ? text : harmless(text));
    };
  };
  const Texts name({"Vayssié"});
  compare(HostileDesk(renamed(names(true)), name, From::files).all(),
          HostileDesk(renamed(names(false)), name, From::files).all(), "all payloads");
}

TEST_CASE("the comparison sees a hole") {
  const std::string payload = "<img src=x onerror=alert(1)>";
  const Markup hole = markup_of("<p>" + payload + "</p>");
  CHECK(hole.dangers.size() == 1);
  CHECK(hole.elements != markup_of("<p>" + harmless(payload) + "</p>").elements);
  CHECK(markup_of("<a href=\" JAVA\tSCRIPT:alert(1)\">x</a>").dangers.size() == 1);
  CHECK(markup_of("<p title=a onfocus=b>").elements != markup_of("<p title=a>").elements);
}
