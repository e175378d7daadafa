package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.web.EmailAddress;
import courant.platform.web.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Changes of the ways into an account. Its address is told of each, so that nobody opens or closes a door behind its
/// owner's back.
@Component
class AccountChanges {
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final PasskeyStore passkeys;
    private final IdentityStore identities;
    private final Outbox outbox;
    private final String publicUrl;

    AccountChanges(
            AccountStore accounts,
            SessionStore sessions,
            PasskeyStore passkeys,
            IdentityStore identities,
            Outbox outbox,
            @Value("${courant.public-url}") String publicUrl) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.identities = identities;
        this.outbox = outbox;
        this.publicUrl = publicUrl;
    }

    /// Ends the other sessions: whoever knew the password before is out.
    @Transactional
    public void setPassword(Person person, String hash, Words words) {
        accounts.setPassword(person, hash);
        sessions.endOthers(person);
        tell(person.email(), words, words.say("account.letter.password"));
    }

    /// Ends the other sessions: one of them may have been opened by the password.
    @Transactional
    public void removePassword(Person person, Words words) {
        if (accounts.hasPassword(person)) {
            accounts.setPassword(person, null);
            sessions.endOthers(person);
            tell(person.email(), words, words.say("account.letter.password-removed"));
        }
    }

    /// @return false when some account has this key already
    @Transactional
    public boolean addPasskey(Person person, PasskeyStore.Key key, String label, Words words) {
        boolean added = passkeys.add(person, key, label);
        if (added) {
            tell(person.email(), words, words.say("account.letter.passkey", label));
        }
        return added;
    }

    /// @param provider its name as people read it
    /// @return false when the identity opens the account of somebody else
    @Transactional
    public boolean attach(Person person, Identity identity, String provider, Words words) {
        if (identities.attach(person.id(), identity)) {
            tell(person.email(), words, words.say("account.letter.identity", provider));
        }
        return identities
                .account(identity)
                .filter(owner -> owner == person.id())
                .isPresent();
    }

    /// Attaches an identity to the account of the address its provider vouches for, made when there is none.
    @Transactional(propagation = Propagation.MANDATORY)
    void attachVouched(EmailAddress email, Identity identity, String provider, Words words) {
        if (identities.attach(accounts.findOrMake(email.value()), identity)) {
            tell(email.value(), words, words.say("account.letter.identity", provider));
        }
    }

    /// Ends the other sessions: one of them may have been opened by what is taken away.
    @Transactional
    public void removePasskey(Person person, long id, Words words) {
        if (passkeys.remove(person, id)) {
            sessions.endOthers(person);
            tell(person.email(), words, words.say("account.letter.passkey-removed"));
        }
    }

    @Transactional
    public void detach(Person person, long id, Words words) {
        if (identities.remove(person, id)) {
            sessions.endOthers(person);
            tell(person.email(), words, words.say("account.letter.identity-removed"));
        }
    }

    private void tell(String address, Words words, String what) {
        outbox.post(new Letter(
                address,
                words.say("account.letter.subject"),
                String.join("\n\n", what, words.say("account.letter.not-you"), publicUrl + "/compte"),
                ""));
    }
}
