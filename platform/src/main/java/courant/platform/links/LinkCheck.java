package courant.platform.links;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Asks the addresses outside the site whether they still answer: each week by itself, or when an editor wants it. One
/// request at a time, with a pause between two to one server.
@Component
@EnableConfigurationProperties(LinkSettings.class)
public class LinkCheck {
    private static final Logger LOG = LoggerFactory.getLogger(LinkCheck.class);

    private final ObjectProvider<LinkSource> sources;
    private final LinkLedger ledger;
    private final LinkSettings settings;
    private final LinkProbe probe;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    /// The sources may themselves ask for what is known of an address: they are looked for when first needed.
    LinkCheck(
            ObjectProvider<LinkSource> sources,
            LinkLedger ledger,
            LinkSettings settings,
            Clock clock,
            @Value("${courant.public-url}") String publicUrl) {
        this.sources = sources;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.probe = new LinkProbe(settings, "Courant, link check (+" + publicUrl + ")");
    }

    /// Whether this instance asks outside at all.
    public boolean isEnabled() {
        return settings.enabled();
    }

    public boolean isRunning() {
        return running.get();
    }

    /// A link with what is known of it.
    ///
    /// @param from what has the link, as an editor knows it
    /// @param editing where it is corrected
    public record Seen(LinkState state, String from, String editing) {}

    /// Every link, asked or not.
    public List<LinkSource.Outgoing> links() {
        return sources.orderedStream()
                .flatMap(source -> source.links().stream())
                .distinct()
                .toList();
    }

    /// Links whose last answer needs a person: broken, moved or guarded, in this order.
    public List<Seen> needingCare() {
        Map<String, LinkState> states = ledger.states();
        List<Seen> seen = new ArrayList<>();
        for (LinkSource.Outgoing link : links()) {
            LinkState state = states.get(link.address());
            if (state != null && state.outcome() != LinkState.Outcome.ANSWERS) {
                seen.add(new Seen(state, link.from(), link.editing()));
            }
        }
        seen.sort((a, b) -> Integer.compare(rank(a.state()), rank(b.state())));
        return seen;
    }

    private static int rank(LinkState state) {
        return state.isBroken() ? 0 : state.outcome() == LinkState.Outcome.MOVED ? 1 : 2;
    }

    /// Starts the run and does not wait for it: other tasks wait for the same clock.
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void checkDue() {
        Instant old = clock.instant().minus(settings.again());
        Map<String, LinkState> states = ledger.states();
        Set<String> due = addresses();
        due.removeIf(address -> {
            LinkState state = states.get(address);
            return state != null && state.checkedAt().isAfter(old);
        });
        if (!due.isEmpty()) {
            begin("courant", due);
        }
    }

    private Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        links().forEach(link -> addresses.add(link.address()));
        return addresses;
    }

    /// Asks all of them, in the background; nothing when a run is under way, or when this instance does not ask.
    ///
    /// @param actor who wants it
    public void begin(String actor) {
        begin(actor, addresses());
    }

    /// One run at a time, and none when this instance does not ask.
    private void begin(String actor, Set<String> addresses) {
        if (settings.enabled() && running.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("links").start(() -> {
                try {
                    run(actor, addresses);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    running.set(false);
                }
            });
        }
    }

    private void run(String actor, Set<String> addresses) throws InterruptedException {
        int broken = 0;
        List<String> asked =
                oldestFirst(addresses).stream().limit(settings.most()).toList();
        for (String address : asked) {
            broken += ask(address) ? 1 : 0;
        }
        ledger.over(actor, asked.size(), broken, addresses());
    }

    /// Never asked ones come before all others.
    private List<String> oldestFirst(Set<String> addresses) {
        Map<String, LinkState> states = ledger.states();
        return addresses.stream()
                .sorted(Comparator.comparing(address -> {
                    LinkState state = states.get(address);
                    return state == null ? Instant.MIN : state.checkedAt();
                }))
                .toList();
    }

    /// One address that cannot be asked, or whose answer cannot be kept, does not end the run.
    ///
    /// @return whether it is broken
    private boolean ask(String address) throws InterruptedException {
        try {
            LinkProbe.Answer answer = probe.ask(address);
            ledger.note(address, answer);
            return answer.outcome().isBroken();
        } catch (RuntimeException failed) {
            LOG.warn("The answer of {} was not kept.", address, failed);
            return false;
        }
    }
}
