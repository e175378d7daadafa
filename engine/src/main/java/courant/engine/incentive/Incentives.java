package courant.engine.incentive;

import courant.engine.fleet.VehicleClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What grants may pay towards a purchase: confirmed money, and money « à confirmer » that no total may count.
///
/// Open programmes add up; the total never exceeds the expense, nor the
/// smallest stacking share among the programmes taken. A closed programme pays nothing. All amounts in cents, before
/// tax. Cost: linear in the number of programmes.
public final class Incentives {
    private final List<Programme> programmes;

    public Incentives(List<Programme> programmes) {
        this.programmes = List.copyOf(programmes);
        Set<String> seen = new HashSet<>();
        for (Programme programme : programmes) {
            if (!seen.add(programme.id())) {
                throw new IllegalArgumentException("Programme %s stands twice.".formatted(programme.id()));
            }
        }
    }

    public List<Programme> programmes() {
        return programmes;
    }

    /// Confirmed grants for one new electric vehicle.
    ///
    /// @param vehicleClass its class; machines and bicycles draw nothing
    /// @param gvwrClass US weight class, 1 to 8; null when not known, which draws nothing
    /// @param priceCents price before tax, cents
    /// @param year year of registration
    public long confirmedCents(VehicleClass vehicleClass, @Nullable Integer gvwrClass, long priceCents, int year) {
        return draw(purchase(vehicleClass, gvwrClass, priceCents, year)).confirmed();
    }

    /// Grants « à confirmer » for one new electric vehicle, on top of the confirmed ones; never counted in a total.
    ///
    /// @param vehicleClass its class; machines and bicycles draw nothing
    /// @param gvwrClass US weight class, 1 to 8; null when not known, which draws nothing
    /// @param priceCents price before tax, cents
    /// @param year year of registration
    public long possibleCents(VehicleClass vehicleClass, @Nullable Integer gvwrClass, long priceCents, int year) {
        return draw(purchase(vehicleClass, gvwrClass, priceCents, year)).possible();
    }

    /// Confirmed grants for one fleet charger, installation included.
    ///
    /// @param costCents equipment and installation before tax, cents
    /// @param year year of purchase
    public long confirmedChargerCents(long costCents, int year) {
        return draw(new Purchase(GrantObject.CHARGER, 1, costCents, year)).confirmed();
    }

    /// Grants « à confirmer » for one fleet charger, installation included; ceilings per connector respected. The
    /// ceiling per building and fiscal year is on the programme: a plan of several chargers must apply it.
    ///
    /// @param costCents equipment and installation before tax, cents
    /// @param year year of purchase
    public long possibleChargerCents(long costCents, int year) {
        return draw(new Purchase(GrantObject.CHARGER, 1, costCents, year)).possible();
    }

    private record Purchase(GrantObject object, int gvwrClass, long expenseCents, int year) {
        Purchase {
            if (expenseCents < 0) {
                throw new IllegalArgumentException("An expense of %d cents draws no grant.".formatted(expenseCents));
            }
        }
    }

    private record Drawn(long confirmed, long possible) {}

    private record Offer(Programme programme, long cents) {}

    /// Weight class 0 matches no amount.
    private static Purchase purchase(
            VehicleClass vehicleClass, @Nullable Integer gvwrClass, long priceCents, int year) {
        int covered = vehicleClass.group().isRoad() && gvwrClass != null ? gvwrClass : 0;
        return new Purchase(GrantObject.ELECTRIC_VEHICLE, covered, priceCents, year);
    }

    private Drawn draw(Purchase purchase) {
        List<Offer> confirmed = offers(ProgrammeState.CONFIRMED, purchase);
        List<Offer> possible = offers(ProgrammeState.TO_CONFIRM, purchase);
        long confirmedCents = stack(confirmed, purchase.expenseCents());
        List<Offer> together = new ArrayList<>(confirmed);
        together.addAll(possible);
        long allCents = stack(together, purchase.expenseCents());
        return new Drawn(confirmedCents, Math.max(0, allCents - confirmedCents));
    }

    private List<Offer> offers(ProgrammeState state, Purchase purchase) {
        return programmes.stream()
                .filter(p -> p.state() == state)
                .filter(p -> state == ProgrammeState.CONFIRMED
                        ? p.openThroughEndOf(purchase.year())
                        : p.openWithin(purchase.year()))
                .map(p -> new Offer(
                        p, p.cents(purchase.object(), purchase.gvwrClass(), purchase.expenseCents(), purchase.year())))
                .filter(o -> o.cents() > 0)
                .toList();
    }

    private static long stack(List<Offer> offers, long expenseCents) {
        long total = 0;
        long ceiling = expenseCents;
        for (Offer offer : offers) {
            total += offer.cents();
            Double share = offer.programme().stackingShare();
            if (share != null) {
                ceiling = Math.min(ceiling, (long) Math.floor(share * expenseCents));
            }
        }
        return Math.min(total, ceiling);
    }
}
