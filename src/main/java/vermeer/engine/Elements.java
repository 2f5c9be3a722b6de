package vermeer.engine;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import vermeer.graph.ElementType;
import vermeer.tensor.Tensor;

/** Values between Vermeer's float32 tensors and the element types that a graph declares. */
final class Elements {
    private Elements() {}

    static OnnxJavaType javaType(ElementType type) throws EngineException {
        return switch (type) {
            case FLOAT -> OnnxJavaType.FLOAT;
            case DOUBLE -> OnnxJavaType.DOUBLE;
            case INT8 -> OnnxJavaType.INT8;
            case UINT8 -> OnnxJavaType.UINT8;
            case INT16 -> OnnxJavaType.INT16;
            case INT32 -> OnnxJavaType.INT32;
            case INT64 -> OnnxJavaType.INT64;
            case BOOL -> OnnxJavaType.BOOL;
            case FLOAT16 -> OnnxJavaType.FLOAT16;
            case BFLOAT16 -> OnnxJavaType.BFLOAT16;
            case UINT16, UINT32, UINT64 ->
                throw new EngineException(
                        "The network holds values of type " + type + ", which Vermeer cannot hand to ONNX Runtime.");
        };
    }

    /** Writes a tensor as elements of this type from position 0 on; whole-number types are rounded and clamped. */
    static void write(Tensor tensor, ElementType type, ByteBuffer target) throws EngineException {
        target.clear();
        float[] values = tensor.data();
        switch (type) {
            case FLOAT -> target.asFloatBuffer().put(values);
            case DOUBLE -> {
                for (int i = 0; i < values.length; i++) {
                    target.putDouble(i * 8, values[i]);
                }
            }
            case UINT8 -> {
                for (int i = 0; i < values.length; i++) {
                    target.put(i, (byte) Math.max(0, Math.min(255, Math.round(values[i]))));
                }
            }
            case INT8 -> {
                for (int i = 0; i < values.length; i++) {
                    target.put(i, (byte) Math.max(-128, Math.min(127, Math.round(values[i]))));
                }
            }
            case INT32 -> {
                for (int i = 0; i < values.length; i++) {
                    target.putInt(i * 4, Math.round(values[i]));
                }
            }
            case INT64 -> {
                for (int i = 0; i < values.length; i++) {
                    target.putLong(i * 8, Math.round((double) values[i]));
                }
            }
            case BOOL -> {
                for (int i = 0; i < values.length; i++) {
                    target.put(i, (byte) (values[i] != 0 ? 1 : 0));
                }
            }
            default ->
                throw new EngineException("The network wants an input of type " + type + ", which is not supported.");
        }
    }

    /** A view of native-order bytes as a tensor of ONNX Runtime; the bytes are not copied. */
    static OnnxTensor wrap(OrtEnvironment environment, ByteBuffer direct, long[] shape, ElementType type)
            throws OrtException, EngineException {
        return OnnxTensor.createTensor(environment, direct.order(ByteOrder.nativeOrder()), shape, javaType(type));
    }

    /** A tensor with an output's values as float32; other types are converted. */
    static Tensor read(OnnxTensor output) throws EngineException {
        TensorInfo info = output.getInfo();
        int[] shape = Arrays.stream(info.getShape()).mapToInt(Math::toIntExact).toArray();
        switch (info.type) {
            case FLOAT, FLOAT16, BFLOAT16 -> {
                // The runtime copies into a heap buffer of exactly this size: its array is ours.
                return new Tensor(shape, output.getFloatBuffer().array());
            }
            case DOUBLE -> {
                double[] values = output.getDoubleBuffer().array();
                float[] floats = new float[values.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) values[i];
                }
                return new Tensor(shape, floats);
            }
            case INT64 -> {
                long[] values = output.getLongBuffer().array();
                float[] floats = new float[values.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = values[i];
                }
                return new Tensor(shape, floats);
            }
            case INT32 -> {
                int[] values = output.getIntBuffer().array();
                float[] floats = new float[values.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = values[i];
                }
                return new Tensor(shape, floats);
            }
            case UINT8, INT8, BOOL -> {
                ByteBuffer values = output.getByteBuffer();
                float[] floats = new float[values.remaining()];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = info.type == OnnxJavaType.INT8 ? values.get(i) : Byte.toUnsignedInt(values.get(i));
                }
                return new Tensor(shape, floats);
            }
            default ->
                throw new EngineException(
                        "The network gives a value of type " + info.type + ", which is not supported.");
        }
    }
}
