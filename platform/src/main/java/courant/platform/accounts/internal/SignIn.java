package courant.platform.accounts.internal;

import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.web.EmailAddress;
import courant.platform.web.Secret;
import courant.platform.web.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in: by a link sent to the address, by a password, by a passkey, or by an identity that another organisation
/// vouches for. None tells whether an address has an account.
@Component
class SignIn {
    /// Hashing a password takes a processor and 16 MiB for a good part of a second, on purpose.
    private static final int HASHED_AT_ONCE = 2;

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final PasskeyStore passkeys;
    private final IdentityStore identities;
    private final AccountChanges changes;
    private final Outbox outbox;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final Semaphore hashing = new Semaphore(HASHED_AT_ONCE);
    private final String publicUrl;
    private final Set<String> administrators;
    private final String nobodysHash;

    SignIn(
            AccountStore accounts,
            SessionStore sessions,
            PasskeyStore passkeys,
            IdentityStore identities,
            AccountChanges changes,
            Outbox outbox,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            @Value("${courant.public-url}") String publicUrl,
            @Value("${courant.administrators:}") String administrators) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.identities = identities;
        this.changes = changes;
        this.outbox = outbox;
        this.passwords = passwords;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
        this.administrators = Arrays.stream(administrators.split("[,\\s]+"))
                .flatMap(address -> EmailAddress.read(address).stream())
                .map(EmailAddress::value)
                .collect(Collectors.toUnmodifiableSet());
        this.nobodysHash = passwords.encode(Secret.fresh().text());
    }

    /// Sends a link, unless the address or the place asked too often, or the account is closed.
    ///
    /// @param wanted path of the page to open afterwards
    @Transactional
    public void sendLink(EmailAddress email, String wanted, Words words, String originHash) {
        if (!accounts.mayTry(email.value(), originHash, "link") || accounts.isClosed(email.value())) {
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
        return accounts.use(link).flatMap(email -> {
            long account = accounts.findOrMake(email);
            Optional<Secret> session = sessions.open(account, device);
            if (session.isPresent() && administrators.contains(email)) {
                accounts.makeOperator(account);
            }
            return session;
        });
    }

    /// Holds neither a connection nor a lock while it compares: many who sign in at once wait for each other alone.
    ///
    /// @return the new session, or nothing when the address or the password is wrong, or was tried too often
    public Optional<Secret> byPassword(EmailAddress email, String password, String originHash, String device) {
        if (!accounts.mayTry(email.value(), originHash, "password")) {
            return Optional.empty();
        }
        Optional<AccountStore.Account> account = accounts.find(email.value());
        // Somebody without account or password costs the same time.
        String hash = account.map(AccountStore.Account::passwordHash).orElse(nobodysHash);
        boolean right = matches(password, hash);
        return account.filter(known -> right && known.passwordHash() != null)
                .flatMap(known -> transaction.execute(status -> sessions.open(known.id(), device)));
    }

    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    /// @return the new session, or nothing when the key was taken away meanwhile
    @Transactional
    public Optional<Secret> byPasskey(Passkeys.Shown shown, String device) {
        return passkeys.used(shown.known(), shown.seen())
                ? sessions.open(shown.known().account(), device)
                : Optional.empty();
    }

    /// By an identity attached to an account; else by its address, when the provider may vouch for that and its owner
    /// has not taken it away. An address that is only vouched for gives nobody the administration.
    ///
    /// @param provider its name as people read it
    /// @return the new session, or nothing when the identity opens no account
    @Transactional
    public Optional<Secret> byIdentity(Identity identity, String provider, Words words, String device) {
        if (identities.account(identity).isEmpty() && !identities.wasRemoved(identity)) {
            identity.vouchedEmail().ifPresent(email -> changes.attachVouched(email, identity, provider, words));
        }
        return identities.account(identity).flatMap(account -> {
            identities.used(identity, account);
            return sessions.open(account, device);
        });
    }
}
