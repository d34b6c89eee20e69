#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iostream>

#include "adapters/app/account_messages.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/key_file.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/password_prompt.hpp"
#include "adapters/http/accounts/kept_accounts.hpp"
#include "engine/access/rights.hpp"
#include "engine/accounts/account_book.hpp"
#include "engine/accounts/api_keys.hpp"
#include "engine/accounts/messages.hpp"
#include "engine/json/json.hpp"

namespace guichet::app {
namespace {

using access::Persona;
using base::Message;

constexpr const char* kByCommandLine = "command-line";

std::vector<std::string> items_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    if (comma > at) out.push_back(text.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}

std::string listed(const auto& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

class AccountCommand {
 public:
  AccountCommand(const Arguments& arguments, OpenedDesk& opened, const accounts::Keys& keys,
                 accounts::Random& random)
      : arguments_(arguments),
        opened_(opened),
        keys_(keys),
        random_(random),
        book_(*opened.store, keys, random, hasher_, opened.desk->definition().settings.name) {}

  int run() {
    const std::string verb = arguments_.at(0);
    if (verb == "add") return add();
    if (verb == "list") return list();
    if (verb == "key") return key();
    static constexpr std::pair<std::string_view, int (AccountCommand::*)(const store::Account&)>
        kVerbs[] = {{"disable", &AccountCommand::disable},
                    {"enable", &AccountCommand::enable},
                    {"password", &AccountCommand::set_password},
                    {"totp", &AccountCommand::hand_second_factor},
                    {"sessions", &AccountCommand::end_sessions}};
    const auto found = std::ranges::find(kVerbs, verb, [](const auto& each) { return each.first; });
    if (found == std::end(kVerbs)) {
      return wrong(Message(messages::kUnknownVerb,
                           {verb, "add, list, disable, enable, password, totp, sessions, key"}));
    }
    const std::string who = arguments_.at(1).empty() ? arguments_.get("email") : arguments_.at(1);
    if (who.empty()) return wrong(Message(messages::kNobodyNamed));
    const auto account = book_.find(who);
    if (!account) return refuse(accounts::refused(404, accounts::messages::kNoAccount, {who}));
    return (this->*found->second)(*account);
  }

 private:
  base::Instant now() const { return opened_.clock->now(); }
  int wrong(const Message& message) const {
    return report(base::Error{base::ErrorKind::input, message}, arguments_.language());
  }
  int refuse(const std::unexpected<accounts::Refused>& refused) const {
    return report(refused.error().rejection, arguments_.language());
  }
  template <typename T>
  int refuse(const accounts::Outcome<T>& outcome) const {
    return report(outcome.error().rejection, arguments_.language());
  }
  void warn_of_secrets() const {
    std::cerr << "guichet: " << Message(messages::kSecretsOnce).in(arguments_.language()) << "\n";
  }

  // -- people --

  int add() {
    const auto person = person_given();
    if (!person) return person.error();
    const auto password = password_given(arguments_, book_);
    if (!password) return password.error();
    const auto made = book_.add(*person, password->text, kByCommandLine, now());
    if (!made) return refuse(made);
    std::cout << fmt::format(R"({{"account":{},"email":{}{}}})", json::quote(made->id),
                             json::quote(made->email), password_json(*password))
              << "\n";
    if (password->made_up) warn_of_secrets();
    return kDone;
  }

  static std::string password_json(const GivenPassword& password) {
    return password.made_up ? ",\"password\":" + json::quote(password.text) : std::string();
  }

  std::expected<accounts::Person, int> person_given() const {
    accounts::Person person{.email = arguments_.get("email"), .name = arguments_.get("name")};
    for (const std::string& word : items_of(arguments_.get("role"))) {
      const auto persona = access::persona_of(word);
      const bool fits = persona == Persona::coordinator || persona == Persona::administrator ||
                        persona == Persona::auditor || persona == Persona::partner ||
                        persona == Persona::official;
      if (!fits) {
        return std::unexpected(wrong(Message(
            messages::kBadRole, {word, "coordinator, administrator, auditor, partner, official"})));
      }
      person.personas.push_back(*persona);
    }
    person.member = arguments_.get("member");
    const bundle::Desk& desk = opened_.desk->definition();
    if (!person.member.empty() && desk.member(person.member) == nullptr) {
      std::vector<std::string> ids;
      for (const bundle::Member& each : desk.settings.staff) ids.push_back(each.id);
      return std::unexpected(wrong(Message(messages::kNoMember, {person.member, listed(ids)})));
    }
    for (const std::string& each : items_of(arguments_.get("partner"))) {
      const auto membership = membership_of(each);
      if (!membership) return std::unexpected(membership.error());
      person.partners.push_back(*membership);
    }
    return person;
  }

  // "cma-46" or "cma-46/salvan".
  std::expected<store::Membership, int> membership_of(const std::string& text) const {
    const std::size_t slash = std::min(text.find('/'), text.size());
    store::Membership out{text.substr(0, slash), text.substr(std::min(slash + 1, text.size()))};
    const bundle::Partner* partner = opened_.desk->directory().find(out.partner);
    if (partner == nullptr) return std::unexpected(no_partner(out.partner));
    if (out.adviser.empty() || partner->adviser(out.adviser) != nullptr) return out;
    std::vector<std::string> ids;
    for (const bundle::Contact& each : partner->advisers) ids.push_back(each.id);
    return std::unexpected(
        wrong(Message(messages::kNoAdviser, {out.partner, out.adviser, listed(ids)})));
  }

  int no_partner(const std::string& id) const {
    std::vector<std::string> ids;
    for (const auto& [each, partner] : opened_.desk->directory().partners) ids.push_back(each);
    return wrong(Message(messages::kNoPartner, {id, listed(ids)}));
  }

  int list() {
    for (const store::Account& each : book_.list()) {
      std::vector<std::string> roles, partners;
      for (const Persona persona : each.personas) {
        roles.push_back(json::quote(std::string(to_text(persona))));
      }
      for (const store::Membership& membership : each.partners) {
        partners.push_back(json::quote(membership.partner));
      }
      std::cout << fmt::format(
                       R"({{"account":{},"email":{},"name":{},"roles":[{}],"member":{},)"
                       R"("partners":[{}],"second_factor":{},"created":{},"signed_in":{},)"
                       R"("disabled":{}}})",
                       json::quote(each.id), json::quote(each.email), json::quote(each.name),
                       fmt::join(roles, ","), json::quote(each.member), fmt::join(partners, ","),
                       accounts::has_second_factor(each), json::quote(base::iso(each.created_at)),
                       each.signed_in_at ? json::quote(base::iso(*each.signed_in_at)) : "null",
                       each.disabled_at.has_value())
                << "\n";
    }
    return kDone;
  }

  int disable(const store::Account& account) {
    const auto done = book_.disable(account.id, kByCommandLine, now());
    return done ? kDone : refuse(done);
  }
  int enable(const store::Account& account) {
    const auto done = book_.enable(account.id, kByCommandLine, now());
    return done ? kDone : refuse(done);
  }

  int set_password(const store::Account& account) {
    const auto password = password_given(arguments_, book_);
    if (!password) return password.error();
    const auto done = book_.set_password(account.id, password->text, kByCommandLine, now());
    if (!done) return refuse(done);
    if (!password->made_up) return kDone;
    std::cout << fmt::format(R"({{"password":{}}})", json::quote(password->text)) << "\n";
    warn_of_secrets();
    return kDone;
  }

  int hand_second_factor(const store::Account& account) {
    const auto handed = book_.hand_second_factor(account.id, kByCommandLine, now());
    if (!handed) return refuse(handed);
    std::vector<std::string> codes;
    for (const std::string& each : handed->recovery) codes.push_back(json::quote(each));
    std::cout << fmt::format(R"({{"uri":{},"secret":{},"recovery":[{}]}})",
                             json::quote(handed->enrolment.uri),
                             json::quote(handed->enrolment.secret), fmt::join(codes, ","))
              << "\n";
    warn_of_secrets();
    return kDone;
  }

  int end_sessions(const store::Account& account) {
    const auto ended = book_.end_sessions(account.id, kByCommandLine, now());
    if (!ended) return refuse(ended);
    std::cout << fmt::format(R"({{"ended":{}}})", *ended) << "\n";
    return kDone;
  }

  // -- keys of programs --

  int key() {
    const std::string verb = arguments_.at(1);
    if (verb == "add") return add_key();
    if (verb == "list") return list_keys();
    if (verb != "revoke") {
      return wrong(Message(messages::kUnknownVerb, {"key " + verb, "add, list, revoke"}));
    }
    const auto revoked =
        accounts::revoke_api_key(*opened_.store, keys_, arguments_.at(2), kByCommandLine, now());
    return revoked ? kDone : refuse(revoked);
  }

  // A key that nobody thinks of any more ends by itself.
  std::expected<base::Instant, int> end_of_key() const {
    using std::chrono::days;
    const base::Instant latest = now() + days(http::kMostKeyDays);
    if (!arguments_.has("until")) return now() + days(365);
    const auto last = base::parse_day(arguments_.get("until"));
    const auto ends =
        last ? opened_.desk->definition().calendar->instant_of(base::LocalTime{*last + days(1)})
             : base::Instant{};
    if (ends > now() && ends <= latest) return ends;
    return std::unexpected(
        wrong(Message(messages::kBadTerm, {arguments_.get("until"), base::iso(latest)})));
  }

  int add_key() {
    const auto ends = end_of_key();
    if (!ends) return ends.error();
    accounts::WantedKey wanted{.label = arguments_.get("label"),
                               .partner = arguments_.get("partner"),
                               .granted = items_of(arguments_.get("may", "list_cases,see_case")),
                               .made_by = kByCommandLine,
                               .expires_at = *ends};
    if (!wanted.partner.empty() && opened_.desk->directory().find(wanted.partner) == nullptr) {
      return no_partner(wanted.partner);
    }
    const auto made = accounts::make_api_key(*opened_.store, keys_, random_, wanted, now());
    if (!made) return refuse(made);
    std::cout << fmt::format(R"({{"id":{},"key":{},"expires":{}}})", json::quote(made->row.id),
                             json::quote(made->key), json::quote(base::iso(*ends)))
              << "\n";
    warn_of_secrets();
    return kDone;
  }

  int list_keys() {
    std::vector<store::ApiKey> keys;
    opened_.store->read([&](store::Reader& reader) { keys = reader.accounts().api_keys(); });
    for (const store::ApiKey& each : keys) {
      std::vector<std::string> granted;
      for (const std::string& word : each.granted) granted.push_back(json::quote(word));
      std::cout << fmt::format(
                       R"({{"id":{},"begins":{},"label":{},"partner":{},"may":[{}],"created":{},)"
                       R"("used":{},"expires":{},"revoked":{}}})",
                       json::quote(each.id), json::quote(each.prefix), json::quote(each.label),
                       json::quote(each.partner), fmt::join(granted, ","),
                       json::quote(base::iso(each.created_at)),
                       each.used_at ? json::quote(base::iso(*each.used_at)) : "null",
                       each.expires_at ? json::quote(base::iso(*each.expires_at)) : "null",
                       each.revoked_at.has_value())
                << "\n";
    }
    return kDone;
  }

  const Arguments& arguments_;
  OpenedDesk& opened_;
  const accounts::Keys& keys_;
  accounts::Random& random_;
  accounts::PasswordHasher hasher_;
  accounts::AccountBook book_;
};

}  // namespace

int run_account(const Words& words) {
  const Usage usage{
      .command = "account",
      .summary = "Keeps the accounts of a desk's people, and the keys of programs.",
      .positionals = {"VERB", "[WHO]", "[KEY]"},
      .options = {{"database", "URL", "where cases are kept", true},
                  {"key-file", "FILE", "the desk's secret key (DATABASE.key)"},
                  {"email", "E", "of the person"},
                  {"name", "N", "of the person"},
                  {"role", "R,R", "coordinator, administrator, auditor, partner or official"},
                  {"member", "ID", "which member of the desk's staff it is"},
                  {"partner", "ID[/ADVISER]", "the institutions of a partner, or of a key"},
                  {"password-file", "FILE", "its first line; else asked for on the terminal"},
                  {"generate", "", "make a password up and print it, once"},
                  {"label", "TEXT", "key add: which program uses it"},
                  {"until", "DAY", "key add: the last day that it opens (in a year)"},
                  {"may", "RIGHT,RIGHT", "key add: list_cases,see_case, act, see_results ..."}},
      .epilogue =
          "  account add --email E --name N --role R [--member ID] [--partner ID]\n"
          "  account list | disable E | enable E | password E | totp E\n"
          "  account sessions E          ends all of them\n"
          "  account key add --label TEXT [--partner ID] [--may RIGHTS] [--until DAY]\n"
          "  account key list | key revoke ID\n"
          "Coordinators, administrators and auditors must have a second factor: `totp`\n"
          "prints one, or the first login sets one up. The key file is made where there\n"
          "is none: keep a copy apart from the database's."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string database = arguments->get("database");
  auto opened = open_database_desk(database, "", language);
  if (!opened) return opened.error();
  const auto random = accounts::make_system_random();
  const auto keys =
      open_keys(*opened->store, arguments->get("key-file", key_file_of(database)), *random);
  if (!keys) return report(keys.error(), language);
  return AccountCommand(*arguments, *opened, **keys, *random).run();
}

}  // namespace guichet::app
