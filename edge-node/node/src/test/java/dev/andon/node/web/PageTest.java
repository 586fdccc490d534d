package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.Sound;
import dev.andon.node.audio.WavSink;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.vad.Capture;
import dev.andon.node.vad.Utterance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The page in a real browser, with a WAV file as its microphone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir static Path folder;

    private final ScriptedTurns turns = new ScriptedTurns();
    private NodeServer server;
    private ChromeDriver browser;

    @BeforeAll
    void start() throws IOException {
        assertThat(List.of(CHROMIUM, CHROMEDRIVER))
                .as("install a browser: apt-get install chromium chromium-driver")
                .allMatch(Files::isExecutable);
        server = NodeServer.start(turns.services(), WebSettings.LOOPBACK.withPort(0));
        Path microphone = folder.resolve("microphone.wav");
        try (WavSink wav = WavSink.to(microphone)) {
            wav.play(spoken());
        }
        browser = new ChromeDriver(service(), options(microphone));
        browser.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.quit();
        }
        server.close();
    }

    @BeforeEach
    void open() {
        turns.inputs.clear();
        turns.captures.clear();
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.get("http://localhost:" + server.port() + "/");
        waiting().until(_ -> text("health-text").equals("limited"));
    }

    @Test
    void showsTheAnswerToATypedQuestionAndWhereItStands() throws Exception {
        picture("page-welcome");
        by("machine").findElement(By.cssSelector("option[value='press-3']")).click();
        by("question").sendKeys("What is the torque of the nozzle screws?");
        by("send").click();

        shown("reply");
        assertThat(text("reply-text")).isEqualTo("Press 3, nozzle screws: 45 N·m, crosswise.");
        assertThat(text("citations"))
                .contains(ScriptedTurns.QUOTE, "PX-200 Service Manual", "revision C", "page 4-12");
        assertThat(text("passage-count")).isEqualTo("10");
        assertThat(text("timings")).contains("first sound", "96 ms");
        assertThat(by("player").getDomAttribute("src")).startsWith("/api/v1/audio/");
        waiting().until(_ -> number("document.getElementById('player').duration") == 0.3);
        assertThat(turns.inputs.poll(1, TimeUnit.SECONDS))
                .isEqualTo(
                        new TurnInput.Typed("What is the torque of the nozzle screws?", "press-3"));
        by("passages").findElement(By.tagName("summary")).click();
        assertNothingIsCutOffAt(1280, "light");
        assertNothingIsCutOffAt(1280, "dark");
        assertNothingIsCutOffAt(360, "dark");
        assertNothingIsCutOffAt(360, "light");
    }

    @Test
    void hearsWhatIsSaidWhileTheKeyIsHeld() throws Exception {
        Actions hold = new Actions(browser).clickAndHold(by("talk"));
        hold.perform();
        waiting().until(_ -> text("talk-label").startsWith("Listening"));
        waiting().until(_ -> level() > 0.3);
        picture("page-listening");
        new Actions(browser).pause(Duration.ofMillis(1_500)).release().perform();

        shown("reply");
        Capture capture = turns.captures.poll(30, TimeUnit.SECONDS);
        assertThat(capture).isInstanceOf(Utterance.class);
        AudioChunk heard = ((Utterance) capture).audio();
        assertThat(heard.duration()).isBetween(Duration.ofMillis(600), Duration.ofSeconds(8));
        assertThat(strongest(heard)).isBetween(440.0, 460.0);
        assertThat(text("heard")).isEqualTo("what is the torque of the nozzle screws");
        waiting().until(_ -> text("talk-label").equals("Hold to talk"));
    }

    @Test
    void showsARefusalWithTheNearestSection() {
        by("question").sendKeys("unknown");
        by("send").click();

        shown("reply");
        assertThat(by("reply").getDomAttribute("data-kind")).isEqualTo("refusal");
        assertThat(text("citations")).contains("Replacing the nozzle");
    }

    @Test
    void saysKindlyWhatBrokeAndHowToMendIt() throws IOException {
        Path wrong = Files.writeString(folder.resolve("music.wav"), "this is no WAV file");
        by("recording").sendKeys(wrong.toString());

        shown("problem");
        assertThat(text("problem")).contains("is not a WAV file", "sox").doesNotContain("{");
    }

    @Test
    void asksForTheTokenAndRemembersIt() {
        WebSettings guarded =
                new WebSettings("127.0.0.1", 0, null, "open sesame", WebLimits.DEFAULT);
        try (NodeServer closed = NodeServer.start(turns.services(), guarded)) {
            browser.get("http://localhost:" + closed.port() + "/");
            shown("token");
            by("token").sendKeys("wrong");
            by("door").findElement(By.tagName("button")).click();
            shown("door-problem");
            by("token").sendKeys("open sesame");
            by("door").findElement(By.tagName("button")).click();
            waiting().until(ExpectedConditions.invisibilityOf(by("door")));

            waiting().until(_ -> text("machine").contains("Press 3"));
            browser.get("http://localhost:" + closed.port() + "/");
            waiting().until(_ -> text("machine").contains("Press 3"));
        }
    }

    @Test
    void runsWithoutAWordFromTheBrowsersConsole() {
        by("question").sendKeys("What is the torque?");
        by("send").click();
        shown("reply");

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getMessage().contains(":" + server.port() + "/"))
                .filteredOn(entry -> entry.getMessage().contains("Content Security Policy"))
                .isEmpty();
    }

    private void assertNothingIsCutOffAt(int width, String colours) throws IOException {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", true));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        double overflow = number("document.documentElement.scrollWidth - innerWidth");
        picture("page-" + width + "-" + colours);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        assertThat(overflow).as("pixels cut off at %d", width).isLessThanOrEqualTo(0);
    }

    /// Kept in target/, for people to look at.
    private void picture(String name) throws IOException {
        File shot = browser.getScreenshotAs(OutputType.FILE);
        Files.createDirectories(Path.of("target", "pictures"));
        Files.move(
                shot.toPath(),
                Path.of("target", "pictures", name + ".png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private double level() {
        return number("Number(document.getElementById('talk').style.getPropertyValue('--level'))");
    }

    private double number(String script) {
        Object value = ((JavascriptExecutor) browser).executeScript("return " + script);
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private WebElement by(String id) {
        return browser.findElement(By.id(id));
    }

    private String text(String id) {
        return by(id).getText();
    }

    private void shown(String id) {
        waiting().until(ExpectedConditions.visibilityOfElementLocated(By.id(id)));
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(browser, PATIENCE);
    }

    private static ChromeDriverService service() {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .usingAnyFreePort()
                .build();
    }

    private ChromeOptions options(Path microphone) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-audio-capture=" + microphone);
        return options;
    }

    /// A vowel of 150 and 450 Hz, again and again, so that any moment of holding catches one.
    private static AudioChunk spoken() {
        return Sound.joined(
                ScriptedTurns.question(), ScriptedTurns.question(), ScriptedTurns.question());
    }

    /// The strongest frequency between 300 and 600 Hz.
    private static double strongest(AudioChunk sound) {
        short[] samples = sound.samples();
        double best = 0;
        double bestPower = 0;
        for (double hz = 300; hz <= 600; hz += 5) {
            double cosine = 0;
            double sine = 0;
            for (int i = 0; i < samples.length; i++) {
                double angle = 2 * Math.PI * hz * i / AudioFormat.SPEECH.sampleRateHz();
                cosine += samples[i] * Math.cos(angle);
                sine += samples[i] * Math.sin(angle);
            }
            double power = cosine * cosine + sine * sine;
            if (power > bestPower) {
                bestPower = power;
                best = hz;
            }
        }
        return best;
    }
}
