// SPDX-License-Identifier: Apache-2.0
#include "symbols.h"

#include <algorithm>
#include <array>

#include "utf8.h"

namespace guifan::docx {
namespace {

struct Pair {
  char32_t code, unicode;
};

// Adobe Symbol encoding, printable half and upper half; 0 where nothing is defined.
constexpr std::u32string_view kSymbolLow =
    U" !∀#∃%&∋()∗+,−./"
    U"0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view kSymbolHigh =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑";

constexpr std::array kWingdings = {
    Pair{0x22, U'✂'}, Pair{0x28, U'☏'}, Pair{0x29, U'✆'}, Pair{0x4A, U'☺'}, Pair{0x4C, U'☹'},
    Pair{0x6C, U'●'}, Pair{0x6D, U'❍'}, Pair{0x6E, U'■'}, Pair{0x6F, U'□'}, Pair{0x70, U'□'},
    Pair{0x71, U'❑'}, Pair{0x72, U'❒'}, Pair{0x73, U'⬧'}, Pair{0x74, U'⧫'}, Pair{0x75, U'◆'},
    Pair{0x76, U'❖'}, Pair{0x77, U'⬥'}, Pair{0x78, U'☒'}, Pair{0x80, U'⓪'}, Pair{0x81, U'①'},
    Pair{0x82, U'②'}, Pair{0x83, U'③'}, Pair{0x84, U'④'}, Pair{0x85, U'⑤'}, Pair{0x86, U'⑥'},
    Pair{0x87, U'⑦'}, Pair{0x88, U'⑧'}, Pair{0x89, U'⑨'}, Pair{0x8A, U'⑩'}, Pair{0x8C, U'❶'},
    Pair{0x8D, U'❷'}, Pair{0x8E, U'❸'}, Pair{0x8F, U'❹'}, Pair{0x90, U'❺'}, Pair{0x91, U'❻'},
    Pair{0x92, U'❼'}, Pair{0x93, U'❽'}, Pair{0x94, U'❾'}, Pair{0x95, U'❿'}, Pair{0x9E, U'·'},
    Pair{0x9F, U'•'}, Pair{0xA1, U'○'}, Pair{0xA4, U'◉'}, Pair{0xA7, U'▪'}, Pair{0xA8, U'◻'},
    Pair{0xAB, U'★'}, Pair{0xD8, U'➢'}, Pair{0xDF, U'←'}, Pair{0xE0, U'→'}, Pair{0xE1, U'↑'},
    Pair{0xE2, U'↓'}, Pair{0xE8, U'➔'}, Pair{0xFB, U'✗'}, Pair{0xFC, U'✓'}, Pair{0xFD, U'☒'},
    Pair{0xFE, U'☑'},
};
constexpr std::array kWingdings2 = {
    Pair{0x4F, U'✗'}, Pair{0x50, U'✓'}, Pair{0x51, U'☒'}, Pair{0x52, U'☑'}, Pair{0x53, U'☒'},
    Pair{0x54, U'☒'}, Pair{0x97, U'●'}, Pair{0xA2, U'■'}, Pair{0xA3, U'□'},
};

constexpr std::array kWingdings3 = {
    Pair{0x66, U'←'}, Pair{0x67, U'→'}, Pair{0x68, U'↑'}, Pair{0x69, U'↓'},
    Pair{0x70, U'▲'}, Pair{0x71, U'▼'}, Pair{0x72, U'△'}, Pair{0x73, U'▽'},
    Pair{0x74, U'◀'}, Pair{0x75, U'▶'}, Pair{0x76, U'◁'}, Pair{0x77, U'▷'},
};
constexpr std::array kWebdings = {
    Pair{0x61, U'✓'}, Pair{0x63, U'□'}, Pair{0x67, U'■'}, Pair{0x6E, U'●'}, Pair{0x72, U'✗'},
};

// Names of fonts are compared without regard to case.
bool is_font(std::string_view font, std::string_view lower_name) {
  return std::equal(font.begin(), font.end(), lower_name.begin(), lower_name.end(),
                    [](char c, char lower) {
                      return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == lower;
                    });
}

template <std::size_t N>
std::optional<char32_t> look_up(const std::array<Pair, N>& table, char32_t code) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [code](const Pair& pair) { return pair.code == code; });
  if (found == table.end()) return std::nullopt;
  return found->unicode;
}

}  // namespace

bool is_symbol_font(std::string_view font) {
  if (font.empty() || (font[0] != 'W' && font[0] != 'w' && font[0] != 'S' && font[0] != 's'))
    return false;
  for (const std::string_view name :
       {"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol"})
    if (is_font(font, name)) return true;
  return false;
}

std::optional<char32_t> symbol_character(std::string_view font, char32_t code) {
  if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
  if (code == 0x20) return U' ';
  if (is_font(font, "wingdings")) return look_up(kWingdings, code);
  if (is_font(font, "wingdings 2")) return look_up(kWingdings2, code);
  if (is_font(font, "wingdings 3")) return look_up(kWingdings3, code);
  if (is_font(font, "webdings")) return look_up(kWebdings, code);
  if (is_font(font, "symbol")) {
    if (code >= 0x20 && code - 0x20 < kSymbolLow.size()) return kSymbolLow[code - 0x20];
    if (code >= 0xA0 && code - 0xA0 < kSymbolHigh.size()) return kSymbolHigh[code - 0xA0];
    return std::nullopt;
  }
  return std::nullopt;
}

std::string printable_bullet(std::string_view level_text) {
  std::string out;
  for (std::size_t at = 0; at < level_text.size();) {
    const char32_t c = next_code_point(level_text, at);
    append_utf8(out, c >= 0xE000 && c <= 0xF8FF ? U'•' : c);
  }
  return is_blank(out) ? std::string() : out;
}

}  // namespace guifan::docx
