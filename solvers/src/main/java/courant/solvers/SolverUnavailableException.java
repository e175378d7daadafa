package courant.solvers;

/// The native library of OR-Tools cannot be loaded on this machine.
public final class SolverUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SolverUnavailableException(Throwable cause) {
        super("""
                The native library of OR-Tools does not load on this machine (%s, %s).
                Maybe this system is none of Linux, macOS or Windows on x86-64 or arm64. Our own solver needs no library.\
                """.formatted(System.getProperty("os.name"), System.getProperty("os.arch")), cause);
    }
}
