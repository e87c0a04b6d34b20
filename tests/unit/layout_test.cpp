// SPDX-License-Identifier: Apache-2.0
#include "guifan/layout.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <map>
#include <sstream>

#include "layout/schema.h"
#include "layout/xml_file.h"
#include "shipped_layouts.h"

namespace guifan {
namespace {

namespace fs = std::filesystem;

const fs::path kFormats = fs::path(GUIFAN_SOURCE_DIR) / "formats";

/// A folder of its own for layout files that a test writes; removed at the end.
class LayoutFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::temp_directory_path() / (std::string("guifan-layout-") +
                                     testing::UnitTest::GetInstance()->current_test_info()->name() +
                                     "-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }
  Result<Layout> load(const std::string& text) {
    return load_layout(write("sample.xml", text), kFormats);
  }
  Error refused(const std::string& text) {
    const auto layout = load(text);
    EXPECT_FALSE(layout);
    return layout ? Error{} : layout.error();
  }

  fs::path folder_;
};

std::string sample(const std::string& body) {
  return "<layout id='sample' name='样表' name-en='sample' source='none'>\n" + body +
         "\n</layout>\n";
}

std::string join(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : "/") + part;
  return text;
}

/// Half-width twins of the marks that the official labels print.
std::string fold(std::string text) {
  for (const auto& [wide, narrow] : {std::pair{"（", "("}, {"）", ")"}, {"：", ":"}, {"，", ","}}) {
    for (std::size_t at = 0; (at = text.find(wide, at)) != std::string::npos;)
      text.replace(at, 3, narrow);
  }
  return text;
}

std::vector<const Slot*> values(const Layout& layout) {
  std::vector<const Slot*> found;
  for (const auto& table : layout.tables) {
    if (table.alternative) continue;
    for (const auto& row : table.rows) {
      for (const auto& slot : row.slots) {
        if (slot.kind == SlotKind::Value) found.push_back(&slot);
      }
    }
  }
  return found;
}

TEST(StandardTemplates, HoldEveryCellInPrintedOrderWithItsLabels) {
  std::ifstream list(fs::path(GUIFAN_SOURCE_DIR) / "tests/data/template_cells.tsv");
  ASSERT_TRUE(list);
  std::map<std::string, std::vector<std::array<std::string, 4>>> expected;
  for (std::string line; std::getline(list, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string name;
    std::array<std::string, 4> cell;
    std::getline(fields, name, '\t');
    for (auto& field : cell) std::getline(fields, field, '\t');
    expected[name].push_back(cell);
  }
  ASSERT_EQ(expected.size(), 2U);
  for (const auto& [name, cells] : expected) {
    const Layout* layout = shipped_layouts().find(name);
    ASSERT_NE(layout, nullptr);
    EXPECT_TRUE(layout->is_template);
    const auto slots = values(*layout);
    ASSERT_EQ(slots.size(), cells.size()) << name;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto& [id, rows, columns, unit] = cells[i];
      EXPECT_EQ(slots[i]->indicator, id);
      auto labels = slots[i]->row_labels;
      for (const auto& label : slots[i]->column_labels) {
        if (label != "申请人情况")
          labels.push_back(label);  // heads all seven columns, tells none apart
      }
      EXPECT_EQ(fold(join(labels)), rows + "/" + columns) << id;
      EXPECT_EQ(slots[i]->unit, unit == "as printed" ? "" : unit) << id;
    }
  }
}

TEST(StandardTemplates, PrintTheOfficialGeometry) {
  for (const auto& [name, results] : {std::pair{"standard-2021", 22U}, {"standard-2019", 20U}}) {
    const Layout& layout = *shipped_layouts().find(name);
    ASSERT_EQ(layout.tables.size(), 4U);
    EXPECT_TRUE(layout.tables[3].alternative)
        << "table four as three small ones: read, never printed";
    EXPECT_EQ(layout.chapters.size(), 6U);
    const LayoutTable& requests = layout.tables[1];
    EXPECT_EQ(requests.columns, 10U);
    EXPECT_EQ(requests.rows.size(), 3U + results + 3U);
    const Slot& note = requests.rows[0].slots[0];
    EXPECT_EQ(std::pair(note.row_span, note.column_span), std::pair(3U, 3U));
    const Slot& handled = requests.rows[5].slots[0];
    EXPECT_EQ(handled.label.text, "三、本年度办理结果");
    EXPECT_EQ(handled.row_span, results);
    EXPECT_EQ(requests.rows[7].slots[0].row_span, 8U);
    EXPECT_EQ(requests.rows[7].slots[0].column, 1U);
    EXPECT_EQ(requests.rows[8].slots[0].column, 2U);
    EXPECT_EQ(layout.tables[2].columns, 15U);
    EXPECT_EQ(layout.tables[0].columns, 4U);
  }
}

TEST(StandardTemplates, StateTheOfficialBalanceForEachColumn) {
  const Layout& layout = *shipped_layouts().find("standard-2021");
  std::size_t official = 0, applicants = 0;
  for (const Identity& identity : layout.identities) {
    if (identity.standing == Standing::Official) ++official;
    if (identity.check == "CHK-003") ++applicants;
    if (identity.id != "requests.balance.natural") continue;
    EXPECT_EQ(join(identity.left), "requests.new.natural/requests.carried_in.natural");
    EXPECT_EQ(join(identity.right), "requests.total.natural/requests.carried_out.natural");
  }
  EXPECT_EQ(official, 7U);
  EXPECT_EQ(applicants, 25U);
}

TEST(Layouts, AllOfOursLoadWithoutAWord) {
  for (const Diagnostic& diagnostic : shipped_layouts().diagnostics()) {
    ADD_FAILURE() << message_text(diagnostic, Language::English);
  }
  for (const char* id : {"fujian-2009", "fujian-2014", "national-2014", "scope-1-7", "shanghai-35",
                         "shanghai-54", "standard-2019", "standard-2021"})
    EXPECT_NE(shipped_layouts().find(id), nullptr) << id;
}

TEST(Layouts, EveryFigureIsExplainedForBothTemplates) {
  for (const Layout& layout : shipped_layouts().layouts()) {
    for (const Slot* slot : values(layout)) {
      if (slot->indicator.ends_with(".cumulative") || slot->indicator.ends_with(".year_to_date"))
        continue;
      for (const char* target : {"standard-2021", "standard-2019"}) {
        if (layout.id == target) continue;
        bool explained = false;
        for (const CrosswalkRow& row : layout.crosswalk) {
          explained = explained || (std::find(row.templates.begin(), row.templates.end(), target) !=
                                        row.templates.end() &&
                                    std::find(row.sources.begin(), row.sources.end(),
                                              slot->indicator) != row.sources.end());
        }
        EXPECT_TRUE(explained) << layout.id << " " << slot->indicator << " -> " << target;
      }
    }
  }
}

TEST(Layouts, EveryCheckStandsInTheCatalogue) {
  for (const Layout& layout : shipped_layouts().layouts()) {
    for (const Identity& identity : layout.identities) {
      EXPECT_TRUE(find_message(identity.check)) << layout.id << " " << identity.id;
    }
  }
}

TEST(Layouts, CumulativeFiguresAreNeverMapped) {
  for (const Layout& layout : shipped_layouts().layouts()) {
    for (const CrosswalkRow& row : layout.crosswalk) {
      for (const std::string& source : row.sources) {
        EXPECT_FALSE(source.ends_with(".cumulative") || source.ends_with(".year_to_date"))
            << source;
      }
    }
  }
}

TEST_F(LayoutFiles, RecordsBecomeRowsWithParentsAndColumns) {
  const auto layout = load(sample(R"(<table id="t" chapter="3">
    <field kind="label" label="指标"/><field kind="unit" label="单位" optional="yes"/>
    <field kind="code" label="代码"/><field kind="value" label="数量"/>
    <field kind="value" label="历年累计" suffix=".cumulative" optional="yes"/>
    <group label="一、申请"/>
    <record id="10" level="1" label="申请总数" unit="条"/>
    <record id="11" level="2" label="其中：当面" also="当面申请|当面" unit="条" code="11*"/>
    <record id="12" level="1" label="答复"/></table>)"));
  ASSERT_TRUE(layout) << layout.error().message;
  const LayoutTable& table = layout->tables.front();
  EXPECT_EQ(table.columns, 5U);
  ASSERT_EQ(table.rows.size(), 5U);
  EXPECT_TRUE(table.rows[0].header);
  EXPECT_EQ(table.rows[1].slots[3].kind, SlotKind::Blank);
  const Slot* face = layout->find("11");
  ASSERT_NE(face, nullptr);
  EXPECT_EQ(join(face->row_labels), "一、申请/申请总数/其中：当面");
  EXPECT_EQ(join(face->column_labels), "数量");
  EXPECT_EQ(join(layout->find("11.cumulative")->column_labels), "历年累计");
  EXPECT_TRUE(layout->find("11.cumulative")->optional);
  EXPECT_EQ(join(layout->find("12")->row_labels), "一、申请/答复");
  EXPECT_EQ(table.rows[3].slots[0].label.spellings, (std::vector<std::string>{"当面申请", "当面"}));
  EXPECT_EQ(table.rows[3].slots[2].text, "11*");
  EXPECT_EQ(table.rows[4].slots[2].text, "12");
  EXPECT_EQ(layout->find("13"), nullptr);
}

TEST_F(LayoutFiles, LaterValueColumnsHaveIdentitiesOfTheirOwn) {
  const auto layout = load(sample(R"(<table id="t" chapter="3">
    <field kind="label" label="指标"/><field kind="value" label="本年度"/>
    <field kind="value" label="历年累计" suffix=".cumulative" includes-first="yes"/>
    <record id="all" label="总数"/><record id="part" level="1" label="其中"/></table>
    <identities><identity id="parts" check="CHK-006" relation="at-most" standing="definitional"
      each-field="yes" left="part" right="all" source="s"/></identities>)"));
  ASSERT_TRUE(layout) << layout.error().message;
  std::vector<std::string> found;
  for (const Identity& identity : layout->identities) {
    EXPECT_EQ(identity.relation, Relation::LessEqual);
    found.push_back(identity.id + ": " + join(identity.left) + " <= " + join(identity.right));
  }
  EXPECT_EQ(found, (std::vector<std::string>{
                       "included.all.cumulative: all <= all.cumulative",
                       "included.part.cumulative: part <= part.cumulative", "parts: part <= all",
                       "parts.cumulative: part.cumulative <= all.cumulative"}));
}

TEST_F(LayoutFiles, TheFirstLayoutOfTheHandbookLoads) {
  std::ifstream handbook(fs::path(GUIFAN_SOURCE_DIR) / "docs/layouts.md");
  const std::string text(std::istreambuf_iterator<char>(handbook), {});
  const std::size_t begin = text.find("<?xml");
  ASSERT_NE(begin, std::string::npos);
  write("my-county.xml", text.substr(begin, text.find("```", begin) - begin));
  const auto loaded = LayoutLibrary::load(std::array{kFormats, folder_});
  ASSERT_TRUE(loaded);
  for (const Diagnostic& diagnostic : loaded->diagnostics()) {
    ADD_FAILURE() << message_text(diagnostic, Language::English);
  }
  const Layout* county = loaded->find("my-county");
  ASSERT_NE(county, nullptr);
  EXPECT_EQ(values(*county).size(), 12U);
  EXPECT_EQ(county->crosswalk.size(), 6U);
}

TEST_F(LayoutFiles, BrokenXmlIsRefusedWithItsLine) {
  const Error error = refused("<layout id='sample'>\n<table>\n</layout>");
  EXPECT_EQ(error.id, "LAY-003");
  EXPECT_NE(error.message.find("sample.xml:3: "), std::string::npos) << error.message;
}

TEST_F(LayoutFiles, EntitiesAreRefused) {
  EXPECT_EQ(refused("<!DOCTYPE layout [<!ENTITY a 'b'>]><layout id='&a;'/>").id, "LAY-003");
}

TEST_F(LayoutFiles, SchemaBreachIsRefusedWithItsLine) {
  const Error error =
      refused(sample("<table id='t' chapter='3' width='2'>\n<row><lable>x</lable></row></table>"));
  EXPECT_EQ(error.id, "LAY-004");
  EXPECT_NE(error.message.find("sample.xml:3: "), std::string::npos) << error.message;
}

TEST_F(LayoutFiles, AnElementThatLacksAnAttributeIsNamedWithItsLine) {
  const Error error = refused(sample(
      "<table id='t' chapter='3' width='2'><row><label>甲</label><value id='a'/></row></table>\n"
      "<identities>\n<identity check='CHK-005' standing='hint' left='a' right='a' source='s'/>"
      "</identities>"));
  EXPECT_EQ(error.id, "LAY-004");
  EXPECT_NE(error.message.find("sample.xml:4: "), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("there are check standing left right source"), std::string::npos)
      << error.message;
  // Here libxml2 knows no line.
  const Error related = refused(sample(
      "<table id='t' chapter='3' width='2'><row><label>甲</label><value id='a'/></row></table>\n"
      "<identities>\n<identity check='CHK-005' relation='at-most' standing='hint' left='a' "
      "right='a' source='s'/></identities>"));
  EXPECT_NE(related.message.find("such elements stand in line 4"), std::string::npos)
      << related.message;
}

TEST_F(LayoutFiles, ContradictionsAreRefused) {
  const auto table = [](const std::string& rows) {
    return "<table id='t' chapter='3' width='2'>" + rows + "</table>";
  };
  const std::string good = table("<row><label>甲</label><value id='a'/></row>");
  for (const std::string& body :
       {table("<row><label>甲</label></row>"), table("<row><label cols='3'>甲</label></row>"),
        table("<row><label rows='2'>甲</label><value id='a'/></row>"),
        table("<row><value id='a'/><value id='a'/></row>"),
        table("<row id='a' columns='none'><label>甲</label></row>"),
        good + "<identities><identity id='i' check='CHK-005' standing='hint' left='a' right='b' "
               "source='s'/></identities>",
        good + "<joint id='a' parts='a'/>", good + "<joint id='j' parts='b'/>",
        good + "<crosswalk><map from='a' status='exact' reason='r' reason-en='r'/></crosswalk>",
        good + "<crosswalk templates='x'><map from='b' status='exact' reason='r' "
               "reason-en='r'/></crosswalk>",
        good + "<crosswalk templates='x'><map status='exact' reason='r' "
               "reason-en='r'/></crosswalk>"}) {
    const Error error = refused(sample(body));
    EXPECT_EQ(error.id, "LAY-005") << body << error.message;
  }
  EXPECT_TRUE(load(sample(good)));
}

TEST_F(LayoutFiles, ExpansionIsBounded) {
  std::string columns = "<columns id='c'>";
  for (int i = 0; i < 900; ++i) columns += "<column id='c" + std::to_string(i) + "'/>";
  std::string rows;
  for (int i = 0; i < 900; ++i) rows += "<row id='r" + std::to_string(i) + "' columns='c'/>";
  const Error error = refused(
      sample(columns + "</columns><table id='t' chapter='3' width='900'>" + rows + "</table>"));
  EXPECT_EQ(error.id, "LAY-005");
  EXPECT_NE(error.message.find("layout_ids"), std::string::npos);
}

TEST_F(LayoutFiles, FilesThatAreNotThereOrTooLargeAreNamed) {
  EXPECT_EQ(load_layout(folder_ / "none.xml", kFormats).error().id, "LAY-001");
  EXPECT_EQ(refused(std::string((std::size_t{4} << 20) + 1, ' ')).id, "LAY-002");
}

TEST_F(LayoutFiles, NoSchemaIsSaid) {
  write("sample.xml", "<layout/>");
  EXPECT_EQ(load_layout(folder_ / "sample.xml", folder_).error().id, "LAY-006");
  write("layout.rng",
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include "
        "href='http://x/y'/></grammar>");
  EXPECT_EQ(load_layout(folder_ / "sample.xml", folder_).error().id, "LAY-006");
}

TEST_F(LayoutFiles, LibraryKeepsTheGoodAndNamesTheBad) {
  write("bad.xml", "<layout");
  write("other.xml", "<glossary/>");
  write(
      "mine.xml",
      sample("<table id='t' chapter='3' width='1'><row><value id='a'/></row></table>"
             "<crosswalk templates='standard-2021'><map from='a' to='no.such.cell' status='exact' "
             "reason='r' reason-en='r'/></crosswalk>"));
  const auto loaded = LayoutLibrary::load(std::array{kFormats, folder_});
  ASSERT_TRUE(loaded);
  EXPECT_NE(loaded->find("sample"), nullptr);
  ASSERT_EQ(loaded->diagnostics().size(), 2U);
  EXPECT_EQ(loaded->diagnostics()[0].id, "LAY-003");
  EXPECT_EQ(loaded->diagnostics()[1].id, "LAY-009");
}

TEST_F(LayoutFiles, LaterFoldersWinAndSayIt) {
  std::ifstream original(kFormats / "shanghai-35.xml");
  std::string text(std::istreambuf_iterator<char>(original), {});
  text.replace(text.find("name=\""), 6, "name=\"改");
  write("mine.xml", text);
  const auto loaded = LayoutLibrary::load(std::array{kFormats, folder_});
  ASSERT_TRUE(loaded);
  EXPECT_TRUE(loaded->find("shanghai-35")->name.starts_with("改"));
  ASSERT_EQ(loaded->diagnostics().size(), 1U);
  EXPECT_EQ(loaded->diagnostics()[0].id, "LAY-008");
}

TEST_F(LayoutFiles, WithoutATemplateThereIsNoLibrary) {
  EXPECT_EQ(LayoutLibrary::load(std::array{folder_}).error().id, "LAY-007");
}

}  // namespace
}  // namespace guifan
