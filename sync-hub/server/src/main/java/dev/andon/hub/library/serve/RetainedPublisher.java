package dev.andon.hub.library.serve;

import dev.andon.hub.library.Library;
import dev.andon.hub.library.Retained;
import dev.andon.hub.library.ServingRows;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Brings the broker's retained messages to what the library decided: manifests first, so that no
/// catalog names one that is not there; then the catalog; then what is no longer named is cleared.
final class RetainedPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(RetainedPublisher.class);
    /// What a broker says of a message that it does not take, while the link stays.
    private static final Set<String> REFUSALS = Set.of("refused", "too-large");

    private static final long CONFIRM_SECONDS_MAX = 10;
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Library library;
    private final ServingRows rows;
    private @Nullable MqttLink on;
    private long version = -1;
    private long failedAt = System.nanoTime() - AGAIN_NANOS;

    RetainedPublisher(Library library, ServingRows rows) {
        this.library = library;
        this.rows = rows;
    }

    /// Publishes, if this link does not have it yet; true if it did.
    boolean publish(MqttLink link) throws InterruptedException {
        long now = library.catalogVersion();
        boolean current = link == on && now == version;
        if (current || System.nanoTime() - failedAt < AGAIN_NANOS) {
            return false;
        }
        boolean published = publishAll(link);
        if (published) {
            on = link;
            version = now;
        } else {
            failedAt = System.nanoTime();
        }
        return published;
    }

    private boolean publishAll(MqttLink link) throws InterruptedException {
        List<Retained> all = library.retained();
        List<String> topics = all.stream().map(Retained::topic).toList();
        rows.keeping(topics);
        List<CompletableFuture<Void>> manifests = new ArrayList<>();
        for (Retained one : all.subList(0, Math.max(0, all.size() - 1))) {
            manifests.add(link.publish(kept(one)));
        }
        for (CompletableFuture<Void> manifest : manifests) {
            if (!confirmed(manifest, "a manifest")) {
                return false;
            }
        }
        if (!all.isEmpty() && !confirmed(link.publish(kept(all.getLast())), "the catalog")) {
            return false;
        }
        return clear(link, topics);
    }

    private boolean clear(MqttLink link, List<String> topics) throws InterruptedException {
        Set<String> obsolete = new HashSet<>(rows.kept());
        topics.forEach(obsolete::remove);
        for (String topic : obsolete) {
            Publication nothing = Publication.confirmed(topic, Payload.EMPTY).retained();
            if (!confirmed(link.publish(nothing), "the end of a manifest")) {
                return false;
            }
            rows.cleared(topic);
        }
        return true;
    }

    private static Publication kept(Retained one) {
        return Publication.confirmed(one.topic(), Payload.of(one.bytes()))
                .retained()
                .of("application/json");
    }

    /// A refusal is told and tried again; that the link is gone is the caller's business.
    private static boolean confirmed(CompletableFuture<Void> published, String what)
            throws InterruptedException {
        try {
            published.get(CONFIRM_SECONDS_MAX, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            LOG.warn("The broker did not confirm {} in {} s.", what, CONFIRM_SECONDS_MAX);
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MqttFailure failure && REFUSALS.contains(failure.code())) {
                LOG.warn("The broker refused {}: {}", what, failure.getMessage());
                return false;
            }
            throw e.getCause() instanceof MqttFailure failure
                    ? failure
                    : new MqttFailure("lost", "Publishing " + what + " failed.", e);
        }
    }
}
