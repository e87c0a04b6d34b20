// SPDX-License-Identifier: Apache-2.0
#include "styles.h"

#include <algorithm>

#include "docx_limits.h"
#include "integers.h"
#include "xml.h"

namespace guifan::docx {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// "heading 3" -> 3 for the prefix "heading "; 0 otherwise. Chinese Word writes the same English
// names into the file; other producers translate them.
std::uint32_t level_after(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return 0;
  name.remove_prefix(prefix.size());
  while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
  return name.size() == 1 && name[0] >= '1' && name[0] <= '9'
             ? static_cast<std::uint32_t>(name[0] - '0')
             : 0;
}

}  // namespace

Tri tri_of(std::string_view value, bool present) {
  if (!present) return Tri::On;
  return value == "0" || value == "false" || value == "off" ? Tri::Off : Tri::On;
}

Raise raise_of(std::string_view vertical_alignment) {
  if (vertical_alignment == "superscript") return Raise::Up;
  return vertical_alignment == "subscript" ? Raise::Down : Raise::None;
}

std::string latin_font(const XmlElement& fonts) {
  for (const std::string_view theme : {"asciiTheme", "hAnsiTheme"})
    if (!fonts.attribute(Space::Word, theme).empty()) return "theme";
  const std::string_view ascii = fonts.attribute(Space::Word, "ascii");
  return std::string(ascii.empty() ? fonts.attribute(Space::Word, "hAnsi") : ascii);
}

bool on(const XmlElement& element) {
  return tri_of(element.attribute(Space::Word, "val"), element.has_attribute(Space::Word, "val")) ==
         Tri::On;
}

struct StyleHandler : XmlHandler {
  Styles* styles = nullptr;
  Style current;
  std::vector<std::string>
      path;                   // local names of open elements in the Word namespace, "" for others
  std::size_t skip_from = 0;  // depth of an element that is passed over with its content; 0: none

  bool inside(std::string_view name) const {
    return std::find(path.begin(), path.end(), name) != path.end();
  }

  void start(const XmlElement& element) override {
    path.emplace_back(element.space == Space::Word ? element.name : std::string_view());
    if (skip_from != 0) return;
    const std::string_view name = path.back();
    // Conditional formats of table styles, and the old values of tracked changes, are not the
    // style's own.
    if (name == "tblStylePr" || name.ends_with("Change")) {
      skip_from = path.size();
      return;
    }
    if (name == "style") {
      current = Style{};
      current.id = std::string(element.attribute(Space::Word, "styleId"));
      current.of_paragraph = element.attribute(Space::Word, "type") == "paragraph";
      current.is_default = element.has_attribute(Space::Word, "default") &&
                           tri_of(element.attribute(Space::Word, "default"), true) == Tri::On;
    } else if (inside("style")) {
      property(element, name, current);
    } else if (inside("docDefaults")) {
      property(element, name, styles->defaults_);
    }
  }
  void end() override {
    if (skip_from == path.size()) skip_from = 0;
    if (path.back() == "style" && path.size() == 2) {
      const auto index = static_cast<std::uint32_t>(styles->styles_.size());
      if (styles->by_id_.emplace(current.id, index).second) {
        if (current.of_paragraph && current.is_default && styles->default_paragraph_ == kNoStyle)
          styles->default_paragraph_ = index;
        styles->styles_.push_back(std::move(current));
      }
      current = Style{};
    }
    path.pop_back();
  }
  void text(std::string_view) override {}

  static void property(const XmlElement& element, std::string_view name, Style& style) {
    const std::string_view value = element.attribute(Space::Word, "val");
    const bool present = value.data() != nullptr;
    if (name == "name") style.name = lower(value);
    if (name == "basedOn") style.based_on = std::string(value);
    if (name == "b") style.run.bold = tri_of(value, present);
    if (name == "vanish") style.run.hidden = tri_of(value, present);
    if (name == "strike" || name == "dstrike") style.run.struck = tri_of(value, present);
    if (name == "vertAlign") style.run.raise = raise_of(value);
    if (name == "rFonts") style.run.font = latin_font(element);
    if (name == "sz")
      style.run.half_points = static_cast<std::uint16_t>(to_integer(value, 0, 0, 4'000));
    if (name == "jc") style.centred = value == "center" ? Tri::On : Tri::Off;
    if (name == "outlineLvl")
      style.outline = static_cast<std::int16_t>(to_integer(value, -1, 0, 9));
    if (name == "numId") style.number_id = to_integer(value, -1, 0, 2'000'000'000);
    if (name == "ilvl") style.number_level = to_integer(value, -1, 0, 8);
  }
};

bool Styles::load(std::string_view xml) {
  StyleHandler handler;
  handler.styles = this;
  const bool complete = xml.empty() || parse_xml(xml, handler).end == XmlEnd::Complete;
  resolve();
  return complete;
}

std::uint32_t Styles::find(std::string_view id) const {
  const auto known = by_id_.find(std::string(id));
  return known == by_id_.end() ? kNoStyle : known->second;
}

std::vector<std::uint32_t> Styles::chain(std::uint32_t index) const {
  std::vector<std::uint32_t> found;
  while (index < styles_.size() && found.size() < limits::style_chain &&
         std::find(found.begin(), found.end(), index) == found.end()) {
    found.push_back(index);
    index = styles_[index].based_on.empty() ? kNoStyle : find(styles_[index].based_on);
  }
  return found;
}

void Styles::resolve() {
  resolved_.clear();
  for (std::uint32_t i = 0; i < styles_.size(); ++i) {
    Style style = styles_[i];
    for (const std::uint32_t parent_index : chain(i)) {
      const Style& parent = styles_[parent_index];
      if (style.run.bold == Tri::Unset) style.run.bold = parent.run.bold;
      if (style.run.hidden == Tri::Unset) style.run.hidden = parent.run.hidden;
      if (style.run.half_points == 0) style.run.half_points = parent.run.half_points;
      if (style.run.struck == Tri::Unset) style.run.struck = parent.run.struck;
      if (style.run.raise == Raise::Unset) style.run.raise = parent.run.raise;
      if (style.run.font.empty()) style.run.font = parent.run.font;
      if (style.centred == Tri::Unset) style.centred = parent.centred;
      if (style.outline < 0) style.outline = parent.outline;
      if (style.number_id < 0) style.number_id = parent.number_id;
      if (style.number_level < 0) style.number_level = parent.number_level;
    }
    if (style.of_paragraph) {
      if (style.run.bold == Tri::Unset) style.run.bold = defaults_.run.bold;
      if (style.run.half_points == 0) style.run.half_points = defaults_.run.half_points;
      if (style.centred == Tri::Unset) style.centred = defaults_.centred;
    }
    resolved_.push_back(std::move(style));
  }
}

std::uint32_t Styles::heading_level(std::uint32_t index) const {
  for (const std::uint32_t i : chain(index)) {
    for (const std::string_view prefix : {"heading", "标题"})
      if (const std::uint32_t level = level_after(styles_[i].name, prefix)) return level;
    // Files without style names (some converters write ids only).
    if (styles_[i].name.empty())
      if (const std::uint32_t level = level_after(lower(styles_[i].id), "heading")) return level;
  }
  return 0;
}

bool Styles::descends_from(std::uint32_t index, std::string_view lower_name) const {
  for (const std::uint32_t i : chain(index))
    if (styles_[i].name == lower_name) return true;
  return false;
}

bool Styles::is_contents(std::uint32_t index) const {
  if (index >= styles_.size()) return false;
  const std::string& name = styles_[index].name;
  return name == "toc heading" || level_after(name, "toc") != 0 || level_after(name, "目录") != 0;
}

}  // namespace guifan::docx
