package dev.andon.node.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Knows the token and the browsers that traded it for a cookie. In memory: a restart asks again.
final class Sessions {
    static final String COOKIE = "andon_session";

    private static final int ID_BYTES = 32;
    private static final long MINUTE_MS = 60_000;

    private final byte[] tokenDigest;
    private final boolean secure;
    private final WebLimits limits;
    private final LongSupplier clockMs;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Long> openUntilMs = new LinkedHashMap<>();
    private int wrongTokens;
    private long minuteBeganMs;

    /// @param secure the cookie travels over TLS only
    /// @param clockMs any monotonic clock
    Sessions(String token, boolean secure, WebLimits limits, LongSupplier clockMs) {
        this.tokenDigest = digest(token);
        this.secure = secure;
        this.limits = limits;
        this.clockMs = clockMs;
        this.minuteBeganMs = clockMs.getAsLong();
    }

    /// Compares in constant time.
    boolean isToken(String candidate) {
        return MessageDigest.isEqual(tokenDigest, digest(candidate));
    }

    /// Trades the token for a cookie.
    ///
    /// @throws Problem.Refused the token is wrong, or was too often
    synchronized Cookie open(String candidate) {
        refuseGuessing();
        if (!isToken(candidate)) {
            wrongTokens++;
            throw new Problem(
                            401,
                            "wrong-token",
                            "This is not the node's token.",
                            "token",
                            "Ask the person who set the node up.")
                    .refused();
        }
        String id = newId();
        if (openUntilMs.size() >= limits.sessionsMax()) {
            openUntilMs.remove(openUntilMs.keySet().iterator().next());
        }
        openUntilMs.put(id, clockMs.getAsLong() + limits.sessionMsMax());
        return Cookie.cookie(COOKIE, id)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(limits.sessionMsMax() / 1_000);
    }

    /// Whether the cookie is good. The id is 256 random bits, so looking it up tells nothing.
    synchronized boolean isOpen(String id) {
        openUntilMs.values().removeIf(until -> until <= clockMs.getAsLong());
        return openUntilMs.containsKey(id);
    }

    private void refuseGuessing() {
        long nowMs = clockMs.getAsLong();
        if (nowMs - minuteBeganMs >= MINUTE_MS) {
            minuteBeganMs = nowMs;
            wrongTokens = 0;
        }
        if (wrongTokens >= limits.wrongTokensMax()) {
            throw new Problem(
                            429,
                            "too-many-tokens",
                            "Too many wrong tokens.",
                            "token",
                            "Wait a minute.")
                    .refused();
        }
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
