package dev.andon.knowledge.corpus.docx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes Word documents part by part, as Word does.
final class DocxDraft {
    private static final String NAMESPACES =
            " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    private static final String KIND =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder styles = new StringBuilder();
    private final StringBuilder numbering = new StringBuilder();
    private final StringBuilder footnotes = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String properties = "";
    private int pages;

    /// Any XML of the body.
    DocxDraft xml(String xml) {
        body.append(xml);
        return this;
    }

    DocxDraft paragraph(String text) {
        return xml("<w:p>" + run(text) + "</w:p>");
    }

    DocxDraft styled(String style, String text) {
        return xml(
                "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s</w:p>".formatted(style, run(text)));
    }

    DocxDraft listed(int list, int level, String text) {
        return xml(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>%s</w:p>"
                        .formatted(level, list, run(text)));
    }

    /// Rows of cells, none of them merged.
    DocxDraft table(String... rows) {
        body.append("<w:tbl>");
        for (String row : rows) {
            body.append("<w:tr>");
            for (String cell : row.split("\\|", -1)) {
                body.append(cell("", cell));
            }
            body.append("</w:tr>");
        }
        return xml("</w:tbl>");
    }

    static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>%s</w:tcPr><w:p>%s</w:p></w:tc>".formatted(properties, run(text));
    }

    static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>".formatted(text);
    }

    DocxDraft style(String id, String name, String rest) {
        styles.append(
                "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>%s</w:style>"
                        .formatted(id, name, rest));
        return this;
    }

    /// The headings that every document has, under the names of a French Word.
    DocxDraft headings() {
        return style("Titre1", "heading 1", "").style("Titre2", "heading 2", "");
    }

    /// A list definition and a list of the same number.
    ///
    /// @param levels format and text of each, `decimal:%1.`
    DocxDraft list(int number, String... levels) {
        StringBuilder definition =
                new StringBuilder("<w:abstractNum w:abstractNumId=\"%d\">".formatted(number));
        for (int i = 0; i < levels.length; i++) {
            String[] level = levels[i].split(":", 2);
            definition.append(
                    "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>"
                            .formatted(i, level[0], level[1]));
        }
        numbering.insert(0, definition.append("</w:abstractNum>"));
        return listOf(number, number, "");
    }

    /// A list of a definition that is there.
    DocxDraft listOf(int definition, int number, String overrides) {
        numbering.append(
                "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/>%s</w:num>"
                        .formatted(number, definition, overrides));
        return this;
    }

    DocxDraft footnote(int id, String text) {
        footnotes.append(
                "<w:footnote w:id=\"%d\"><w:p>%s</w:p></w:footnote>".formatted(id, run(text)));
        return this;
    }

    /// A relationship that leads out of the file.
    DocxDraft link(String id, String kind, String target) {
        links.append(
                "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\" TargetMode=\"External\"/>"
                        .formatted(id, KIND + kind, target));
        return this;
    }

    DocxDraft pages(int counted) {
        pages = counted;
        return this;
    }

    DocxDraft title(String title) {
        properties = "<dc:title>%s</dc:title>".formatted(title);
        return this;
    }

    String document() {
        return "<w:document%s><w:body>%s<w:sectPr/></w:body></w:document>"
                .formatted(NAMESPACES, body);
    }

    Path write(Path file) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes());
        parts.put("_rels/.rels", relationships());
        parts.put("word/_rels/document.xml.rels", textRelationships());
        parts.put("word/document.xml", document());
        parts.put("word/styles.xml", part("styles", styles));
        parts.put("word/numbering.xml", part("numbering", numbering));
        parts.put("word/footnotes.xml", part("footnotes", footnotes));
        parts.put(
                "docProps/app.xml",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Pages>%d</Pages></Properties>"
                        .formatted(pages));
        parts.put(
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">%s</cp:coreProperties>"
                        .formatted(properties));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String part(String name, StringBuilder content) {
        return "<w:%s%s>%s</w:%s>".formatted(name, NAMESPACES, content, name);
    }

    private static String contentTypes() {
        StringBuilder types =
                new StringBuilder(
                        "<Types"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                            + " Extension=\"xml\" ContentType=\"application/xml\"/>");
        types.append(type("/word/document.xml", WORD + "document.main+xml"));
        types.append(type("/word/styles.xml", WORD + "styles+xml"));
        types.append(type("/word/numbering.xml", WORD + "numbering+xml"));
        types.append(type("/word/footnotes.xml", WORD + "footnotes+xml"));
        types.append(
                type(
                        "/docProps/core.xml",
                        "application/vnd.openxmlformats-package.core-properties+xml"));
        return types.append("</Types>").toString();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
    }

    private static String relationships() {
        return relationships(
                relationship("1", KIND + "officeDocument", "word/document.xml")
                        + relationship("2", KIND + "extended-properties", "docProps/app.xml")
                        + relationship(
                                "3",
                                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                                "docProps/core.xml"));
    }

    private String textRelationships() {
        return relationships(
                relationship("s", KIND + "styles", "styles.xml")
                        + relationship("n", KIND + "numbering", "numbering.xml")
                        + relationship("f", KIND + "footnotes", "footnotes.xml")
                        + links);
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
                .formatted(all);
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
    }
}
