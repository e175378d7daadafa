package courant.postgres;

import com.sun.security.auth.module.UnixSystem;
import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Who PostgreSQL runs as. It refuses root, so root starts it in one of two ways.
///
/// - `setpriv` under an account without rights: `courant` where the administrator made one, else `nobody`. The best
///   isolation, but that account must be able to reach the home.
/// - `unshare -U`, in a user namespace that knows no root: the process keeps root's access to its files, as a home
///   under `/root` needs it, without root's privileges. Many containers forbid it.
///
/// Which one works is found by trying: the way must reach and run the programs under the home.
///
/// @param prefix words that start a program as this account; empty when Java itself is an ordinary user
/// @param owner number of the user who owns the data
/// @param homePermissions of the home, so that the account reaches what lies in it
record Account(List<String> prefix, int owner, String homePermissions) {
    private static final int ROOT = 0;
    private static final String PRIVATE = "rwx------";
    private static final String PASSABLE = "rwx--x--x";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    static Account choose(Layout layout, Programs programs) throws IOException, InterruptedException {
        int user = (int) new UnixSystem().getUid();
        if (user != ROOT) {
            return ordinary(layout, programs, user);
        }
        List<String> attempts = new ArrayList<>();
        for (Account way : waysOfRoot()) {
            Folders.setPermissions(layout.home(), way.homePermissions);
            Command attempt = way.run(List.of(programs.postgres(), "--version"), LIMIT);
            if (attempt.succeeded()) {
                return way;
            }
            attempts.add(way.prefix.getFirst() + ": " + attempt.output());
        }
        throw DatabaseProblem.of(Kind.ROOT_WITHOUT_ACCOUNT, layout.home(), String.join("; ", attempts))
                .refused();
    }

    private static Account ordinary(Layout layout, Programs programs, int user)
            throws IOException, InterruptedException {
        Account account = new Account(List.of(), user, PRIVATE);
        Folders.setPermissions(layout.home(), account.homePermissions);
        Command attempt = account.run(List.of(programs.postgres(), "--version"), LIMIT);
        if (!attempt.succeeded()) {
            throw DatabaseProblem.of(Kind.BINARIES_UNUSABLE, programs.folder(), attempt.output())
                    .refused();
        }
        return account;
    }

    private static List<Account> waysOfRoot() throws IOException, InterruptedException {
        List<Account> ways = new ArrayList<>();
        for (String name : List.of("courant", "nobody")) {
            Command number = Command.run(List.of("id", "-u", name), LIMIT);
            if (number.succeeded()) {
                ways.add(unprivileged(Integer.parseInt(number.output())));
                break;
            }
        }
        ways.add(new Account(List.of("unshare", "-U"), ROOT, PRIVATE));
        return ways;
    }

    private static Account unprivileged(int user) {
        List<String> prefix =
                List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--no-new-privs");
        return new Account(prefix, user, PASSABLE);
    }

    Command run(List<String> words, Duration limit) throws IOException, InterruptedException {
        return Command.run(withPrefix(words), limit);
    }

    List<String> withPrefix(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }
}
