package dev.andon.knowledge.embed.onnx;

import ai.onnxruntime.OrtException;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.models.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/// A sentence embedder that runs an ONNX model on this machine.
///
/// One text a run: in a batch a quantised model's vectors move with their neighbours' padding. All
/// runs are on one platform thread of its own, since native code would hold a virtual thread's
/// carrier. Failures are [StageException]s of the stage `embedding`: `model-missing`,
/// `model-corrupt`, `embedder-busy`, `embedding-failed`.
public final class OnnxEmbedder implements Embedder {
    /// Texts that may wait for the model.
    public static final int WAITING_MAX = 256;

    private static final int CLOSE_SECONDS_MAX = 30;

    private final EmbedderSpec spec;
    private final Tokenizer tokenizer;
    private final SentenceModel model;
    private final EmbedderFingerprint fingerprint;
    private final ThreadPoolExecutor thread;

    private OnnxEmbedder(
            EmbedderSpec spec, Tokenizer tokenizer, SentenceModel model, String modelSha256) {
        this.spec = spec;
        this.tokenizer = tokenizer;
        this.model = model;
        this.fingerprint =
                new EmbedderFingerprint(
                        spec.name(),
                        modelSha256,
                        "onnxruntime " + model.runtimeVersion(),
                        spec.queryPrefix(),
                        spec.passagePrefix(),
                        "mean",
                        spec.tokensMax(),
                        spec.dimensions());
        this.thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING_MAX),
                        Thread.ofPlatform().daemon(true).name("andon-embedder").factory());
    }

    /// Loads a model, which takes about half a second.
    ///
    /// @param modelFile the ONNX file
    /// @param tokenizerJson its `tokenizer.json`
    /// @throws StageException a file is missing or cannot be used
    public static OnnxEmbedder open(Path modelFile, Path tokenizerJson, EmbedderSpec spec) {
        requireFile(modelFile);
        requireFile(tokenizerJson);
        Tokenizer tokenizer = new TokenizerFile(tokenizerJson).read();
        try {
            String sha256 = Sha256.of(modelFile);
            return new OnnxEmbedder(spec, tokenizer, SentenceModel.load(modelFile, spec), sha256);
        } catch (OrtException | IOException e) {
            throw new StageException(
                    Stage.EMBEDDING,
                    "model-corrupt",
                    "The embedding model %s cannot be loaded (%s). Copy it again from Andon's models."
                            .formatted(modelFile, e.getMessage()),
                    e);
        }
    }

    @Override
    public Embedding embedQuery(String text) {
        return embed(spec.queryPrefix() + text);
    }

    @Override
    public Embedding embedPassage(String text) {
        return embed(spec.passagePrefix() + text);
    }

    @Override
    public EmbedderFingerprint fingerprint() {
        return fingerprint;
    }

    /// Counts a text's tokens as this model cuts it, for keeping passages short enough.
    public ToIntFunction<String> tokenCounter() {
        return tokenizer::count;
    }

    /// Waits for the run under way, then frees the model.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
                model.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private Embedding embed(String text) {
        long[] ids = tokenizer.encode(text, spec.tokensMax());
        return await(submit(() -> Embedding.normalised(model.meanVector(ids))));
    }

    private Future<Embedding> submit(Callable<Embedding> run) {
        try {
            return thread.submit(run);
        } catch (RejectedExecutionException e) {
            throw new StageException(
                    Stage.EMBEDDING,
                    "embedder-busy",
                    "The embedding model is closed, or more than %d texts wait for it; ask again in a moment."
                            .formatted(WAITING_MAX),
                    e);
        }
    }

    private static Embedding await(Future<Embedding> outcome) {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StageException(
                    Stage.EMBEDDING, "interrupted", "The wait for a vector was interrupted.", e);
        }
    }

    private static StageException failed(Throwable cause) {
        return new StageException(
                Stage.EMBEDDING,
                "embedding-failed",
                "The embedding model failed on a text: %s. Restart Andon; if it happens again, copy the model again."
                        .formatted(cause.getMessage()),
                cause);
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StageException(
                    Stage.EMBEDDING,
                    "model-missing",
                    "The embedding model's file %s is missing. Copy it there from Andon's models."
                            .formatted(file));
        }
    }
}
