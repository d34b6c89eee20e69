// The rooms of the desk, as the navigation lists them: each for those who have the right to it.
#pragma once

#include <string_view>

#include "adapters/web/frame/label.hpp"
#include "engine/access/rights.hpp"

namespace guichet::web {

// Where a page stands; `other` is in no room of the list, `outside` has no navigation at all.
enum class Room {
  work,
  cases,
  agenda,
  request,
  directory,
  definition,
  accounts,
  audit,
  commitments,
  results,
  other,
  outside
};

struct RoomLink {
  Room room;
  std::string_view address;
  access::Right right;  // whoever might have it for some object is shown the way
  std::string_view fr, en;
};

// In the order of the navigation.
inline constexpr RoomLink kRooms[] = {
    {Room::work, "/", access::Right::list_cases, "À faire", "To do"},
    {Room::cases, "/cases", access::Right::list_cases, "Dossiers", "Cases"},
    {Room::agenda, "/agenda", access::Right::work, "Réunion des partenaires", "Partners’ meeting"},
    {Room::request, "/requests/new", access::Right::take_in, "Nouvelle demande", "New request"},
    {Room::directory, "/directory", access::Right::see_partner, "Annuaire", "Directory"},
    {Room::definition, "/definition", access::Right::see_definition, "Parcours et règles",
     "Paths and rules"},
    {Room::commitments, "/commitments", access::Right::see_partner, "Engagements", "Commitments"},
    {Room::results, "/results", access::Right::see_results, "Résultats", "Results"},
    {Room::accounts, "/accounts", access::Right::keep_accounts, "Comptes", "Accounts"},
    {Room::audit, "/audit", access::Right::see_audit, "Journal", "Journal"},
};

}  // namespace guichet::web
