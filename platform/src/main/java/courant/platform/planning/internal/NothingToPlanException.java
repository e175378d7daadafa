package courant.platform.planning.internal;

import java.io.Serial;

/// Nothing in the fleet can be planned: answered by the page of what was understood, where the columns are corrected.
class NothingToPlanException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient AnalysisStore.Visit visit;

    NothingToPlanException(AnalysisStore.Visit visit) {
        super("The fleet holds only trailers, attachments or what is no vehicle.");
        this.visit = visit;
    }

    AnalysisStore.Visit visit() {
        return visit;
    }
}
