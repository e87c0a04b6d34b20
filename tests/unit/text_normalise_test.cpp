// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <SimpleConverter.hpp>
#include <fstream>
#include <random>

#include "guifan/text.h"
#include "text/utf8.h"

namespace guifan {
namespace {

TEST(PinyinNotes, TonedNotesGoAndRealBracketsStay) {
  EXPECT_EQ(remove_pinyin_notes("國(guó)務(wù)院辦(bàn)公廳（tīng）", 0), "國務院辦公廳");
  EXPECT_EQ(remove_pinyin_notes("國(guó)(guó)家", 0), "國家");
  EXPECT_EQ(remove_pinyin_notes("综合(zhǒnghé)", 0), "综合(zhǒnghé)");  // two syllables are no note
  EXPECT_EQ(remove_pinyin_notes("本条例(以下简称条例)第二十条第(一)项(app)", 9),
            "本条例(以下简称条例)第二十条第(一)项(app)");
  EXPECT_EQ(remove_pinyin_notes("绿(lǜ)化", 0), "绿化");
}

TEST(PinyinNotes, TonelessNotesGoOnlyAmongTonedOnes) {
  EXPECT_EQ(remove_pinyin_notes("公(gong)開(kai)(kai)", 4), "公(gong)開(kai)(kai)");
  EXPECT_EQ(remove_pinyin_notes("公(gong)開(kai)(kai)", 5), "公開");
  EXPECT_EQ(count_toned_pinyin_notes("國(guó)(guó)公(gong)據(jù)"), 3U);
}

TEST(PinyinNotes, ManyBracketsTakeLinearTime) {
  // Each kind is searched for once: a search anew from every bracket would take minutes.
  std::string narrow, wide;
  for (int i = 0; i < 400'000; ++i) {
    narrow += "中(a";
    wide += "中（a";
  }
  for (const std::string& text : {narrow, wide}) {
    EXPECT_EQ(count_toned_pinyin_notes(text), 0U);
    EXPECT_EQ(remove_pinyin_notes(text, 0).size(), text.size());
  }
}

TEST(Simplify, TraditionalAndTaiwanWordingAreMended) {
  EXPECT_EQ(simplify("政府資訊公開"), "政府信息公开");
  EXPECT_EQ(simplify("行政規範性檔案的釋出"), "行政规范性文件的发布");
  EXPECT_EQ(simplify("本列資料的勾稽關係"), "本列数据的勾稽关系");
  EXPECT_EQ(simplify("網際網路與入口網站"), "互联网与门户网站");
  EXPECT_EQ(simplify("行政複議、行政訴訟"), "行政复议、行政诉讼");
  EXPECT_EQ(simplify("資訊釋出稽核制度"), "信息发布审核制度");
}

TEST(Simplify, SameAsOpenCcCharacterByCharacter) {
  const opencc::SimpleConverter converter("tw2s.json");
  for (char32_t sign = 0x4E00; sign < 0xA000; ++sign) {
    std::string text = "國,";
    utf8::append(text, sign);
    ASSERT_EQ(simplify(text), converter.Convert(text)) << text;
  }
}

TEST(Simplify, SameAsOpenCcWordByWord) {
  const opencc::SimpleConverter converter("tw2s.json");
  for (const char* text :
       {"乾隆年間的著作與乾燥的著手", "藉口與憑藉,反覆與覆蓋", "鍾先生敲鐘,瞭望瞭解",
        "樊於期關於徵求意見的象徵", "昇華與上昇,沈陽沉著,甚麼,么麼", "畫龍點睛的規畫"})
    EXPECT_EQ(simplify(text), converter.Convert(text));
}

/// Phrases of the list beside each other and among other words, also overlapping ones.
TEST(Simplify, SameAsOpenCcForPhrasesInAnyCompany) {
  const opencc::SimpleConverter converter("tw2s.json");
  std::ifstream file(std::string(GUIFAN_SOURCE_DIR) + "/formats/traditional-phrases.tsv");
  std::vector<std::string> words{"國", "的", "申請", "公開", "於", "著", "覆", "乾", "徵", "瞭"};
  for (std::string line; std::getline(file, line);)
    if (!line.starts_with('#')) words.push_back(line.substr(0, line.find('\t')));
  ASSERT_GT(words.size(), 300U);
  std::mt19937 random(7);  // its sequence is fixed by the standard
  for (int i = 0; i < 5'000; ++i) {
    std::string text = "國,";
    for (std::size_t n = 1 + random() % 4; n > 0; --n) text += words[random() % words.size()];
    ASSERT_EQ(simplify(text), converter.Convert(text)) << text;
  }
}

TEST(Simplify, ArchivesStayArchives) {
  EXPECT_EQ(simplify("區檔案館與檔案局的檔案管理"), "区档案馆与档案局的档案管理");
}

TEST(Simplify, SimplifiedTextIsUntouched) {
  const char* text = "著名的程式化档案，资料透过网路 2017年";
  EXPECT_EQ(simplify(text), text);
}

TEST(Simplify, BrokenBytesAndNulDoNotCutTheText) {
  using namespace std::string_view_literals;
  EXPECT_EQ(simplify("開\xFF\0會"sv), "开\xEF\xBF\xBD会");
}

TEST(FoldWidth, FullWidthBecomesAsciiAndChineseMarksStay) {
  EXPECT_EQ(fold_width("（１２）：Ａ，％"), "(12):A,%");
  EXPECT_EQ(fold_width("。、“三”《规定》【号】—"), "。、“三”《规定》【号】—");
  EXPECT_EQ(fold_width("总\xE2\x80\x8B计\xC2\xA0"
                       "1\xE3\x80\x80"
                       "2\xC2\xAD"),
            "总计 1 2");
  EXPECT_EQ(fold_width("⽹⼯﹙一﹚"), "网工(一)");
}

TEST(NormaliseText, SpacesCollapseAndLineBreaksStay) {
  EXPECT_EQ(normalise_text("　 一 、  总体   情况 \n  本年　新收 \t 3 "),
            "一 、 总体 情况\n本年 新收\t3");
  EXPECT_EQ(normalise_text("行政復(fù)議（件）"), "行政复议(件)");
}

TEST(Normalise, NotesAreCountedOverTheWholeDocument) {
  SourceDocument document;
  Paragraph paragraph;
  paragraph.text.original = "國(guó)務(wù)據(jù)報(bào)關(guān)";
  document.blocks.emplace_back(paragraph);
  Table table;
  table.cells.emplace_back();
  table.cells.back().text.original = "公(gong)開";
  document.blocks.emplace_back(table);
  normalise(document);
  EXPECT_EQ(std::get<Paragraph>(document.blocks[0]).text.normalised, "国务据报关");
  EXPECT_EQ(std::get<Table>(document.blocks[1]).cells[0].text.normalised, "公开");
}

TEST(LabelKey, EnumeratorsAreCut) {
  for (const char* label : {"1.重复申请", "1、重复申请", "(1) 重复申请", "①重复申请", "㈠重复申请",
                            "（一）重复申请", "一、重复申请", "三、(五)2.重复申请", "其中:重复申请",
                            "其中：1.重复申请", "【2】重复申请", "一 、重复申请", "⑵重复申请"})
    EXPECT_EQ(label_key(label), "重复申请") << label;
}

TEST(LabelKey, ContentThatLooksLikeAnEnumeratorStays) {
  EXPECT_EQ(label_key("第二十条第(一)项"), "第二十条第一项");
  EXPECT_EQ(label_key("三安全一稳定"), "三安全一稳定");
  EXPECT_EQ(label_key("3.危及“三安全一稳定”"), "危及三安全一稳定");
  EXPECT_EQ(label_key("2014年"), "2014年");
  EXPECT_EQ(label_key("1.5万元"), "15万元");
  EXPECT_EQ(label_key("其中主动公开"), "其中主动公开");
  EXPECT_EQ(label_key("(一)"), "一");
  EXPECT_EQ(label_key("一、A类", false), "一a类");
}

TEST(PlaceAt, RunThatHoldsTheByte) {
  Text text;
  text.original = "abcdef";
  text.runs = {{0, {.line = 1}}, {3, {.line = 2}}};
  EXPECT_EQ(text.place_at(2).line, 1U);
  EXPECT_EQ(text.place_at(3).line, 2U);
  EXPECT_EQ(text.place_at(99).line, 2U);
  EXPECT_EQ(Text{}.place_at(0).line, 0U);
}

}  // namespace
}  // namespace guifan
