// SPDX-License-Identifier: Apache-2.0
#include "layout_pipeline.h"

#include <system_error>

namespace guifan::pdf {
namespace {

constexpr std::size_t kFewPages = 4;     ///< a thread costs about as much as laying out one page
constexpr std::size_t kMostWaiting = 4;  ///< pages in memory between reading and layout

}  // namespace

LayoutPipeline::LayoutPipeline(std::size_t pages) {
  if (pages <= kFewPages || std::thread::hardware_concurrency() < 2) return;
  try {
    worker_ = std::thread([this] { work(); });
  } catch (const std::system_error&) {  // no more threads here: pages are laid out as they come
  }
}

LayoutPipeline::~LayoutPipeline() {
  stop();
}

PageContent LayoutPipeline::take() {
  const std::lock_guard lock(mutex_);
  if (used_.empty()) return {};
  PageContent page = std::move(used_.back());
  used_.pop_back();
  return page;
}

void LayoutPipeline::put(PageContent page) {
  if (!worker_.joinable()) {
    layouts_.push_back(lay_out(page));
    used_.push_back(std::move(page));
    return;
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting; });
  waiting_.push_back(std::move(page));
  changed_.notify_all();
}

std::vector<PageLayout> LayoutPipeline::finish() {
  stop();
  if (failure_) std::rethrow_exception(failure_);
  return std::move(layouts_);
}

void LayoutPipeline::stop() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

void LayoutPipeline::work() {
  for (;;) {
    PageContent page;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      page = std::move(waiting_.front());
      waiting_.pop_front();
    }
    changed_.notify_all();
    try {
      if (!failure_) layouts_.push_back(lay_out(page));
    } catch (...) {
      failure_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    used_.push_back(std::move(page));
  }
}

}  // namespace guifan::pdf
