package vermeer.attribution;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.ImageModel;
import vermeer.setting.Help;

/**
 * Eigen-CAM: the places' coordinates on the first principal component of a layer's feature maps (channels are the variables, centred).
 * Its sign is chosen so that active places are positive. It needs no gradient and knows no class.
 */
public record EigenCam(
        @Help(CamLayers.HELP) String layer, @Help("Whether places below the mean become zero.") boolean relu)
        implements ActivationMethod {

    public EigenCam() {
        this(CamLayers.AUTOMATIC, true);
    }

    @Override
    public String name() {
        return "eigen-cam";
    }

    @Override
    public String title() {
        return "Eigen-CAM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What stands out most in the last feature maps; works where there is no gradient.",
                "Why this class and not another: the map is the same for every class.",
                "1 forward pass.",
                "Muhammad, Yeasin: Eigen-CAM: class activation map using principal components (2020)");
    }

    @Override
    public Optional<String> unavailable(ImageModel model) {
        return CamLayers.unavailable(model.activations(), layer);
    }

    @Override
    public Attribution explain(Activations model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        CamLayers chosen = CamLayers.choose(model, layer);
        Activations.Inner inner = model.activations(subject.input(), chosen.values(), progress);
        return chosen.attribution(
                each -> {
                    progress.checkCancelled();
                    return firstComponent(FeatureMaps.of(inner.activations().get(each.value()), 0, each));
                },
                subject,
                relu,
                title());
    }

    /** By the places' inner products, a matrix of places x places, which is small where channels are many. */
    private static double[] firstComponent(FeatureMaps maps) {
        int cells = maps.cells();
        double[][] products = new double[cells][cells];
        double[] centred = new double[cells];
        for (int channel = 0; channel < maps.channels(); channel++) {
            double mean = maps.mean(channel);
            for (int i = 0; i < cells; i++) {
                centred[i] = maps.at(channel, i) - mean;
            }
            for (int i = 0; i < cells; i++) {
                double[] row = products[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += centred[i] * centred[j];
                }
            }
        }
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < i; j++) {
                products[j][i] = products[i][j];
            }
        }
        RealMatrix gram = new Array2DRowRealMatrix(products, false);
        EigenDecomposition decomposition = new EigenDecomposition(gram);
        double scale = Math.sqrt(Math.max(0, decomposition.getRealEigenvalue(0)));
        double[] component = decomposition.getEigenvector(0).toArray();
        double along = 0;
        for (int cell = 0; cell < cells; cell++) {
            double activity = 0;
            for (int channel = 0; channel < maps.channels(); channel++) {
                activity += maps.at(channel, cell);
            }
            along += component[cell] * activity;
        }
        for (int cell = 0; cell < cells; cell++) {
            component[cell] *= along < 0 ? -scale : scale;
        }
        return component;
    }
}
