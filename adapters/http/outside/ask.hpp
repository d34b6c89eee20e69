// A request that somebody unknown hands in by the public form: what may be said there, how often,
// and what became of it. The page and the API call the same functions.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/accounts/rates.hpp"
#include "workflows/bundle/ask_form.hpp"

namespace guichet::http {

// What the person is told of her request. Nothing of it that she did not say herself, but who
// follows it and until when she will be called.
struct AskedView {
  std::string number;
  bool eligible = true;
  std::vector<std::string> reasons;   // why not, or what is missing
  std::string contact, phone, email;  // who is there for her today
  std::optional<base::Day> call_by;   // none where nobody calls: an ineligible request
  std::string letter;                 // channel of the first letter to her: email, printed, call
  std::string letter_to;              // its address as she knows it again, and nobody else
  std::string told, told_html;        // to whom the desk cannot help: what the letter says
};

// The fields of a form that was sent, with those that the desk sets itself. Every misfit at once:
// what is missing, what cannot be read, what the form does not ask.
std::expected<cases::Fields, FieldErrors> read_ask(const Pairs& given, const Site& site);
std::expected<cases::Fields, FieldErrors> read_ask(const feel::Value& given, const Site& site);

// Opens the request in the name of its person. `key`, where given, makes a repetition harmless.
// Five in ten minutes come in from one address; then it is said when to try again. `done` is called
// on the store's thread, or at once.
void submit_ask(Site& site, const Request& request, const std::string& key, cases::Fields fields,
                std::function<void(accounts::Outcome<cases::Receipt>)> done);

std::optional<AskedView> view_asked(desk::Desk& desk, base::CaseId id);
std::string to_json(const AskedView& view, bool repeated);

// "p…@exemple.test": enough to see that one has mistyped one's own.
std::string masked_address(std::string_view address);

// How often strangers may send; made when first asked for. Not from several threads.
RateLimits& form_limits(Site& site);

}  // namespace guichet::http
