package vermeer.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;

/**
 * A network that DL4J has built, and what the file says about it.
 *
 * @param source what the network's steps were taken from: a ComputationGraph or a MultiLayerNetwork
 * @param network the same as steps
 * @param shapes which input pictures fit
 * @param labels class names, one a line
 * @param format the source's format for people
 * @param notices what the user should know, a sentence each
 */
record OpenedModel(
        Model source,
        Network network,
        InputShapes shapes,
        Optional<String> labels,
        String format,
        List<String> notices) {}
