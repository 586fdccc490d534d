package dev.andon.models;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;

/// Fetches one file over HTTP into its [PartFile], going on where an earlier attempt stopped.
final class Download {
    private static final int BUFFER_BYTES = 1 << 16;

    private final HttpClient client;
    private final PullLimits limits;
    private final ModelFile file;
    private final URI address;
    private final PullProgress progress;

    /// @param client that follows redirects
    Download(
            HttpClient client,
            PullLimits limits,
            ModelFile file,
            URI address,
            PullProgress progress) {
        this.client = client;
        this.limits = limits;
        this.file = file;
        this.address = address;
        this.progress = progress;
    }

    /// Until the file is whole. The hash is not looked at here.
    ///
    /// @throws ModelException `download-failed` (what came stays), `disk-full`, `wrong-size`
    void fetch(PartFile part, DiskSpace disk) throws InterruptedException {
        IOException last = null;
        for (int attempt = 1; attempt <= limits.attemptsMax(); attempt++) {
            if (attempt > 1) {
                Thread.sleep(limits.backOff().multipliedBy(1L << (attempt - 2)));
            }
            try {
                if (attempt(part, disk)) {
                    return;
                }
            } catch (IOException cut) {
                last = cut;
            }
        }
        String reason = last == null ? "the server is busy" : String.valueOf(last.getMessage());
        String message =
                ("%s could not be fetched in %s attempts (%s); check the connection and "
                                + "pull again: it goes on where it stopped.")
                        .formatted(address, limits.attemptsMax(), reason);
        throw new ModelException(
                "download-failed", message, last == null ? new IOException(reason) : last);
    }

    /// @return whether the file is whole; false if the server asks for patience
    private boolean attempt(PartFile part, DiskSpace disk)
            throws IOException, InterruptedException {
        long here = resumable(part);
        HttpResponse<InputStream> response =
                client.send(request(here, part), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            Origin.secure(response.uri());
            return switch (response.statusCode()) {
                case 206 -> {
                    refuseOtherRange(response, here);
                    receive(response, body, part, disk);
                    yield true;
                }
                case 200 -> {
                    part.begin(edition(response));
                    receive(response, body, part, disk);
                    yield true;
                }
                case 416 -> {
                    // What is here does not fit what is there: begin again.
                    part.begin(null);
                    yield false;
                }
                case 429, 500, 502, 503, 504 -> false;
                default -> throw refused(response);
            };
        }
    }

    /// A part can be continued if its edition is known, or if the hash will tell a mixture.
    private long resumable(PartFile part) throws IOException {
        long here = part.bytes();
        boolean safe = part.edition() != null || file.sha256() != null;
        Long size = file.sizeBytes();
        return safe && (size == null || here < size) ? here : 0;
    }

    private HttpRequest request(long here, PartFile part) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(limits.connectMax()).GET();
        if (here > 0) {
            request.header("Range", "bytes=" + here + "-");
            String edition = part.edition();
            if (edition != null) {
                request.header("If-Range", edition);
            }
        }
        return request.build();
    }

    private void receive(
            HttpResponse<InputStream> response, InputStream body, PartFile part, DiskSpace disk)
            throws IOException {
        long here = part.bytes();
        long more = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        Long size = file.sizeBytes();
        long total = size != null ? size : more < 0 ? -1 : here + more;
        disk.require(part.file(), Math.max(0, more));
        long done = copy(body, part, total);
        if (size != null && done != size) {
            part.delete();
            throw wrongSize(done + " bytes came instead of " + size);
        }
        part.complete();
    }

    private long copy(InputStream body, PartFile part, long total) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long most = total < 0 ? PullLimits.FILE_BYTES_MAX : total;
        try (FileChannel out = openPart(part);
                StallGuard guard = StallGuard.watch(body, limits.stallMax())) {
            long done = out.position();
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                guard.progress();
                done += read;
                if (done > most) {
                    throw wrongSize("more than " + most + " bytes came");
                }
                write(out, buffer, read, part);
                progress.advanced(file.path(), done, total);
            }
            out.force(true);
            return done;
        }
    }

    private static FileChannel openPart(PartFile part) {
        try {
            return part.append();
        } catch (IOException refused) {
            throw DiskSpace.notWritten(part.part(), refused);
        }
    }

    private static void write(FileChannel out, byte[] buffer, int count, PartFile part) {
        try {
            PartFile.write(out, buffer, count);
        } catch (IOException full) {
            throw DiskSpace.notWritten(part.part(), full);
        }
    }

    private void refuseOtherRange(HttpResponse<?> response, long here) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + here + "-")) {
            throw new IOException(
                    "the server sent " + range + " instead of what follows byte " + here);
        }
    }

    /// What tells this edition from the next: a strong ETag, else the date.
    private static @Nullable String edition(HttpResponse<?> response) {
        return response.headers()
                .firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> response.headers().firstValue("Last-Modified"))
                .orElse(null);
    }

    private ModelException wrongSize(String what) {
        String message =
                ("%s is not the file that the manifest names: %s; try another mirror with "
                                + "--from.")
                        .formatted(address, what);
        return new ModelException("wrong-size", message);
    }

    private ModelException refused(HttpResponse<?> response) {
        String message =
                "%s answered %s; check the address, or use a mirror with --from."
                        .formatted(response.uri(), response.statusCode());
        return new ModelException("download-refused", message);
    }
}
