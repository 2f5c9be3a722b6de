package vermeer.model;

import java.util.Optional;

/** The formats that networks come in, and what to do with those that Vermeer does not read. */
public enum ModelFormat {
    ONNX("an ONNX file"),
    DL4J("a Deeplearning4j network"),
    KERAS_HDF5("a Keras HDF5 file"),
    KERAS_3(
            "a Keras 3 file",
            "convert it with keras: keras.saving.load_model(FILE).export('model.onnx', format='onnx')"),
    TORCHSCRIPT(
            "a TorchScript file",
            "export it in Python: torch.onnx.export(torch.jit.load(FILE), torch.zeros(1, 3, 224, 224), 'model.onnx',"
                    + " dynamo=False)"),
    PYTORCH(
            "a PyTorch checkpoint, which holds weights but no network",
            "load it in Python into the model that it belongs to, then call torch.onnx.export(model.eval(),"
                    + " torch.zeros(1, 3, 224, 224), 'model.onnx')"),
    SAFETENSORS(
            "a safetensors file, which holds weights but no network",
            "load it in Python into the model that it belongs to, then call torch.onnx.export(model.eval(),"
                    + " torch.zeros(1, 3, 224, 224), 'model.onnx')"),
    SAVED_MODEL(
            "a TensorFlow SavedModel",
            "convert it with tf2onnx: python -m tf2onnx.convert --saved-model FOLDER --output model.onnx"),
    FROZEN_GRAPH(
            "a frozen TensorFlow graph",
            "convert it with tf2onnx: python -m tf2onnx.convert --graphdef FILE --inputs INPUT:0 --outputs OUTPUT:0"
                    + " --output model.onnx"),
    TFLITE(
            "a TensorFlow Lite file",
            "convert it with tf2onnx: python -m tf2onnx.convert --tflite FILE --output model.onnx"),
    ORT("an ONNX Runtime (.ort) file", "open the .onnx file that it was made from"),
    OPENVINO("an OpenVINO model", "open the model that it was made from, as ONNX"),
    COREML("a Core ML model", "open the model that it was made from, as ONNX"),
    CAFFE("a Caffe model", "convert it to ONNX, or take the same network from the ONNX Model Zoo"),
    GGUF("a GGUF file, a format of language models", "Vermeer explains image classifiers in ONNX, DL4J or Keras files"),
    PICKLE(
            "a Python pickle, which may run any code when it is loaded",
            "load it in Python where you trust it, and export the network to ONNX there"),
    GIT_LFS_POINTER(
            "a Git LFS pointer, not the file itself",
            "fetch the file with 'git lfs pull' or from the repository's web page"),
    WEB_PAGE("a web page, not a model", "download the file itself"),
    EMPTY("empty", "download or export it again"),
    OTHER_ZIP("a zip archive without a network that Vermeer knows", "unpack it and open the model inside"),
    FOLDER("a folder without a model that Vermeer knows", "open the model file in it"),
    UNKNOWN(
            "no model in a format that Vermeer knows",
            "Vermeer opens ONNX files (.onnx), Deeplearning4j networks (.zip) and Keras files (.h5)");

    private final String description;
    private final String remedy;

    ModelFormat(String description) {
        this(description, null);
    }

    ModelFormat(String description, String remedy) {
        this.description = description;
        this.remedy = remedy;
    }

    /** The format in words, such as {@code an ONNX file}. */
    public String description() {
        return description;
    }

    /** How to get a model that Vermeer opens, for formats that it does not read; empty for those that it reads. */
    public Optional<String> remedy() {
        return Optional.ofNullable(remedy);
    }
}
