#include "adapters/http/directory/directory_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "adapters/http/directory/partner_document.hpp"
#include "engine/desk/directory_json.hpp"
#include "engine/json/json.hpp"
#include "engine/store/listing.hpp"

namespace guichet::http {
namespace {

constexpr std::size_t kMostChanges = 200;

std::string name_in(const bundle::Partner& partner, const std::string& adviser) {
  const bundle::Contact* contact = partner.adviser(adviser);
  return contact == nullptr ? adviser : contact->name;
}

std::string member_name(const bundle::Desk& desk, const std::string& id) {
  const bundle::Member* member = desk.member(id);
  return member == nullptr ? id : member->name;
}

bool is_within(base::Day day, base::Day first, base::Day last) {
  return first <= day && day <= last;
}

constexpr std::size_t kMostLookedAt = 50;  // referrals, for letters on their way

bool has_address(const bundle::Partner& partner, const std::string& address) {
  return partner.head.email == address ||
         std::ranges::find(partner.advisers, address, &bundle::Contact::email) !=
             partner.advisers.end();
}

void add_absences(const bundle::Partner& partner, base::Day today, PartnerLine& line) {
  for (const bundle::Absence& each : partner.absences) {
    if (each.last < today) continue;
    auto& list = each.first <= today ? line.away : line.coming;
    list.push_back({each.who, name_in(partner, each.who), each.first, each.last, each.substitute,
                    name_in(partner, each.substitute)});
  }
  std::ranges::sort(line.coming, {}, &AwayView::first);
}

void add_closures(const bundle::Partner& partner, base::Day today, PartnerLine& line) {
  for (const bundle::PartnerClosure& each : partner.closures) {
    if (is_within(today, each.first, each.last)) line.closed = &each;
    const bool sooner = line.closes_next == nullptr || each.first < line.closes_next->first;
    if (each.first > today && sooner) line.closes_next = &each;
  }
}

std::string away_json(const AwayView& each) {
  return fmt::format(
      R"({{"who":{},"name":{},"from":"{}","to":"{}","substitute":{},"substitute_name":{}}})",
      json::quote(each.who), json::quote(each.name), base::iso(each.first), base::iso(each.last),
      json::quote(each.substitute), json::quote(each.substitute_name));
}

std::string away_list(const std::vector<AwayView>& list) {
  std::string out;
  for (const AwayView& each : list) out += (out.empty() ? "" : ",") + away_json(each);
  return out;
}

base::Day today_of(const desk::Desk& desk) {
  return desk.definition().calendar->local_day(desk.clock().now());
}

}  // namespace

PartnerList list_partners(desk::Desk& desk, const access::Principal& principal) {
  const base::Instant now = desk.clock().now();
  const base::Day today = today_of(desk);
  PartnerList out{.directory = desk.directory(), .lines = {}};
  convention::Loads loads;
  std::vector<store::RefusedAddress> refused;
  desk.store().read([&](store::Reader& reader) {
    loads = reader.loads_now(now);
    refused = reader.directory().refused_addresses();
  });
  for (const auto& [id, partner] : out.directory.partners) {
    const access::Tie tie{.object = access::Object::partner, .asked = {id}};
    const auto may = access::decide(principal, access::Right::see_partner, tie, now);
    if (may != access::Decision::allow) continue;
    PartnerLine line{.id = id, .name = partner.name, .channel = partner.channel};
    line.open_referrals = loads.open(id);
    add_absences(partner, today, line);
    add_closures(partner, today, line);
    for (const store::RefusedAddress& each : refused) {
      auto& list = line.refused_addresses;
      const bool known = std::ranges::find(list, each.address) != list.end();
      if (each.partner == id && !known && has_address(partner, each.address)) {
        list.push_back(each.address);
      }
    }
    out.lines.push_back(std::move(line));
  }
  std::ranges::sort(out.lines, {},
                    [](const PartnerLine& line) { return store::fold_for_search(line.name); });
  return out;
}

std::optional<PartnerEntry> find_partner(desk::Desk& desk, const std::string& id) {
  std::optional<store::PartnerRow> row;
  desk.store().read([&](store::Reader& reader) { row = reader.directory().partner(id); });
  if (!row) return {};
  auto partner = desk::partner_from_json(row->body);
  if (!partner) return {};
  return PartnerEntry{std::move(*partner), row->rev};
}

std::vector<PartnerReferral> open_referrals(desk::Desk& desk, const std::string& partner) {
  std::vector<store::AskedRow> rows;
  desk.store().read([&](store::Reader& reader) {
    std::size_t ended = 0;
    rows = reader.referrals_of({.partner = partner, .open = true}, ended);
  });
  std::vector<PartnerReferral> out;
  for (const store::AskedRow& row : rows) {
    const cases::Instance& asked = row.asked;
    // Whoever it was given to, else whoever the first letter went to.
    std::string adviser = asked.extras.adviser;
    if (adviser.empty() && asked.referral) adviser = asked.referral->adviser;
    out.push_back({row.kase, asked.n, row.number, std::move(adviser), asked.opened_at});
  }
  return out;
}

std::vector<store::RefusedAddress> refused_addresses(desk::Desk& desk,
                                                     const bundle::Partner& partner) {
  std::vector<store::RefusedAddress> all, out;
  desk.store().read([&](store::Reader& reader) { all = reader.directory().refused_addresses(); });
  for (store::RefusedAddress& each : all) {
    const bool told =
        std::ranges::find(out, each.address, &store::RefusedAddress::address) != out.end();
    if (each.partner == partner.id && !told && has_address(partner, each.address)) {
      out.push_back(std::move(each));
    }
  }
  return out;
}

std::vector<LetterElsewhere> letters_elsewhere(desk::Desk& desk, const bundle::Partner& partner) {
  auto open = open_referrals(desk, partner.id);
  std::ranges::stable_sort(open, std::ranges::greater{}, &PartnerReferral::since);
  if (open.size() > kMostLookedAt) open.resize(kMostLookedAt);
  std::vector<LetterElsewhere> out;
  std::set<base::CaseId> seen;
  desk.store().read([&](store::Reader& reader) {
    for (const PartnerReferral& each : open) {
      if (!seen.insert(each.kase).second) continue;
      for (const store::OutboxRow& row : reader.letters(each.kase)) {
        const cases::LetterEffect& letter = row.letter;
        const bool rests = row.status == store::LetterStatus::waiting && !row.called_back;
        const bool theirs = letter.to_kind == "partner" && letter.to == partner.id;
        if (!rests || !theirs || letter.channel != "email") continue;
        if (has_address(partner, letter.to_address)) continue;
        out.push_back(
            {each.kase, each.number, letter.to_name, letter.to_address, letter.leaves_at});
      }
    }
  });
  return out;
}

std::vector<DirectoryChangeView> changes_of(desk::Desk& desk, const std::string& partner) {
  std::vector<store::DirectoryChangeRow> rows;
  desk.store().read(
      [&](store::Reader& reader) { rows = reader.directory().changes(partner, kMostChanges); });
  std::vector<DirectoryChangeView> out;
  for (const store::DirectoryChangeRow& row : rows) {
    out.push_back({row.rev, row.at, member_name(desk.definition(), row.by), row.note,
                   desk::partner_from_json(row.before), desk::partner_from_json(row.after)});
  }
  return out;
}

std::vector<StaffAbsenceView> staff_absences(const desk::Desk& desk) {
  std::vector<StaffAbsenceView> out;
  const auto add = [&](std::int64_t id, const bundle::Absence& each) {
    const bundle::Desk& definition = desk.definition();
    out.push_back({id,
                   {each.who, member_name(definition, each.who), each.first, each.last,
                    each.substitute, member_name(definition, each.substitute)}});
  };
  for (const bundle::Absence& each : desk.published()->settings.absences) add(0, each);
  for (const store::StaffAbsenceRow& each : desk.entered_absences()) {
    add(each.id, {each.who, each.first, each.last, each.substitute});
  }
  std::ranges::stable_sort(out, {}, [](const StaffAbsenceView& view) { return view.away.first; });
  return out;
}

std::vector<StaffChangeView> staff_changes(desk::Desk& desk) {
  std::vector<store::DirectoryChangeRow> rows;
  desk.store().read(
      [&](store::Reader& reader) { rows = reader.directory().changes("", kMostChanges); });
  const auto away = [&](const std::string& body) -> std::optional<AwayView> {
    const auto absence = desk::absence_from_json(body);
    if (!absence) return {};
    const bundle::Desk& definition = desk.definition();
    return AwayView{absence->who,        member_name(definition, absence->who),
                    absence->first,      absence->last,
                    absence->substitute, member_name(definition, absence->substitute)};
  };
  std::vector<StaffChangeView> out;
  for (const store::DirectoryChangeRow& row : rows) {
    out.push_back({row.at, member_name(desk.definition(), row.by), row.note, away(row.before),
                   away(row.after)});
  }
  return out;
}

std::string partners_json(const PartnerList& list) {
  std::string out;
  for (const PartnerLine& line : list.lines) {
    std::string refused;
    for (const std::string& each : line.refused_addresses) {
      refused += (refused.empty() ? "" : ",") + json::quote(each);
    }
    out += fmt::format(
        R"({}{{"id":{},"name":{},"channel":"{}","open_referrals":{},"away":[{}],"coming":[{}],)"
        R"("closed":{},"refused_addresses":[{}]}})",
        out.empty() ? "" : ",", json::quote(line.id), json::quote(line.name), to_text(line.channel),
        line.open_referrals, away_list(line.away), away_list(line.coming), line.closed != nullptr,
        refused);
  }
  return fmt::format(R"({{"partners":[{}]}})", out);
}

std::string changes_json(const std::vector<DirectoryChangeView>& changes) {
  std::string out;
  const auto version = [](const std::optional<bundle::Partner>& partner, std::int64_t rev) {
    return partner ? to_json(*partner, rev) : "null";
  };
  for (const DirectoryChangeView& each : changes) {
    out += fmt::format(R"({}{{"rev":{},"at":"{}","by":{},"note":{},"before":{},"after":{}}})",
                       out.empty() ? "" : ",", each.rev, base::iso(each.at), json::quote(each.by),
                       json::quote(each.note), version(each.before, each.rev - 1),
                       version(each.after, each.rev));
  }
  return fmt::format(R"({{"changes":[{}]}})", out);
}

std::string absences_json(const std::vector<StaffAbsenceView>& absences,
                          const std::vector<StaffChangeView>& changes) {
  std::string out, changed;
  for (const StaffAbsenceView& each : absences) {
    out += fmt::format(R"({}{{"id":{},"away":{},"source":"{}"}})", out.empty() ? "" : ",", each.id,
                       away_json(each.away), each.id == 0 ? "folder" : "desk");
  }
  const auto away = [](const std::optional<AwayView>& each) {
    return each ? away_json(*each) : std::string("null");
  };
  for (const StaffChangeView& each : changes) {
    changed += fmt::format(R"({}{{"at":"{}","by":{},"note":{},"before":{},"after":{}}})",
                           changed.empty() ? "" : ",", base::iso(each.at), json::quote(each.by),
                           json::quote(each.note), away(each.before), away(each.after));
  }
  return fmt::format(R"({{"absences":[{}],"changes":[{}]}})", out, changed);
}

}  // namespace guichet::http
