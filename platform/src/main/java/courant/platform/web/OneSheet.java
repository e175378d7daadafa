package courant.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Gives a style sheet together with those it imports, as one: a browser draws a page when its sheets are there, and
/// must not find out only then that there are others.
class OneSheet extends AbstractResourceResolver {
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([a-z.-]+)\"\\) layer\\(([a-z]+)\\);\\R?");
    private static final Pattern CHARSET = Pattern.compile("^@charset \"UTF-8\";", Pattern.CASE_INSENSITIVE);

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Resource resource = chain.resolveResource(request, path, places(locations));
        return resource == null || !path.endsWith(".css") ? resource : whole(resource, request, locations, chain);
    }

    @Override
    protected @Nullable String resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, places(locations));
    }

    /// What a whole sheet names stands beside the sheet that imports.
    private static List<Resource> places(List<? extends Resource> locations) {
        return locations.stream()
                .map(location -> location instanceof Sheet sheet ? sheet.first : location)
                .toList();
    }

    private static Resource whole(
            Resource sheet,
            @Nullable HttpServletRequest request,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        try {
            String text = sheet.getContentAsString(StandardCharsets.UTF_8);
            Matcher imports = IMPORT.matcher(text);
            return imports.find()
                    ? new Sheet(
                            sheet,
                            imports.replaceAll(
                                    found -> Matcher.quoteReplacement(imported(found, request, locations, chain))))
                    : sheet;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String imported(
            MatchResult found,
            @Nullable HttpServletRequest request,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Resource sheet = chain.resolveResource(request, found.group(1), locations);
        if (sheet == null) {
            throw new IllegalStateException("No style sheet is called %s.".formatted(found.group(1)));
        }
        try {
            String text = CHARSET.matcher(sheet.getContentAsString(StandardCharsets.UTF_8))
                    .replaceFirst("");
            return "@layer " + found.group(2) + " {\n" + text + "\n}\n";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The bytes of the whole, under the name and the time of the sheet that imports.
    private static final class Sheet extends ByteArrayResource {
        private final Resource first;

        Sheet(Resource first, String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
            this.first = first;
        }

        @Override
        public @Nullable String getFilename() {
            return first.getFilename();
        }

        @Override
        public long lastModified() throws IOException {
            return first.lastModified();
        }
    }
}
