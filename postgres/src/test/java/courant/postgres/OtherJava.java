package courant.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A second Java process with our classes: with little memory, without a search path, as another user, or to be
/// killed.
///
/// @param words that start it, up to the name of the class
record OtherJava(List<String> words) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static OtherJava inThisJvmsImage(String... options) {
        return new OtherJava(words(System.getProperty("java.class.path"), List.of(options)));
    }

    /// As `nobody`, who cannot read our repository of libraries: they are copied first.
    static OtherJava asNobody(Path copies) throws IOException, InterruptedException {
        List<String> copied = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path copy = copies.resolve(copied.size() + "-" + Path.of(part).getFileName());
            if (Files.exists(Path.of(part))) {
                new ProcessBuilder("cp", "-R", part, copy.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
                copied.add(copy.toString());
            }
        }
        List<String> words = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        words.addAll(words(String.join(File.pathSeparator, copied), List.of()));
        return new OtherJava(words);
    }

    private static List<String> words(String classPath, List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of("-cp", classPath, OtherMain.class.getName()));
        return words;
    }

    Command run(String... arguments) throws IOException, InterruptedException {
        return Command.run(with(arguments), LIMIT);
    }

    /// Its standard output stays open for the caller to read.
    Process start(String... arguments) throws IOException {
        return new ProcessBuilder(with(arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> with(String... arguments) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(arguments));
        return all;
    }
}
