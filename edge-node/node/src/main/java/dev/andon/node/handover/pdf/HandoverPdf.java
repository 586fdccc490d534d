package dev.andon.node.handover.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import dev.andon.node.handover.HandoverException;
import dev.andon.node.handover.HandoverPage;

import org.jsoup.helper.W3CDom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;

/// Writes the page as a PDF, A4, with fonts that have the letters of Europe.
public final class HandoverPdf {
    private static final String FAMILY = "Liberation Sans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        XRLog.listRegisteredLoggers().forEach(each -> XRLog.setLevel(each, Level.WARNING));
    }

    private HandoverPdf() {}

    /// Writes it; a file of that name is replaced once the new one is whole.
    ///
    /// @throws HandoverException `cannot-write`: the folder is not there, or may not be written
    public static void write(HandoverPage page, Path file) {
        byte[] pdf = render(page);
        Path whole = file.toAbsolutePath();
        Path half = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.write(half, pdf);
            Files.move(half, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new HandoverException(
                    "cannot-write",
                    "%s cannot be written (%s). Name a file in a folder that is there and may be written."
                            .formatted(whole, e.getClass().getSimpleName()),
                    e);
        }
    }

    static byte[] render(HandoverPage page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // Tagged, for those who listen to it; and only with fonts of its own.
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> font("Regular"), FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.withW3cDocument(new W3CDom().fromJsoup(PageHtml.of(page)), null);
        builder.withProducer("Andon");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String style) {
        String name = "/liberation/LiberationSans-" + style + ".ttf";
        InputStream in = HandoverPdf.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the font " + name + " is not on the class path");
        }
        return in;
    }
}
