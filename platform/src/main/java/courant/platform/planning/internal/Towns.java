package courant.platform.planning.internal;

import courant.engine.climate.Municipality;
import courant.engine.climate.WeatherYear;
import courant.facts.AmbiguousMunicipalityException;
import courant.facts.Directory;
import courant.facts.UnknownMunicipalityException;
import courant.platform.municipalities.MunicipalityDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/// The municipalities a person may name, and the invented one of the sample fleet.
@Component
class Towns {
    private static final int SUGGESTIONS = 8;

    /// Val-des-Érables exists nowhere; the facts give it the winter of its region.
    static final Municipality SAMPLE = Directory.bundled().resolve("99901");

    private final Directory directory;

    Towns(MunicipalityDirectory municipalities) {
        this.directory = municipalities.directory();
    }

    /// What a name or a code leads to.
    sealed interface Found {
        record One(Municipality municipality) implements Found {}

        /// Several bear the name, or have it in theirs.
        record Several(List<Municipality> candidates) implements Found {}

        /// None does; these are spelt nearly so.
        record None(List<Municipality> nearest) implements Found {}
    }

    Found find(String nameOrCode) {
        try {
            return new Found.One(directory.resolve(nameOrCode));
        } catch (AmbiguousMunicipalityException several) {
            return new Found.Several(several.candidates());
        } catch (UnknownMunicipalityException none) {
            List<Municipality> beginning = beginning(nameOrCode);
            return beginning.isEmpty() ? new Found.None(none.suggestions()) : new Found.Several(beginning);
        }
    }

    /// Those whose name begins so, or has a word that does.
    List<Municipality> beginning(String text) {
        return directory.beginning(text, SUGGESTIONS);
    }

    WeatherYear weather(Municipality municipality) {
        return directory.weather(municipality);
    }
}
