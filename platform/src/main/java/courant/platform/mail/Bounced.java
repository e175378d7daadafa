package courant.platform.mail;

/// An address takes no letters: the server refused it for good.
///
/// @param recipient the address
public record Bounced(String recipient) {}
