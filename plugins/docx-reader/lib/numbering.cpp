// SPDX-License-Identifier: Apache-2.0
#include "numbering.h"

#include <algorithm>

#include "integers.h"
#include "number_format.h"
#include "symbols.h"
#include "utf8.h"
#include "xml.h"

namespace guifan::docx {

struct NumberingHandler : XmlHandler {
  Numbering* numbering = nullptr;
  std::vector<std::string> path;
  std::string abstract_id;
  AbstractNumbering abstract;
  std::int32_t instance_id = -1;
  NumberingInstance instance;
  std::size_t override_level = kLevels;  // kLevels: not inside an override
  NumberLevel level;
  std::size_t level_index = kLevels;
  bool custom_chosen = false;

  void start(const XmlElement& element) override {
    path.emplace_back(element.space == Space::Word ? element.name : std::string_view());
    const std::string_view name = path.back();
    const std::string_view value = element.attribute(Space::Word, "val");
    const bool present = value.data() != nullptr;
    if (name == "abstractNum") {
      abstract = {};
      abstract_id = std::string(element.attribute(Space::Word, "abstractNumId"));
    } else if (name == "num") {
      instance = {};
      instance_id = to_integer(element.attribute(Space::Word, "numId"), -1, -1, 2'000'000'000);
    } else if (name == "lvlOverride") {
      override_level = static_cast<std::size_t>(
          to_integer(element.attribute(Space::Word, "ilvl"), kLevels, 0, kLevels));
    } else if (name == "startOverride" && override_level < kLevels) {
      instance.overrides[override_level].start =
          static_cast<std::uint32_t>(to_integer(value, 1, 0, 1'000'000));
    } else if (name == "lvl") {
      level = {};
      level.defined = true;
      level.start = 0;  // 17.9.25: where w:start is missing
      custom_chosen = false;
      level_index = static_cast<std::size_t>(
          to_integer(element.attribute(Space::Word, "ilvl"), kLevels, 0, kLevels));
    } else if (name == "abstractNumId") {
      instance.abstract_id = std::string(value);
    } else if (name == "styleLink") {
      abstract.style_link = std::string(value);
    } else if (name == "numStyleLink") {
      abstract.number_style_link = std::string(value);
    } else if (name == "start") {
      level.start = static_cast<std::uint32_t>(to_integer(value, 1, 0, 1'000'000));
    } else if (name == "numFmt" && !custom_chosen) {
      // Alternate content offers a custom format first and a plain one as fallback: the first one
      // stands.
      level.format = std::string(value);
      level.custom_format = std::string(element.attribute(Space::Word, "format"));
      custom_chosen = value == "custom";
    } else if (name == "lvlText") {
      level.text = std::string(value);
    } else if (name == "suff") {
      level.suffix = std::string(value);
    } else if (name == "lvlRestart") {
      level.restart_after = to_integer(value, -1, 0, kLevels);
    } else if (name == "isLgl") {
      level.legal = tri_of(value, present) == Tri::On;
    } else if (name == "pStyle") {
      level.paragraph_style = std::string(value);
    }
  }
  void end() override {
    const std::string& name = path.back();
    if (name == "lvl" && level_index < kLevels) {
      if (override_level < kLevels)
        instance.overrides[override_level].level = level;
      else
        abstract.levels[level_index] = level;
      level_index = kLevels;
    } else if (name == "lvlOverride") {
      override_level = kLevels;
    } else if (name == "abstractNum") {
      numbering->abstracts_.emplace(abstract_id, std::move(abstract));
      abstract = {};
    } else if (name == "num" && instance_id >= 0) {
      numbering->instances_.emplace(instance_id, std::move(instance));
      instance = {};
    }
    path.pop_back();
  }
  void text(std::string_view) override {}
};

bool Numbering::load(std::string_view xml) {
  if (xml.empty()) return true;
  NumberingHandler handler;
  handler.numbering = this;
  return parse_xml(xml, handler).end == XmlEnd::Complete;
}

// A list may stand in for a list style: numStyleLink names the style, whose own list has the
// levels.
void Numbering::link_styles(const Styles& styles) {
  for (auto& [id, instance] : instances_) {
    const auto abstract = abstracts_.find(instance.abstract_id);
    if (abstract == abstracts_.end() || abstract->second.number_style_link.empty()) continue;
    const std::uint32_t style = styles.find(abstract->second.number_style_link);
    const auto linked =
        style == kNoStyle ? instances_.end() : instances_.find(styles.resolved(style).number_id);
    if (linked != instances_.end() && linked->second.abstract_id != instance.abstract_id) {
      instance.abstract_id = linked->second.abstract_id;
      continue;
    }
    for (const auto& [other_id, other] : abstracts_)
      if (other.style_link == abstract->second.number_style_link) instance.abstract_id = other_id;
  }
}

const NumberingInstance* Numbering::instance(std::int32_t id) const {
  const auto known = instances_.find(id);
  return known == instances_.end() ? nullptr : &known->second;
}

const NumberLevel* Numbering::level(std::int32_t id, std::size_t level) const {
  const NumberingInstance* list = instance(id);
  if (!list || level >= kLevels) return nullptr;
  if (const auto changed = list->overrides.find(level);
      changed != list->overrides.end() && changed->second.level)
    return &*changed->second.level;
  const auto abstract = abstracts_.find(list->abstract_id);
  if (abstract == abstracts_.end() || !abstract->second.levels[level].defined) return nullptr;
  return &abstract->second.levels[level];
}

std::optional<NumberReference> Numbering::effective(NumberReference direct, std::uint32_t style,
                                                    const Styles& styles) const {
  const Style& inherited = styles.resolved(style);
  NumberReference reference = direct;
  if (reference.id < 0) {
    reference.id = inherited.number_id;
    if (reference.id > 0 && reference.level < 0 && style != kNoStyle) {
      // A style's level is the one that names the style; its own ilvl is not used by Word where
      // such a level exists.
      for (std::size_t i = 0; i < kLevels; ++i)
        if (const NumberLevel* candidate = level(reference.id, i);
            candidate && candidate->paragraph_style == inherited.id)
          reference.level = static_cast<std::int32_t>(i);
      if (reference.level < 0) reference.level = inherited.number_level;
    }
  }
  if (reference.id <= 0 || !instance(reference.id)) return std::nullopt;
  reference.level = std::clamp(reference.level, 0, static_cast<std::int32_t>(kLevels) - 1);
  if (!level(reference.id, static_cast<std::size_t>(reference.level))) return std::nullopt;
  return reference;
}

std::string NumberCounter::next(NumberReference reference) {
  const NumberingInstance* list = numbering_.instance(reference.id);
  const auto at = static_cast<std::size_t>(reference.level);
  const NumberLevel* level = numbering_.level(reference.id, at);
  if (!list || !level) return {};
  Counters& counters = counters_[list->abstract_id];

  // The first paragraph of a list with a start override restarts the shared counters, once a level.
  if (const auto changed = list->overrides.find(at); changed != list->overrides.end() &&
                                                     changed->second.start &&
                                                     started_.emplace(reference.id, at).second) {
    counters.value[at] = *changed->second.start;
    counters.running[at] = true;
  } else if (!counters.running[at]) {
    counters.value[at] = level->start;
    counters.running[at] = true;
  } else {
    ++counters.value[at];
  }
  for (std::size_t deeper = at + 1; deeper < kLevels; ++deeper) {
    const NumberLevel* below = numbering_.level(reference.id, deeper);
    const std::int32_t restart = below ? below->restart_after : -1;
    if (restart == 0 || (restart > 0 && static_cast<std::int32_t>(at) >= restart)) continue;
    counters.running[deeper] = false;
  }
  return label(reference.id, at, counters);
}

std::string NumberCounter::label(std::int32_t id, std::size_t at, const Counters& counters) {
  const NumberLevel& own = *numbering_.level(id, at);
  std::string out;
  if (own.format == "bullet") {
    out = printable_bullet(own.text);
  } else {
    for (std::size_t i = 0; i < own.text.size(); ++i) {
      const bool slot = own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' &&
                        own.text[i + 1] <= '9';
      if (!slot) {
        out += own.text[i];
        continue;
      }
      const auto wanted = static_cast<std::size_t>(own.text[++i] - '1');
      const NumberLevel* level = numbering_.level(id, wanted);
      if (!level || wanted > at) continue;  // Word prints nothing for a deeper level
      const std::uint32_t value = counters.running[wanted] ? counters.value[wanted] : level->start;
      bool known = true;
      if (own.legal && wanted < at + 1 && level->format != "decimalZero")
        out += std::to_string(value);
      else if (level->format == "custom")
        out += format_custom_number(level->custom_format, value);
      else
        out += format_number(level->format, value, known);
      if (!known) unknown_formats_.insert(level->format);
    }
  }
  if (out.empty()) return out;
  // A tab or space behind full-width punctuation is not written: 一、总则.
  std::size_t last = out.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(out[last]) & 0xC0u) == 0x80u) --last;
  const char32_t c = next_code_point(out, last);
  const bool full_width =
      c == U'、' || c == U'．' || c == U'）' || c == U'：' || c == U'，' || c == U'　';
  if (own.suffix != "nothing" && !full_width && c != ' ') out += ' ';
  return out;
}

}  // namespace guifan::docx
