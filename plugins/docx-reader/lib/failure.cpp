// SPDX-License-Identifier: Apache-2.0
#include "failure.h"

namespace guifan::docx {

sdk::Status report(const sdk::Context& context, const Failure& failure) {
  const auto argument = [&failure](std::size_t index) {
    return index < failure.arguments.size() ? std::string_view(failure.arguments[index])
                                            : std::string_view();
  };
  context.diagnose(sdk::Severity::Error, failure.id,
                   {argument(0), argument(1), argument(2), argument(3)});
  return failure.status;
}

}  // namespace guifan::docx
