package courant.cli;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The capital a council allows, as asked with `--budget`.
sealed interface Budget {
    /// Cents by year of the plan; a year that is absent has no limit.
    Map<Integer, Long> cents(int firstYear, int years);

    /// No limit was given.
    record Unlimited() implements Budget {
        @Override
        public Map<Integer, Long> cents(int firstYear, int years) {
            return Map.of();
        }
    }

    /// The same amount each year.
    ///
    /// @param yearlyCents capital of one year, cents
    record EachYear(long yearlyCents) implements Budget {
        @Override
        public Map<Integer, Long> cents(int firstYear, int years) {
            return IntStream.range(firstYear, firstYear + years)
                    .boxed()
                    .collect(Collectors.toMap(year -> year, year -> yearlyCents));
        }
    }

    /// An amount for each year that is named.
    ///
    /// @param centsByYear capital by year, cents
    record ByYear(SortedMap<Integer, Long> centsByYear) implements Budget {
        public ByYear {
            centsByYear = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(centsByYear));
        }

        @Override
        public Map<Integer, Long> cents(int firstYear, int years) {
            return centsByYear.subMap(firstYear, firstYear + years);
        }
    }
}
