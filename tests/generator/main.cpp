// SPDX-License-Identifier: Apache-2.0
// guifan_generator: random reports through the real readers and the whole conversion (--help).
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "corpus.h"
#include "judge.h"
#include "settings.h"

namespace guifan::generator {
namespace {

/// Takes damage away while the report still comes out bad; what is left shows the cause.
Plan shrink(const Judge& judge, const Model& model, Plan plan) {
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (const Damage damage : std::set<Damage>(plan.damages)) {
      Plan less = plan;
      less.damages.erase(damage);
      const Document document = render(model, less);
      if (!judge.judge(model, document).bad(document.complete)) continue;
      plan = less;
      smaller = true;
      break;
    }
  }
  return plan;
}

std::string describe(const Model& model, const Plan& plan) {
  std::string text =
      fmt::format("{} as {}", model.layout ? model.layout->id : "prose", to_string(plan.shape));
  for (const Damage damage : plan.damages) text += fmt::format(" +{}", to_string(damage));
  return text;
}

int run(const Settings& settings) {
  const std::filesystem::path plugins = GUIFAN_PLUGIN_DIRECTORY, formats = GUIFAN_FORMATS_DIRECTORY;
  auto layouts = LayoutLibrary::load(std::span(&formats, 1));
  if (!layouts) {
    std::cerr << layouts.error().message << "\n";
    return 2;
  }
  if (!settings.write.empty()) {
    write_sound_reports(settings.write, settings.count, settings.seed, *layouts);
    return 0;
  }
  if (!settings.collect.empty()) {
    write_run(settings.collect, settings.count, settings.seed, *layouts);
    return 0;
  }
  const Judge judge(PluginRegistry::load(std::span(&plugins, 1), Language::English),
                    std::move(*layouts));
  std::map<std::string, Verdict> by_kind;
  Verdict all;
  std::uint64_t bad = 0;
  for (std::uint64_t i = 0; i < settings.count; ++i) {
    Dice dice(dice_seed(settings.seed, i));
    const auto choices = judge.layouts().layouts();
    const Layout& layout = choices[dice.below(choices.size())];
    const Model model = make_model(dice, &layout, 10);
    const Plan plan = make_plan(dice);
    const Document document = render(model, plan);
    const Verdict verdict = judge.judge(model, document);
    all.add(verdict);
    by_kind[fmt::format("{:14} {}", layout.id, to_string(plan.shape))].add(verdict);
    if (!verdict.bad(document.complete)) continue;
    if (++bad > settings.show) continue;
    const Plan small = shrink(judge, model, plan);
    const Document least = render(model, small);
    std::cout << fmt::format("report {} (seed {}): {}: {}\n", i, settings.seed,
                             describe(model, small), judge.judge(model, least).first);
    if (!settings.keep.empty()) {
      std::filesystem::create_directories(settings.keep);
      std::ofstream(std::filesystem::path(settings.keep) /
                    fmt::format("{}-{}-{}", settings.seed, i, least.name))
          << least.bytes;
    }
  }
  for (const auto& [kind, v] : by_kind)
    std::cout << fmt::format("{:32} right {:8} wrong {:4} invented {:4} missed {:6}\n", kind,
                             v.right, v.wrong, v.invented, v.missed);
  std::cout << fmt::format("reports {} seed {} bad {} | right {} wrong {} invented {} missed {}\n",
                           settings.count, settings.seed, bad, all.right, all.wrong, all.invented,
                           all.missed);
  return bad == 0 ? 0 : 1;
}

}  // namespace
}  // namespace guifan::generator

int main(int argc, char** argv) {
  const auto parsed = guifan::generator::parse_settings(argc, argv);
  if (const int* code = std::get_if<int>(&parsed)) return *code;
  return guifan::generator::run(std::get<guifan::generator::Settings>(parsed));
}
