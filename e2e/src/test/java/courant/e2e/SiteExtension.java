package courant.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts the site, walks it and opens the browser once for all tests, when the first test asks; JUnit closes them.
final class SiteExtension implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(SiteExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Site.class || type == Walk.class || type == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(OURS);
        Site site = store.computeIfAbsent(Site.class, type -> Site.start(), Site.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == Walk.class) {
            return store.computeIfAbsent(Walk.class, key -> Walk.through(site), Walk.class);
        }
        if (type == Browsers.class) {
            return store.computeIfAbsent(Browsers.class, key -> Browsers.open(site), Browsers.class);
        }
        return site;
    }
}
