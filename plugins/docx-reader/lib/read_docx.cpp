// SPDX-License-Identifier: Apache-2.0
#include "read_docx.h"

#include <algorithm>
#include <map>
#include <set>

#include "docx_limits.h"
#include "emit.h"
#include "ole.h"
#include "package.h"
#include "properties.h"
#include "story_reader.h"
#include "utf8.h"

namespace guifan::docx {
namespace {

using sdk::Kind;
using sdk::Severity;
using sdk::Status;

Expected<Story> read_story(std::string_view xml, const std::string& part, const Styles& styles) {
  StoryReader reader(styles);
  const XmlOutcome outcome = parse_xml(xml, reader);
  switch (outcome.end) {
    case XmlEnd::Complete:
      break;
    case XmlEnd::Stopped:
      return Failure{Status::LimitExceeded, "DOCX-005", {reader.limit(), part}};
    case XmlEnd::TooDeep:
      return Failure{Status::LimitExceeded, "DOCX-005", {"element_depth", part}};
    case XmlEnd::TooManyAttributes:
      return Failure{Status::LimitExceeded, "DOCX-005", {"attributes_per_element", part}};
    case XmlEnd::DocumentType:
      return Failure{Status::Malformed, "DOCX-012", {part}};
    case XmlEnd::Malformed:
      return Failure{
          Status::Malformed, "DOCX-011", {part, std::to_string(outcome.line), outcome.message}};
  }
  if (!reader.is_word()) return Failure{Status::Malformed, "DOCX-013", {part}};
  return reader.take();
}

/// One document on its way from package to events.
class DocumentReading {
 public:
  DocumentReading(const sdk::Context& context, Package& package, sdk::DocumentBuilder& document,
                  Origin origin)
      : context_(context),
        package_(package),
        document_(document),
        emitter_(document, styles_, origin) {}

  Status run() {
    auto main_part = package_.find_main_part();
    if (!main_part) return report(context_, main_part.failure());
    main_ = *main_part;
    relationships_ = package_.relationships_of(main_);
    load_styles();

    auto xml = package_.read(main_);
    if (!xml) return report(context_, xml.failure());
    auto body = read_story(*xml, main_, styles_);
    if (!body) return report(context_, body.failure());
    std::string().swap(*xml);  // the text is in the story now; assigning would keep the room
    say_media_type();
    emit_properties(package_, document_);

    number_paragraphs(*body, styles_, numbering_, unknown_formats_);
    emitter_.start_story(*body);
    for (const Piece& piece : body->pieces)
      if (auto done = emitter_.emit(*body, piece.blocks, Kind::Body); !done)
        return report(context_, done.failure());
    emitter_.emit_removed(*body);
    if (auto done = emit_notes(*body); !done) return report(context_, done.failure());
    if (auto done = emit_headers(*body); !done) return report(context_, done.failure());
    list_comments();
    say_findings(*body);
    return Status::Ok;
  }

 private:
  // The relationship says where a part is; files without relationships (rebuilt ones) have it in
  // the usual place.
  std::string part_of(std::string_view type, std::string_view usual) {
    std::string target = Package::target_of(relationships_, type);
    if (!target.empty() && !package_.archive().has(target))
      package_.unreadable().push_back({Status::Malformed, "DOCX-004", {target, "missing"}});
    if (!target.empty()) return target;
    return relationships_.empty() && package_.archive().has(usual) ? std::string(usual)
                                                                   : std::string();
  }

  void load_styles() {
    const std::string styles_part = part_of("styles", "word/styles.xml");
    if (!styles_.load(package_.read_optional(styles_part))) damaged(styles_part);
    const std::string numbering_part = part_of("numbering", "word/numbering.xml");
    if (!numbering_.load(package_.read_optional(numbering_part))) damaged(numbering_part);
    numbering_.link_styles(styles_);
  }

  void damaged(const std::string& part) {
    package_.unreadable().push_back({Status::Malformed, "DOCX-004", {part, "XML damaged"}});
  }

  void say_media_type() {
    const std::string type = part_key(package_.content_type_of(main_));
    const bool macros = type.find("macroenabled") != std::string::npos;
    const bool is_template = type.find("template") != std::string::npos;
    document_.metadata(
        "media-type",
        macros ? (is_template ? "application/vnd.ms-word.template.macroEnabled.12"
                              : "application/vnd.ms-word.document.macroEnabled.12")
               : (is_template
                      ? "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
                      : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
  }

  // A minor part as a story; nullopt (and remembered) where it cannot be read.
  std::optional<Story> minor_story(const std::string& part) {
    if (part.empty()) return std::nullopt;
    if (!package_.archive().has(part)) {
      package_.unreadable().push_back({Status::Malformed, "DOCX-004", {part, "missing"}});
      return std::nullopt;
    }
    const std::string xml = package_.read_optional(part);
    if (xml.empty()) return std::nullopt;
    auto story = read_story(xml, part, styles_);
    if (!story) {
      package_.unreadable().push_back(story.failure());
      return std::nullopt;
    }
    number_paragraphs(*story, styles_, numbering_, unknown_formats_);
    return *std::move(story);
  }

  Expected<bool> emit_notes(const Story& body) {
    for (const bool endnotes : {false, true}) {
      const auto story =
          minor_story(part_of(endnotes ? "endnotes" : "footnotes",
                              endnotes ? "word/endnotes.xml" : "word/footnotes.xml"));
      if (!story) continue;
      std::map<std::string_view, const Piece*> by_id;
      for (const Piece& piece : story->pieces) by_id.emplace(piece.id, &piece);
      emitter_.start_story(*story);
      std::set<std::string_view> printed;
      for (const NoteReference& reference : body.notes) {
        const auto piece = by_id.find(reference.id);
        if (reference.endnote != endnotes || piece == by_id.end() ||
            !printed.insert(piece->first).second)
          continue;
        if (auto done = emitter_.emit(*story, piece->second->blocks, Kind::Note); !done)
          return done;
      }
      // Notes that nothing refers to are not printed.
      for (const Piece& piece : story->pieces)
        if (!printed.contains(piece.id)) list_removed(*story, piece.blocks, "unreferenced-note");
      emitter_.emit_removed(*story);
      add_counts(*story);
    }
    return true;
  }

  Expected<bool> emit_headers(const Story& body) {
    std::set<std::string> parts;
    for (const std::string& id : body.header_footer_ids) {
      const auto named = relationships_.find(id);
      if (named == relationships_.end()) {
        package_.unreadable().push_back({Status::Malformed, "DOCX-004", {id, "missing"}});
        continue;
      }
      if (named->second.external || !parts.insert(named->second.target).second) continue;
      const auto story = minor_story(named->second.target);
      if (!story) continue;
      emitter_.start_story(*story);
      for (const Piece& piece : story->pieces)
        if (auto done = emitter_.emit(*story, piece.blocks, Kind::Furniture); !done) return done;
      emitter_.emit_removed(*story);
      add_counts(*story);
    }
    return true;
  }

  // Comments are remarks on the text, not the text: listed as removed.
  void list_comments() {
    const auto story = minor_story(Package::target_of(relationships_, "comments"));
    if (!story) return;
    for (const Piece& piece : story->pieces) list_removed(*story, piece.blocks, "comment");
  }

  void list_removed(const Story& story, const std::vector<BlockReference>& blocks,
                    std::string_view reason) {
    for (const BlockReference block : blocks)
      if (!block.table && !is_blank(story.paragraphs[block.index].text))
        document_.removed(story.paragraphs[block.index].text, reason, sdk::Place{});
  }

  void add_counts(const Story& story) {
    insertions_ += story.insertions;
    deletions_ += story.deletions;
    struck_texts_ += story.struck_texts;
    unknown_symbols_.insert(story.unknown_symbols.begin(), story.unknown_symbols.end());
  }

  void say_findings(const Story& body) {
    add_counts(body);
    const auto warn = [this](std::string_view id,
                             std::initializer_list<std::string_view> arguments) {
      context_.diagnose(Severity::Warning, id, arguments);
    };
    const auto note = [this](std::string_view id,
                             std::initializer_list<std::string_view> arguments) {
      context_.diagnose(Severity::Note, id, arguments);
    };
    Archive& archive = package_.archive();
    if (archive.recovered()) warn("DOCX-020", {});
    for (const std::string& part : archive.lost_by_directory()) warn("DOCX-021", {part});
    for (const std::string& part : archive.duplicates()) warn("DOCX-022", {part});
    for (const std::string& part : archive.rescued()) warn("DOCX-024", {part});
    std::set<std::string> said;
    for (const Failure& failure : package_.unreadable()) {
      const std::string part = part_named_by(failure);
      if (said.insert(part).second) warn("DOCX-023", {part, reason_of(failure)});
    }
    if (insertions_ + deletions_ != 0)
      warn("DOCX-030", {std::to_string(insertions_), std::to_string(deletions_)});
    for (const std::string& id : body.alternative_chunks) warn("DOCX-031", {target_or_id(id)});
    for (const std::string& id : body.sub_documents) warn("DOCX-032", {target_or_id(id)});
    for (const std::string& program : body.embedded_objects)
      warn("DOCX-033", {program.empty() ? "?" : program});
    if (body.pictures + body.graphics != 0)
      note("DOCX-034", {std::to_string(body.pictures), std::to_string(body.graphics)});
    for (const std::string& symbol : unknown_symbols_) warn("DOCX-035", {symbol});
    if (body.broken_fields != 0) warn("DOCX-036", {std::to_string(body.broken_fields)});
    if (body.unknown_alternates != 0) warn("DOCX-037", {std::to_string(body.unknown_alternates)});
    for (const std::string& format : unknown_formats_) warn("DOCX-038", {format});
    for (const std::string& keyword : body.computed_fields) warn("DOCX-039", {keyword});
    if (struck_texts_ != 0) warn("DOCX-041", {std::to_string(struck_texts_)});
    const bool any_text =
        std::any_of(body.paragraphs.begin(), body.paragraphs.end(),
                    [](const ParagraphRecord& paragraph) { return !is_blank(paragraph.text); });
    const bool elsewhere = !body.alternative_chunks.empty() || !body.sub_documents.empty();
    if (!any_text && !elsewhere) warn("DOCX-040", {});
  }

  // Failures carry the part as their first argument, limits as their second.
  static std::string part_named_by(const Failure& failure) {
    if (failure.id == "DOCX-005") return failure.arguments[1];
    return failure.arguments.empty() ? std::string() : failure.arguments[0];
  }
  static std::string reason_of(const Failure& failure) {
    if (failure.id == "DOCX-005") return "limit " + failure.arguments[0];
    if (failure.id == "DOCX-007") return "encrypted";
    if (failure.id == "DOCX-011")
      return "XML line " + failure.arguments[1] + ": " + failure.arguments[2];
    if (failure.id == "DOCX-012") return "document type declaration";
    if (failure.id == "DOCX-013") return "not WordprocessingML";
    return failure.arguments.size() > 1 ? failure.arguments[1] : std::string();
  }

  std::string target_or_id(const std::string& id) const {
    const auto named = relationships_.find(id);
    return named == relationships_.end() ? id : named->second.target;
  }

  const sdk::Context& context_;
  Package& package_;
  sdk::DocumentBuilder& document_;
  Styles styles_;
  Numbering numbering_;
  Emitter emitter_;
  std::string main_;
  Relationships relationships_;
  std::set<std::string> unknown_formats_, unknown_symbols_;
  std::size_t insertions_ = 0, deletions_ = 0, struck_texts_ = 0;
};

}  // namespace

Status read_docx(const sdk::Context& context, std::string_view bytes,
                 sdk::DocumentBuilder& document, Origin origin) {
  if (bytes.empty()) return report(context, {Status::Malformed, "DOCX-001", {}});
  switch (identify_ole(bytes)) {
    case OleContent::NotOle:
      break;
    case OleContent::EncryptedPackage:
      return report(context, {Status::Unsupported, "DOCX-006", {}});
    case OleContent::WordDocument:
      return report(context, {Status::Unsupported, "DOCX-008", {}});
    case OleContent::Workbook:
      return report(context, {Status::Unsupported, "DOCX-009", {"Excel"}});
    case OleContent::Presentation:
      return report(context, {Status::Unsupported, "DOCX-009", {"PowerPoint"}});
    case OleContent::Unknown:
      return report(context, {Status::Unsupported, "DOCX-009", {"OLE2"}});
  }
  auto archive = Archive::open(bytes);
  if (!archive) return report(context, archive.failure());
  Package package(context, *std::move(archive));
  return DocumentReading(context, package, document, origin).run();
}

}  // namespace guifan::docx
