package courant.platform.links;

import java.util.List;

/// A module whose pages lead outside the site.
public interface LinkSource {
    List<Outgoing> links();

    /// @param address where it leads, `http` or `https`
    /// @param from what has the link, as an editor knows it
    /// @param editing where it is corrected
    record Outgoing(String address, String from, String editing) {}
}
