package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.awt.image.BufferedImage;
import java.io.IOException;

/// Draws pages as pictures, within bounds: a large drawing is drawn coarser, and a page whose own
/// pictures are huge is not drawn.
final class PageRaster {
    /// Of the picture that is drawn: A3 at 300 dpi has 17 million.
    static final double PIXELS_MAX = 18e6;

    /// Of one picture on the page, which has to be decoded: A4 at 600 dpi has 35 million.
    static final long SOURCE_PIXELS_MAX = 40_000_000;

    private static final int POINTS_PER_INCH = 72;

    private final PDDocument document;
    private final PDFRenderer renderer;

    PageRaster(PDDocument document) {
        this.document = document;
        this.renderer = new PDFRenderer(document);
        // A picture is decoded no larger than it is drawn.
        renderer.setSubsamplingAllowed(true);
    }

    /// @param page from 0
    /// @param dpi wanted; fewer if the page is large
    /// @param colour false for shades of grey
    /// @throws StageException `corpus`: `picture-too-large`
    BufferedImage draw(int page, int dpi, boolean colour) throws IOException {
        long pixels = PageScan.scan(document.getPage(page)).pictures().pixelsMax();
        if (pixels > SOURCE_PIXELS_MAX) {
            throw new StageException(
                    Stage.CORPUS,
                    "picture-too-large",
                    "Page %d holds a picture of %d million pixels, more than %d: scan it at 300 dpi."
                            .formatted(
                                    page + 1, pixels / 1_000_000, SOURCE_PIXELS_MAX / 1_000_000));
        }
        return renderer.renderImageWithDPI(
                page, fitting(page, dpi), colour ? ImageType.RGB : ImageType.GRAY);
    }

    /// The resolution at which the page is not too large.
    int fitting(int page, int dpi) {
        PDRectangle box = document.getPage(page).getCropBox();
        double inches =
                (double) box.getWidth() * box.getHeight() / POINTS_PER_INCH / POINTS_PER_INCH;
        return (int) Math.max(1, Math.min(dpi, Math.sqrt(PIXELS_MAX / Math.max(inches, 1e-6))));
    }
}
