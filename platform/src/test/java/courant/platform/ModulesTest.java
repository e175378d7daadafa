package courant.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Inside the platform, too, a module uses what another shows and nothing else, and there are no circles.
class ModulesTest {
    @Test
    void modulesKeepTheirBorders() {
        ApplicationModules.of(Platform.class).verify();
    }
}
