package vermeer.model;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ZooNetwork.ZooFile;

/** The networks of Deeplearning4j's zoo and of the ONNX Model Zoo, and how to get their files. */
public final class Zoo {
    /** The ONNX Model Zoo's files moved here in July 2025. */
    private static final String ONNX_FILES = "https://huggingface.co/onnxmodelzoo/legacy_models/resolve/main/";

    /** Deeplearning4j's host; it has not answered since 2024. */
    private static final String DL4J_FILES = "https://dl4jdata.blob.core.windows.net/models/";

    private final Download download;

    public Zoo(Download download) {
        this.download = download;
    }

    /** All networks, Deeplearning4j's first. */
    public List<ZooNetwork> networks() {
        List<ZooNetwork> networks = new ArrayList<>();
        Tables.rows(Resources.text("dl4j_zoo.csv")).forEach(row -> networks.add(dl4j(row)));
        Tables.rows(Resources.text("onnx_model_zoo.csv")).forEach(row -> networks.add(onnx(row)));
        return networks;
    }

    /**
     * Fetches a network's file into a folder, or finds it there.
     *
     * @return the file, whole and checked
     * @throws DownloadException where it cannot be had; one sentence that says why
     */
    public Path fetch(ZooFile file, Path folder, Progress progress) throws DownloadException, CancelledException {
        Path target = folder.resolve(file.name());
        try {
            if (Files.isRegularFile(target) && file.checksum().matches(target, Progress.none())) {
                return target;
            }
        } catch (IOException unreadable) {
            throw new DownloadException(
                    "The file '" + target + "' cannot be read; remove it and try again.", unreadable);
        }
        download.fetch(file.address(), target, file.bytes(), file.checksum(), progress);
        return target;
    }

    /**
     * Checks a file that the user has got another way. It is only read: never moved, changed or deleted.
     *
     * @throws DownloadException where it is another file
     */
    public Path iHaveTheFile(ZooFile file, Path mine, Progress progress) throws DownloadException, CancelledException {
        try {
            if (file.checksum().matches(mine, progress)) {
                return mine;
            }
        } catch (IOException unreadable) {
            throw new DownloadException(
                    "The file '" + mine + "' cannot be read; check that you may read it.", unreadable);
        }
        throw new DownloadException("The file '" + mine.getFileName() + "' is not the zoo's " + file.name()
                + " (its checksum is another); you can still open it as a model file of your own.");
    }

    private static ZooNetwork dl4j(Map<String, String> row) {
        Optional<ZooFile> file = row.get("file").isEmpty()
                ? Optional.empty()
                : Optional.of(new ZooFile(
                        URI.create(DL4J_FILES + row.get("file")),
                        0,
                        new Checksum(Checksum.Kind.ADLER_32, row.get("adler32"))));
        return new ZooNetwork(
                ZooNetwork.Kind.DL4J,
                row.get("name"),
                row.get("description"),
                row.get("input"),
                file,
                Optional.of(row.get("refusal")).filter(text -> !text.isEmpty()));
    }

    private static ZooNetwork onnx(Map<String, String> row) {
        ZooFile file = new ZooFile(
                URI.create(ONNX_FILES + row.get("path")),
                Long.parseLong(row.get("bytes")),
                new Checksum(Checksum.Kind.SHA_256, row.get("sha256")));
        return new ZooNetwork(
                ZooNetwork.Kind.ONNX,
                row.get("name"),
                ZooDescriptions.of(row.get("name")) + " Trained on ImageNet's 1000 classes.",
                "224 x 224 " + row.get("channels"),
                Optional.of(file),
                Optional.empty());
    }
}
