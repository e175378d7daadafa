package courant.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./courant serve` and `./courant demo`: the web application, until it is stopped.
///
/// Everything it keeps lies under `--home`. Where none is named, the demonstration has a folder of its own, so that it
/// never meets a town's data.
@Command(sortOptions = false, sortSynopsis = false)
final class ServeCommand implements Task {
    /// Starts the web application and returns when its first page can be served.
    interface Starting {
        void start(List<String> settings, Context context) throws Exception;
    }

    private static final int USUAL_PORT = 8080;
    private static final int GREATEST_PORT = 65535;

    @Option(names = "--port", paramLabel = "N")
    private int port = USUAL_PORT;

    private final boolean demonstration;
    private final Starting starting;

    ServeCommand(boolean demonstration, Starting starting) {
        this.demonstration = demonstration;
        this.starting = starting;
    }

    @Override
    public Answer perform(Context context) throws Exception {
        checkPort(context.messages());
        Path home = demonstration
                ? context.userFolder().demonstration()
                : context.userFolder().path();
        Files.createDirectories(home);
        starting.start(
                List.of(
                        "--server.port=" + port,
                        "--courant.home=" + home.toAbsolutePath(),
                        "--courant.demonstration=" + demonstration,
                        "--courant.says-ready=true"),
                context);
        return Answer.done(new LinkedHashMap<>(), "");
    }

    private void checkPort(Messages messages) {
        if (port < 1 || port > GREATEST_PORT) {
            throw new WrongUsageException(new Problem(
                    "--port",
                    messages.say("usage.value.found", String.valueOf(port)),
                    messages.say("serve.port.expected"),
                    messages.say("serve.port.advice", String.valueOf(USUAL_PORT))));
        }
        if (isTaken(port)) {
            throw new RefusedInputException(List.of(new Problem(
                    "--port",
                    messages.say("serve.taken.found", String.valueOf(port)),
                    messages.say("serve.taken.expected"),
                    messages.say("serve.taken.advice", String.valueOf(port + 1)))));
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
