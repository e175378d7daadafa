package courant.cli;

import picocli.CommandLine.Command;

/// A command that `./courant` carries out itself, before any Java: here only so that the help names it.
@Command
final class LauncherCommand implements Task {
    private final String name;

    LauncherCommand(String name) {
        this.name = name;
    }

    @Override
    public Answer perform(Context context) {
        Messages messages = context.messages();
        throw new WrongUsageException(new Problem(
                name,
                messages.say("launcher-only.found", name),
                messages.say("launcher-only.expected"),
                messages.say("launcher-only.advice", name)));
    }
}
