// Carrying out blocks of verbs. Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// Where a block runs: the innermost entry that tasks opened by it belong to.
struct BlockContext {
  InstanceNumber n;
  const kernel::Trigger* trigger = nullptr;
  std::int32_t entry = 0;
};

void run_block(Work& work, const model::Block& block, const BlockContext& context,
               kernel::Raiser& raiser);
feel::Stored value_of(Work& work, const model::Operand& operand, const BlockContext& context,
                      kernel::Raiser* raiser);
// Closes it; where it was the last that stopped the clocks of the instance, they run again.
void close_task(Work& work, InstanceNumber n, const std::string& id, std::int32_t entry);
void open_task(Work& work, InstanceNumber n, const std::string& id, std::int32_t entry,
               std::string title, const std::vector<std::string>& by,
               const std::optional<base::Delay>& due, bool pauses_clocks = false);

}  // namespace guichet::cases
