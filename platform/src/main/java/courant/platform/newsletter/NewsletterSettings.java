package courant.platform.newsletter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What whoever runs this instance has set: the law asks that every letter bear a postal address.
///
/// @param demonstration letters are shown instead of sent
/// @param mailServer empty when no letter can leave
/// @param postalAddress of the sender
/// @param publicUrl where readers reach this instance, without a final slash
@Component
record NewsletterSettings(
        @Value("${courant.demonstration}") boolean demonstration,
        @Value("${spring.mail.host:}") String mailServer,
        @Value("${courant.postal-address:}") String postalAddress,
        @Value("${courant.public-url}") String publicUrl) {

    /// Whether a person can subscribe here.
    boolean open() {
        return demonstration || !mailServer.isBlank() && !postalAddress.isBlank();
    }
}
