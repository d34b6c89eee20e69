// Changes to a case that are no acts of its path: taking an act back, consent, another theme,
// corrections. Each is one page with one form, GET and POST /cases/{id}/{name}.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/layout.hpp"
#include "adapters/web/frame/questions.hpp"

namespace guichet::web {

// The case that is to be changed, and what the address or the form says.
struct ChangeCase {
  const Layout& layout;
  base::Language language;
  http::CaseView view;
  cases::Snapshot snapshot;
  http::Pairs query, typed;

  // `name` of the address, or `form-name` of the form that was sent.
  std::string get(const std::string& name) const;
  std::optional<std::int64_t> number(const std::string& name) const;
  base::InstanceNumber n() const;  // 1, the request, where nothing is said
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const;
};

// What the page says and asks.
struct ChangeForm {
  struct Part {
    std::string heading;
    std::vector<std::string> points;
  };
  std::string title, intro, button;
  std::vector<Part> parts{};
  std::vector<Question> questions{};
  std::vector<Input> inputs{};         // fields of the desk, as they stand
  std::vector<std::string> carried{};  // names that the form hands on from the address
  bool danger = false;
};

using Change = std::expected<cases::Body, http::FieldErrors>;

struct ChangeKind {
  std::string_view name;  // in the address
  access::Right right;
  const base::MessageText& done;
  // Nothing where there is nothing of the kind to change: answered as what is absent.
  std::optional<ChangeForm> (*form)(const ChangeCase& at);
  // Also asked where form() has nothing any more: what was done cannot be done again, but said.
  Change (*change)(const ChangeCase& at);
};

// In case_people_changes.cpp, case_corrections.cpp and papers/paper_changes.cpp.
std::span<const ChangeKind> people_changes();
std::span<const ChangeKind> paper_changes();
std::span<const ChangeKind> corrections();

http::Response change_page(const Layout& layout, const http::Request& request,
                           const ChangeKind& kind);
void take_change(const Layout& layout, const http::Request& request, const ChangeKind& kind,
                 http::Respond respond);
// The sentence for ?saved=NAME on the case page; nothing for an unknown name.
const base::MessageText* said_after(std::string_view name);

// Questions that several forms have.
constexpr const char* kFormReason = "form-reason";
Question ask_reason(const ChangeCase& at);
Question ask_channel(const ChangeCase& at);
Question ask_day(const ChangeCase& at);
// The day of ask_day; nothing where none is given.
std::expected<std::optional<base::Day>, http::FieldErrors> day_of(const ChangeCase& at);

}  // namespace guichet::web
