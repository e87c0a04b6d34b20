// SPDX-License-Identifier: Apache-2.0
#include "conversion_cache.h"

#include <utility>

namespace guifan::office {
namespace {

constexpr std::size_t kMostKeptBytes = std::size_t{64} << 20;  ///< sources and results together

}  // namespace

std::shared_ptr<const ConversionCache::Outcome> ConversionCache::find(std::string_view settings,
                                                                      std::string_view source) {
  const std::scoped_lock lock(mutex_);
  for (const Entry& entry : entries_)
    if (entry.source == source && entry.settings == settings) return entry.outcome;
  return nullptr;
}

std::shared_ptr<const ConversionCache::Outcome> ConversionCache::keep(std::string_view settings,
                                                                      std::string_view source,
                                                                      Outcome outcome) {
  auto kept = std::make_shared<const Outcome>(std::move(outcome));
  if (!*kept && kept->failure().status == sdk::Status::Io) return kept;
  const std::size_t bytes = settings.size() + source.size() + (*kept ? (**kept).size() : 0);
  if (bytes > kMostKeptBytes) return kept;
  const std::scoped_lock lock(mutex_);
  entries_.push_front({std::string(settings), std::string(source), kept, bytes});
  bytes_ += bytes;
  while (bytes_ > kMostKeptBytes) {
    bytes_ -= entries_.back().bytes;
    entries_.pop_back();
  }
  return kept;
}

}  // namespace guifan::office
