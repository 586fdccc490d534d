package dev.andon.knowledge.corpus.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.PageRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class HtmlReaderTest {
    @TempDir Path folder;

    @Test
    void readsHeadingsTextAndLists() {
        assertThat(
                        blocks(
                                """
                                <h1>Press <b>PX-200</b></h1>
                                Loose text <em>with</em> marks<br>and a break.
                                <p>The <code>main</code>&nbsp;valve is&shy; green.</p>
                                <ul><li>one</li><li><p>two</p><p>more of two</p></li></ul>
                                <ol start="3"><li>Close.<ol type="a"><li>Left.</li><li>Right.</li></ol></li>
                                <li value="7">Open.</li></ol>
                                <dl><dt>E-42</dt><dd>No oil.</dd></dl>
                                <pre>G0 X1\nG1 X2</pre>
                                """))
                .containsExactly(
                        new Heading(1, "Press PX-200", PageRef.NONE),
                        paragraph("Loose text with marks and a break."),
                        paragraph("The main valve is green."),
                        new Item("one", PageRef.NONE),
                        new Item("two", PageRef.NONE),
                        paragraph("more of two"),
                        new Step("3", "Close.", PageRef.NONE),
                        new Step("3.a", "Left.", PageRef.NONE),
                        new Step("3.b", "Right.", PageRef.NONE),
                        new Step("7", "Open.", PageRef.NONE),
                        new Item("E-42: No oil.", PageRef.NONE),
                        paragraph("G0 X1"),
                        paragraph("G1 X2"));
    }

    @Test
    void readsTablesWithSpansHeadAndCaption() {
        assertThat(
                        blocks(
                                """
                                <table><caption>Torques</caption><thead>
                                <tr><th rowspan="2">Thread</th><th colspan="2">Torque</th></tr>
                                <tr><th>dry</th><th>oiled</th></tr></thead><tbody>
                                <tr><td colspan="3">Press PX-200</td></tr>
                                <tr><td rowspan="2">M8</td><td>25</td><td>20</td></tr>
                                <tr><td colspan="2">27</td></tr>
                                <tr><td colspan="3">Press PX-220</td></tr>
                                <tr><td>M8</td><td>30</td></tr></tbody></table>
                                """))
                .containsExactly(
                        new Table(
                                "Torques: Press PX-200",
                                List.of("Thread", "Torque dry", "Torque oiled"),
                                List.of(List.of("M8", "25", "20"), List.of("M8", "27", "27")),
                                PageRef.NONE),
                        new Table(
                                "Torques: Press PX-220",
                                List.of("Thread", "Torque dry", "Torque oiled"),
                                List.of(List.of("M8", "30", "")),
                                PageRef.NONE));
    }

    @Test
    void readsFiguresAndTablesAsTheGeneratorsOfManualsWriteThem() {
        assertThat(
                        blocks(
                                """
                                <figure><img src="a.png"><figcaption>Figure 1: Filter</figcaption></figure>
                                <div class="imageblock"><div class="content"><img src="b.png"></div>
                                <div class="title">Figure 2. Bowl</div></div>
                                <div class="table"><p class="title"><b>Limits</b></p><div class="table-contents">
                                <table><tr><th>Part</th><th>Limit</th></tr><tr><td>Belt</td><td>2 mm</td></tr></table>
                                </div></div>
                                <table role="presentation"><tr><td><h2>Oil</h2><p>Fill up.</p></td></tr></table>
                                """))
                .containsExactly(
                        new Figure("Figure 1: Filter", PageRef.NONE),
                        new Figure("Figure 2. Bowl", PageRef.NONE),
                        new Table(
                                "Limits",
                                List.of("Part", "Limit"),
                                List.of(List.of("Belt", "2 mm")),
                                PageRef.NONE),
                        new Heading(2, "Oil", PageRef.NONE),
                        paragraph("Fill up."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='admonitionblock warning'><table><tr><td class='icon'><div"
                        + " class='title'>Warning</div></td><td class='content'>Lock it"
                        + " out.</td></tr></table></div>",
                "<div class='warning'><h3 class='title'>Warning</h3><p>Lock it out.</p></div>",
                "<div class='admonition warning'><p class='admonition-title'>Warning</p>"
                        + "<p>Lock it out.</p></div>",
                "<div class='warning'><table><tr><td rowspan='2'><img"
                        + " alt='[Warning]'></td><th>Warning</th></tr><tr><td><p>Lock it"
                        + " out.</p></td></tr></table></div>",
                "<dl class='section warning'><dt>Warning</dt><dd>Lock it out.</dd></dl>",
                "<div class='note warning'><span class='warningtitle'>WARNING:</span> Lock it"
                        + " out.</div>",
                "<p class='warning'>Warning: Lock it out.</p>",
                "<blockquote><p><b>WARNING</b></p><p>Lock it out.</p></blockquote>",
                "<table border=1><tr><td>WARNING</td><td>Lock it out.</td></tr></table>",
                "<p><strong>AVERTISSEMENT :</strong> Lock it out.</p>",
                "<p>WARNUNG</p><p>Lock it out.</p>",
            })
    void readsNoticesOfEveryGenerator(String html) {
        assertThat(blocks(html))
                .containsExactly(new Notice(Signal.WARNING, "Lock it out.", PageRef.NONE));
    }

    @Test
    void leavesOutWhatIsNotTheManual() {
        assertThat(
                        blocks(
                                """
                                <script>document.write("<p>Torque 99</p>")</script><style>p{}</style>
                                <nav><a href="x">Home</a></nav><div id="toc"><ul><li>Oil</li></ul></div>
                                <div class="navheader">Prev</div><p hidden>hidden</p>
                                <p style="color:red; display: none">gone</p><p aria-hidden="true">icon</p>
                                <template><p>template</p></template><noscript>Enable scripts.</noscript>
                                <h2>Oil<a class="headerlink" href="#oil">¶</a></h2><svg><text>arrow</text></svg>
                                <button>Print</button><footer>Footer</footer>
                                """))
                .containsExactly(new Heading(2, "Oil", PageRef.NONE));
    }

    @Test
    void fetchesNothingAndRunsNothing() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.close();
                });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            String html =
                    """
                    <base href="URL"><link rel="stylesheet" href="URLa.css"><script src="URLb.js"></script>
                    <meta http-equiv="refresh" content="0;url=URLc"><img src="URLd.png"><iframe src="URLe">
                    </iframe><object data="URLf"></object><p onclick="fetch('URLg')">Text.</p>
                    """
                            .replace("URL", url);
            assertThat(blocks(html)).containsExactly(paragraph("Text."));
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysOfItselfWhatItsHeadSays() {
        Manual manual =
                read("""
                <html lang="fr-CA"><head><title>Presse PX-200</title>
                <meta name="revision" content="C"><meta name="DC.Identifier" content="PX200 SM">
                <meta name="models" content="PX-200, PX-220"><meta name="date" content="2025-03-01">
                </head><body><h1>Entretien</h1></body></html>
                """
                                .getBytes(StandardCharsets.UTF_8))
                        .manual();
        assertThat(manual)
                .isEqualTo(
                        new Manual(
                                "px200-sm",
                                "Presse PX-200",
                                "C",
                                "fr",
                                List.of("PX-200", "PX-220"),
                                LocalDate.of(2025, 3, 1)));
    }

    @Test
    void takesTheLanguageThatAGeneratorAlwaysWritesForNotSaid() {
        String html =
                "<html lang='en'><meta name='generator' content='Asciidoctor 2.0.18'><p>Texte.</p>";
        assertThat(read(html.getBytes(StandardCharsets.UTF_8)).manual().language()).isNull();
    }

    @Test
    void findsTheEncodingOut() {
        Charset western = Charset.forName("windows-1252");
        String text = "<p>Öl für Düse</p>";
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).blocks())
                .isEqualTo(read(text.getBytes(western)).blocks())
                .isEqualTo(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).blocks())
                .isEqualTo(read(("<meta charset='iso-8859-15'>" + text).getBytes(western)).blocks())
                .containsExactly(paragraph("Öl für Düse"));
    }

    @Test
    void keepsRightToLeftText() {
        assertThat(blocks("<p dir='rtl'>افصل المفتاح <b>E-42</b> قبل الفتح.</p>"))
                .containsExactly(paragraph("افصل المفتاح E-42 قبل الفتح."));
    }

    @Test
    void refusesWhatIsNoText() {
        assertRefused(new byte[] {'<', 'p', '>', 0, 1}, "not-text");
        assertRefused("<script>render()</script>".getBytes(StandardCharsets.UTF_8), "no-text");
        assertRefused(("<div>".repeat(400) + "x").getBytes(StandardCharsets.UTF_8), "too-nested");
    }

    private void assertRefused(byte[] html, String code) {
        assertThatThrownBy(() -> read(html))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("m.html")
                .extracting("code")
                .isEqualTo(code);
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(text, PageRef.NONE);
    }

    private List<Block> blocks(String html) {
        return read(html.getBytes(StandardCharsets.UTF_8)).blocks();
    }

    private ManualContent read(byte[] html) {
        try {
            Path file = Files.write(folder.resolve("m.html"), html);
            return new HtmlReader().read(file, DeclaredManual.NOTHING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
