package courant.platform.web;

import java.util.List;

/// Pages that a module shows to everybody, for the site map.
public interface SiteAddresses {
    List<String> addresses();

    /// Files that a module offers to everybody: a text may link to them, the site map leaves them out.
    default List<String> downloads() {
        return List.of();
    }
}
