package courant.platform.mail;

import courant.platform.web.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who writes to people that asked for it: the law asks that each of these letters bear a postal address.
///
/// @param demonstration letters are shown instead of sent
/// @param mailServer empty when no letter can leave
/// @param postalAddress of the sender
@Component
public record Sender(
        @Value("${courant.demonstration}") boolean demonstration,
        @Value("${spring.mail.host:}") String mailServer,
        @Value("${courant.postal-address:}") String postalAddress) {

    /// Whether people can ask for letters here.
    public boolean open() {
        return demonstration || !mailServer.isBlank() && !postalAddress.isBlank();
    }

    /// The line that ends each letter.
    public String named(Words words) {
        return words.say(
                "newsletter.letter.sender",
                postalAddress.isBlank() ? words.say("newsletter.letter.demonstration") : postalAddress);
    }
}
