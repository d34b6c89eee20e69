#include "adapters/http/directory/partner_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "adapters/http/directory/directory_messages.hpp"
#include "adapters/http/site_messages.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using base::Message;
using feel::Kind;
using feel::Value;

constexpr std::array<std::string_view, 3> kChannels{"email", "printed", "call"};

// -- to JSON --

template <typename T, typename Write>
std::string list_of(const std::vector<T>& items, const Write& write) {
  std::string out;
  for (const T& each : items) out += (out.empty() ? "" : ",") + write(each);
  return "[" + out + "]";
}

std::string contact_json(const bundle::Contact& each) {
  return fmt::format(
      R"({{"id":{},"name":{},"email":{},"phone":{},"role":{},"articles":{}}})",
      json::quote(each.id), json::quote(each.name), json::quote(each.email),
      json::quote(each.phone), json::quote(each.role),
      list_of(each.articles, [](const std::string& text) { return json::quote(text); }));
}

std::string absence_json(const bundle::Absence& each) {
  return fmt::format(R"({{"who":{},"from":"{}","to":"{}","substitute":{}}})", json::quote(each.who),
                     base::iso(each.first), base::iso(each.last), json::quote(each.substitute));
}

std::string closure_json(const bundle::PartnerClosure& each) {
  return fmt::format(R"({{"from":"{}","to":"{}","clock":"{}"}})", base::iso(each.first),
                     base::iso(each.last), each.clock_stopped ? "stopped" : "running");
}

// -- from JSON --

// Reads the members of one object, and tells what is no member of it.
class Members {
 public:
  Members(const Value& given, std::string at, Refusal& refusal)
      : given_(given), at_(std::move(at)), refusal_(refusal) {}

  std::string text(std::string_view name) {
    const Value* value = find(name, Kind::string, "string");
    return value == nullptr ? "" : std::string(value->text());
  }
  std::vector<std::string> texts(std::string_view name) {
    std::vector<std::string> out;
    for (const Value& each : items(name)) {
      if (each.kind() == Kind::string) {
        out.emplace_back(each.text());
      } else {
        refuse(name, messages::kMemberKind, {std::string(name), "[string]"});
      }
    }
    return out;
  }
  base::Day day(std::string_view name) {
    const std::string written = text(name);
    if (const auto day = base::parse_day(written)) return *day;
    refuse(name, messages::kNotADate, {written});
    return {};
  }
  template <typename Read>
  void each(std::string_view name, const Read& read) {
    std::size_t i = 0;
    for (const Value& item : items(name)) {
      Members inner(item, fmt::format("{}{}.{}.", at_, name, i++), refusal_);
      if (item.kind() == Kind::context) {
        read(inner);
        inner.finish();
      } else {
        refuse(name, messages::kMemberKind, {std::string(name), "[object]"});
      }
    }
  }
  template <typename Read>
  void one(std::string_view name, const Read& read) {
    const Value* value = find(name, Kind::context, "object");
    if (value == nullptr) return;
    Members inner(*value, fmt::format("{}{}.", at_, name), refusal_);
    read(inner);
    inner.finish();
  }
  void refuse(std::string_view name, const base::MessageText& text, std::vector<std::string> with) {
    refusal_.reasons.push_back({Message(text, std::move(with)), at_ + std::string(name)});
  }
  void may_have(std::string_view name) { known_.push_back(name); }
  void finish() {
    std::string names;
    for (const std::string_view name : known_) {
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
    for (const feel::Entry& entry : given_.entries()) {
      if (std::ranges::find(known_, entry.name) != known_.end()) continue;
      refuse(entry.name, messages::kUnknownMember, {std::string(entry.name), names});
    }
  }

 private:
  const Value* find(std::string_view name, Kind kind, std::string_view word) {
    known_.push_back(name);
    const Value* value = given_.member(name);
    if (value == nullptr || value->is_null()) return nullptr;
    if (value->kind() == kind) return value;
    refuse(name, messages::kMemberKind, {std::string(name), std::string(word)});
    return nullptr;
  }
  std::span<const Value> items(std::string_view name) {
    const Value* value = find(name, Kind::list, "list");
    return value == nullptr ? std::span<const Value>() : value->items();
  }

  const Value& given_;
  std::string at_;
  Refusal& refusal_;
  std::vector<std::string_view> known_;
};

bundle::Contact read_contact(Members& given) {
  return {.id = given.text("id"),
          .name = given.text("name"),
          .email = given.text("email"),
          .phone = given.text("phone"),
          .role = given.text("role"),
          .articles = given.texts("articles")};
}

bundle::Absence read_absence(Members& given) {
  return {.who = given.text("who"),
          .first = given.day("from"),
          .last = given.day("to"),
          .substitute = given.text("substitute")};
}

bundle::PartnerClosure read_closure(Members& given) {
  const std::string clock = given.text("clock");
  if (!clock.empty() && clock != "stopped" && clock != "running") {
    given.refuse("clock", messages::kNotAWord, {clock, "stopped, running"});
  }
  return {given.day("from"), given.day("to"), clock == "stopped"};
}

template <typename T, typename Read>
std::expected<T, Refusal> read_alone(const Value& value, const Read& read) {
  Refusal refusal{422, {}};
  Members members(value, "", refusal);
  T out = read(members);
  for (const char* name : {"note", "rev"}) members.may_have(name);
  members.finish();
  if (!refusal.reasons.empty()) return std::unexpected(std::move(refusal));
  return out;
}

constexpr std::string_view kDirectorySchemas =
    R"("Partner":{"type":"object","properties":{"id":{"type":"string"},"rev":{"type":"integer"},
"name":{"type":"string"},"short_name":{"type":"string"},
"channel":{"type":"string","enum":["email","printed","call"]},"calendar":{"type":"string"},
"head":{"$ref":"#/components/schemas/PartnerContact"},
"advisers":{"type":"array","items":{"$ref":"#/components/schemas/PartnerContact"}},
"absences":{"type":"array","items":{"type":"object","properties":{"who":{"type":"string"},
"from":{"type":"string"},"to":{"type":"string"},"substitute":{"type":"string"}},
"required":["who","from","to","substitute"],"additionalProperties":false}},
"closures":{"type":"array","items":{"type":"object","properties":{"from":{"type":"string"},
"to":{"type":"string"},"clock":{"type":"string","enum":["stopped","running"]}},
"required":["from","to","clock"],"additionalProperties":false}}},
"required":["id","rev","name","short_name","channel","calendar","head","advisers","absences",
"closures"],"additionalProperties":false},
"PartnerContact":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"},
"email":{"type":"string"},"phone":{"type":"string"},"role":{"type":"string"},
"articles":{"type":"array","items":{"type":"string"}}},
"required":["id","name","email","phone","role","articles"],"additionalProperties":false},
"PartnerChanges":{"type":"object","properties":{"changes":{"type":"array","items":{
"type":"object","properties":{"rev":{"type":"integer"},"at":{"type":"string"},
"by":{"type":"string"},"note":{"type":"string"},
"before":{"anyOf":[{"$ref":"#/components/schemas/Partner"},{"type":"null"}]},
"after":{"anyOf":[{"$ref":"#/components/schemas/Partner"},{"type":"null"}]}},
"required":["rev","at","by","note","before","after"],"additionalProperties":false}}},
"required":["changes"],"additionalProperties":false},
"Partners":{"type":"object","properties":{"partners":{"type":"array","items":{"type":"object",
"properties":{"id":{"type":"string"},"name":{"type":"string"},"channel":{"type":"string"},
"open_referrals":{"type":"integer"},
"away":{"type":"array","items":{"$ref":"#/components/schemas/Away"}},
"coming":{"type":"array","items":{"$ref":"#/components/schemas/Away"}},
"closed":{"type":"boolean"},"refused_addresses":{"type":"array","items":{"type":"string"}}},
"required":["id","name","channel","open_referrals","away","coming","closed","refused_addresses"],
"additionalProperties":false}}},"required":["partners"],"additionalProperties":false},
"Away":{"type":"object","properties":{"who":{"type":"string"},"name":{"type":"string"},
"from":{"type":"string"},"to":{"type":"string"},"substitute":{"type":"string"},
"substitute_name":{"type":"string"}},
"required":["who","name","from","to","substitute","substitute_name"],"additionalProperties":false},
"StaffAbsences":{"type":"object","properties":{"absences":{"type":"array","items":{"type":"object",
"properties":{"id":{"type":"integer"},"away":{"$ref":"#/components/schemas/Away"},
"source":{"type":"string","enum":["desk","folder"]}},"required":["id","away","source"],
"additionalProperties":false}},"changes":{"type":"array","items":{"type":"object","properties":{
"at":{"type":"string","format":"date-time"},"by":{"type":"string"},"note":{"type":"string"},
"before":{"anyOf":[{"$ref":"#/components/schemas/Away"},{"type":"null"}]},
"after":{"anyOf":[{"$ref":"#/components/schemas/Away"},{"type":"null"}]}},
"required":["at","by","note","before","after"],"additionalProperties":false}}},
"required":["absences","changes"],"additionalProperties":false},
"Kept":{"type":"object","properties":{"rev":{"type":"integer"}},"required":["rev"],
"additionalProperties":false},
"AbsenceKept":{"type":"object","properties":{"id":{"type":"integer"}},"required":["id"],
"additionalProperties":false},
"HandedOver":{"type":"object","properties":{"handed_over":{"type":"integer"},
"refused":{"type":"array","items":{"type":"string"}},"taken_out":{"type":"boolean"}},
"required":["handed_over","refused","taken_out"],"additionalProperties":false})";

}  // namespace

std::string_view to_text(bundle::PartnerChannel channel) {
  return kChannels[static_cast<std::size_t>(channel)];
}

std::optional<bundle::PartnerChannel> channel_of(std::string_view word) {
  const auto found = std::ranges::find(kChannels, word);
  if (found == kChannels.end()) return {};
  return static_cast<bundle::PartnerChannel>(found - kChannels.begin());
}

std::string to_json(const bundle::Partner& partner, std::int64_t rev) {
  return fmt::format(
      R"({{"id":{},"rev":{},"name":{},"short_name":{},"channel":"{}","calendar":{},"head":{},)"
      R"("advisers":{},"absences":{},"closures":{}}})",
      json::quote(partner.id), rev, json::quote(partner.name), json::quote(partner.short_name),
      to_text(partner.channel), json::quote(partner.calendar), contact_json(partner.head),
      list_of(partner.advisers, contact_json), list_of(partner.absences, absence_json),
      list_of(partner.closures, closure_json));
}

std::expected<bundle::Partner, Refusal> partner_of(const std::string& id, const Value& given) {
  return read_alone<bundle::Partner>(given, [&](Members& members) {
    bundle::Partner out{.id = id};
    // As GET gives it: what it says of itself goes without saying.
    members.may_have("id");
    out.name = members.text("name");
    out.short_name = members.text("short_name");
    if (out.short_name.empty()) out.short_name = out.name;
    const std::string channel = members.text("channel");
    const auto read = channel_of(channel);
    if (!channel.empty() && !read) {
      members.refuse("channel", messages::kNotAWord, {channel, "email, printed, call"});
    }
    out.channel = read.value_or(bundle::PartnerChannel::email);
    out.calendar = members.text("calendar");
    members.one("head", [&](Members& head) { out.head = read_contact(head); });
    out.head.id = "head";
    members.each("advisers", [&](Members& each) { out.advisers.push_back(read_contact(each)); });
    members.each("absences", [&](Members& each) { out.absences.push_back(read_absence(each)); });
    members.each("closures", [&](Members& each) { out.closures.push_back(read_closure(each)); });
    return out;
  });
}

std::expected<bundle::Contact, Refusal> contact_of(const Value& given) {
  return read_alone<bundle::Contact>(given, read_contact);
}

std::expected<bundle::Absence, Refusal> absence_of(const Value& given) {
  return read_alone<bundle::Absence>(given, read_absence);
}

std::string directory_schemas() {
  return std::string(kDirectorySchemas);
}

}  // namespace guichet::http
