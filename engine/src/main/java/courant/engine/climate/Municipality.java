package courant.engine.climate;

import org.jspecify.annotations.Nullable;

/// A municipality of the official directory, with what the energy model needs to know of its winter.
///
/// @param code official geographic code, five digits, the name in addresses and files
/// @param name official name
/// @param designation Ville, Municipalité, Paroisse, Village …
/// @param region administrative region as the directory writes it, for example `Estrie (05)`
/// @param mrc regional county municipality, empty when it belongs to none
/// @param population inhabitants, null when not known
/// @param latitude degrees north, null when not known
/// @param longitude degrees east (negative in Québec), null when not known
public record Municipality(
        String code,
        String name,
        String designation,
        String region,
        String mrc,
        @Nullable Integer population,
        @Nullable Double latitude,
        @Nullable Double longitude) {
    public Municipality {
        if (!code.matches("[0-9A-Z]{5}")) {
            throw new IllegalArgumentException("""
                    The geographic code « %s » of %s is not five digits.
                    Maybe a spreadsheet dropped its leading zero.""".formatted(code, name));
        }
    }

    /// Whether it exists only in examples: the official directory gives no code from 99900 up.
    public boolean invented() {
        return code.startsWith("999");
    }
}
