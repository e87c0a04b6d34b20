// SPDX-License-Identifier: Apache-2.0
// Lays pages out while the next ones are read: the two take about the same time and share nothing
// but the page handed over.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "page_layout.h"

namespace guifan::pdf {

class LayoutPipeline {
 public:
  /// `pages`: how many will come; few are not worth a thread.
  explicit LayoutPipeline(std::size_t pages);
  ~LayoutPipeline();
  LayoutPipeline(const LayoutPipeline&) = delete;
  LayoutPipeline& operator=(const LayoutPipeline&) = delete;

  /// A page to fill; it may hold an earlier page's content and memory.
  PageContent take();
  /// The page is read. Pages come in order.
  void put(PageContent page);
  /// Every page laid out, in order. What lay_out() threw is thrown here (std::bad_alloc).
  std::vector<PageLayout> finish();

 private:
  void work();
  void stop();

  std::vector<PageLayout> layouts_;  // the worker's until it is joined
  std::exception_ptr failure_;       // the same

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<PageContent> waiting_;  // read, not laid out
  std::vector<PageContent> used_;    // laid out: their memory is used again
  bool closed_ = false;
  std::thread worker_;
};

}  // namespace guifan::pdf
