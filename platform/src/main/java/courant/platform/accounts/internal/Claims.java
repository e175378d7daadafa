package courant.platform.accounts.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Organisation;
import courant.platform.accounts.Person;
import courant.platform.accounts.Role;
import courant.platform.accounts.TeamLetters;
import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.EmailAddress;
import courant.platform.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How the first person of a town comes to act for it.
@Component
class Claims {
    private static final Words FRENCH = Words.of(Locale.CANADA_FRENCH);
    private static final int MOST_CODES_A_DAY = 3;

    private final ClaimStore store;
    private final TeamStore teams;
    private final SessionStore sessions;
    private final MunicipalityDirectory directory;
    private final Outbox outbox;
    private final TeamLetters letters;
    private final String publicUrl;

    Claims(
            ClaimStore store,
            TeamStore teams,
            SessionStore sessions,
            MunicipalityDirectory directory,
            Outbox outbox,
            TeamLetters letters,
            @Value("${courant.public-url}") String publicUrl) {
        this.store = store;
        this.teams = teams;
        this.sessions = sessions;
        this.directory = directory;
        this.outbox = outbox;
        this.letters = letters;
        this.publicUrl = publicUrl;
    }

    /// Ways open to a person for a town, the surest first.
    List<ClaimMethod> methods(Person person, String municipalityCode) {
        List<ClaimMethod> methods = new ArrayList<>();
        if (!store.hasTeam(municipalityCode)) {
            store.contact(municipalityCode).ifPresent(contact -> {
                if (isOf(person, contact)) {
                    methods.add(ClaimMethod.DOMAIN);
                }
                if (!contact.email().isEmpty()) {
                    methods.add(ClaimMethod.PUBLISHED_EMAIL);
                }
                if (!contact.postalAddress().isEmpty()) {
                    methods.add(ClaimMethod.PUBLISHED_POSTAL);
                }
            });
        }
        methods.add(ClaimMethod.ADMINISTRATOR);
        return methods;
    }

    private static boolean isOf(Person person, ClaimStore.Contact contact) {
        return !contact.domain().isEmpty()
                && EmailAddress.read(person.email())
                        .filter(address -> address.domain().equalsIgnoreCase(contact.domain()))
                        .isPresent();
    }

    /// Asks to act for a town. By its own domain, that is proved already; by its published address, a code leaves.
    ///
    /// @return key of why it was not asked, or nothing when it was
    @Transactional
    public Optional<String> ask(
            Person person, ClaimStore.Asker asker, Municipality town, ClaimMethod method, Role role, Words words) {
        if (!methods(person, town.code()).contains(method)) {
            return Optional.of("claim.method.error");
        }
        if (method == ClaimMethod.PUBLISHED_EMAIL && !mayHaveCode(person, town.code())) {
            return Optional.of("claim.codes.most");
        }
        ClaimStore.Contact contact = store.contact(town.code()).orElse(new ClaimStore.Contact("", "", "", ""));
        String reached = switch (method) {
            case PUBLISHED_EMAIL -> contact.email();
            case PUBLISHED_POSTAL -> contact.postalAddress();
            case DOMAIN, ADMINISTRATOR -> "";
        };
        Optional<Long> asked = store.ask(person, asker, town.code(), method, role, reached);
        asked.flatMap(store::find).ifPresent(claim -> {
            switch (method) {
                case DOMAIN -> approve(person, claim, town);
                case PUBLISHED_EMAIL -> outbox.post(codeLetter(claim, town, store.newCode(claim.id()), words));
                case PUBLISHED_POSTAL, ADMINISTRATOR -> {}
            }
        });
        return asked.isPresent() ? Optional.empty() : Optional.of("claim.already");
    }

    private boolean mayHaveCode(Person person, String municipalityCode) {
        return store.codesToday(person, municipalityCode) < MOST_CODES_A_DAY;
    }

    /// Sends another code to the published address; the one before is worth nothing any more.
    ///
    /// @return false when too many were sent today, or there is nothing to send one for
    @Transactional
    public boolean sendNewCode(Person person, long id, Words words) {
        ClaimStore.Claim claim = store.find(id)
                .filter(found -> found.account() == person.id() && found.method() == ClaimMethod.PUBLISHED_EMAIL)
                .filter(found -> mayHaveCode(person, found.municipalityCode()))
                .orElse(null);
        Municipality town = claim == null
                ? null
                : directory.ofCode(claim.municipalityCode()).orElse(null);
        if (claim == null || town == null) {
            return false;
        }
        outbox.post(codeLetter(claim, town, store.newCode(id), words));
        return true;
    }

    private Letter codeLetter(ClaimStore.Claim claim, Municipality town, ClaimCode code, Words words) {
        return new Letter(
                claim.contact(),
                words.say("claim.letter.subject", town.name()),
                String.join(
                        "\n\n",
                        words.say("claim.letter.text", claim.who(), town.name()),
                        words.say("claim.letter.code", code.text()),
                        words.say("claim.letter.how", publicUrl + "/espace/rattachement"),
                        words.say("claim.letter.ignore")),
                "");
    }

    /// @return whether the code was right; after five wrong ones it is worth nothing
    @Transactional
    public boolean prove(Person person, long id, String typed) {
        ClaimStore.Claim claim = store.find(id).orElse(null);
        if (claim == null || claim.account() != person.id() || !store.tryCode(id, ClaimCode.typed(typed))) {
            return false;
        }
        return directory
                .ofCode(claim.municipalityCode())
                .map(town -> approve(person, claim, town))
                .orElse(false);
    }

    private boolean approve(Person by, ClaimStore.Claim claim, Municipality town) {
        if (!store.decide(claim.id(), true, "")) {
            return false;
        }
        boolean joins = store.hasTeam(town.code());
        Organisation organisation = teams.ofMunicipality(town);
        teams.add(claim.account(), organisation, claim.role());
        if (joins) {
            tellTeam(organisation, claim);
        } else {
            teams.add(claim.account(), organisation, Role.ADMINISTRATOR);
        }
        store.note(by, "claim.approved", claim.id());
        if (by.id() == claim.account()) {
            sessions.choose(by, organisation.id());
        }
        return true;
    }

    /// Those who act for the town already learn that somebody joins them whom they have not invited.
    private void tellTeam(Organisation organisation, ClaimStore.Claim claim) {
        letters.post(
                organisation.id(),
                claim.email(),
                FRENCH.say("claim.joined.subject", organisation.name()),
                String.join(
                        "\n\n",
                        FRENCH.say(
                                "claim.joined.text",
                                claim.who(),
                                organisation.name(),
                                FRENCH.say("role." + claim.role().id())),
                        publicUrl + "/espace/equipe"));
    }

    /// What somebody of the team that runs this instance decides; the person is told.
    @Transactional
    public void decide(Person by, long id, boolean approved, String reason, Words words) {
        ClaimStore.Claim claim = store.find(id).orElse(null);
        Municipality town = claim == null
                ? null
                : directory.ofCode(claim.municipalityCode()).orElse(null);
        if (claim == null || town == null) {
            return;
        }
        boolean done = approved ? approve(by, claim, town) : refuse(by, claim, reason);
        if (done) {
            String outcome = approved ? "claim.approved" : "claim.refused";
            outbox.post(new Letter(
                    claim.email(),
                    words.say(outcome + ".subject", town.name()),
                    String.join(
                            "\n\n",
                            words.say(outcome + ".text", town.name()),
                            approved
                                    ? publicUrl + "/espace"
                                    : words.say("claim.refused.reason", reason) + "\n\n"
                                            + words.say("claim.refused.next") + "\n\n"
                                            + publicUrl + "/espace/rattachement"),
                    ""));
        }
    }

    private boolean refuse(Person by, ClaimStore.Claim claim, String reason) {
        boolean refused = store.decide(claim.id(), false, reason);
        if (refused) {
            store.note(by, "claim.refused", claim.id());
        }
        return refused;
    }

    /// The code of a letter to post, made when the letter is printed.
    @Transactional
    public ClaimCode codeToPost(ClaimStore.Claim claim) {
        return store.newCode(claim.id());
    }
}
