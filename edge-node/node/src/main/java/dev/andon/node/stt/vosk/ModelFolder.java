package dev.andon.node.stt.vosk;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A Vosk model on disk, looked over before native code reads it: a cut or foreign file is named
/// here instead of ending the process there.
///
/// @param path holds `am`, `conf` and `graph`
record ModelFolder(Path path) {
    private static final byte[] KALDI_MODEL =
            "\0B<TransitionModel> ".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PRIORS = "<Priors> FV ".getBytes(StandardCharsets.ISO_8859_1);
    /// The priors stand last, one number for each output of the network.
    private static final int PRIORS_BYTES_MAX = 1 << 20;

    /// The same folder, if every file that the decoder needs is there and whole.
    ///
    /// @throws StageException `model-missing` or `model-corrupt`
    ModelFolder check() {
        if (!Files.isDirectory(path)) {
            throw missing(path);
        }
        checkAcousticModel(required("am/final.mdl"));
        for (String file : List.of("conf/model.conf", "conf/mfcc.conf")) {
            required(file);
        }
        checkWords(required("graph/words.txt"));
        if (Files.exists(path.resolve("graph/HCLG.fst"))) {
            checkGraph(required("graph/HCLG.fst"));
        } else {
            checkGraph(required("graph/HCLr.fst"));
            checkGraph(required("graph/Gr.fst"));
            required("graph/disambig_tid.int");
        }
        return this;
    }

    /// The model that hears commands only; null if there is none.
    @Nullable ModelFolder commands() {
        return within(ModelDraft.COMMANDS);
    }

    /// The model that hears answers only; null if there is none.
    @Nullable ModelFolder answers() {
        return within(ModelDraft.ANSWERS);
    }

    private @Nullable ModelFolder within(String folder) {
        Path inside = path.resolve(folder);
        return Files.isDirectory(inside) ? new ModelFolder(inside) : null;
    }

    /// Whether a list of phrases can replace the model's own word sequences.
    boolean takesGrammar() {
        return !Files.exists(path.resolve("graph/HCLG.fst"));
    }

    /// The words that this model can hear, as its `words.txt` writes them.
    List<String> words() {
        Path file = path.resolve("graph/words.txt");
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split("\\s+")[0]).toList();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private Path required(String name) {
        Path file = path.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                throw missing(file);
            }
            if (Files.size(file) == 0) {
                throw corrupt(file, "is empty");
            }
            return file;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void checkAcousticModel(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = read(channel, 0, KALDI_MODEL.length);
            if (!head.equals(ByteBuffer.wrap(KALDI_MODEL))) {
                throw corrupt(file, "is no Kaldi acoustic model");
            }
            long size = channel.size();
            int tail = (int) Math.min(size, PRIORS_BYTES_MAX);
            if (!endsWithPriors(read(channel, size - tail, tail))) {
                throw corrupt(file, "is cut short");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// The last vector must reach exactly to the end: token, a byte for the size of the count, the
    /// count, the numbers.
    private static boolean endsWithPriors(ByteBuffer tail) {
        for (int at = tail.limit() - PRIORS.length - 5; at >= 0; at--) {
            if (tail.slice(at, PRIORS.length).equals(ByteBuffer.wrap(PRIORS))) {
                int count = tail.getInt(at + PRIORS.length + 1);
                return at + PRIORS.length + 5 + 4L * count == tail.limit();
            }
        }
        return false;
    }

    private static void checkWords(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            String first = reader.readLine();
            if (first == null || !first.matches("<eps>\\s+0")) {
                throw corrupt(file, "does not begin with <eps> 0");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void checkGraph(Path file) {
        try {
            GraphFile.fault(file)
                    .ifPresent(
                            how -> {
                                throw corrupt(file, how);
                            });
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long at = from;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return buffer.flip();
    }

    private static StageException missing(Path file) {
        return new StageException(
                Stage.RECOGNITION,
                "model-missing",
                "The speech model has no " + file + "; install the model again.");
    }

    private static StageException corrupt(Path file, String how) {
        return new StageException(
                Stage.RECOGNITION,
                "model-corrupt",
                "The speech model cannot be loaded, because "
                        + file
                        + " "
                        + how
                        + "; install the model again.");
    }

    private static StageException unreadable(Path file, IOException cause) {
        return new StageException(
                Stage.RECOGNITION,
                "model-unreadable",
                "The speech model cannot be read at " + file + "; check who may read the file.",
                cause);
    }
}
