package courant.platform.accounts;

import java.util.List;

/// Something that waits to be done in an organisation's space, with its state, as a task list shows it.
///
/// @param label key of its name in the message bundle
/// @param address where it is done
/// @param state key of its state in the message bundle
public record SpaceTask(String label, String address, String state) {
    /// A module that has tasks for organisations.
    public interface Source {
        List<SpaceTask> tasks(Standing.Post post);
    }
}
