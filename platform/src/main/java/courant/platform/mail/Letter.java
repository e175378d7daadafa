package courant.platform.mail;

/// One letter.
///
/// @param recipient address of one person
/// @param subject one line
/// @param body plain text
/// @param html the same as a page, empty when plain text is all there is
/// @param unsubscribeAddress whole address that withdraws consent by POST (RFC 8058), empty for a letter of service
public record Letter(String recipient, String subject, String body, String html, String unsubscribeAddress) {
    public Letter {
        if (recipient.chars().anyMatch(Character::isISOControl)
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A recipient or a subject has a line break.");
        }
    }

    /// In plain text alone.
    public Letter(String recipient, String subject, String body, String unsubscribeAddress) {
        this(recipient, subject, body, "", unsubscribeAddress);
    }
}
