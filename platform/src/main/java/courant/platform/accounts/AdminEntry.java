package courant.platform.accounts;

import java.util.List;

/// A line of the administration's start page: what waits, and where it is done.
///
/// @param label key of its name in the message bundle
/// @param address where it is done
/// @param waiting how many wait for somebody, 0 for none
public record AdminEntry(String label, String address, long waiting) {
    /// A module that has something to administer.
    public interface Source {
        /// @param standing of who asks: what the person may not do is not listed
        List<AdminEntry> entries(Standing standing);
    }
}
