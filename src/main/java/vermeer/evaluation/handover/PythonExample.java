package vermeer.evaluation.handover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vermeer.data.balance.CostMatrix;
import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.Layout;
import vermeer.image.Resize;
import vermeer.model.Head;
import vermeer.model.OpenModel;

/** Ten lines of Python that give the probabilities that Vermeer gives: ONNX Runtime, NumPy and Pillow. */
final class PythonExample {
    private PythonExample() {}

    static String text(OpenModel model, Optional<CostMatrix> costs) {
        InputProfile profile = model.profile();
        return String.join(
                        "\n",
                        "# pip install onnxruntime numpy pillow",
                        "# python predict.py photo.jpg",
                        "import sys, numpy as np, onnxruntime as ort",
                        "from PIL import Image, ImageOps",
                        "picture = ImageOps.exif_transpose(Image.open(sys.argv[1])).convert('"
                                + (profile.channels() == ChannelOrder.GREY ? "L" : "RGB") + "')",
                        resize(profile),
                        "x = (np.asarray(picture, np.float32)" + channels(profile) + " - " + list(profile.mean())
                                + ") / " + list(profile.std()),
                        "x = np.float32(x" + layout(profile) + ")[None]",
                        "session = ort.InferenceSession('model.onnx')",
                        "y = session.run(None, {session.get_inputs()[0].name: x})[0].reshape(-1)",
                        probabilities(model.head()),
                        "names = open('classes.txt', encoding='utf-8').read().splitlines()",
                        "for i in np.argsort(-p)[:5]: print(f'{p[i]:.6f}  {names[i]}')")
                + "\n"
                + costs.map(PythonExample::weighed).orElse("");
    }

    private static String resize(InputProfile profile) {
        int width = profile.width();
        int height = profile.height();
        String filter = "Image." + profile.interpolation().name();
        Resize rule = profile.resize();
        if (rule instanceof Resize.ShorterSide shorter) {
            String rounding = shorter.roundDown() ? "int" : "round";
            return "s = " + shorter.side() + " / min(picture.size); w, h = (" + rounding
                    + "(v * s) for v in picture.size); picture = picture.resize((w, h), " + filter + ")\n"
                    + "l, t = ((v - c + 1) // 2 if v < c else round((v - c) / 2) for v, c in ((w, " + width + "), (h, "
                    + height + "))); picture = picture.crop((l, t, l + " + width + ", t + " + height + "))";
        }
        if (rule instanceof Resize.CentralCrop central) {
            return "s = min(picture.width / " + width + ", picture.height / " + height + ") * " + central.percent()
                    + " / 100; w, h = max(1, int(s * " + width + ")), max(1, int(s * " + height + "))\n"
                    + "l, t = (picture.width - w + 1) // 2, (picture.height - h + 1) // 2; picture ="
                    + " picture.crop((l, t, l + w, t + h)).resize((" + width + ", " + height + "), " + filter + ")";
        }
        if (rule instanceof Resize.Letterbox letterbox) {
            String ground = profile.channels() == ChannelOrder.GREY
                    ? Integer.toString(letterbox.padding())
                    : "(" + letterbox.padding() + ",) * 3";
            return "s = min(" + width + " / picture.width, " + height
                    + " / picture.height); w, h = (max(1, round(v * s)) for v in picture.size)\n"
                    + "ground = Image.new(picture.mode, (" + width + ", " + height + "), " + ground
                    + "); ground.paste(picture.resize((w, h), " + filter + "), ((" + width + " - w) // 2, (" + height
                    + " - h) // 2)); picture = ground";
        }
        return "picture = picture.resize((" + width + ", " + height + "), " + filter + ")";
    }

    private static String channels(InputProfile profile) {
        return switch (profile.channels()) {
            case RGB -> "";
            case BGR -> "[:, :, ::-1]";
            case GREY -> "[:, :, None]";
        };
    }

    private static String layout(InputProfile profile) {
        return profile.layout() == Layout.NCHW ? ".transpose(2, 0, 1)" : "";
    }

    private static String probabilities(Head head) {
        return switch (head) {
            case LOGITS -> "p = np.exp(y - y.max()); p /= p.sum()";
            case SOFTMAX, PROBABILITIES, SIGMOID -> "p = y";
            case BINARY -> "p = np.array([1 - y[0], y[0]])";
        };
    }

    /** The answer with the least expected cost: rows are true classes, columns answers. */
    private static String weighed(CostMatrix costs) {
        return "costs = np.array(" + costs.costs() + ")  # [true class][answer]\n"
                + "print('answer, mistakes weighed:', names[np.argmin(p @ costs)])\n";
    }

    private static String list(List<Double> values) {
        return values.stream()
                .map(value ->
                        value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value))
                .collect(Collectors.joining(", ", "np.float64([", "])"));
    }
}
