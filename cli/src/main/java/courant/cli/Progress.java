package courant.cli;

import java.io.PrintStream;

/// How far a long work is, on standard error: one bar that redraws itself on a terminal, nothing anywhere else.
final class Progress {
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final boolean terminal;
    private final Messages messages;
    private final long beganNanos = System.nanoTime();
    private int drawnPercent = -1;

    Progress(PrintStream err, boolean terminal, Messages messages) {
        this.err = err;
        this.terminal = terminal;
        this.messages = messages;
    }

    /// Draws the bar when the percentage has moved.
    ///
    /// @param step what is being done, in the person's language
    /// @param share part of the work that is done, 0 to 1
    void at(String step, double share) {
        int percent = (int) Math.floor(100 * Math.clamp(share, 0, 1));
        if (!terminal || percent == drawnPercent) {
            return;
        }
        drawnPercent = percent;
        int full = percent * WIDTH / 100;
        err.print("\r\033[K" + "█".repeat(full) + "░".repeat(WIDTH - full) + " "
                + messages.say("progress", percent, step, secondsLeft(percent)));
        err.flush();
    }

    private long secondsLeft(int percent) {
        if (percent == 0) {
            return 0;
        }
        double elapsed = (System.nanoTime() - beganNanos) / 1e9;
        return Math.round(elapsed * (100 - percent) / percent);
    }

    /// Wipes the bar, so that the answer begins on a clean line.
    void end() {
        if (terminal && drawnPercent >= 0) {
            err.print("\r\033[K");
            err.flush();
        }
        drawnPercent = -1;
    }
}
