// SPDX-License-Identifier: Apache-2.0
// Styles of a document, with what they inherit resolved.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guifan::docx {

class XmlElement;

/// A property that may be left to the parent.
enum class Tri : std::uint8_t { Unset, Off, On };

/// On/off values as OOXML writes them: absent means on.
Tri tri_of(std::string_view value, bool present);
/// An element like <w:b/> that switches something on, unless its value says off.
bool on(const XmlElement& element);

/// Where text stands to its line (w:vertAlign).
enum class Raise : std::uint8_t { Unset, None, Up, Down };
Raise raise_of(std::string_view vertical_alignment);

struct RunLook {
  Tri bold = Tri::Unset;
  Tri hidden = Tri::Unset;
  Tri struck = Tri::Unset;        ///< struck through, once or twice
  std::uint16_t half_points = 0;  ///< font size; 0: unset
  Raise raise = Raise::Unset;
  std::string font;  ///< of Latin letters, figures and symbols; empty: unset
};

/// The font that a w:rFonts names for Latin text; "theme" for one of the theme's.
std::string latin_font(const XmlElement& fonts);

struct Style {
  std::string id, name, based_on;
  bool is_default = false;  ///< of its type
  bool of_paragraph = false;
  RunLook run;
  Tri centred = Tri::Unset;
  std::int16_t outline = -1;    ///< 0..8: heading level; 9: explicitly body text; -1: unset
  std::int32_t number_id = -1;  ///< -1: unset; 0: explicitly none
  std::int32_t number_level = -1;
};

inline constexpr std::uint32_t kNoStyle = 0xFFFFFFFFu;

class Styles {
 public:
  /// Reads styles.xml; false where the XML is damaged (what was read until then stays).
  bool load(std::string_view xml);

  /// Index of the style with this id, or kNoStyle.
  std::uint32_t find(std::string_view id) const;
  /// The style that paragraphs without one have, or kNoStyle.
  std::uint32_t default_paragraph() const { return default_paragraph_; }
  /// The style with everything inherited along basedOn. kNoStyle gives the document defaults.
  const Style& resolved(std::uint32_t index) const {
    return index < resolved_.size() ? resolved_[index] : defaults_;
  }
  /// 1..9 where the style, or one that it is based on, is a built-in heading by name ("heading 2");
  /// 0 otherwise.
  std::uint32_t heading_level(std::uint32_t index) const;
  /// The style is a built-in one with this lower-case name, or is based on one.
  bool descends_from(std::uint32_t index, std::string_view lower_name) const;
  /// The style is "toc 1".."toc 9" or "TOC Heading".
  bool is_contents(std::uint32_t index) const;

 private:
  std::vector<std::uint32_t> chain(std::uint32_t index) const;
  void resolve();

  std::vector<Style> styles_, resolved_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  Style defaults_;
  std::uint32_t default_paragraph_ = kNoStyle;
  friend struct StyleHandler;
};

}  // namespace guifan::docx
