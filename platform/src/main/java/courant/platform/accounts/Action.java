package courant.platform.accounts;

import static courant.platform.accounts.Role.ADMINISTRATOR;
import static courant.platform.accounts.Role.ADVISER;
import static courant.platform.accounts.Role.AUDITOR;
import static courant.platform.accounts.Role.CLERK;
import static courant.platform.accounts.Role.EDITOR;
import static courant.platform.accounts.Role.ENVIRONMENT;
import static courant.platform.accounts.Role.FLEET;
import static courant.platform.accounts.Role.GROUP_MANAGER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Everything that needs a role, with the roles that allow it. The table of `docs/reference/acces.md` is made from
/// here.
public enum Action {
    READ_SPACE(Scope.ORGANISATION, EnumSet.allOf(Role.class)),
    READ_JOURNAL(Scope.ORGANISATION, EnumSet.of(ADMINISTRATOR, CLERK, AUDITOR)),
    MANAGE_TEAM(Scope.ORGANISATION, EnumSet.of(ADMINISTRATOR, CLERK)),
    GIVE_MANDATE(Scope.ORGANISATION, EnumSet.of(ADMINISTRATOR, CLERK)),
    PREPARE_COMMITMENT(Scope.ORGANISATION, EnumSet.of(ADMINISTRATOR, CLERK, ENVIRONMENT, ADVISER)),
    SUBMIT_RESOLUTION(Scope.ORGANISATION, EnumSet.of(ADMINISTRATOR, CLERK, ADVISER)),
    RENEW_COMMITMENT(Scope.ORGANISATION, EnumSet.of(ADMINISTRATOR, CLERK, ENVIRONMENT, FLEET, ADVISER)),
    WITHDRAW_COMMITMENT(Scope.ORGANISATION, EnumSet.of(ADMINISTRATOR, CLERK)),
    COVER_MUNICIPALITIES(Scope.ORGANISATION, EnumSet.of(ADMINISTRATOR, CLERK)),
    REVIEW_COMMITMENT(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR, GROUP_MANAGER, ADVISER)),
    APPROVE_PEOPLE(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR)),
    MANAGE_ORGANISATIONS(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR)),
    MANAGE_ACCOUNTS(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR)),
    EDIT_TEXTS(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR, EDITOR)),
    SEND_NEWSLETTER(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR, EDITOR)),
    READ_OUTBOX(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR, AUDITOR)),
    RETRY_MAIL(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR)),
    READ_WHOLE_JOURNAL(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR, AUDITOR)),
    READ_MESSAGES(Scope.PLATFORM, EnumSet.of(ADMINISTRATOR, EDITOR, ADVISER, GROUP_MANAGER));

    /// Where a role counts.
    public enum Scope {
        /// In the organisation the person acts for.
        ORGANISATION,
        /// In the organisation that runs this instance.
        PLATFORM
    }

    private final Scope scope;
    private final Set<Role> roles;

    Action(Scope scope, Set<Role> roles) {
        this.scope = scope;
        this.roles = roles;
    }

    public Scope scope() {
        return scope;
    }

    public boolean allowedTo(Role role) {
        return roles.contains(role);
    }

    /// As the message bundle names it: `read-space`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
