// SPDX-License-Identifier: Apache-2.0
#include "text/han_plausibility.h"

#include <algorithm>
#include <bitset>

#include "text/utf8.h"

namespace guifan {
namespace {

// The commonest characters of official Chinese, in both scripts. Wrongly decoded Chinese scatters
// over the whole range of Chinese characters and hits these seldom.
constexpr std::string_view kCommon =
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    "说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因"
    "由其些然前外天政四日那社义事平"
    "形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系"
    "军很情者最立代想已通并提直题党程"
    "展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期"
    "根论运农指几九区强放决西被干做必战先"
    "府信息申请数例市县镇乡村省局委办室厅院会议诉讼复维持纠其他未收受答复依主动开网站报告工作情况总"
    "体以及处理结转规章范性许可罚制费项"
    "目采购金额元万条件份篇次号附表说明指标名称单位统计截至止按照规定条例信访举报投诉类重出版物正常"
    "由反复要求确认已获取印发通知关于"
    "這個為國來時會發動產經進著實電裡現兩體機當點從業應開還後間樣與關內數質氣變條沒結問無係軍黨題總"
    "設長資邊級圖統計見別論運農決將報"
    "請縣鎮鄉辦廳議訴訟復維糾處轉規範許罰費項購額萬稱單違認獲訊據檔務屬復網導構類過達調續標準備檢監"
    "審證認對於區強組織學習";

const auto& common_characters() {
  static const auto set = [] {
    std::bitset<0x10000> bits;
    for (std::size_t at = 0; at < kCommon.size();) {
      const utf8::CodePoint point = utf8::decode(kCommon, at);
      bits.set(point.value);
      at += point.length;
    }
    return bits;
  }();
  return set;
}

bool is_chinese_mark(char32_t value) {
  return (value >= 0x3000 && value <= 0x3017) || (value >= 0xFF01 && value <= 0xFF5E) ||
         (value >= 0x2010 && value <= 0x2026) || (value >= 0x2460 && value <= 0x249B) ||
         value == 0xB7 || value == 0x25CB || value == 0x25CF || value == 0xA0;
}

}  // namespace

bool is_common_character(char32_t value) {
  return value < 0x10000 && common_characters().test(value);
}

double han_plausibility(std::string_view utf8) {
  std::size_t characters = 0, common = 0, han = 0, marks = 0, odd = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const utf8::CodePoint point = utf8::decode(utf8, at);
    at += point.length;
    const char32_t value = point.value;
    if (value < 0x80) {
      const bool control = value < 0x20 && value != '\n' && value != '\r' && value != '\t';
      if (control) ++characters, ++odd;
      continue;
    }
    ++characters;
    if (value >= 0x4E00 && value <= 0x9FFF) {
      ++han;
      if (common_characters().test(value)) ++common;
    } else if (is_chinese_mark(value)) {
      ++marks;
    } else {
      ++odd;
    }
  }
  if (characters == 0) return 0;
  // Two thirds of real text is common characters, so 0.6 already earns the full mark.
  const double common_share =
      han == 0 ? 0 : std::min(1.0, static_cast<double>(common) / (0.6 * static_cast<double>(han)));
  const double known_share = static_cast<double>(han + marks) / static_cast<double>(characters);
  const double odd_share = static_cast<double>(odd) / static_cast<double>(characters);
  return std::max(0.0, 0.3 * known_share + 0.7 * common_share - odd_share);
}

}  // namespace guifan
