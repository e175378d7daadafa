package courant.platform.accounts.internal;

import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.web.EmailAddress;
import courant.platform.web.Secret;
import courant.platform.web.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signing in: by a link sent to the address, by a password, by a passkey, or by an identity that another organisation
/// vouches for. None tells whether an address has an account.
@Component
class SignIn {
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final PasskeyStore passkeys;
    private final IdentityStore identities;
    private final Outbox outbox;
    private final PasswordEncoder passwords;
    private final String publicUrl;
    private final Set<String> administrators;
    private final String nobodysHash;

    SignIn(
            AccountStore accounts,
            SessionStore sessions,
            PasskeyStore passkeys,
            IdentityStore identities,
            Outbox outbox,
            PasswordEncoder passwords,
            @Value("${courant.public-url}") String publicUrl,
            @Value("${courant.administrators:}") String administrators) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.identities = identities;
        this.outbox = outbox;
        this.passwords = passwords;
        this.publicUrl = publicUrl;
        this.administrators = Arrays.stream(administrators.split("[,\\s]+"))
                .flatMap(address -> EmailAddress.read(address).stream())
                .map(EmailAddress::value)
                .collect(Collectors.toUnmodifiableSet());
        this.nobodysHash = passwords.encode(Secret.fresh().text());
    }

    /// Sends a link, unless the address or the place asked too often.
    ///
    /// @param wanted path of the page to open afterwards
    @Transactional
    public void sendLink(EmailAddress email, String wanted, Words words, String originHash) {
        if (!accounts.mayTry(email.value(), originHash, "link")) {
            return;
        }
        Secret link = accounts.newLink(email.value());
        String address = publicUrl + "/connexion/" + link.text() + (wanted.isEmpty() ? "" : "?suite=" + wanted);
        outbox.post(new Letter(
                email.value(),
                words.say("signin.letter.subject"),
                String.join(
                        "\n\n",
                        words.say("signin.letter.text", AccountStore.LINK_LIFE.toMinutes()),
                        address,
                        words.say("signin.letter.ignore")),
                ""));
    }

    /// @return the new session, or nothing when the link was used or has expired
    @Transactional
    public Optional<Secret> byLink(Secret link, String device) {
        return accounts.use(link).map(email -> sessions.open(provedAccount(email), device));
    }

    /// The account of an address that was just proved.
    private long provedAccount(String email) {
        long account = accounts.findOrMake(email);
        if (administrators.contains(email)) {
            accounts.makeOperator(account);
        }
        return account;
    }

    /// @return the new session, or nothing when the address or the password is wrong, or was tried too often
    @Transactional
    public Optional<Secret> byPassword(EmailAddress email, String password, String originHash, String device) {
        if (!accounts.mayTry(email.value(), originHash, "password")) {
            return Optional.empty();
        }
        Optional<AccountStore.Account> account = accounts.find(email.value());
        // Somebody without account or password costs the same time.
        String hash = account.map(AccountStore.Account::passwordHash).orElse(nobodysHash);
        boolean right = passwords.matches(password, hash);
        return account.filter(known -> right && known.passwordHash() != null)
                .map(known -> sessions.open(known.id(), device));
    }

    @Transactional
    public Secret byPasskey(Passkeys.Shown shown, String device) {
        passkeys.used(shown.known(), shown.seen());
        return sessions.open(shown.known().account(), device);
    }

    /// By an identity attached to an account; else by its address, when the provider may vouch for that.
    ///
    /// @return the new session, or nothing when the identity is not attached and its address is not vouched for
    @Transactional
    public Optional<Secret> byIdentity(Identity identity, String device) {
        Optional<Long> attached = identities.account(identity);
        if (attached.isEmpty() && identity.vouchedEmail().isPresent()) {
            long account = provedAccount(identity.vouchedEmail().get().value());
            identities.attach(account, identity);
            attached = Optional.of(account);
        }
        return attached.map(account -> {
            identities.used(identity, account);
            return sessions.open(account, device);
        });
    }
}
