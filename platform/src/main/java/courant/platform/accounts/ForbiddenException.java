package courant.platform.accounts;

import java.io.Serial;

/// The person's roles do not allow it: answered by the page 403.
public class ForbiddenException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Action action;

    public ForbiddenException(Action action) {
        super(action.id());
        this.action = action;
    }

    public Action action() {
        return action;
    }
}
