// SPDX-License-Identifier: Apache-2.0
#include "diagnostic/detail_words.h"

#include <string_view>

namespace guifan {
namespace {

struct Words {
  std::string_view english, chinese;
};

constexpr Words kWhole[] = {
    // what readers say of a part of a file
    {"missing", "缺失"},
    {"truncated", "不完整"},
    {"unreadable", "读不出"},
    {"checksum or compressed data wrong", "校验和或压缩数据有误"},
    {"compression method not supported", "不支持这种压缩方法"},
    {"characters do not decode", "文字无法解码"},
    // what became of another program
    {"cannot start", "无法启动"},
    {"does not start", "启动不了"},
    {"no temporary folder", "没有临时文件夹"},
    // what the system says (strerror)
    {"No such file or directory", "文件或文件夹不存在"},
    {"not a regular file", "不是普通文件"},
    {"Permission denied", "没有权限"},
    {"Is a directory", "是文件夹"},
    {"Not a directory", "不是文件夹"},
    {"Input/output error", "读写出错"},
    {"File name too long", "文件名太长"},
    {"Read-only file system", "文件系统只读"},
    {"No space left on device", "磁盘已满"},
    {"Too many open files", "打开的文件太多"},
    {"Broken pipe", "管道的另一端已关闭"},
    {"Cannot allocate memory", "内存不足"},
};

/// A number follows.
constexpr Words kBeginnings[] = {
    {"signal ", "被信号终止："},
    {"no output, exit status ", "没有输出，退出码 "},
};

}  // namespace

std::string detail_in_chinese(const std::string& detail) {
  for (const Words& words : kWhole)
    if (detail == words.english) return std::string(words.chinese);
  for (const Words& words : kBeginnings)
    if (detail.starts_with(words.english))
      return std::string(words.chinese) + detail.substr(words.english.size());
  return detail;
}

}  // namespace guifan
