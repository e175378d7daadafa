package courant.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Gives every page its frame.
@ControllerAdvice
public class PageAdvice {
    private static final Words FRENCH = Words.of(Locale.CANADA_FRENCH);
    private static final Figures FRENCH_FIGURES = Figures.of(Locale.CANADA_FRENCH);
    private static final Words ENGLISH = Words.of(Locale.CANADA);
    private static final Figures ENGLISH_FIGURES = Figures.of(Locale.CANADA);

    private final Assets assets;
    private final String operator;

    PageAdvice(Assets assets, @Value("${courant.contact:}") String operator) {
        this.assets = assets;
        this.operator = operator;
    }

    @ModelAttribute("page")
    public Page page(HttpServletRequest request) {
        String origin = ServletUriComponentsBuilder.fromRequest(request)
                .replacePath(null)
                .replaceQuery(null)
                .toUriString();
        Principal person = request.getUserPrincipal();
        boolean english = Page.isEnglish(request);
        return new Page(
                request.getRequestURI(),
                english ? ENGLISH : FRENCH,
                english ? ENGLISH_FIGURES : FRENCH_FIGURES,
                assets,
                operator,
                origin,
                person == null ? "" : person.getName(),
                Page.otherLanguage(request));
    }
}
