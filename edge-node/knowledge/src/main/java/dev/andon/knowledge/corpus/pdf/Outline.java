package dev.andon.knowledge.corpus.pdf;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The bookmarks of a document, by page: headings as the author made them.
final class Outline {
    /// More is a broken file that refers to itself.
    static final int ENTRIES_MAX = 100_000;

    static final int DEPTH_MAX = 12;

    /// One bookmark.
    ///
    /// @param level from 1
    /// @param top its height on the page, from the upper edge; 0 if it names only the page
    record Entry(int level, String title, float top) {}

    private final Map<Integer, List<Entry>> byPage = new HashMap<>();
    private final Map<COSDictionary, Integer> pages = new IdentityHashMap<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PDDocument document;

    private Outline(PDDocument document) {
        this.document = document;
    }

    /// The outline; empty where the document has none, or one without places.
    static Outline of(PDDocument document) throws IOException {
        Outline outline = new Outline(document);
        PDDocumentOutline root = document.getDocumentCatalog().getDocumentOutline();
        if (root != null) {
            int index = 0;
            for (PDPage page : document.getPages()) {
                outline.pages.put(page.getCOSObject(), index++);
            }
            outline.walk(root, 1);
        }
        return outline;
    }

    boolean isEmpty() {
        return byPage.isEmpty();
    }

    /// The bookmarks to a page, from 0, in the order of the outline.
    List<Entry> on(int page) {
        return byPage.getOrDefault(page, List.of());
    }

    private void walk(PDOutlineNode node, int level) throws IOException {
        for (PDOutlineItem item = node.getFirstChild();
                item != null && seen.size() < ENTRIES_MAX && seen.add(item.getCOSObject());
                item = item.getNextSibling()) {
            add(item, level);
            if (level < DEPTH_MAX) {
                walk(item, level + 1);
            }
        }
    }

    private void add(PDOutlineItem item, int level) throws IOException {
        String title = item.getTitle();
        PDPageDestination destination = pageDestination(item);
        if (title == null || title.isBlank() || destination == null) {
            return;
        }
        PDPage page = destination.getPage();
        Integer index = page == null ? null : pages.get(page.getCOSObject());
        if (index == null) {
            index = destination.getPageNumber();
            page = index >= 0 && index < pages.size() ? document.getPage(index) : null;
        }
        if (page != null) {
            byPage.computeIfAbsent(index, _ -> new ArrayList<>())
                    .add(new Entry(level, title, top(destination, page)));
        }
    }

    private @Nullable PDPageDestination pageDestination(PDOutlineItem item) throws IOException {
        PDDestination destination = item.getDestination();
        if (destination == null && item.getAction() instanceof PDActionGoTo action) {
            destination = action.getDestination();
        }
        if (destination instanceof PDNamedDestination named) {
            destination = document.getDocumentCatalog().findNamedDestinationPage(named);
        }
        return destination instanceof PDPageDestination page ? page : null;
    }

    private static float top(PDPageDestination destination, PDPage page) {
        int top =
                switch (destination) {
                    case PDPageXYZDestination place -> place.getTop();
                    case PDPageFitWidthDestination place -> place.getTop();
                    default -> -1;
                };
        return top < 0 ? 0 : Math.max(0, page.getCropBox().getUpperRightY() - top);
    }
}
