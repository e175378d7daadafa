package courant.platform.editorial;

import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.platform.funding.StandingProgramme;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// Something of the calendar.
public sealed interface Entry {
    ZoneId QUEBEC = ZoneId.of("America/Toronto");

    /// The day it takes place, in Québec.
    LocalDate day();

    /// The page that tells more.
    String address();

    /// Slugs of the chantiers it belongs to.
    List<String> workstreams();

    /// Whether it is for these people.
    boolean isFor(String audience);

    /// Whether it is over, at a moment of Québec.
    boolean isOver(LocalDateTime now);

    /// An event that editors announce.
    ///
    /// @param slug last part of its address
    /// @param title heading
    /// @param summary one sentence
    /// @param start in Québec time
    /// @param minutes how long it lasts
    /// @param place where, or « en ligne »
    /// @param audiences for whom, among [#AUDIENCES]
    /// @param workstreams slugs of the chantiers it belongs to
    /// @param organiser who holds it
    /// @param signUp address where one registers, empty when it is not needed
    /// @param invented whether it exists only in a demonstration
    /// @param html body
    record Event(
            String slug,
            String title,
            String summary,
            LocalDateTime start,
            int minutes,
            String place,
            List<String> audiences,
            List<String> workstreams,
            String organiser,
            String signUp,
            boolean invented,
            String html)
            implements Entry {
        public static final List<String> AUDIENCES = List.of("elus", "gestionnaires", "mecanique", "conduite");
        private static final String EVERYBODY = "tous";
        private static final String OUR_FORM = "/nous-joindre";
        private static final int LONGEST_MINUTES = 14 * 24 * 60;

        public Event {
            if (minutes < 1 || minutes > LONGEST_MINUTES) {
                throw new IllegalArgumentException(
                        "%s: « duree: %d » is no number of minutes of an event.".formatted(slug, minutes));
            }
            for (String audience : audiences) {
                if (!AUDIENCES.contains(audience) && !audience.equals(EVERYBODY)) {
                    throw new IllegalArgumentException("%s: « %s » is no audience; maybe one of %s, or tous."
                            .formatted(slug, audience, AUDIENCES));
                }
            }
            if (!signUp.isEmpty() && !signUp.matches("(https?:/)?/.+")) {
                throw new IllegalArgumentException(
                        "%s: « %s » is no address to register at; maybe https://….".formatted(slug, signUp));
            }
            audiences = audiences.stream().filter(a -> !a.equals(EVERYBODY)).toList();
        }

        static Event of(TextFile file) {
            String minutes = file.required("duree");
            if (!minutes.matches("\\d{1,5}")) {
                throw new IllegalArgumentException(
                        "%s: « duree: %s » is no number of minutes.".formatted(file.name(), minutes));
            }
            return new Event(
                    file.required("slug"),
                    file.required("titre"),
                    file.required("resume"),
                    LocalDateTime.parse(file.required("debut")),
                    Integer.parseInt(minutes),
                    file.required("lieu"),
                    file.list("public"),
                    file.list("chantiers"),
                    file.required("organisateur"),
                    file.optional("inscription"),
                    file.optional("fictif").equals("oui"),
                    Markdown.html(file.body()));
        }

        @Override
        public LocalDate day() {
            return start.toLocalDate();
        }

        /// Where one registers; our own form opens with the name of the event.
        public String signUpAddress() {
            return signUp.equals(OUR_FORM) ? OUR_FORM + "?evenement=" + slug : signUp;
        }

        public LocalDateTime end() {
            return start.atZone(QUEBEC).plusMinutes(minutes).toLocalDateTime();
        }

        @Override
        public String address() {
            return "/evenements/" + start.getYear() + "/" + slug;
        }

        @Override
        public boolean isFor(String audience) {
            return audience.isEmpty() || audiences.isEmpty() || audiences.contains(audience);
        }

        @Override
        public boolean isOver(LocalDateTime now) {
            return !end().isAfter(now);
        }
    }

    /// The last day of a programme of financial aid, as its source gives it.
    ///
    /// @param standing with an end
    /// @param day its last day
    /// @param state today
    record Deadline(StandingProgramme standing, LocalDate day, ProgrammeState state) implements Entry {
        public Programme programme() {
            return standing.programme();
        }

        @Override
        public String address() {
            return "/aide-financiere/" + programme().id();
        }

        @Override
        public List<String> workstreams() {
            return List.of("resilience-financiere");
        }

        @Override
        public boolean isFor(String audience) {
            return audience.isEmpty() || audience.equals("elus") || audience.equals("gestionnaires");
        }

        @Override
        public boolean isOver(LocalDateTime now) {
            return day.isBefore(now.toLocalDate());
        }

        public String title(Locale locale) {
            return standing.name(locale);
        }
    }
}
