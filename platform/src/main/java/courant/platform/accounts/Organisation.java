package courant.platform.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An organisation that people act for.
///
/// @param id internal number, never in an address
/// @param kind what it is
/// @param name as it writes itself
/// @param municipalityCode official geographic code of a municipality, null for the others
/// @param english whether it may be addressed in English as well (Charter of the French language, s. 29.1)
/// @param demonstration whether it is invented
/// @param mrc of an MRC, its name in the directory of municipalities: those that bear it are its territory; else empty
public record Organisation(
        long id,
        Kind kind,
        String name,
        @Nullable String municipalityCode,
        boolean english,
        boolean demonstration,
        String mrc) {
    public enum Kind {
        MUNICIPALITY,
        MRC,
        UNION,
        PARTNER,
        SUPPLIER,
        EXPERT,
        /// The team that runs this instance.
        OPERATOR;

        /// Whether it has a council that can commit.
        public boolean commits() {
            return switch (this) {
                case MUNICIPALITY, MRC -> true;
                case UNION, PARTNER, SUPPLIER, EXPERT, OPERATOR -> false;
            };
        }

        /// Roles that its team may hand out: writing texts and auditing belong to the team that runs this instance.
        public Set<Role> roles() {
            return switch (this) {
                case MUNICIPALITY ->
                    EnumSet.complementOf(EnumSet.of(Role.EDITOR, Role.ADVISER, Role.GROUP_MANAGER, Role.AUDITOR));
                case MRC -> EnumSet.complementOf(EnumSet.of(Role.EDITOR, Role.AUDITOR));
                case UNION -> EnumSet.of(Role.ADVISER, Role.GROUP_MANAGER, Role.ADMINISTRATOR);
                case PARTNER, SUPPLIER, EXPERT -> EnumSet.of(Role.ADVISER, Role.ADMINISTRATOR);
                case OPERATOR ->
                    EnumSet.of(Role.EDITOR, Role.ADVISER, Role.GROUP_MANAGER, Role.AUDITOR, Role.ADMINISTRATOR);
            };
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }
    }

    /// How events of the audit trail name it; a space and more may follow.
    public String subject() {
        return "organisation/" + id;
    }
}
