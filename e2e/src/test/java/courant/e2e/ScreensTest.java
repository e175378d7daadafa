package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Two French pages of each kind, on a telephone and on a desk, by day and by night. English pages have the same frame
/// and parts:
/// [EnglishTest] looks at each of them once.
@InBrowser
class ScreensTest {
    @TestFactory
    Stream<DynamicTest> everyPageIsAccessibleSilentAndFitsItsScreen(Walk walk, Browsers browsers) {
        return walk.frenchOfEachKind(2).stream()
                .map(visit -> DynamicTest.dynamicTest(
                        visit.address(),
                        () -> assertEquals(List.of(), browsers.faults(visit.address()), visit.address())));
    }
}
