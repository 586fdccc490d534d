package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.TitlePage;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a PDF says of itself: the labelled values on its first pages, then its properties.
final class SelfDescription {
    /// A title page, and the page behind it.
    private static final int PAGES = 2;

    /// Titles that programs write, not authors.
    private static final Pattern NO_TITLE =
            Pattern.compile(
                    "(?i)\\s*|untitled.*|microsoft word - .*|.*\\.(docx?|indd|fm|html?|tex|pdf)");

    private SelfDescription() {}

    static DeclaredManual of(PDDocument document, List<Block> blocks) {
        List<String> first =
                blocks.stream()
                        .takeWhile(block -> block.page().pdf() <= PAGES)
                        .flatMap(SelfDescription::texts)
                        .toList();
        DeclaredManual properties =
                new DeclaredManual(
                        null, title(document, blocks), null, language(document), null, null);
        return TitlePage.read(first).orElse(properties);
    }

    private static Stream<String> texts(Block block) {
        return switch (block) {
            case Paragraph(var text, _) -> Stream.of(text);
            case Item(var text, _) -> Stream.of(text);
            case Heading(_, var text, _) -> Stream.of(text);
            case Table table when table.header().size() == 2 ->
                    Stream.concat(Stream.of(table.header()), table.rows().stream())
                            .map(row -> row.getFirst().replaceFirst(":$", "") + ": " + row.get(1));
            case Table _, Step _, Notice _, Block.Figure _ -> Stream.empty();
        };
    }

    private static @Nullable String title(PDDocument document, List<Block> blocks) {
        String title = document.getDocumentInformation().getTitle();
        if (title != null && !NO_TITLE.matcher(title).matches()) {
            return title.strip();
        }
        return blocks.stream()
                .takeWhile(block -> block.page().pdf() <= 1)
                .filter(block -> block instanceof Heading(int level, _, _) && level == 1)
                .map(block -> ((Heading) block).text())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String language(PDDocument document) {
        String tag = document.getDocumentCatalog().getLanguage();
        String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return language.isEmpty() ? null : language;
    }
}
