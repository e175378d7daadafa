package courant.platform.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person may do, everywhere.
///
/// @param person who
/// @param posts organisations the person acts for, own ones first
public record Standing(Person person, List<Post> posts) {
    /// @param organisation acted for
    /// @param roles in it
    /// @param holder organisation whose mandate allows it, null for a member
    public record Post(
            Organisation organisation,
            Set<Role> roles,
            @Nullable Organisation holder) {
        public boolean may(Action action) {
            return action.scope() == Action.Scope.ORGANISATION && roles.stream().anyMatch(action::allowedTo);
        }
    }

    /// The post the person has chosen, else the first.
    public Optional<Post> post() {
        return posts.stream()
                .filter(post -> Long.valueOf(post.organisation().id()).equals(person.organisation()))
                .findFirst()
                .or(() -> posts.stream().findFirst());
    }

    public boolean may(Action action) {
        return switch (action.scope()) {
            case ORGANISATION -> post().filter(post -> post.may(action)).isPresent();
            case PLATFORM ->
                posts.stream()
                        .filter(post -> post.organisation().kind() == Organisation.Kind.OPERATOR)
                        .flatMap(post -> post.roles().stream())
                        .anyMatch(action::allowedTo);
        };
    }

    /// Whether the person is of the team that runs this instance.
    public boolean operates() {
        return posts.stream().anyMatch(post -> post.organisation().kind() == Organisation.Kind.OPERATOR);
    }
}
