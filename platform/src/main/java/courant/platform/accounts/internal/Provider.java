package courant.platform.accounts.internal;

import java.util.List;

/// An organisation whose own accounts open ours.
///
/// @param id as it stands in addresses
/// @param name as people read it
/// @param domains of the addresses it may vouch for; with none, an identity is of use once attached to an account
/// @param emailsManaged whether it alone gives people their addresses: what it does not call verified is believed then
public record Provider(
        String id,
        String name,
        String issuer,
        String clientId,
        String clientSecret,
        List<String> domains,
        boolean emailsManaged) {
    public Provider {
        domains = List.copyOf(domains);
    }

    /// Without the secret, so that it never reaches a log.
    @Override
    public String toString() {
        return "provider " + id;
    }
}
