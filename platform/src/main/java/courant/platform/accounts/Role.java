package courant.platform.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person does in an organisation. A person may have several roles.
public enum Role {
    FLEET,
    PURCHASING,
    TREASURY,
    ENVIRONMENT,
    CLERK,
    COUNCIL_READER,
    EDITOR,
    ADVISER,
    GROUP_MANAGER,
    AUDITOR,
    ADMINISTRATOR;

    /// As written in the database and in addresses: `council-reader`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
