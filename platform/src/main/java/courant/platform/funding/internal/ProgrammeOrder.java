package courant.platform.funding.internal;

import courant.engine.incentive.GrantAmount;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/// In which order the finder lists programmes.
public enum ProgrammeOrder {
    /// Confirmed first, closed last.
    ETAT,
    /// The first to end first; those that have ended, and those without an end, last.
    ECHEANCE,
    /// The greatest amount of one grant first.
    MONTANT;

    /// As addresses and the message bundle write it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProgrammeOrder of(String id) {
        return Arrays.stream(values())
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElse(ETAT);
    }

    Comparator<ProgrammeCard> comparator() {
        Comparator<ProgrammeCard> openFirst = Comparator.comparing(ProgrammeCard::isClosed);
        return switch (this) {
            case ETAT -> Comparator.comparing(ProgrammeCard::state);
            case ECHEANCE ->
                openFirst.thenComparing(
                        card -> Objects.requireNonNullElse(card.programme().validTo(), LocalDate.MAX));
            case MONTANT -> openFirst.thenComparing(ProgrammeOrder::greatestCents, Comparator.reverseOrder());
        };
    }

    private static long greatestCents(ProgrammeCard card) {
        GrantAmount greatest = card.greatest();
        return greatest == null ? 0 : greatest.maxCents();
    }
}
