package courant.platform.web;

import java.io.Serial;

/// What the address names does not exist (or no longer): answered by the page 404.
public class NotFoundException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public NotFoundException(String what) {
        super(what);
    }
}
