package courant.platform.newsletter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What whoever runs this instance has set.
///
/// @param demonstration letters are shown instead of sent
/// @param publicUrl where readers reach this instance, without a final slash
@Component
record NewsletterSettings(
        @Value("${courant.demonstration}") boolean demonstration,
        @Value("${courant.public-url}") String publicUrl) {}
