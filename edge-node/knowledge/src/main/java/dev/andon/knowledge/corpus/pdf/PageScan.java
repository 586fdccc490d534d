package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.pdf.ScannedPage.Size;

import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Runs the drawing instructions of one page and keeps glyphs and simple shapes. Pictures are
/// measured but not decoded, nothing is fetched.
final class PageScan extends PDFGraphicsStreamEngine {
    /// More is a drawing, whose lines are no tables.
    static final int SHAPES_MAX = 20_000;

    private final Glyphs glyphs = new Glyphs();
    private final Shapes shapes = new Shapes();
    private final Map<PDFont, Word.Face> faces = new HashMap<>();
    private final AffineTransform shown;
    private final Size size;
    private Point2D current = new Point2D.Float();
    private ScannedPage.Pictures pictures = ScannedPage.Pictures.NONE;

    private PageScan(PDPage page) {
        super(page);
        PDRectangle crop = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        size =
                lying
                        ? new Size(crop.getHeight(), crop.getWidth())
                        : new Size(crop.getWidth(), crop.getHeight());
        shown = shown(crop, page.getRotation());
    }

    static ScannedPage scan(PDPage page) throws IOException {
        PageScan scan = new PageScan(page);
        scan.processPage(page);
        return scan.glyphs.page(scan.size, scan.shapes).withPictures(scan.pictures);
    }

    /// From the page's own coordinates to those of the page as shown, downwards.
    private static AffineTransform shown(PDRectangle crop, int rotation) {
        float left = crop.getLowerLeftX();
        float right = crop.getUpperRightX();
        float bottom = crop.getLowerLeftY();
        float top = crop.getUpperRightY();
        return switch (Math.floorMod(rotation, 360)) {
            case 90 -> new AffineTransform(0, 1, 1, 0, -bottom, -left);
            case 180 -> new AffineTransform(-1, 0, 0, 1, right, -bottom);
            case 270 -> new AffineTransform(0, -1, -1, 0, top, right);
            default -> new AffineTransform(1, 0, 0, -1, -left, top);
        };
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
            throws IOException {
        String text = font.toUnicode(code, GlyphList.getAdobeGlyphList());
        if (text == null) {
            text = font instanceof PDSimpleFont ? String.valueOf((char) code) : "\ufffd";
        }
        Point2D origin = shown(matrix.transformPoint(0, 0));
        Point2D end = shown(matrix.transformPoint(displacement.getX(), 0));
        Point2D up = shown(matrix.transformPoint(0, 1));
        glyphs.add(text, new Glyphs.Place(origin, end, up), face(font));
    }

    private Word.Face face(PDFont font) {
        return faces.computeIfAbsent(font, PageScan::faceOf);
    }

    private static Word.Face faceOf(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        boolean heavy = descriptor != null && descriptor.getFontWeight() >= 600;
        boolean slanted = descriptor != null && descriptor.isItalic();
        return new Word.Face(
                heavy || name.matches(".*(bold|black|heavy|-demi|semibd|cmbx|sfbx).*"),
                slanted || name.matches(".*(italic|oblique|slanted).*"),
                name.matches(".*(mono|courier|consolas|typewriter|cmtt|sftt|txtt).*"));
    }

    private Point2D shown(Point2D point) {
        return shown.transform(point, null);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        shapes.begin(shown(p0));
        shapes.line(shown(p1));
        shapes.line(shown(p2));
        shapes.line(shown(p3));
        shapes.close();
        current = p0;
    }

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Float(x, y);
        shapes.begin(shown(current));
    }

    @Override
    public void lineTo(float x, float y) {
        current = new Point2D.Float(x, y);
        shapes.line(shown(current));
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Float(x3, y3);
        shapes.curve(shown(current));
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        shapes.close();
    }

    @Override
    public void endPath() {
        shapes.drop();
    }

    @Override
    public void strokePath() {
        shapes.stroke();
    }

    @Override
    public void fillPath(int windingRule) {
        shapes.fill(isWhite());
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        shapes.fillAndStroke(isWhite());
    }

    private boolean isWhite() {
        float[] components = getGraphicsState().getNonStrokingColor().getComponents();
        float paper = components.length == 4 ? 0 : 1;
        for (float component : components) {
            if (Math.abs(component - paper) > 0.01f) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void shadingFill(COSName name) {
        // A gradient is decoration.
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        double area =
                Math.abs(
                        (double) place.getScaleX() * place.getScaleY()
                                - (double) place.getShearX() * place.getShearY());
        pictures =
                pictures.and(
                        area / ((double) size.width() * size.height()),
                        (long) image.getWidth() * image.getHeight());
    }

    @Override
    public void clip(int windingRule) {
        // What is clipped away is still text of the page.
    }
}
