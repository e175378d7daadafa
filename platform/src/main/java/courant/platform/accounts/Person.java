package courant.platform.accounts;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Somebody signed in.
///
/// @param id internal number
/// @param email address that was proved
/// @param name as the person writes it, empty until it is given
/// @param organisation number of the organisation chosen in this session, null before
/// @param session hash of the session, hexadecimal
public record Person(
        long id, String email, String name, @Nullable Long organisation, String session)
        implements Principal, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /// Who makes the request of this thread.
    public static Optional<Person> acting() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    /// How events of the audit trail name the person.
    public String actor() {
        return "compte/" + id;
    }

    @Override
    public String getName() {
        return name.isEmpty() ? email : name;
    }
}
