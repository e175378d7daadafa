package courant.reports.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a tree of maps, lists, texts, numbers, truth values and nulls as strict JSON in UTF-8 without a mark.
///
/// Keys keep the order of their map. A number that JSON cannot say (NaN, an infinity) is refused, never written as
/// text.
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /// The tree as indented JSON with a line feed at its end.
    ///
    /// @throws IllegalArgumentException for a value that is none of the kinds above, with its path in the tree
    public static String of(@Nullable Object tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(tree, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Writes the tree; the stream stays open.
    ///
    /// @throws IllegalArgumentException for a value that is none of the kinds above, with its path in the tree
    public static void write(@Nullable Object tree, OutputStream out) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            write(tree, "$", generator);
            generator.writeRaw('\n');
        }
    }

    private static void write(@Nullable Object node, String path, JsonGenerator generator) throws IOException {
        switch (node) {
            case null -> generator.writeNull();
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    String key = String.valueOf(entry.getKey());
                    generator.writeFieldName(key);
                    write(entry.getValue(), path + "." + key, generator);
                }
                generator.writeEndObject();
            }
            case Iterable<?> list -> {
                generator.writeStartArray();
                int i = 0;
                for (Object item : list) {
                    write(item, path + "[" + i++ + "]", generator);
                }
                generator.writeEndArray();
            }
            case CharSequence text -> generator.writeString(text.toString());
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case BigInteger number -> generator.writeNumber(number);
            case BigDecimal number -> generator.writeNumber(number.toPlainString());
            case Double number -> {
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException("""
                            %s is %s, which JSON cannot say.
                            Maybe a division by zero upstream: write null where the figure is unknown.\
                            """.formatted(path, number));
                }
                write(BigDecimal.valueOf(number), path, generator);
            }
            default ->
                throw new IllegalArgumentException(
                        """
                        %s is a %s; a map, a list, a text, a number, a truth value or null is expected.
                        Maybe convert it before writing.""".formatted(path, node.getClass().getName()));
        }
    }
}
