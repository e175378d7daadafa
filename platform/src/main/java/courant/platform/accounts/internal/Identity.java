package courant.platform.accounts.internal;

import courant.platform.web.EmailAddress;
import java.util.Optional;

/// Somebody as another organisation knows her.
///
/// @param provider our short name of that organisation, as the settings of the instance give it
/// @param issuer its own name, an https address
/// @param subject its name of the person, which never changes and means nothing elsewhere
/// @param vouchedEmail her address, when it is in a domain the organisation may vouch for
record Identity(String provider, String issuer, String subject, Optional<EmailAddress> vouchedEmail) {}
