// An expected failure of a call (a file that cannot be read, a port in use), returned as
// std::expected<T, Error>; and a command that is not acceptable now.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "engine/base/message.hpp"

namespace guichet::base {

// Where the fault lies, for the exit code: `surroundings` and `input` exit 1, `fault` exits 70.
enum class ErrorKind { input, surroundings, fault };

struct Error {
  ErrorKind kind = ErrorKind::input;
  Message what;
};

template <typename T>
using Result = std::expected<T, Error>;

// A command that is not acceptable now: every reason at once; the case is unchanged.
// Status is what an HTTP answer would carry: 404 unknown, 409 wrong moment, 422 wrong content,
// 403 wrong person.
struct Rejection {
  int status = 409;
  std::vector<Message> reasons;
};

}  // namespace guichet::base
