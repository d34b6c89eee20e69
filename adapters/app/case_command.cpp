#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <iostream>

#include "adapters/app/case_operator.hpp"
#include "adapters/app/case_people.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/access/roles.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "engine/json/json.hpp"

namespace guichet::app {
namespace {

using base::Message;

std::optional<base::CaseId> case_named(store::Store& store, const std::string& name) {
  std::optional<base::CaseId> found;
  store.read([&](store::Reader& reader) { found = find_case(reader, name); });
  return found;
}

std::expected<access::Actor, int> actor_for(const bundle::Desk& desk, const Arguments& arguments) {
  if (arguments.has("from")) {
    return access::partner_actor(desk.directory, arguments.get("from"));
  }
  const std::string who = arguments.get("as");
  if (const auto actor = access::actor_as(desk, who)) return *actor;
  std::vector<std::string> known;
  for (const auto& [id, role] : desk.settings.roles) known.push_back(id);
  return std::unexpected(
      report(Message(messages::kUnknownRole, {who, fmt::format("{}", fmt::join(known, ", "))}),
             arguments.language()));
}

std::expected<cases::Fields, int> fields_for(const bundle::Desk& desk, const std::string& json,
                                             base::Language language) {
  const auto given = read_json_argument(json, language);
  if (!given) return std::unexpected(given.error());
  cases::Fields out;
  base::Rejection refusal{422, {}};
  if (given->value().kind() != feel::Kind::context) {
    refusal.reasons.push_back(Message(messages::kCaseIsObject));
    return std::unexpected(report(refusal, language));
  }
  for (const feel::Entry& entry : given->value().entries()) {
    const std::string id(entry.name);
    const vocabulary::Field* field = desk.vocabulary->find(id);
    if (field == nullptr) {
      out[id] = feel::Stored(entry.value);  // the act itself says whether it takes it
      continue;
    }
    const bool text = entry.value.kind() == feel::Kind::string;
    auto value = text ? vocabulary::parse_value(*field, entry.value.text(), *desk.vocabulary,
                                                desk.intake.formats)
                      : vocabulary::fit_value(*field, entry.value, *desk.vocabulary);
    if (value) {
      out[id] = std::move(*value);
    } else {
      refusal.reasons.push_back(value.error());
    }
  }
  if (!refusal.reasons.empty()) return std::unexpected(report(refusal, language));
  return out;
}

int print_receipt(const cases::Outcome& outcome, base::Language language) {
  if (!outcome) return report(outcome.error(), language);
  std::cout << fmt::format(R"({{"case":{},"rev":{},"repeated":{}}})", outcome->kase.value,
                           outcome->rev, outcome->repeated)
            << "\n";
  return kDone;
}

int open_case(desk::Desk& desk, const Arguments& arguments) {
  const auto actor = actor_for(desk.definition(), arguments);
  if (!actor) return actor.error();
  auto fields = fields_for(desk.definition(), arguments.get("with", "{}"), arguments.language());
  if (!fields) return fields.error();
  return print_receipt(desk.submit_and_wait({.id = arguments.get("key"),
                                             .actor = *actor,
                                             .body = cases::OpenRequest{std::move(*fields)}}),
                       arguments.language());
}

int list_cases(desk::Desk& desk) {
  std::vector<store::CaseRow> rows;
  std::size_t total = 0;
  desk.store().read([&](store::Reader& reader) {
    rows = reader.list({.visible_to = access::Sight::of_the_desk(),
                        .open_only = false,
                        .most = 1'000'000},
                       total);
  });
  for (const store::CaseRow& row : rows) {
    std::cout << fmt::format(
                     R"({{"case":{},"number":{},"person":{},"firm":{},"themes":{},"states":{},)"
                     R"("owner":{},"opened":"{}","closed":{}}})",
                     row.id.value, json::quote(row.number), json::quote(row.person),
                     json::quote(row.firm),
                     json::quote(fmt::format("{}", fmt::join(row.themes, "|"))),
                     json::quote(fmt::format("{}", fmt::join(row.states, "|"))),
                     json::quote(row.owner), base::iso(row.opened_at),
                     row.closed_at ? json::quote(base::iso(*row.closed_at)) : "null")
              << "\n";
  }
  return kDone;
}

std::string offers_json(const std::vector<cases::Offer>& offers, base::Language language) {
  std::string out;
  for (const cases::Offer& each : offers) {
    std::vector<std::string> reasons;
    for (const base::Message& reason : each.reasons)
      reasons.push_back(json::quote(reason.in(language)));
    const auto quoted = [](const std::vector<std::string>& texts) {
      std::vector<std::string> list;
      for (const std::string& text : texts) list.push_back(json::quote(text));
      return fmt::format("[{}]", fmt::join(list, ","));
    };
    out += fmt::format(
        R"({}{{"n":{},"name":{},"title":{},"reply":{},"by":{},"require":{},"missing":{},"allowed":{},"reasons":[{}]}})",
        out.empty() ? "" : ",", each.n.value, json::quote(each.name), json::quote(each.title),
        each.reply, quoted(each.by), quoted(each.require), quoted(each.missing), each.allowed,
        fmt::join(reasons, ","));
  }
  return "[" + out + "]";
}

int show_case(desk::Desk& desk, base::CaseId id, const Arguments& arguments) {
  const auto actor = actor_for(desk.definition(), arguments);
  if (!actor) return actor.error();
  std::optional<cases::Snapshot> snapshot;
  std::vector<cases::Fact> facts;
  desk.store().read([&](store::Reader& reader) {
    snapshot = reader.load(id);
    facts = reader.facts(id);
  });
  std::string journal;
  for (const cases::Fact& fact : facts) {
    journal += fmt::format(R"({}{{"seq":{},"at":"{}","actor":{},"type":"{}","fact":{}}})",
                           journal.empty() ? "" : ",", fact.seq, base::iso(fact.at),
                           json::quote(fact.actor), cases::type_of(fact.event),
                           cases::to_json(fact.event));
  }
  std::cout << fmt::format(R"({{"case":{},"offers":{},"journal":[{}]}})", cases::to_json(*snapshot),
                           offers_json(desk.offers(*snapshot, *actor), arguments.language()),
                           journal)
            << "\n";
  return kDone;
}

int act_on_case(desk::Desk& desk, base::CaseId id, const Arguments& arguments) {
  const auto actor = actor_for(desk.definition(), arguments);
  if (!actor) return actor.error();
  auto fields = fields_for(desk.definition(), arguments.get("with", "{}"), arguments.language());
  if (!fields) return fields.error();
  base::InstanceNumber n{1};
  const std::string on = arguments.get("on", "1");
  if (std::from_chars(on.data(), on.data() + on.size(), n.value).ec != std::errc{}) {
    return report(Message(messages::kBadNumber, {on}), arguments.language());
  }
  const std::string& name = arguments.at(2);
  const auto said = said_on(arguments);
  if (!said) return said.error();
  cases::Command command{.id = arguments.get("key"), .kase = id, .actor = *actor};
  if (is_operator_verb(arguments.at(0))) {
    auto body = operator_body(desk.definition(), arguments, n, std::move(*fields));
    if (!body) return body.error();
    command.body = std::move(*body);
  } else if (is_people_verb(arguments.at(0))) {
    const auto other = arguments.at(0) == "merge" ? case_named(desk.store(), name) : std::nullopt;
    auto body = people_body(arguments, n, std::move(*fields), other);
    if (!body) return body.error();
    command.body = std::move(*body);
  } else if (arguments.has("task")) {
    command.body = cases::CompleteTask{.n = n, .task = name};
  } else if (arguments.has("reply")) {
    command.body = cases::Reply{.n = n,
                                .name = name,
                                .with = std::move(*fields),
                                .channel = arguments.get("reply"),
                                .said_on = *said};
  } else {
    command.body = cases::Act{.n = n,
                              .name = name,
                              .with = std::move(*fields),
                              .channel = arguments.get("said-by"),
                              .said_on = *said};
  }
  return print_receipt(desk.submit_and_wait(std::move(command)), arguments.language());
}

}  // namespace

int run_case(const Words& words) {
  const Usage usage{
      .command = "case",
      .summary = "Opens, lists and shows cases, and acts on them.",
      .positionals = {"open|list|show|act|VERB", "[CASE]", "[ACT]"},
      .options = {{"database", "URL", "where cases are kept", true},
                  {"desk", "DIR", "open: the desk's folder, where the database has none yet"},
                  {"as", "ROLE", "who acts: a role or a member of staff"},
                  {"from", "PARTNER", "who acts: a partner, for a reply"},
                  {"on", "N", "act, VERB: the item of the case (1, the request, if not given)"},
                  {"with", "JSON|@FILE", "open, act, correct, reopen: values of fields"},
                  {"reason", "TEXT", "VERB: why; it is kept"},
                  {"to", "MOMENT", "due: when instead"},
                  {"state", "PATH", "due: of which state, where several have such a timer"},
                  {"retry", "", "incident: try again, rather than only close it"},
                  {"since", "DATE", "list: what happened since then in the cases of --as"},
                  {"said-on", "DATE", "act, consent, open-need: when it was said"},
                  {"said-by", "CHANNEL", "act, consent, open-need: how: phone, mail, visit"},
                  {"for", "IDS", "consent: for these partners only"},
                  {"keep", "IDS", "requalify: partners who go on"},
                  {"reply", "CHANNEL", "act: a partner's answer, by phone, mail or link"},
                  {"task", "", "act: the task of that name is done"},
                  {"key", "TEXT", "the command's idempotency key"}},
      .epilogue =
          "CASE is a number such as 2009-012, or an id. One line of JSON each.\n"
          "What an operator puts right, with --reason:\n"
          "  due CASE TIMER --to MOMENT     another due date of a timer or a task\n"
          "  move CASE STATE --on N         to that state\n"
          "  correct CASE --with JSON       other values of fields\n"
          "  incident CASE NUMBER [--retry] close it, or try again\n"
          "  assign CASE MEMBER             another owner\n"
          "  hand-over CASE ADVISER --on N  a colleague inside the partner (or --from)\n"
          "And: reopen CASE --on N --with JSON.\n"
          "What people do besides the acts of a path:\n"
          "  consent CASE given|refused|withdrawn [--for IDS]\n"
          "  requalify CASE THEME --on N [--keep IDS]\n"
          "  open-need CASE THEME [--with JSON]\n"
          "  undo CASE [ACT]                the last act, if it is that one\n"
          "  recall CASE LETTER             a letter that still rests, by its key\n"
          "  duplicates CASE                cases that may be about the same person\n"
          "  merge CASE OTHER | unmerge CASE"};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string& verb = arguments->at(0);
  const bool puts_right = is_operator_verb(verb);
  const bool peoples = is_people_verb(verb);
  const bool known = verb == "open" || verb == "list" || verb == "show" || verb == "act" ||
                     verb == "duplicates" || puts_right || peoples;
  const bool complete = puts_right             ? is_complete(*arguments)
                        : peoples              ? is_people_complete(*arguments)
                        : verb == "duplicates" ? !arguments->at(1).empty()
                        : verb == "act"        ? !arguments->at(2).empty()
                        : verb == "show"       ? !arguments->at(1).empty()
                                               : true;
  const bool needs_actor = (verb != "list" && verb != "duplicates") || arguments->has("since");
  if (!known || !complete || (needs_actor && !arguments->has("as") && !arguments->has("from"))) {
    std::cerr
        << "usage: guichet case open --as ROLE --with JSON | list | show CASE --as ROLE | "
           "act CASE ACT --as ROLE | due|move|correct|incident|assign|hand-over|reopen|consent|"
           "requalify|open-need|undo|recall|merge|unmerge|duplicates CASE ...   "
           "--database URL\n";
    return kUsage;
  }
  auto opened = open_database_desk(arguments->get("database"), arguments->get("desk"), language);
  if (!opened) return opened.error();
  desk::Desk& desk = *opened->desk;
  if (verb == "open") return open_case(desk, *arguments);
  if (verb == "list" && arguments->has("since")) {
    const auto actor = actor_for(desk.definition(), *arguments);
    return actor ? list_meanwhile(desk, actor->id, *arguments) : actor.error();
  }
  if (verb == "list") return list_cases(desk);
  const auto id = case_named(desk.store(), arguments->at(1));
  if (!id) return report(Message(messages::kNoSuchCase, {arguments->at(1)}), language);
  if (verb == "duplicates") return list_duplicates(desk, *id);
  return verb == "show" ? show_case(desk, *id, *arguments) : act_on_case(desk, *id, *arguments);
}

}  // namespace guichet::app
