package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void writesEveryKindOfValueInOrder() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", "« Qu\"ébec »\n");
        object.put("number", 3);
        object.put("money", new BigDecimal("10000000000.50"));
        object.put("fraction", 0.01);
        object.put("truth", true);
        object.put("list", List.of(Map.of("a", 1L)));
        assertEquals(
                "{\"text\":\"« Qu\\\"ébec »\\n\",\"number\":3,\"money\":10000000000.50,\"fraction\":0.01,"
                        + "\"truth\":true,\"list\":[{\"a\":1}]}",
                JsonText.of(object));
    }

    @Test
    void refusesWhatJsonCannotSay() {
        assertThrows(IllegalArgumentException.class, () -> JsonText.of(Map.of("x", Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> JsonText.of(Map.of("x", new Object())));
    }
}
