// SPDX-License-Identifier: Apache-2.0
// Random reports through the real readers and the whole conversion, compared cell by cell with what
// they were made from. usage: guifan_generator [--count N] [--seed S] [--show N] [--keep FOLDER]
//        guifan_generator --write FOLDER [--count N] [--seed S]   sound reports as HTML, with their
//        truth beside them as JSON, for tests that send them through other people's programs
//        guifan_generator --collect FOLDER [--count N] [--seed S] the reports of a run, damage and
//        all, with gold.jsonl: body, year and layout
// Exit 0: no cell wrong, none invented, and none missed in an undamaged report.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "guifan/convert.h"
#include "guifan/recognise.h"
#include "guifan/registry.h"
#include "render.h"

namespace guifan::generator {
namespace {

struct Settings {
  std::uint64_t count = 500, seed = 1, show = 5;
  std::string keep, write, collect;
};

struct Verdict {
  std::size_t right = 0, wrong = 0, invented = 0, missed = 0;
  std::string first;  ///< the first difference in words
  bool bad(bool complete) const { return wrong + invented > 0 || (complete && missed > 0); }
};

class Bench {
 public:
  Bench(PluginRegistry registry, LayoutLibrary layouts)
      : registry_(std::move(registry)), layouts_(std::move(layouts)) {}

  const LayoutLibrary& layouts() const { return layouts_; }

  Verdict judge(const Model& model, const Document& document) const {
    Verdict verdict;
    Truth truth = truth_of(model);
    for (const std::string& blank : document.blank) drop_blank(model, blank, truth);
    const auto bytes = std::as_bytes(std::span(document.bytes));
    Result<SourceDocument> source = registry_.read(bytes, document.name);
    if (!source) return failed(verdict, truth, source.error());
    const Result<Report> report = recognise(*source, layouts_);
    if (!report) return failed(verdict, truth, report.error());
    ConversionOptions options;
    options.template_id = truth.template_id;
    const Result<StandardReport> standard = convert(*source, *report, layouts_, options);
    if (!standard) {
      ++verdict.wrong;  // a broken promise of our own is as bad as a wrong cell
      verdict.first = standard.error().message;
      return verdict;
    }
    for (const StandardCell& cell : standard->cells) compare(cell, truth, verdict);
    return verdict;
  }

 private:
  /// A legacy figure printed as a dash says nothing about the cells that it would have filled.
  static void drop_blank(const Model& model, const std::string& indicator, Truth& truth) {
    if (model.layout->is_template) {
      truth.certain.erase(indicator);
      return;
    }
    for (auto entry = truth.certain.begin(); entry != truth.certain.end();) {
      truth.possible.insert(*entry);
      entry = entry->second == "0" ? truth.certain.erase(entry) : std::next(entry);
    }
  }

  static Verdict failed(Verdict verdict, const Truth& truth, const Error& error) {
    verdict.missed = truth.certain.size() + 1;
    verdict.first = error.id + " " + error.message;
    return verdict;
  }

  static void compare(const StandardCell& cell, const Truth& truth, Verdict& verdict) {
    const auto certain = truth.certain.find(cell.id);
    const auto possible = truth.possible.find(cell.id);
    const auto note = [&](std::string_view what, const std::string& wanted) {
      if (verdict.first.empty())
        verdict.first =
            fmt::format("{} {}: wanted '{}', got '{}'", what, cell.id, wanted, cell.value);
    };
    if (!cell.filled) {
      if (certain == truth.certain.end()) return;
      ++verdict.missed;
      note("missed", certain->second);
      return;
    }
    if (certain != truth.certain.end() && certain->second == cell.value) {
      ++verdict.right;
    } else if (certain == truth.certain.end() && possible != truth.possible.end() &&
               possible->second == cell.value) {
      ++verdict.right;
    } else if (certain != truth.certain.end()) {
      ++verdict.wrong;
      verdict.first =
          fmt::format("WRONG {}: wanted '{}', got '{}'", cell.id, certain->second, cell.value);
    } else {
      ++verdict.invented;
      verdict.first = fmt::format("INVENTED {}: '{}'", cell.id, cell.value);
    }
  }

  PluginRegistry registry_;
  LayoutLibrary layouts_;
};

/// Takes damage away while the report still comes out bad; what is left shows the cause.
Plan shrink(const Bench& bench, const Model& model, Plan plan) {
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (const Damage damage : std::set<Damage>(plan.damages)) {
      Plan less = plan;
      less.damages.erase(damage);
      const Document document = render(model, less);
      if (!bench.judge(model, document).bad(document.complete)) continue;
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

/// N.html and N.json for N = 0, 1...: the layouts in turn, nothing damaged.
int write_reports(const Settings& settings, const LayoutLibrary& layouts) {
  const std::filesystem::path folder = settings.write;
  std::filesystem::create_directories(folder);
  for (std::uint64_t i = 0; i < settings.count; ++i) {
    Dice dice(settings.seed * 1'000'003 + i);
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
  return 0;
}

/// Damaged and sound reports as a run makes them, and gold.jsonl: which file is whose, of which
/// year, in which layout.
int collect_reports(const Settings& settings, const LayoutLibrary& layouts) {
  const std::filesystem::path folder = settings.collect;
  std::filesystem::create_directories(folder);
  std::ofstream gold(folder / "gold.jsonl");
  for (std::uint64_t i = 0; i < settings.count; ++i) {
    Dice dice(settings.seed * 1'000'003 + i);
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
  return 0;
}

int run(const Settings& settings) {
  const std::filesystem::path plugins = GUIFAN_PLUGIN_DIRECTORY, formats = GUIFAN_FORMATS_DIRECTORY;
  auto layouts = LayoutLibrary::load(std::span(&formats, 1));
  if (!layouts) {
    std::cerr << layouts.error().message << "\n";
    return 2;
  }
  if (!settings.write.empty()) return write_reports(settings, *layouts);
  if (!settings.collect.empty()) return collect_reports(settings, *layouts);
  const Bench bench(PluginRegistry::load(std::span(&plugins, 1), Language::English),
                    std::move(*layouts));
  std::map<std::string, Verdict> by_kind;
  Verdict all;
  std::uint64_t bad = 0;
  for (std::uint64_t i = 0; i < settings.count; ++i) {
    Dice dice(settings.seed * 1'000'003 + i);
    const auto choices = bench.layouts().layouts();
    const Layout& layout = choices[dice.below(choices.size())];
    const Model model = make_model(dice, &layout, 10);
    const Plan plan = make_plan(dice);
    const Document document = render(model, plan);
    const Verdict verdict = bench.judge(model, document);
    for (Verdict* sum :
         {&all, &by_kind[fmt::format("{:14} {}", layout.id, to_string(plan.shape))]}) {
      sum->right += verdict.right;
      sum->wrong += verdict.wrong;
      sum->invented += verdict.invented;
      sum->missed += verdict.missed;
    }
    if (!verdict.bad(document.complete)) continue;
    if (++bad > settings.show) continue;
    const Plan small = shrink(bench, model, plan);
    const Document least = render(model, small);
    std::cout << fmt::format("report {} (seed {}): {}: {}\n", i, settings.seed,
                             describe(model, small), bench.judge(model, least).first);
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
  guifan::generator::Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name == "--count") settings.count = std::strtoull(argv[i + 1], nullptr, 10);
    if (name == "--seed") settings.seed = std::strtoull(argv[i + 1], nullptr, 10);
    if (name == "--show") settings.show = std::strtoull(argv[i + 1], nullptr, 10);
    if (name == "--keep") settings.keep = argv[i + 1];
    if (name == "--write") settings.write = argv[i + 1];
    if (name == "--collect") settings.collect = argv[i + 1];
  }
  return guifan::generator::run(settings);
}
