// SPDX-License-Identifier: Apache-2.0
#include "corpus.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "render.h"

namespace guifan::generator {

void write_sound_reports(const std::filesystem::path& folder, std::uint64_t count,
                         std::uint64_t seed, const LayoutLibrary& layouts) {
  std::filesystem::create_directories(folder);
  for (std::uint64_t i = 0; i < count; ++i) {
    Dice dice(dice_seed(seed, i));
    const Layout& layout = layouts.layouts()[i % layouts.layouts().size()];
    const Model model = make_model(dice, &layout, 0);
    const Truth truth = truth_of(model);
    const auto name = std::to_string(i);
    std::ofstream(folder / (name + ".html")) << render(model, {i, Shape::HtmlPlain, {}}).bytes;
    const nlohmann::ordered_json json{{"layout", layout.id},
                                      {"template", truth.template_id},
                                      {"certain", truth.certain},
                                      {"possible", truth.possible}};
    std::ofstream(folder / (name + ".json")) << json.dump(1) << "\n";
  }
}

void write_run(const std::filesystem::path& folder, std::uint64_t count, std::uint64_t seed,
               const LayoutLibrary& layouts) {
  std::filesystem::create_directories(folder);
  std::ofstream gold(folder / "gold.jsonl");
  for (std::uint64_t i = 0; i < count; ++i) {
    Dice dice(dice_seed(seed, i));
    const Layout& layout = layouts.layouts()[dice.below(layouts.layouts().size())];
    const Model model = make_model(dice, &layout, 10);
    const Document document = render(model, make_plan(dice));
    const std::string name = fmt::format("{}-{}", i, document.name);
    std::ofstream(folder / name) << document.bytes;
    const nlohmann::ordered_json json{{"file", name},
                                      {"organisation", model.organisation},
                                      {"year", model.year},
                                      {"layout", layout.id}};
    gold << json.dump() << "\n";
  }
}

}  // namespace guifan::generator
