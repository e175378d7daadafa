package courant.platform.accounts.internal;

import courant.platform.accounts.Organisation;
import courant.platform.accounts.Person;
import courant.platform.accounts.Role;
import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.web.EmailAddress;
import courant.platform.web.Secret;
import courant.platform.web.Words;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Inviting somebody to act for an organisation, by a letter that says who invites, to what, and for how long.
@Component
class Invitations {
    private final TeamStore teams;
    private final Outbox outbox;
    private final String publicUrl;

    Invitations(TeamStore teams, Outbox outbox, @Value("${courant.public-url}") String publicUrl) {
        this.teams = teams;
        this.outbox = outbox;
        this.publicUrl = publicUrl;
    }

    /// @return key of why nobody was invited, or nothing when the letter leaves
    @Transactional
    public Optional<String> invite(Person by, Organisation organisation, EmailAddress email, Role role, Words words) {
        if (!organisation.kind().roles().contains(role)) {
            return Optional.of("invitation.role.error");
        }
        if (teams.members(organisation).stream()
                .anyMatch(member -> member.email().equals(email.value()) && member.role() == role)) {
            return Optional.of("invitation.member");
        }
        if (teams.invitations(organisation).stream()
                .anyMatch(open -> open.email().equals(email.value()) && open.role() == role)) {
            return Optional.of("invitation.twice");
        }
        Secret link = teams.invite(by, organisation, email.value(), role);
        outbox.post(letter(by, organisation, email, role, link, words));
        return Optional.empty();
    }

    private Letter letter(
            Person by, Organisation organisation, EmailAddress email, Role role, Secret link, Words words) {
        String who = by.name().isEmpty() ? by.email() : by.name() + " (" + by.email() + ")";
        return new Letter(
                email.value(),
                words.say("invitation.letter.subject", organisation.name()),
                String.join(
                        "\n\n",
                        words.say(
                                "invitation.letter.text",
                                who,
                                organisation.name(),
                                words.say("role." + role.id()),
                                TeamStore.INVITATION_LIFE.toDays()),
                        publicUrl + "/invitation/" + link.text(),
                        words.say("invitation.letter.ignore")),
                "");
    }
}
