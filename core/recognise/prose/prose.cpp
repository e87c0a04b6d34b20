// SPDX-License-Identifier: Apache-2.0
// recognise_prose(): blocks -> sentences -> statements -> figures with quote and place.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "guifan/recognise.h"
#include "layout/prose_rules.h"
#include "recognise/page/garbled_text.h"
#include "recognise/prose/lexer.h"
#include "recognise/prose/sentence_source.h"
#include "recognise/prose/sequel.h"
#include "recognise/prose/statements.h"
#include "text/utf8.h"

namespace guifan {
namespace {

using namespace prose;

constexpr std::string_view kCellsTemplate = "standard-2021";  // the rules name its cells
constexpr std::size_t kLongestCellLeft = 6;                   // bytes
constexpr std::size_t kLongestUnit = 6;                       // bytes: 件次, (件)
constexpr std::size_t kLeadInCodePoints = 50;                 // a longer line is no heading

/// Reads one document from the first block to the last.
class ProseReader {
 public:
  ProseReader(const SourceDocument& document, const ChapterPlan& plan,
              const Identification& identity, const std::vector<bool>& skip,
              const ProseRules& rules, const Layout* cells)
      : document_(document), plan_(plan), skip_(skip), rules_(rules), cells_(cells) {
    const std::string& year = identity.year.value;
    std::from_chars(year.data(), year.data() + year.size(), year_);
    organisation_ = decode_text(identity.organisation.value).text;
  }

  ProseFindings read() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      const auto* paragraph = std::get_if<Paragraph>(&document_.blocks[i]);
      const bool removed = i < plan_.chapter_of_block.size() && plan_.chapter_of_block[i] == 0;
      const std::uint32_t level = i < plan_.heading_level.size() ? plan_.heading_level[i] : 0;
      if (level > 0) table_above_ = false;
      if (i < skip_.size() && skip_[i]) {
        table_above_ = true;
        label_.clear();  // what stands behind the heading's table does not answer the heading
      }
      if (paragraph == nullptr || removed || (i < skip_.size() && skip_[i])) continue;
      if (level > 0) emit_section();
      // What a table left behind, and no answer to the heading: 0, 无.
      if (table_above_ && paragraph->text.normalised.size() <= kLongestCellLeft) continue;
      if (is_one_of_several_cells(i)) continue;
      read_paragraph(*paragraph, level);
    }
    emit_section();
    return std::move(findings_);
  }

 private:
  /// Where a sentence that was read stands.
  struct Origin {
    std::u32string text;  ///< normalised
    std::string quote;    ///< as printed
    Locator place;
  };

  /// 四、行政复议情况 | 0 | 4 | 0: the cells of a table that lost its labels answer nothing.
  bool is_one_of_several_cells(std::size_t block) const {
    const std::string_view line = std::get<Paragraph>(document_.blocks[block]).text.normalised;
    if (line != "无" && !is_bare_cell(line)) return false;
    const auto bare = [&](std::size_t other) {
      const auto* paragraph = other < document_.blocks.size()
                                  ? std::get_if<Paragraph>(&document_.blocks[other])
                                  : nullptr;
      return paragraph != nullptr && is_bare_cell(paragraph->text.normalised);
    };
    return bare(block + 1) || (block > 0 && bare(block - 1));
  }
  /// Digits with a unit at most, or a dash.
  static bool is_bare_cell(std::string_view line) {
    if (line == "-" || line == "/" || line == "—" || line == "——") return true;
    const std::size_t unit = line.find_first_not_of("0123456789.,- ");
    return unit > 0 && !line.empty() &&
           (unit == std::string_view::npos || line.size() - unit <= kLongestUnit);
  }

  void read_paragraph(const Paragraph& paragraph, std::uint32_t level) {
    const Decoded normalised = decode_text(paragraph.text.normalised);
    const auto sentences = split_sentences(normalised.text);
    if (sentences.empty()) return;
    SentenceSource source(paragraph.text, sentences.size());

    Surroundings around;
    around.report_year = year_;
    around.organisation = organisation_;
    around.heading = level > 0 ? ClassSet{} : heading_classes_;
    std::vector<std::vector<Token>> tokens;
    for (const SentenceRange& range : sentences) {
      tokens.push_back(tokenise(sentence(normalised, range), rules_));
      doubt_bare_digits(tokens.back(), is_stopped(normalised.text, range));
      around.block |= classes_of(tokens.back());
    }
    const ClassSet first = classes_of(tokens.front());
    around.label = label_;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      around.text = sentence(normalised, sentences[s]);
      around.elsewhere =
          around.label.empty() ? heading_elsewhere_ : names_other_topics(rules_, around.label);
      around.period = is_sequel(rules_, tokens[s]) ? counts_period_ : Period::ReportYear;
      const auto periods = periods_of(period_classes_, tokens[s], year_, around.period);
      counts_period_ = period_of_counts(tokens[s], periods);
      around.periods = periods;
      auto statements = read_statements(rules_, tokens[s], around);
      const bool damaged = is_damaged(sentence(normalised, sentences[s]));
      if (damaged) statements.clear();
      if (!damaged && cells_ != nullptr && std::ranges::any_of(tokens[s], &Token::hedged))
        report_hedged(tokens[s], around, sentence(normalised, sentences[s]), source.quote(s),
                      source.place(s));
      around.previous = statements;
      const bool names =
          is_lead_in(normalised.text, sentences[s]) || names_only(tokens[s], sentences[s]);
      around.label = names ? std::span<const Token>(tokens[s]) : std::span<const Token>{};
      if (!statements.empty())
        keep(
            {tokens[s], std::move(statements)},
            {std::u32string(sentence(normalised, sentences[s])), source.quote(s), source.place(s)});
    }
    remember(level, normalised.text, sentences, first, std::move(tokens.front()));
  }

  /// Holds a sentence back until its section is read: a later one may take back what it states.
  void keep(ReadSentence sentence, Origin origin) {
    if (is_sequel(rules_, sentence.tokens)) settle_sequel(section_, sentence);
    section_.push_back(std::move(sentence));
    origins_.push_back(std::move(origin));
  }

  void emit_section() {
    for (std::size_t s = 0; s < section_.size(); ++s) {
      std::map<std::size_t, std::size_t> token_of_number;
      for (const Statement& statement : section_[s].statements) {
        emit(statement, section_[s].tokens, origins_[s].text, origins_[s].quote, origins_[s].place,
             token_of_number);
      }
    }
    section_.clear();
    origins_.clear();
  }

  /// What cannot be read could be 未, 去年 or 全市: nothing that stands beside it is certain.
  static bool is_damaged(std::u32string_view sentence) {
    return sentence.find(utf8::replacement) != std::u32string_view::npos || is_garbled(sentence);
  }
  static std::u32string_view sentence(const Decoded& text, const SentenceRange& range) {
    return std::u32string_view(text.text).substr(range.begin, range.end - range.begin);
  }
  /// A short piece without a full stop: a heading, or a line that names what follows.
  static bool is_lead_in(std::u32string_view text, const SentenceRange& range) {
    return !is_stopped(text, range) && range.end - range.begin <= kLeadInCodePoints;
  }
  static bool is_stopped(std::u32string_view text, const SentenceRange& range) {
    return range.end < text.size() && text[range.end] != U'\n';
  }

  /// 本年新收政府信息公开申请数量1236: the row of a table that lost its borders, and perhaps four
  /// figures. Digits without a counter are one figure where words lead up to them (为, 共, a
  /// colon), or where the sentence goes on or ends behind them.
  void doubt_bare_digits(std::vector<Token>& tokens, bool stopped) const {
    const auto filler = rules_.find_class("filler");
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      Token& token = tokens[i];
      if (token.kind != Token::Kind::Number || !token.counter.empty() || token.value.size() < 2)
        continue;
      const Token& before = tokens[i - 1];
      const bool glued = !token.space_before && before.end == token.begin &&
                         before.end - before.begin > 1 && !before.boundary() &&
                         !(filler && before.classes.test(*filler));
      const bool goes_on = i + 1 < tokens.size() &&
                           (tokens[i + 1].boundary() || tokens[i + 1].kind == Token::Kind::Pause);
      const bool ends = i + 1 == tokens.size() && stopped;
      if (glued && !goes_on && !ends) token.exact = false;
    }
  }
  /// (四)行政复议、诉讼情况。 inside a paragraph: a heading in the form of a sentence.
  bool names_only(std::span<const Token> tokens, const SentenceRange& range) const {
    const auto negation = rules_.find_class("negation");
    const bool plain = std::none_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.kind == Token::Kind::Number || token.kind == Token::Kind::Comma ||
             (negation && token.classes.test(*negation));
    });
    return plain && range.end - range.begin <= kLeadInCodePoints / 2;
  }

  /// `classes` and `first`: of the paragraph's first sentence.
  void remember(std::uint32_t level, std::u32string_view text,
                const std::vector<SentenceRange>& sentences, const ClassSet& classes,
                std::vector<Token> first) {
    const bool lead_in = sentences.size() == 1 && is_lead_in(text, sentences.front());
    if (level > 0 || lead_in) {
      // A section keeps its chapter's words: 三、依申请公开 over (一)申请情况.
      heading_classes_ = level > 1 ? heading_classes_ | classes : classes;
      heading_elsewhere_ = names_other_topics(rules_, first);
      counts_period_ = Period::ReportYear;
      label_ = std::move(first);
    } else {
      label_.clear();
    }
  }

  void emit(const Statement& statement, std::span<const Token> tokens, std::u32string_view text,
            const std::string& quote, const Locator& place,
            std::map<std::size_t, std::size_t>& token_of_number) {
    Figure figure;
    figure.layout = "prose";
    figure.indicator = statement.indicator;
    figure.evidence = Evidence::Prose;
    figure.value = statement.value;
    figure.scope = statement.scope;
    figure.caveat = statement.caveat;
    figure.zero_statement = !statement.number;
    figure.quote = quote;
    figure.place = place;
    figure.label = label_of(statement, tokens, text);
    if (statement.number) {
      const Token& number = tokens[*statement.number];
      for (const char32_t c : number.counter) utf8::append(figure.unit, c);
      // One printed number is one token, however many figures it makes (各1件, 不予处理0件).
      const auto [token, fresh] =
          token_of_number.try_emplace(*statement.number, findings_.tokens.size());
      if (fresh) findings_.tokens.push_back({number.value, place});
      figure.tokens.push_back(token->second);
    }
    findings_.figures.push_back(std::move(figure));
  }

  /// Figures that would fill a cell if they were exact: 共收到申请约20件. They stay in their
  /// sentence, and the reader of the blank cell is told why it is blank.
  void report_hedged(std::span<const Token> tokens, const Surroundings& around,
                     std::u32string_view text, const std::string& quote, const Locator& place) {
    const std::vector<Token> exact = without_hedges(tokens);
    Surroundings without_periods = around;  // other words, other periods
    without_periods.periods = {};
    std::map<std::size_t, std::vector<std::string>> cells_of_number;
    for (const Statement& statement : read_statements(rules_, exact, without_periods)) {
      if (!statement.number || !tokens[*statement.number].hedged) continue;
      const bool cell = cells_->find(statement.indicator) != nullptr;
      const bool joint = std::ranges::find(cells_->joints, statement.indicator, &JointFigure::id) !=
                         cells_->joints.end();
      if (!cell && !joint) continue;
      auto& cells = cells_of_number[*statement.number];
      if (cell) cells.push_back(statement.indicator);
    }
    for (auto& [number, cells] : cells_of_number) {
      findings_.diagnostics.push_back(make_diagnostic(
          "PRO-001", {hedged_words(tokens, number, text), quote}, place, std::move(cells)));
    }
  }

  /// The sentence as if 约 and 余 did not stand there.
  std::vector<Token> without_hedges(std::span<const Token> tokens) const {
    const auto hedge = rules_.find_class("hedge"), filler = rules_.find_class("filler");
    std::vector<Token> exact(tokens.begin(), tokens.end());
    for (std::size_t i = 0; i < exact.size(); ++i) {
      if (!exact[i].hedged) continue;
      exact[i].exact = true;
      if (i == 0 || !hedge || !filler || !exact[i - 1].classes.test(*hedge)) continue;
      exact[i - 1].classes.reset();
      exact[i - 1].classes.set(*filler);
    }
    return exact;
  }

  /// "约20件", "20余件", "20件以上": the number with what makes it doubtful.
  std::string hedged_words(std::span<const Token> tokens, std::size_t number,
                           std::u32string_view text) const {
    const auto hedge = rules_.find_class("hedge");
    std::size_t begin = tokens[number].begin, end = tokens[number].end;
    if (hedge && number > 0 && tokens[number - 1].classes.test(*hedge))
      begin = tokens[number - 1].begin;
    for (const std::u32string_view after : {U"以上", U"以下", U"左右", U"上下", U"余", U"多"}) {
      if (text.substr(end).starts_with(after)) {
        end += after.size();
        break;
      }
    }
    std::string words;
    for (std::size_t c = begin; c < end; ++c) utf8::append(words, text[c]);
    return words;
  }

  /// The statement's words without its number.
  static std::string label_of(const Statement& statement, std::span<const Token> tokens,
                              std::u32string_view text) {
    std::string label;
    for (std::size_t i = statement.begin; i < statement.end && i < tokens.size(); ++i) {
      if (tokens[i].kind == Token::Kind::Number || tokens[i].boundary()) continue;
      if (tokens[i].kind == Token::Kind::Pause && label.empty()) continue;
      for (std::size_t c = tokens[i].begin; c < tokens[i].end; ++c) utf8::append(label, text[c]);
    }
    return label;
  }

  const SourceDocument& document_;
  const ChapterPlan& plan_;
  const std::vector<bool>& skip_;
  const ProseRules& rules_;
  const PeriodClasses period_classes_{rules_};
  const Layout* cells_;  ///< the template whose cells the rules name; may be missing
  int year_ = 0;
  std::u32string organisation_;
  ClassSet heading_classes_;
  bool heading_elsewhere_ = false;  ///< the heading is about other things than requests
  bool table_above_ = false;        ///< a table stands between the last heading and this paragraph
  std::vector<Token> label_;
  Period counts_period_ = Period::ReportYear;  ///< of what the sentence before counts
  std::vector<ReadSentence> section_;  ///< sentences since the last heading that state something
  std::vector<Origin> origins_;        ///< of section_
  ProseFindings findings_;
};

}  // namespace

ProseFindings recognise_prose(const SourceDocument& document, const ChapterPlan& plan,
                              const Identification& identity, const std::vector<bool>& skip,
                              const LayoutLibrary& layouts) {
  const ProseRules* rules = layouts.prose();
  if (rules == nullptr) return {};
  return ProseReader(document, plan, identity, skip, *rules, layouts.find(kCellsTemplate)).read();
}

}  // namespace guifan
