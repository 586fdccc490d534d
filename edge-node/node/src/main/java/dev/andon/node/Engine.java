package dev.andon.node;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.models.ModelException;
import dev.andon.node.web.EngineHealth;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// An engine that is opened once, in the background or when it is first needed.
///
/// @param <T> what it is to the stages
final class Engine<T extends AutoCloseable> implements AutoCloseable, Supplier<T> {
    private final String name;
    private final Stage stage;
    private final Supplier<T> opener;
    private @Nullable CompletableFuture<T> opening;
    private boolean closed;

    Engine(String name, Stage stage, Supplier<T> opener) {
        this.name = name;
        this.stage = stage;
        this.opener = opener;
    }

    String name() {
        return name;
    }

    /// Begins to open it, unless that was begun before.
    void start() {
        opening();
    }

    private synchronized CompletableFuture<T> opening() {
        if (opening == null) {
            CompletableFuture<T> future = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("open-" + name).start(() -> open(future));
            opening = future;
        }
        return opening;
    }

    /// The open engine, waiting for it if need be.
    ///
    /// @throws StageException it cannot be opened
    @Override
    public T get() {
        try {
            return opening().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /// Whether it stands open.
    synchronized boolean isOpen() {
        return opening != null && opening.state() == Future.State.SUCCESS;
    }

    /// How it is, without opening it.
    synchronized EngineHealth health() {
        if (opening == null) {
            return new EngineHealth(name, EngineHealth.State.STARTING, "not needed yet", null);
        }
        return switch (opening.state()) {
            case RUNNING -> new EngineHealth(name, EngineHealth.State.STARTING, "starting", null);
            case SUCCESS -> new EngineHealth(name, EngineHealth.State.OK, "ready", null);
            case FAILED, CANCELLED ->
                    new EngineHealth(
                            name,
                            EngineHealth.State.FAILED,
                            String.valueOf(opening.exceptionNow().getMessage()),
                            "andon doctor");
        };
    }

    /// Closes it; closing it again does nothing.
    @Override
    public synchronized void close() {
        if (closed || opening == null || opening.isCompletedExceptionally()) {
            return;
        }
        closed = true;
        try {
            opening.join().close();
        } catch (CompletionException neverOpened) {
            return;
        } catch (Exception failure) {
            throw new IllegalStateException(name + " does not close", failure);
        }
    }

    /// What goes wrong is kept for whoever asks for the engine, as a failure of its stage.
    private void open(CompletableFuture<T> future) {
        try {
            future.complete(opener.get());
        } catch (ModelException failure) {
            String message = String.valueOf(failure.getMessage());
            future.completeExceptionally(
                    new StageException(stage, failure.code(), message, failure));
        } catch (LinkageError failure) {
            String message =
                    "The native library of %s does not load (%s). Install libgomp1; Andon runs on"
                            + " 64-bit x86 Linux.";
            future.completeExceptionally(
                    new StageException(
                            stage,
                            "native-library",
                            message.formatted(name, failure.getMessage()),
                            failure));
        } catch (RuntimeException failure) {
            future.completeExceptionally(failure);
        }
    }
}
