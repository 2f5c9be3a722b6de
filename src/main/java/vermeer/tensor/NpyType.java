package vermeer.tensor;

import java.nio.ByteBuffer;

/** The number types of {@code .npy} files that can be read as float32. */
enum NpyType {
    F2("f2", 2) {
        @Override
        float read(ByteBuffer in) {
            return half(in.getShort());
        }
    },
    F4("f4", 4) {
        @Override
        float read(ByteBuffer in) {
            return in.getFloat();
        }
    },
    F8("f8", 8) {
        @Override
        float read(ByteBuffer in) {
            return (float) in.getDouble();
        }
    },
    I1("i1", 1) {
        @Override
        float read(ByteBuffer in) {
            return in.get();
        }
    },
    U1("u1", 1) {
        @Override
        float read(ByteBuffer in) {
            return in.get() & 0xff;
        }
    },
    B1("b1", 1) {
        @Override
        float read(ByteBuffer in) {
            return in.get() == 0 ? 0 : 1;
        }
    },
    I2("i2", 2) {
        @Override
        float read(ByteBuffer in) {
            return in.getShort();
        }
    },
    U2("u2", 2) {
        @Override
        float read(ByteBuffer in) {
            return in.getShort() & 0xffff;
        }
    },
    I4("i4", 4) {
        @Override
        float read(ByteBuffer in) {
            return in.getInt();
        }
    },
    U4("u4", 4) {
        @Override
        float read(ByteBuffer in) {
            return in.getInt() & 0xffffffffL;
        }
    },
    I8("i8", 8) {
        @Override
        float read(ByteBuffer in) {
            return in.getLong();
        }
    };

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The next value of the buffer, rounded to float32. */
    abstract float read(ByteBuffer in);

    /** The size of one value in the file. */
    int bytes() {
        return bytes;
    }

    static NpyType of(String code) {
        for (NpyType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException("its type '" + code + "' is not a number that Vermeer reads");
    }

    /** IEEE 754 binary16. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude;
        if (exponent == 0x1f) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            magnitude = Math.scalb((float) fraction, -24);
        } else {
            magnitude = Math.scalb((float) (fraction | 0x400), exponent - 25);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}
