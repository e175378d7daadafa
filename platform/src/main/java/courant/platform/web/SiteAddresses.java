package courant.platform.web;

import java.util.List;

/// Pages that a module shows to everybody, for the site map.
public interface SiteAddresses {
    List<String> addresses();
}
