// An entry of the directory as JSON, in the words of partners.yaml, and back.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include "adapters/http/api/problem.hpp"
#include "rules/feel/value.hpp"
#include "workflows/bundle/directory.hpp"

namespace guichet::http {

// {"id","rev","name","short_name","channel","calendar","head":{..},"advisers":[..],"absences":[..],
// "closures":[..]}
std::string to_json(const bundle::Partner& partner, std::int64_t rev);

std::string_view to_text(bundle::PartnerChannel channel);
std::optional<bundle::PartnerChannel> channel_of(std::string_view word);

// Reads the members of a whole entry; every misfit at once, by its place ("advisers.0.email").
// What is absent is empty.
std::expected<bundle::Partner, Refusal> partner_of(const std::string& id, const feel::Value& given);
std::expected<bundle::Contact, Refusal> contact_of(const feel::Value& given);
std::expected<bundle::Absence, Refusal> absence_of(const feel::Value& given);

// As JSON Schemas, by name: `"Partner":{..},"PartnerChanges":{..}` ..
std::string directory_schemas();

}  // namespace guichet::http
