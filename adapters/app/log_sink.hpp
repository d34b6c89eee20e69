// The log of a served desk: lines on standard error, one each, through spdlog.
#pragma once

#include <memory>

#include "engine/base/log.hpp"

namespace guichet::app {

std::unique_ptr<base::Log> make_log_sink();

}  // namespace guichet::app
