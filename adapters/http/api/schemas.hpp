// JSON Schemas of what the API answers, by name: "Case", "CaseList", "Receipt", "Problem" ..
#pragma once

#include <string>

namespace guichet::http {

// `"Case":{..},"CaseList":{..}`: the members of an OpenAPI document's components.schemas.
std::string schemas_json();

}  // namespace guichet::http
