package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.cli.LauncherTree.Started;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The script `andon` in a checkout of nothing but itself, with a Java and a Maven that only say
/// how they were called.
@Timeout(120)
class LauncherTest {
    @TempDir private Path folder;

    private LauncherTree tree;

    @BeforeEach
    void checkOut() throws IOException {
        tree = LauncherTree.in(folder.resolve("a checkout with spaces"));
    }

    @Test
    void saysWhatToInstallWithoutAJdk25() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-17", "17.0.9");
        tree.jdk("usr/lib/jvm/jdk-8", "1.8.0_392");
        Started run = tree.start("demo").end();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("no JDK 25", "temurin-25-jdk", "openjdk-25-jdk", "JAVA_HOME")
                .doesNotContain("line ", "not found");
    }

    @Test
    void doesNotTakeARuntimeWithoutACompiler() throws Exception {
        Path runtime = tree.jdk("usr/lib/jvm/jre-25", "25.0.1");
        Files.delete(runtime.resolve("bin").resolve("javac"));
        assertThat(tree.start("demo").end().err()).contains("no JDK 25");
    }

    @Test
    void findsTheJdkInTheUsualFoldersPastAnOlderOne() throws Exception {
        Path old = tree.jdk("usr/lib/jvm/jdk-17", "17.0.9");
        Path right = tree.jdk("usr/lib/jvm/temurin-25", "25");
        tree.maven();
        Started run = tree.with("JAVA_HOME", old.toString()).start("doctor").end();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(right.resolve("bin").resolve("java").toString());
        assertThat(tree.mavenCalls()).hasSize(1).first().asString().contains(right.toString());
    }

    @Test
    void findsTheJdkInTheHomeOfTheUser() throws Exception {
        Path right = tree.jdk("home/.sdkman/candidates/java/25.0.1-tem", "25.0.1");
        tree.maven();
        assertThat(tree.start("doctor").end().out()).contains(right.toString());
    }

    @Test
    void prefersTheJdkThatIsNamed() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        Path named = tree.jdk("opt/my jdk", "26");
        tree.maven();
        Started run = tree.with("JAVA_HOME", named.toString()).start("doctor").end();
        assertThat(run.out()).contains(named.toString());
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        Started run = tree.start("demo").end();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Maven is missing", "apt-get install maven");
    }

    @Test
    void passesItsArgumentsOnAsTheyAre() throws Exception {
        ready();
        Started run =
                tree.with("ANDON_JVM", "-Xmx2g -Dkey=value")
                        .start("ask", "--text", "what is  the torque?", "*")
                        .end();
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .containsSubsequence(
                        "@" + tree.root().resolve("device-config").resolve("jvm.args"),
                        "@" + tree.root().resolve("device-config").resolve("node.args"),
                        "-Xmx2g",
                        "-Dkey=value",
                        "dev.andon.node.cli.Andon",
                        "ask",
                        "--text",
                        "what is  the torque?",
                        "*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub serve",
                "library status",
                "fleet --json",
                "--home=/x hub serve",
                "--home /x --config /y fleet"
            })
    void startsTheHubsProgramForItsWords(String line) throws Exception {
        ready();
        Started run = tree.with("ANDON_JVM", "-Xmx2g").start(line.split(" ")).end();
        Path hub = tree.root().resolve("sync-hub/server/target");
        List<String> expected =
                new ArrayList<>(
                        List.of(
                                "@" + tree.root().resolve("device-config").resolve("hub.args"),
                                "-Xmx2g",
                                "-cp",
                                hub.resolve("classes") + ":" + hub.resolve("lib") + "/*",
                                "dev.andon.hub.cli.HubMain"));
        expected.addAll(List.of(line.split(" ")));
        assertThat(run.out().lines()).containsSubsequence(expected);
        assertThat(run.out()).doesNotContain("node.args");
    }

    @Test
    void tellsTheNodesProgramWhereTheHubsIs() throws Exception {
        ready();
        Path hub = tree.root().resolve("sync-hub/server/target");
        assertThat(tree.start("--home", "hub", "demo").end().out().lines())
                .contains(
                        "-Dandon.root=" + tree.root(),
                        "-Dandon.hub.classpath="
                                + hub.resolve("classes")
                                + ":"
                                + hub.resolve("lib")
                                + "/*",
                        "dev.andon.node.cli.Andon");
    }

    @Test
    void keepsALibraryOfNodeAndHubOnTheDiskOnce() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven()
                .brings("edge-node/node", "both.jar")
                .brings("edge-node/node", "node.jar")
                .brings("sync-hub/server", "both.jar")
                .brings("sync-hub/server", "hub.jar");
        assertThat(tree.start("doctor").end().exit()).isZero();

        Path node = tree.root().resolve("edge-node/node/target/lib");
        Path hub = tree.root().resolve("sync-hub/server/target/lib");
        assertThat(Files.isSameFile(node.resolve("both.jar"), hub.resolve("both.jar"))).isTrue();
        assertThat(hub.resolve("hub.jar")).exists();
        assertThat(node.resolve("hub.jar")).doesNotExist();
    }

    @Test
    void startsThroughALink() throws Exception {
        ready();
        Path link = Files.createDirectories(folder.resolve("elsewhere")).resolve("andon");
        Files.createSymbolicLink(link, tree.script());
        Path second = Files.createSymbolicLink(folder.resolve("again"), link);
        Started run = tree.start(second, "doctor").end();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(tree.root().toString());
    }

    @Test
    void endsWithTheExitCodeOfTheCommand() throws Exception {
        ready();
        assertThat(tree.start("exit", "7").end().exit()).isEqualTo(7);
    }

    @Test
    void buildsOnceAndAgainWhenASourceChangesOrGoesAway() throws Exception {
        ready();
        Path main = tree.root().resolve("edge-node/node/src/main/java");
        assertThat(tree.start("doctor").end().err()).isEmpty();
        assertThat(tree.mavenCalls()).hasSize(1);

        Path source = Files.createFile(Files.createDirectories(main).resolve("New.java"));
        assertThat(tree.start("doctor").end().err()).contains("something changed");
        assertThat(tree.mavenCalls()).hasSize(2);

        tree.age();
        Files.delete(source);
        assertThat(tree.start("doctor").end().err()).contains("something changed");
        assertThat(tree.mavenCalls()).hasSize(3);

        tree.age();
        Path ofTheHub = tree.root().resolve("sync-hub/server/src/main/java");
        Files.createFile(Files.createDirectories(ofTheHub).resolve("New.java"));
        assertThat(tree.start("doctor").end().err()).contains("something changed");
        assertThat(tree.mavenCalls()).hasSize(4);

        tree.age();
        Path test = Files.createDirectories(tree.root().resolve("edge-node/node/src/test"));
        Files.createFile(test.resolve("NewTest.java"));
        assertThat(tree.start("doctor").end().err()).isEmpty();
    }

    @Test
    void buildsAgainWhatChangesDuringABuild() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven().waits();
        Started first = tree.start("doctor");
        tree.awaitMaven(1);
        Path pom = tree.root().resolve("pom.xml");
        Files.setLastModifiedTime(pom, FileTime.from(Instant.now().plusSeconds(1)));
        tree.goOn();
        assertThat(first.end().exit()).as(first.err()).isZero();
        assertThat(tree.start("doctor").end().err()).contains("something changed");
    }

    @Test
    void leavesNoOldLibraryBesideANewOne() throws Exception {
        ready();
        Path old = tree.root().resolve("edge-node/node/target/lib/old-1.0.jar");
        Files.createDirectories(old.getParent());
        Files.createFile(old);
        tree.change();
        assertThat(tree.start("doctor").end().exit()).isZero();
        assertThat(old).doesNotExist();
    }

    @Test
    void showsWhyABuildFailedAndWhereTheLogLies() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven().says("[ERROR] Could not transfer artifact a:b").fails();
        Started run = tree.start("doctor").end();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("the build failed", "Could not transfer artifact a:b", "proxy")
                .contains(tree.root().resolve("target/build.log").toString());
        assertThat(run.out()).isEmpty();

        tree.maven();
        assertThat(tree.start("doctor").end().exit()).isZero();
    }

    @Test
    void waitsForABuildThatRunsAlready() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven().waits();
        Started first = tree.start("doctor");
        tree.awaitMaven(1);
        Started second = tree.start("models");
        second.awaitErr("waiting for it");
        tree.goOn();
        assertThat(first.end().exit()).as(first.err()).isZero();
        assertThat(second.end().exit()).as(second.err()).isZero();
        assertThat(second.out().lines()).endsWith("models");
        assertThat(tree.mavenCalls()).hasSize(1);
    }

    @Test
    void endsMavenWhenItIsStoppedAndBuildsFromTheStartNextTime() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven().waits();
        Started first = tree.start("doctor");
        long maven = tree.awaitMaven(1);
        Path half = tree.halfBuilt();
        first.terminate();
        assertThat(first.end().exit()).isEqualTo(143);
        assertThat(ProcessHandle.of(maven)).isEmpty();

        tree.goOn();
        Started second = tree.start("doctor").end();
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.err()).contains("cut off");
        assertThat(half).doesNotExist();
    }

    @Test
    void startsNoBuildBesideTheMavenOfAKilledOne() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven().waits();
        Started killed = tree.start("doctor");
        tree.awaitMaven(1);
        Path half = tree.halfBuilt();
        killed.kill();
        killed.end();
        Started next = tree.start("doctor");
        next.awaitErr("waiting for it");
        assertThat(tree.mavenCalls()).hasSize(1);
        tree.goOn();
        assertThat(next.end().exit()).as(next.err()).isZero();
        assertThat(tree.mavenCalls()).hasSize(2);
        assertThat(half).doesNotExist();
    }

    @Test
    void doesNotTrustABuildWhoseMavenWasKilled() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven().waits();
        Started first = tree.start("doctor");
        ProcessHandle.of(tree.awaitMaven(1)).orElseThrow().destroyForcibly();
        Path half = tree.halfBuilt();
        assertThat(first.end().exit()).isEqualTo(1);
        tree.goOn();
        assertThat(tree.start("doctor").end().exit()).isZero();
        assertThat(half).doesNotExist();
    }

    @Test
    void tellsWhichModuleIsBuilt() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven()
                .says("[INFO] Building Andon models 0.1.0-SNAPSHOT      [2/6]")
                .says("[INFO] Building jar: x-0.1.jar")
                .waits();
        Started run = tree.start("doctor");
        run.awaitErr("  building 2/6 Andon models\n");
        tree.goOn();
        assertThat(run.end().err()).doesNotContain("jar");
        assertThat(run.out()).doesNotContainIgnoringCase("building");
    }

    private void ready() throws Exception {
        tree.jdk("usr/lib/jvm/jdk-25", "25");
        tree.maven();
        assertThat(tree.start("--version").end().exit()).isZero();
        assertThat(tree.mavenCalls())
                .isEqualTo(List.of(tree.mavenCalls().getFirst()))
                .first()
                .asString()
                .contains("-Dquick -Dmaven.test.skip=true package");
        tree.age();
    }
}
