// How secrets are typed and shown: fields for passwords, keys in groups that eyes can follow, the
// picture that an application of codes reads.
#pragma once

#include <string>
#include <string_view>

#include "adapters/web/accounts/account_visit.hpp"

namespace ctemplate {
class TemplateDictionary;
}

namespace guichet::web {

// {{#PRESENT_ERROR}} or {{#PASSWORD_ERROR}}: the sentence at that field. What was typed is never
// sent back.
void fill_password_field(ctemplate::TemplateDictionary& body, const std::string& field,
                         const FaultsOfForm* faults, base::Language language);
// {{>NEW_PASSWORD}}: the field for a new one, with its meter.
void fill_new_password(ctemplate::TemplateDictionary& body, const FaultsOfForm* faults,
                       base::Language language);
// "ABCD EFGH ..": fours.
std::string in_groups(std::string_view secret);
// {{#PICTURE}}: the modules of the text's code as one path, with the side of its square; nothing
// where the text is too long for one.
void fill_qr(ctemplate::TemplateDictionary& body, const std::string& text);

}  // namespace guichet::web
