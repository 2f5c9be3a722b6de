package vermeer.graph;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Reads a protobuf message field by field. The generated classes would copy {@code float_data} and every nested message
 * to the heap before anything can be checked; here weights stay where they are and the {@link Budget} is asked first.
 */
final class Wire {
    private final CodedInputStream in;
    private final Budget budget;
    private int tag;

    Wire(ByteBuffer buffer, Budget budget) {
        in = UnsafeByteOperations.unsafeWrap(buffer).newCodedInput();
        in.enableAliasing(true);
        this.budget = budget;
    }

    /** The fields of a message. */
    interface Fields {
        void read(int field) throws IOException, GraphException;
    }

    Budget budget() {
        return budget;
    }

    /** Reads fields up to the end of the current message. */
    void fields(Fields fields) throws IOException, GraphException {
        while ((tag = in.readTag()) != 0) {
            budget.spend(0);
            fields.read(WireFormat.getTagFieldNumber(tag));
        }
    }

    /** Reads the nested message that this field holds. */
    void message(Fields fields) throws IOException, GraphException {
        expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int outer = in.pushLimit(in.readRawVarint32());
        fields(fields);
        in.popLimit(outer);
    }

    void skip() throws IOException {
        in.skipField(tag);
    }

    /** Bytes that are not copied. */
    ByteString bytes() throws IOException, GraphException {
        expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.readBytes();
    }

    String text() throws IOException, GraphException {
        ByteString bytes = bytes();
        if (bytes.size() > Limits.TEXT) {
            throw new GraphException("a text of " + bytes.size() + " bytes is longer than the limit");
        }
        budget.spend(2 * bytes.size());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    long number() throws IOException, GraphException {
        expect(WireFormat.WIRETYPE_VARINT);
        return in.readInt64();
    }

    float real() throws IOException, GraphException {
        expect(WireFormat.WIRETYPE_FIXED32);
        return in.readFloat();
    }

    /** Varints, packed or one by one. */
    void numbers(LongConsumer each) throws IOException, GraphException {
        if (!packed()) {
            budget.spend(24);
            each.accept(number());
            return;
        }
        int outer = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            budget.spend(24);
            each.accept(in.readInt64());
        }
        in.popLimit(outer);
    }

    /** Whether the field is a block of bytes, as packed numbers are. */
    boolean packed() {
        return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    /** The bytes of a block of fixed-size numbers, or of the single number that this field holds. */
    ByteString fixed(int size) throws IOException, GraphException {
        if (packed()) {
            return bytes();
        }
        expect(size == 4 ? WireFormat.WIRETYPE_FIXED32 : WireFormat.WIRETYPE_FIXED64);
        budget.spend(32 + size);
        return ByteString.copyFrom(in.readRawBytes(size));
    }

    private void expect(int type) throws GraphException {
        if (WireFormat.getTagWireType(tag) != type) {
            throw new GraphException("the description of the network is damaged; download or export the file again");
        }
    }
}
