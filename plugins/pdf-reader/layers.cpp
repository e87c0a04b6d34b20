// SPDX-License-Identifier: Apache-2.0
#include "layers.h"

namespace guifan::pdf {

bool Layers::hide(const Object* group) const {
  if (hidden_.empty() || group == nullptr) return false;
  const Object* target = store_.resolve(group);
  if (hidden_.count(store_.identity(target)) != 0) return true;
  // A membership dictionary is hidden when all of its layers are.
  const Object* members = store_.get(target, "OCGs");
  if (members == nullptr) return false;
  if (!store_.is_array(members)) return hidden_.count(store_.identity(members)) != 0;
  const std::size_t count = store_.size(members);
  for (std::size_t i = 0; i < count; ++i)
    if (hidden_.count(store_.identity(store_.at(members, i))) == 0) return false;
  return count != 0;
}

}  // namespace guifan::pdf
