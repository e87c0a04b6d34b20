// SPDX-License-Identifier: Apache-2.0
#include "recognise/labels/table_alignment.h"

#include <algorithm>

#include "recognise/labels/stream_counts.h"
#include "recognise/words/enumerator.h"
#include "text/code_points.h"

namespace guifan {
namespace {

constexpr std::size_t kMostForeign =
    60;  ///< foreign characters that may stand between two labels of one table
constexpr std::size_t kMostPredecessors = 160;
constexpr double kForeignCost = 0.2;
constexpr double kStrayFigureCost = 1.0;  ///< a figure between two labels that neither can own
constexpr double kHeaderWithoutFigures =
    4.0;                           ///< a header that ends where no figure begins is another header
constexpr double kSkipCost = 0.3;  ///< share of a label's weight that its absence costs
constexpr double kMostSkipped =
    16.0;  ///< a page that is gone costs no more than this, however many labels it held
constexpr double kLeastScore = 6.0;

/// A hit of one expected label, a node of the chain search.
struct Node {
  std::size_t begin = 0, end = 0;  ///< in the key
  std::uint32_t label = 0;
  double weight = 0;
  bool before_value = false;
  std::uint32_t foreign_before = 0, foreign_behind = 0;  ///< counts up to begin and up to end
  std::uint32_t figures_before = 0, figures_behind = 0;
  double best = 0;
  std::int64_t previous = -1;
  std::size_t reach = 0;  ///< first node that `best` may depend on
  bool used = false;
};

/// A digit, or a dash or a word that stands for a figure.
bool begins_like_a_figure(std::string_view text) {
  return blank_mark(text) != 0 || is_ascii_digit(static_cast<unsigned char>(text.front())) ||
         text.front() == '-' || text.front() == '/' || text.starts_with("—") ||
         text.starts_with("–") || text.starts_with("－");
}

/// What follows the label, a unit column aside, is a figure, a dash or an empty grid cell.
bool value_follows(const CompactStream& stream, const Node& node) {
  constexpr std::size_t kLongestUnit = 2;
  std::size_t next = node.end;
  while (next < stream.key.size() && next < node.end + kLongestUnit &&
         is_unit_character(stream.key[next]))
    ++next;
  const StreamPoint behind = stream.behind(next - 1);
  const std::string_view rest = stream.atoms[behind.atom].text.substr(behind.byte);
  const std::size_t mark = rest.find_first_not_of(" \t|\"):.”");
  if (mark != std::string_view::npos) return begins_like_a_figure(rest.substr(mark));
  if (behind.atom + 1 == stream.atoms.size()) return false;
  const Atom& following = stream.atoms[behind.atom + 1];
  if (following.text.empty()) return following.grid;
  return begins_like_a_figure(following.text);
}

/// Drops hits that lie inside a longer hit of the same table: 其他 inside 其他处理.
void drop_contained(std::vector<Node>& nodes) {
  std::sort(nodes.begin(), nodes.end(), [](const Node& a, const Node& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end > b.end;
    return a.label < b.label;
  });
  std::size_t reach_begin = 0, reach_end = 0;
  std::erase_if(nodes, [&](const Node& node) {
    const bool same = node.begin == reach_begin && node.end == reach_end;
    if (!same && node.end <= reach_end) return true;
    if (node.end > reach_end) {
      reach_begin = node.begin;
      reach_end = node.end;
    }
    return false;
  });
}

/// How many figures may stand behind each label: those of its row, its numbering and the code of
/// the next row included.
std::vector<std::uint32_t> figures_owned(const ExpectedTable& table) {
  constexpr std::uint32_t kNumbering = 2;
  std::vector<std::uint32_t> owned(table.labels.size(), kNumbering);
  for (const ExpectedRow& row : table.rows) {
    std::size_t label = table.labels.size();
    if (row.label >= 0) {
      label = static_cast<std::size_t>(row.label);
    } else {
      for (std::size_t l = 0; l < table.labels.size() && table.labels[l].row < row.row; ++l)
        label = l;
    }
    if (label < owned.size())
      owned[label] = static_cast<std::uint32_t>(row.values.size()) + kNumbering + 1;
  }
  return owned;
}

/// Words that run on without a border on either side make a hit doubtful: 依法予以公开的信息.
double glue_cost(const CompactStream& stream, const Node& node, const TableCounts& counts) {
  double cost = 0;
  const auto adjacent = [&](std::size_t inside, std::size_t outside) {
    const StreamPoint a = stream.points[inside], b = stream.points[outside];
    if (a.atom != b.atom) return false;
    const std::size_t gap = a.byte > b.byte ? a.byte - b.byte : b.byte - a.byte;
    return gap <= 4 && utf8::is_han(stream.key[outside]) &&
           counts.foreign(outside + 1) != counts.foreign(outside);
  };
  if (node.begin > 0 && adjacent(node.begin, node.begin - 1)) cost += 1.5;
  if (node.end < stream.key.size() && adjacent(node.end - 1, node.end)) cost += 1.5;
  return cost;
}

std::vector<TableCounts::Range> ranges_of(const std::vector<Node>& nodes) {
  std::vector<TableCounts::Range> ranges;
  for (const Node& node : nodes) ranges.emplace_back(node.begin, node.end);
  return ranges;
}

/// Finds chain after chain. A chain that is taken changes the nodes near it only: what lies beyond
/// keeps its score, so that a table printed many times costs little more than one pass.
class Chainer {
 public:
  Chainer(const StreamCounts& counts, const ExpectedTable& table, std::vector<Node> nodes)
      : stream_(counts.stream()), table_(table), nodes_(std::move(nodes)) {
    drop_contained(nodes_);
    weigh(TableCounts(counts, ranges_of(nodes_)));
    owned_ = figures_owned(table);
    skipped_figures_.assign(table.labels.size() + 1, 0);
    for (std::size_t i = 0; i < table.labels.size(); ++i)
      skipped_figures_[i + 1] = skipped_figures_[i] + (table.labels[i].row_label ? owned_[i] : 0);
    skipped_.assign(table.labels.size() + 1, 0);
    for (std::size_t i = 0; i < table.labels.size(); ++i)
      skipped_[i + 1] = skipped_[i] + table.labels[i].weight +
                        (table.labels[i].opens_row ? kHeaderWithoutFigures / kSkipCost : 0.0);
    for (std::size_t i = 0; i < nodes_.size(); ++i) settle(i);
    earliest_reach_.assign(nodes_.size(), 0);
    for (std::size_t i = nodes_.size(); i-- > 0;)
      earliest_reach_[i] = i + 1 < nodes_.size() ? std::min(nodes_[i].reach, earliest_reach_[i + 1])
                                                 : nodes_[i].reach;
    best_of_stretch_.assign(nodes_.size() / kStretch + 1, -1);
    for (std::size_t stretch = 0; stretch < best_of_stretch_.size(); ++stretch) rank(stretch);
  }

  /// The best chain of nodes that no earlier chain used, or an empty alignment.
  TableAlignment next() {
    std::int64_t best = -1;
    for (const std::int64_t candidate : best_of_stretch_)
      if (candidate >= 0 && (best < 0 || node(candidate).best > node(best).best)) best = candidate;
    TableAlignment alignment;
    if (best < 0) return alignment;
    alignment.table = &table_;
    alignment.score = node(best).best;
    std::int64_t first = best;
    for (std::int64_t i = best; i >= 0; i = node(i).previous) {
      take(static_cast<std::size_t>(i), alignment);
      first = i;
    }
    std::reverse(alignment.labels.begin(), alignment.labels.end());
    settle_again(static_cast<std::size_t>(first), static_cast<std::size_t>(best));
    return alignment;
  }

 private:
  static constexpr std::size_t kStretch = 256;  ///< nodes that are ranked together

  const Node& node(std::int64_t i) const { return nodes_[static_cast<std::size_t>(i)]; }

  void weigh(const TableCounts& counts) {
    for (Node& node : nodes_) {
      const ExpectedLabel& label = table_.labels[node.label];
      node.before_value = value_follows(stream_, node);
      node.weight = label.weight - glue_cost(stream_, node, counts);
      if (label.row_label) node.weight += node.before_value ? 1.0 : -0.5;
      if (label.opens_row) node.weight += node.before_value ? 1.0 : -kHeaderWithoutFigures;
      node.foreign_before = counts.foreign(node.begin);
      node.foreign_behind = counts.foreign(node.end);
      node.figures_before = counts.figures(node.begin);
      node.figures_behind = counts.figures(node.end);
    }
  }

  /// Finds the best chain that ends at node i.
  void settle(std::size_t i) {
    Node& node = nodes_[i];
    node.best = node.weight;
    node.previous = -1;
    std::size_t seen = 0, j = i;
    for (; j > 0 && seen < kMostPredecessors; --j) {
      const Node& before = nodes_[j - 1];
      if (before.used) break;  // a chain never reaches across another occurrence of the table
      if (before.end > node.begin) continue;
      const std::uint32_t between = node.foreign_before - before.foreign_behind;
      if (between > kMostForeign) break;
      ++seen;
      if (before.label >= node.label) continue;
      const double skip = std::min(skipped_[node.label] - skipped_[before.label + 1], kMostSkipped);
      const std::uint32_t figures = node.figures_before - before.figures_behind;
      const std::uint32_t owned =
          owned_[before.label] + skipped_figures_[node.label] - skipped_figures_[before.label + 1];
      const std::uint32_t stray = figures - std::min(figures, owned);
      const double score = before.best + node.weight - kForeignCost * between - kSkipCost * skip -
                           kStrayFigureCost * stray;
      if (score > node.best) {
        node.best = score;
        node.previous = static_cast<std::int64_t>(j - 1);
      }
    }
    node.reach = j;
  }

  /// Nodes [first, last] hold a chain that was taken: settles every node that may depend on them.
  void settle_again(std::size_t first, std::size_t last) {
    std::size_t changed = last, i = first;
    for (; i < nodes_.size(); ++i) {
      if (i > last && earliest_reach_[i] > changed) break;
      Node& node = nodes_[i];
      if (node.used || (i > last && node.reach > changed)) continue;
      const double best = node.best;
      const std::int64_t previous = node.previous;
      settle(i);
      if (i > last && (node.best < best || node.best > best || node.previous != previous))
        changed = i;
    }
    for (std::size_t stretch = first / kStretch; stretch * kStretch < i; ++stretch) rank(stretch);
  }

  void rank(std::size_t stretch) {
    std::int64_t best = -1;
    const std::size_t end = std::min(nodes_.size(), (stretch + 1) * kStretch);
    for (std::size_t i = stretch * kStretch; i < end; ++i)
      if (!nodes_[i].used && (best < 0 || nodes_[i].best > node(best).best))
        best = static_cast<std::int64_t>(i);
    best_of_stretch_[stretch] = best;
  }

  void take(std::size_t i, TableAlignment& alignment) {
    Node& node = nodes_[i];
    node.used = true;
    MatchedLabel matched;
    matched.label = node.label;
    matched.key_begin = node.begin;
    matched.key_end = node.end;
    matched.end = stream_.behind(node.end - 1);
    matched.begin = stream_.points[node.begin];
    const std::string_view text = stream_.atoms[matched.begin.atom].text;
    matched.begin.byte = begin_with_enumerator(text, matched.begin.byte,
                                               table_.labels[node.label].label->enumerator);
    if (table_.labels[node.label].row_label && node.before_value) ++alignment.rows_with_values;
    alignment.labels.push_back(matched);
  }

  const CompactStream& stream_;
  const ExpectedTable& table_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> owned_;  ///< figures that may stand behind each label
  std::vector<std::uint32_t>
      skipped_figures_;  ///< sum of the owned figures of the row labels before
  std::vector<double> skipped_;
  std::vector<std::size_t> earliest_reach_;  ///< least first reach of this and all later nodes
  std::vector<std::int64_t> best_of_stretch_;
};

/// Labels that are told one after the other in a sentence (结果维持72件，结果纠正64件) are prose:
/// tables have no punctuation between their figures.
bool reads_like_prose(const CompactStream& stream, const TableAlignment& alignment) {
  std::size_t in_line = 0, punctuated = 0;
  for (std::size_t i = 0; i + 1 < alignment.labels.size(); ++i) {
    const StreamPoint from = alignment.labels[i].end, to = alignment.labels[i + 1].begin;
    const Atom& atom = stream.atoms[from.atom];
    if (from.atom != to.atom || atom.grid || to.byte < from.byte) continue;
    ++in_line;
    const std::string_view between = atom.text.substr(from.byte, to.byte - from.byte);
    for (const std::string_view mark : {",", ";", "、", "。"})
      if (between.find(mark) != std::string_view::npos) {
        ++punctuated;
        break;
      }
  }
  return in_line * 2 > alignment.labels.size() && punctuated * 3 > in_line;
}

}  // namespace

std::vector<TableAlignment> align_tables(const CompactStream& stream, const LabelIndex& index) {
  std::vector<std::vector<Node>> nodes(index.tables().size());
  for (const LabelIndex::Hit& hit : index.find(stream.key)) {
    const LabelPattern& pattern = index.patterns()[hit.pattern];
    for (const LabelUse& use : pattern.uses) {
      Node node;
      node.begin = hit.end - pattern.key.size();
      node.end = hit.end;
      node.label = use.label;
      nodes[use.table].push_back(node);
    }
  }
  const StreamCounts counts(stream);
  std::vector<TableAlignment> alignments;
  constexpr std::size_t kMostOccurrences =
      64;  // a collection of hundreds of reports is not one report
  for (std::size_t t = 0; t < nodes.size(); ++t) {
    if (nodes[t].empty()) continue;
    Chainer chainer(counts, index.tables()[t], std::move(nodes[t]));
    for (std::size_t i = 0; i < kMostOccurrences; ++i) {
      TableAlignment alignment = chainer.next();
      if (alignment.labels.empty() || alignment.score < kLeastScore) break;
      if (!reads_like_prose(stream, alignment)) alignments.push_back(std::move(alignment));
    }
  }
  return alignments;
}

}  // namespace guifan
