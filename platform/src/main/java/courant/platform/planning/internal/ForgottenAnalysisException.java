package courant.platform.planning.internal;

import java.io.Serial;

/// The analysis of an address is no longer in memory: answered by the page 410.
class ForgottenAnalysisException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    ForgottenAnalysisException() {
        super("The analysis is no longer in memory.");
    }
}
