package vermeer.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import vermeer.image.Limits;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.WorkerDecoding;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** The process that reads pictures whose parsers may hang or break. */
public final class DecodeWorker {
    static final String DECODE = "decode";

    private DecodeWorker() {}

    public static void main(String[] arguments) {
        WorkerLoop.serve(Map.of(DECODE, DecodeWorker::decode));
    }

    private static Object decode(JsonNode arguments, Progress progress) throws WorkerException, CancelledException {
        try {
            DecodeTask task = new Wire().value(arguments, DecodeTask.class);
            Limits limits = new Limits(
                    task.fileBytes(),
                    task.pixels(),
                    task.reducedSide(),
                    task.side(),
                    Duration.ofSeconds(task.deadline()),
                    task.ratio(),
                    task.ratioFreePixels());
            Picture picture = new WorkerDecoding(limits).decode(Path.of(task.file()), progress);
            write(picture, Path.of(task.target()));
            return new DecodedPicture(picture.width(), picture.height(), task.target(), picture.notices());
        } catch (PictureException e) {
            throw new WorkerException(e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new WorkerException("The picture cannot be read: the request is incomplete.", e);
        } catch (IOException e) {
            throw new WorkerException("The picture cannot be handed over: " + e.getMessage() + ".", e);
        }
    }

    private static void write(Picture picture, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer levels = picture.bytes();
            while (levels.hasRemaining()) {
                channel.write(levels);
            }
        }
    }
}
