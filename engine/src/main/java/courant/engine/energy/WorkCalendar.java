package courant.engine.energy;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The working days of a season in a year of weather, and which of them are its winter.
///
/// Working days are spread evenly over the season's days, always the same ones. Its winter is December to March; a
/// season that has none of those months takes the coldest third of its own months instead.
final class WorkCalendar {
    private static final int DAYS = 365;
    private static final int WEEK = 7;
    private static final int[] MONTH_OF_DAY = IntStream.rangeClosed(1, DAYS)
            .map(day -> LocalDate.ofYearDay(2025, day).getMonthValue())
            .toArray();

    /// Days of the year (0 is 1 January) in order.
    final int[] days;
    /// Positions in `days` that are winter.
    final int[] winter;
    /// For each window of seven days that holds a working day: first position, and how many (positions wrap).
    final int[] weekStart;

    final int[] weekLength;

    /// @param meanC temperature of each day of the year, °C, length 365
    WorkCalendar(int workingDays, int firstMonth, int lastMonth, double[] meanC) {
        int[] season = IntStream.range(0, DAYS)
                .filter(day -> within(MONTH_OF_DAY[day], firstMonth, lastMonth))
                .toArray();
        int count = Math.min(workingDays, season.length);
        days = IntStream.range(0, count)
                .map(i -> season[(int) ((i + 0.5) * season.length / count)])
                .toArray();
        boolean[] winterMonth = winterMonths(meanC);
        winter = IntStream.range(0, count)
                .filter(i -> winterMonth[MONTH_OF_DAY[days[i]]])
                .toArray();
        int[] starts = new int[DAYS];
        int[] lengths = new int[DAYS];
        int windows = 0;
        for (int day = 0; day < DAYS; day++) {
            int start = lowerBound(day);
            int end = day + WEEK <= DAYS ? lowerBound(day + WEEK) : count + lowerBound(day + WEEK - DAYS);
            if (end > start) {
                starts[windows] = start;
                lengths[windows++] = end - start;
            }
        }
        weekStart = Arrays.copyOf(starts, windows);
        weekLength = Arrays.copyOf(lengths, windows);
    }

    /// Number of days from the first of one month to the last of another, over New Year if need be.
    static int daysBetween(int firstMonth, int lastMonth) {
        return (int) Arrays.stream(MONTH_OF_DAY)
                .filter(month -> within(month, firstMonth, lastMonth))
                .count();
    }

    private static boolean within(int month, int first, int last) {
        return first <= last ? month >= first && month <= last : month >= first || month <= last;
    }

    /// Indexed by month, 1 to 12; every month chosen has working days, for a season of few days in many months.
    private boolean[] winterMonths(double[] meanC) {
        int[] worked =
                Arrays.stream(days).map(day -> MONTH_OF_DAY[day]).distinct().toArray();
        boolean[] chosen = new boolean[13];
        for (int month : worked) {
            chosen[month] = month == Month.DECEMBER.getValue() || month <= Month.MARCH.getValue();
        }
        if (IntStream.of(worked).anyMatch(month -> chosen[month])) {
            return chosen;
        }
        IntStream.of(worked)
                .boxed()
                .sorted((a, b) -> Double.compare(meanOf(a, meanC), meanOf(b, meanC)))
                .limit((worked.length + 2) / 3)
                .forEach(month -> chosen[month] = true);
        return chosen;
    }

    private static double meanOf(int month, double[] meanC) {
        return IntStream.range(0, DAYS)
                .filter(day -> MONTH_OF_DAY[day] == month)
                .mapToDouble(day -> meanC[day])
                .average()
                .orElseThrow();
    }

    private int lowerBound(int day) {
        int at = Arrays.binarySearch(days, day);
        return at >= 0 ? at : -at - 1;
    }
}
