package vermeer.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import vermeer.file.AtomicFile;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Fetches a file whose size and checksum are known. The target appears only when all of it has come and is right; until then
 * whatever was there stays.
 */
public final class Download {
    private final HttpClient client;
    private final Duration patience;

    /** @param patience how long a host may be silent: while connecting, before it answers, and between two pieces */
    public Download(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(ProxySelector.getDefault())
                .build();
    }

    /** A download that gives up after 20 silent seconds. */
    public static Download patient() {
        return new Download(Duration.ofSeconds(20));
    }

    /**
     * Fetches a file.
     *
     * @param bytes its size, and a file of another one is refused; 0 where it is not known
     * @throws DownloadException where the host cannot be reached, has no such file, falls silent, or sends another one
     */
    public void fetch(URI address, Path target, long bytes, Checksum checksum, Progress progress)
            throws DownloadException, CancelledException {
        progress.checkCancelled();
        HttpResponse<InputStream> response = connect(address, progress);
        InputStream body = response.body();
        Transfer transfer = new Transfer(body, bytes, checksum, patience, progress);
        try (body;
                Progress.Registration closing = progress.onCancel(() -> Transfer.closeQuietly(body))) {
            if (response.statusCode() != 200) {
                throw new DownloadException("The host " + address.getHost() + " does not have " + fileName(address)
                        + " any more (HTTP status " + response.statusCode()
                        + "); look for it elsewhere and choose 'I have the file'.");
            }
            AtomicFile.write(target, transfer::copy);
        } catch (IOException failed) {
            progress.checkCancelled();
            String sentence = transfer.failure()
                    .map(clause -> "The file " + fileName(address) + " from " + address.getHost()
                            + " is not complete or not the right one: " + clause
                            + "; nothing was saved, so try again later.")
                    .orElse(String.valueOf(failed.getMessage()));
            throw new DownloadException(sentence, failed);
        }
    }

    private HttpResponse<InputStream> connect(URI address, Progress progress)
            throws DownloadException, CancelledException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(patience).GET().build();
        CompletableFuture<HttpResponse<InputStream>> answer = client.sendAsync(request, BodyHandlers.ofInputStream());
        try (Progress.Registration cancelling = progress.onCancel(() -> answer.cancel(true))) {
            return answer.get();
        } catch (ExecutionException failed) {
            progress.checkCancelled();
            String why = failed.getCause() instanceof HttpTimeoutException
                    ? "it does not answer"
                    : "there is no connection to it";
            throw new DownloadException(
                    "The host " + address.getHost() + " cannot be reached (" + why
                            + "); check the network, or fetch " + fileName(address)
                            + " another way and choose 'I have the file'.",
                    failed);
        } catch (CancellationException stopped) {
            throw new CancelledException();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static String fileName(URI address) {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
