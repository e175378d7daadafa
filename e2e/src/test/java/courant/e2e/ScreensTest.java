package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every page, on a telephone and on a desk, by day and by night.
@InBrowser
class ScreensTest {
    @TestFactory
    Stream<DynamicTest> everyPageIsAccessibleSilentAndFitsItsScreen(Walk walk, Browsers browsers) {
        return walk.visits().stream()
                .map(visit -> DynamicTest.dynamicTest(
                        visit.address(),
                        () -> assertEquals(List.of(), browsers.faults(visit.address()), visit.address())));
    }
}
