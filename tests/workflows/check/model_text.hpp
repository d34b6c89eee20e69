// A workflow's every part as text, places in files left out: two models are the same where their
// texts are.
#pragma once

#include <string>

#include "workflows/model/workflow.hpp"

namespace guichet::tests {

std::string model_text(const model::Workflow& workflow);

}  // namespace guichet::tests
