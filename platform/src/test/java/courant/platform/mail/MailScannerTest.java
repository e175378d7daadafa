package courant.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.People;
import courant.postgres.DatabaseAccess;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;

/// A program that opens every link of every letter, by GET and by HEAD, as many mail servers do: nothing may change.
@SpringBootTest(properties = {"courant.demonstration=true", "courant.administrators=chef.scan@operateur.test"})
@AutoConfigureMockMvc
class MailScannerTest {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S*)");

    /// Subjects of the letters the platform can send, by the beginning of their keys: the test must meet them all.
    private static final List<String> SUBJECTS = List.of(
            "Votre lien de connexion",
            "vous invite sur Courant",
            "Agir pour",
            "Vous pouvez agir pour",
            "Votre demande d’agir pour",
            "Confirmez votre inscription à l’infolettre",
            "Confirmez votre alerte",
            "Aide financière",
            "est à renouveler",
            "Premier numéro",
            "façons de vous connecter",
            "se joint à votre équipe",
            "votre rôle est retiré",
            "Mandat donné",
            "Mandat retiré",
            "l’engagement est publié",
            "la résolution est à corriger");

    @Autowired
    private MockMvc site;

    @Autowired
    private Outbox outbox;

    @Autowired
    private DatabaseAccess owner;

    @Autowired
    private ApplicationContext context;

    @Test
    void changesNothing() throws Exception {
        People people = new People(site, outbox, owner);
        sendEveryLetter(people);
        List<Letter> letters = outbox.newest(500);
        Set<String> missing = new TreeSet<>(SUBJECTS);
        missing.removeIf(
                subject -> letters.stream().anyMatch(letter -> letter.subject().contains(subject)));
        assertThat(missing).as("letters that were not sent").isEmpty();

        List<String> links = new ArrayList<>();
        for (Letter letter : letters) {
            Matcher found = LINK.matcher(letter.body() + " " + letter.unsubscribeAddress());
            found.results().forEach(link -> links.add(link.group(1)));
        }
        assertThat(links).hasSizeGreaterThan(15);
        String before = everything(people);
        for (String link : links) {
            assertThat(site.perform(get(link)).andReturn().getResponse().getStatus())
                    .as(link)
                    .isLessThan(500);
            assertThat(site.perform(head(link)).andReturn().getResponse().getStatus())
                    .as(link)
                    .isLessThan(500);
        }
        assertThat(everything(people)).isEqualTo(before);
    }

    private void sendEveryLetter(People people) throws Exception {
        Cookie chief = people.signIn("chef.scan@operateur.test");
        Cookie first = people.signIn("premier@fournisseur.test");
        claim(first, "99959", "published-email");
        site.perform(post("/compte/motdepasse").cookie(first).param("motdepasse", "trois bornes dans la cour"));
        Cookie second = people.signIn("second@fournisseur.test");
        claim(second, "99957", "administrator");
        decide(people, chief, "99957", "approuver");
        claim(second, "99956", "administrator");
        decide(people, chief, "99956", "refuser");
        site.perform(post("/espace/equipe/invitation")
                .cookie(second)
                .param("courriel", "collegue@ville.test")
                .param("role", "fleet"));
        tellTeams(people, chief, second);
        site.perform(
                post("/infolettre").param("courriel", "lectrice@ville.test").param("accord", "true"));
        site.perform(post(people.links("lectrice@ville.test").getFirst()));
        site.perform(post("/aide-financiere/alerte")
                .param("courriel", "aide@ville.test")
                .param("rythme", "daily"));
        site.perform(post(people.links("aide@ville.test").getFirst()));
        people.run("""
                insert into courant.programme_change (programme, kind, fingerprint) values ('ecocamionnage', 'changed', 'x');
                insert into courant.programme_change (programme, kind, fingerprint)
                  select programme, 'changed', 'y' from courant.programme_change where kind = 'known' limit 1;
                update courant.commitment set renewed_until = current_date + 3, reminded_for = null where id =
                  (select max(id) from courant.commitment where state = 'published');
                """);
        run("alerts", "tell");
        run("alerts", "tell");
        people.run(
                "insert into courant.programme_change (programme, kind, fingerprint) select programme, 'changed', 'z' from courant.programme_change where fingerprint <> 'x' limit 1");
        run("alerts", "tell");
        run("renewalReminder", "remind");
        site.perform(post("/admin/infolettre")
                .cookie(chief)
                .param("objet", "Premier numéro")
                .param("texte", "Bonjour."));
        String issue = people.text("select max(id) from courant.newsletter_issue");
        site.perform(post("/admin/infolettre/" + issue + "/envoi").cookie(chief).param("base", "1"));
        run("issues", "sendNext");
    }

    /// The letters to those who answer for an organisation.
    private void tellTeams(People people, Cookie chief, Cookie clerk) throws Exception {
        Cookie third = people.signIn("tierce@fournisseur.test");
        claim(third, "99957", "administrator");
        decide(people, chief, "99957", "approuver");
        String account = people.text("select id from courant.account where email = 'tierce@fournisseur.test'");
        site.perform(post("/espace/equipe/" + account + "/clerk/retrait").cookie(clerk));
        people.withRoles("conseil@mrc.test", "MRC des Trois-Versants (fictive)", "adviser");
        site.perform(post("/espace/equipe/mandat")
                .cookie(clerk)
                .param("organisme", people.text("select min(id) from courant.organisation where kind = 'mrc'"))
                .param("fin", LocalDate.now().plusMonths(6).toString()));
        String mandate = people.text("select max(id) from courant.mandate");
        site.perform(post("/espace/equipe/mandat/" + mandate + "/retrait").cookie(clerk));
        for (String decision : List.of("corriger", "publier")) {
            people.run("""
                    delete from courant.commitment c using courant.organisation o
                      where o.id = c.organisation_id and o.municipality_code = '99957';
                    insert into courant.commitment
                      (organisation_id, declaration_version, state, session_date, resolution_number)
                      select id, '1.0', 'submitted', current_date, '2026-5' from courant.organisation
                      where municipality_code = '99957';
                    """);
            String commitment = people.text("select max(id) from courant.commitment");
            site.perform(post("/admin/engagements/" + commitment + "/decision")
                            .param(
                                    "version",
                                    people.text("select max(version) from courant.commitment where id = " + commitment))
                            .cookie(chief)
                            .param("decision", decision)
                            .param("note", "Essai"))
                    .andExpect(status().isSeeOther());
        }
    }

    private void run(String bean, String task) {
        ReflectionTestUtils.invokeMethod(context.getBean(bean), task);
    }

    private void claim(Cookie who, String code, String method) throws Exception {
        site.perform(post("/espace/rattachement")
                .cookie(who)
                .param("municipalite", code)
                .param("nom", "Marie Roy")
                .param("fonction", "greffière adjointe")
                .param("methode", method));
    }

    private void decide(People people, Cookie chief, String code, String decision) throws Exception {
        String claim = people.text("select max(id) from courant.claim where municipality_code = '" + code + "'");
        site.perform(post("/admin/rattachements/" + claim + "/decision")
                .cookie(chief)
                .param("decision", decision)
                .param("raison", "Essai"));
    }

    /// Everything that a link of a letter could change, as one text.
    private static String everything(People people) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String table : List.of(
                "account",
                "membership",
                "mandate",
                "session",
                "sign_in_link",
                "invitation",
                "claim",
                "commitment",
                "newsletter_consent",
                "newsletter_delivery",
                "funding_alert",
                "private_plan",
                "audit_event",
                "mail")) {
            all.append(table)
                    .append(' ')
                    .append(people.text(
                            "select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from courant." + table
                                    + " t"))
                    .append('\n');
        }
        return all.toString();
    }
}
