package courant.cli;

/// How a command ended; the codes are a contract with people's scripts.
enum ExitCode {
    DONE(0),
    /// A fault of ours; details are in the log under an error number.
    FAULT(1),
    /// The command was not written as it must be.
    USAGE(2),
    /// The input was refused: what, where, expected, what to do.
    REFUSED(3),
    /// No plan can satisfy what was asked; proved.
    INFEASIBLE(4),
    /// A limit of time or size was reached before any answer.
    STOPPED(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
