package vermeer.evaluation.handover;

import java.util.Optional;
import vermeer.data.balance.CostMatrix;

/** A Java program of ten lines that gives the probabilities that Vermeer gives, with Vermeer's own jar. */
final class JavaExample {
    private static final String PROGRAM =
            """
                // java -cp vermeer.jar Predict.java photo.jpg
                import java.nio.file.Path; import java.util.Optional; import java.util.stream.IntStream;
                import vermeer.engine.Engine; import vermeer.image.*; import vermeer.job.Progress; import vermeer.model.*;
                import vermeer.worker.WorkerDecoder;

                public class Predict {
                    public static void main(String[] arguments) throws Exception {
                        try (Engine engine = Engine.start(); WorkerDecoder worker = new WorkerDecoder(Limits.standard());
                                OpenModel model = Models.ofEveryFormat(engine).open(Path.of("model.onnx"), Optional.empty(), Progress.none())) {
                            Picture picture = new PictureReader(worker).read(Path.of(arguments[0]), Progress.none());
                            float[] p = model.scores().probabilities(model.scores().logits(model.preprocessing().input(picture), Progress.none())).data();
                            IntStream.range(0, p.length).boxed().sorted((a, b) -> Float.compare(p[b], p[a])).limit(5)
                                    .forEach(i -> System.out.printf("%.6f  %s%n", p[i], model.classNames().get(i)));
                // COSTS
                        }
                    }
                }
                """;

    private JavaExample() {}

    static String text(Optional<CostMatrix> costs) {
        return PROGRAM.replace("// COSTS\n", costs.map(JavaExample::weighed).orElse(""));
    }

    /** The answer with the least expected cost: rows are true classes, columns answers. */
    private static String weighed(CostMatrix costs) {
        String rows = costs.costs().toString().replace('[', '{').replace(']', '}');
        return """
                            double[][] costs = %s; // [true class][answer]
                            System.out.println("answer, mistakes weighed: " + model.classNames().get(IntStream.range(0, p.length).boxed().min(java.util.Comparator
                                    .comparingDouble(a -> IntStream.range(0, p.length).mapToDouble(t -> p[t] * costs[t][a]).sum())).orElseThrow()));
                """
                .formatted(rows);
    }
}
