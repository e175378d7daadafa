package courant.platform.engagement.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Organisation;
import courant.platform.accounts.Person;
import courant.platform.accounts.TeamLetters;
import courant.platform.municipalities.MrcName;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.Figures;
import courant.platform.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which municipalities a committed MRC covers: of its own territory alone, and none whose own council is committed.
@Component
public class Coverage {
    private static final Words FRENCH = Words.of(Locale.CANADA_FRENCH);
    private static final Figures FIGURES = Figures.of(Locale.CANADA_FRENCH);

    private final CommitmentStore store;
    private final MunicipalityDirectory directory;
    private final TeamLetters letters;
    private final String publicUrl;

    Coverage(
            CommitmentStore store,
            MunicipalityDirectory directory,
            TeamLetters letters,
            @Value("${courant.public-url}") String publicUrl) {
        this.store = store;
        this.directory = directory;
        this.letters = letters;
        this.publicUrl = publicUrl;
    }

    /// A municipality of the territory.
    ///
    /// @param covered whether the MRC covers it today
    /// @param committed whether its own council is committed
    public record Town(Municipality municipality, boolean covered, boolean committed) {}

    /// @param begun municipalities newly covered
    /// @param ended municipalities covered no longer
    public record Change(List<Municipality> begun, List<Municipality> ended) {
        public boolean isEmpty() {
            return begun.isEmpty() && ended.isEmpty();
        }

        static List<String> codes(List<Municipality> towns) {
            return towns.stream().map(Municipality::code).toList();
        }
    }

    List<Town> territory(Organisation mrc) {
        Set<String> covered = store.covered(mrc);
        Set<String> committed = store.committed();
        return directory.ofMrc(mrc.mrc()).stream()
                .map(town -> new Town(town, covered.contains(town.code()), committed.contains(town.code())))
                .toList();
    }

    /// What would change if the MRC covered these and no other.
    ///
    /// @param chosen codes
    /// @throws Commitment.NotAllowedException when it may not cover one of them
    Change change(Organisation mrc, Set<String> chosen) {
        boolean committed = store.of(mrc)
                .filter(commitment -> commitment.state() == Commitment.State.PUBLISHED)
                .isPresent();
        if (mrc.kind() != Organisation.Kind.MRC || !committed) {
            throw new Commitment.NotAllowedException("coverage.not.committed");
        }
        Set<String> own = Set.copyOf(Change.codes(directory.ofMrc(mrc.mrc())));
        if (!own.containsAll(chosen)) {
            throw new Commitment.NotAllowedException("coverage.elsewhere");
        }
        if (store.committed().stream().anyMatch(chosen::contains)) {
            throw new Commitment.NotAllowedException("coverage.committed");
        }
        Set<String> covered = store.covered(mrc);
        return new Change(
                named(chosen.stream().filter(code -> !covered.contains(code))),
                named(covered.stream().filter(code -> !chosen.contains(code))));
    }

    private List<Municipality> named(Stream<String> codes) {
        return codes.sorted().map(directory::ofCode).flatMap(Optional::stream).toList();
    }

    /// Publishes it; the teams of the municipalities are told.
    @Transactional
    public void set(Person by, Organisation mrc, Set<String> chosen, LocalDate today) {
        Change change = change(mrc, chosen);
        store.cover(by, mrc, Change.codes(change.begun()), today);
        change.begun().forEach(town -> tell(town, mrc, "coverage.began", today));
        store.uncover(by, mrc, Change.codes(change.ended()), today);
        change.ended().forEach(town -> tell(town, mrc, "coverage.ended", today));
    }

    /// Writes the withdrawal of a commitment. What an MRC covered ends with it; the teams of the municipalities are
    /// told.
    @Transactional
    public void withdraw(Person by, Organisation organisation, Commitment withdrawn) {
        store.save(by, withdrawn, "commitment.withdrawn");
        LocalDate on = Objects.requireNonNull(withdrawn.withdrawnOn());
        List<Municipality> ended = named(store.covered(organisation).stream());
        store.uncover(by, organisation, Change.codes(ended), on);
        ended.forEach(town -> tell(town, organisation, "coverage.ended", on));
    }

    private void tell(Municipality town, Organisation mrc, String outcome, LocalDate on) {
        String named = new MrcName(mrc.name()).in(FRENCH);
        store.organisationOf(town.code())
                .ifPresent(organisation -> letters.post(
                        organisation,
                        "",
                        FRENCH.say(outcome + ".subject", town.name(), named),
                        FRENCH.say(outcome + ".letter", town.name(), named, FIGURES.date(on)) + "\n\n" + publicUrl
                                + MunicipalityDirectory.address(town)));
    }
}
