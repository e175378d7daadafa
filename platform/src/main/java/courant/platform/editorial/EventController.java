package courant.platform.editorial;

import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.platform.funding.ProgrammeLibrary;
import courant.platform.funding.StandingProgramme;
import courant.platform.web.Menu;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The calendar: what editors announce and the last days of programmes.
@Controller
public class EventController {
    private static final String CALENDAR = "text/calendar;charset=UTF-8";
    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparing(Entry::day).thenComparing(Entry::address);

    private final TextLibrary library;
    private final ProgrammeLibrary programmes;
    private final Clock clock;
    private final String host;

    EventController(
            TextLibrary library,
            ProgrammeLibrary programmes,
            Clock clock,
            @Value("${courant.public-url}") String publicUrl) {
        this.library = library;
        this.programmes = programmes;
        this.clock = clock;
        this.host = String.valueOf(URI.create(publicUrl).getHost());
    }

    /// What the reader wants to see.
    ///
    /// @param workstream slug, empty for all
    /// @param audience empty for all
    /// @param month null for all
    public record Wish(
            String workstream, String audience, @Nullable YearMonth month) {
        static Wish of(String workstream, String audience, String month) {
            return new Wish(
                    Menu.WORKSTREAMS.stream().anyMatch(entry -> entry.address().equals("/chantiers/" + workstream))
                            ? workstream
                            : "",
                    Entry.Event.AUDIENCES.contains(audience) ? audience : "",
                    month(month));
        }

        private static @Nullable YearMonth month(String typed) {
            try {
                return YearMonth.parse(typed);
            } catch (DateTimeException any) {
                return null;
            }
        }

        boolean shows(Entry entry) {
            return (workstream.isEmpty() || entry.workstreams().contains(workstream))
                    && entry.isFor(audience)
                    && (month == null || YearMonth.from(entry.day()).equals(month));
        }
    }

    @GetMapping("/evenements")
    String all(
            @RequestParam(name = "chantier", defaultValue = "") String workstream,
            @RequestParam(name = "public", defaultValue = "") String audience,
            @RequestParam(name = "mois", defaultValue = "") String month,
            @ModelAttribute("page") Page page,
            Model model) {
        Wish wish = Wish.of(workstream, audience, month);
        List<Entry> all = entries(page);
        LocalDateTime now = LocalDateTime.now(clock.withZone(Entry.QUEBEC));
        model.addAttribute(
                "text",
                library.page("evenements", page.locale()).orElseThrow(() -> new NotFoundException("evenements")));
        model.addAttribute("wish", wish);
        model.addAttribute(
                "months",
                new TreeSet<>(
                        all.stream().map(entry -> YearMonth.from(entry.day())).toList()));
        model.addAttribute(
                "upcoming",
                all.stream()
                        .filter(wish::shows)
                        .filter(entry -> !entry.isOver(now))
                        .toList());
        model.addAttribute(
                "past",
                all.stream()
                        .filter(wish::shows)
                        .filter(entry -> entry.isOver(now))
                        .toList()
                        .reversed());
        return "editorial/events";
    }

    /// In the order in which they take place.
    private List<Entry> entries(Page page) {
        List<Entry> entries = new ArrayList<>(library.events(page.locale()));
        LocalDate today = LocalDate.now(clock.withZone(Entry.QUEBEC));
        programmes.listed().stream().flatMap(standing -> end(standing, today)).forEach(entries::add);
        entries.sort(IN_ORDER);
        return entries;
    }

    /// A programme that is closed before its last day has nothing more to announce, and a day that we assumed is none
    /// to
    /// put in an agenda.
    private static Stream<Entry> end(StandingProgramme standing, LocalDate today) {
        Programme programme = standing.programme();
        ProgrammeState state = programme.stateOn(today);
        LocalDate last = programme.validTo();
        return last == null || programme.validToAssumed() || !last.isBefore(today) && state == ProgrammeState.CLOSED
                ? Stream.of()
                : Stream.of(new Entry.Deadline(standing, last, state));
    }

    @GetMapping("/evenements/{year:\\d{4}}/{slug:[a-z0-9-]+}")
    String event(@PathVariable int year, @PathVariable String slug, @ModelAttribute("page") Page page, Model model) {
        Entry.Event event = find(year, slug, page);
        model.addAttribute("event", event);
        model.addAttribute("over", event.isOver(LocalDateTime.now(clock.withZone(Entry.QUEBEC))));
        return "editorial/event";
    }

    private Entry.Event find(int year, String slug, Page page) {
        return library.events(page.locale()).stream()
                .filter(event -> event.start().getYear() == year && event.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(slug));
    }

    @GetMapping(path = "/evenements/{year:\\d{4}}/{slug:[a-z0-9-]+}.ics", produces = CALENDAR)
    @ResponseBody
    String file(@PathVariable int year, @PathVariable String slug, @ModelAttribute("page") Page page) {
        return file(List.of(find(year, slug, page)), page);
    }

    @GetMapping(path = "/evenements.ics", produces = CALENDAR)
    @ResponseBody
    String wholeFile(@ModelAttribute("page") Page page) {
        LocalDate longAgo = LocalDate.now(clock.withZone(Entry.QUEBEC)).minusYears(1);
        return file(
                entries(page).stream()
                        .filter(entry -> entry.day().isAfter(longAgo))
                        .toList(),
                page);
    }

    private String file(List<? extends Entry> entries, Page page) {
        AgendaFile file = new AgendaFile(page.say("events.calendar"), host, Instant.now(clock));
        for (Entry entry : entries) {
            String whole = page.absoluteHere(entry.address());
            switch (entry) {
                case Entry.Event event ->
                    file.event(
                            "evenement-" + event.slug(),
                            event.start(),
                            event.end(),
                            event.invented() ? page.say("events.invented.title", event.title()) : event.title(),
                            event.summary() + "\n" + whole,
                            event.place(),
                            whole);
                case Entry.Deadline deadline ->
                    file.day(
                            "programme-" + deadline.programme().id(),
                            deadline.day(),
                            page.say("events.deadline.title", deadline.title(page.locale())),
                            page.say(
                                    "events.deadline.text",
                                    page.say("funding.state." + deadline.state().id())),
                            whole);
            }
        }
        return file.finished();
    }
}
