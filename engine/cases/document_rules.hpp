// Which files a case takes. The bytes decide what a file is: neither its name nor what the sender
// says of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guichet::cases {

constexpr std::size_t kMostDocumentBytes = 5 * 1024 * 1024;
constexpr std::size_t kMostDocuments = 20;  // of a case

// PDF, JPEG, PNG, plain text in UTF-8, ODT, DOCX without macros; empty for anything else.
std::string_view media_type_of(std::string_view bytes);

// The name as its sender gave it, without folders and without what could deceive or break a line:
// control characters, marks that turn the reading direction. Never empty, at most 150 bytes.
std::string document_name(std::string_view given);

}  // namespace guichet::cases
