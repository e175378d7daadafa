package courant.cli;

import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;

/// The commands as picocli wants them, with the help texts of the person's language.
final class CommandTree {
    private static final int HELP_WIDTH = 100;

    private CommandTree() {}

    static CommandLine of(RootCommand options, SequencedMap<String, Task> commands, Messages messages) {
        CommandLine root = new CommandLine(options);
        commands.forEach((name, task) -> add(root, name, task));
        root.setResourceBundle(messages.help());
        root.setHelpFactory((CommandSpec spec, ColorScheme colours) -> new LocalisedHelp(spec, colours, messages));
        root.setUsageHelpWidth(HELP_WIDTH);
        root.setUsageHelpLongOptionsMaxWidth(HELP_WIDTH / 2);
        root.setOverwrittenOptionsAllowed(false);
        return root;
    }

    private static void add(CommandLine root, String name, Task task) {
        int space = name.indexOf(' ');
        if (space < 0) {
            root.addSubcommand(name, task);
            return;
        }
        String group = name.substring(0, space);
        CommandLine parent = root.getSubcommands().get(group);
        if (parent == null) {
            parent = new CommandLine(new Group());
            root.addSubcommand(group, parent);
        }
        parent.addSubcommand(name.substring(space + 1), task);
    }

    /// A word before a command, such as `directory` in `directory import`; does nothing by itself.
    @Command(sortOptions = false, sortSynopsis = false)
    static final class Group {}
}
