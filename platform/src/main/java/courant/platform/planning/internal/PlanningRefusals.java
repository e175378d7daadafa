package courant.platform.planning.internal;

import courant.platform.planning.internal.UnderstandingView.TownField;
import courant.platform.web.PageAdvice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Answers that are no fault: forgotten, too many at once, or nothing that can be planned.
///
/// A piece of a page that htmx asks for cannot show them: the browser is told to load the whole page again.
@ControllerAdvice
class PlanningRefusals {
    private final PageAdvice pages;

    PlanningRefusals(PageAdvice pages) {
        this.pages = pages;
    }

    @ExceptionHandler(ForgottenAnalysisException.class)
    ModelAndView gone(HttpServletRequest request, HttpServletResponse response) {
        return answer("planning/gone", HttpStatus.GONE, request, response);
    }

    @ExceptionHandler(CrowdedException.class)
    ModelAndView crowded(CrowdedException crowded, HttpServletRequest request, HttpServletResponse response) {
        Duration after = crowded.comeBackAfter();
        response.setHeader("Retry-After", String.valueOf(after.toSeconds()));
        return answer("planning/crowded", HttpStatus.SERVICE_UNAVAILABLE, request, response)
                .addObject("minutes", Math.max(1, after.plusSeconds(59).toMinutes()));
    }

    @ExceptionHandler(NothingToPlanException.class)
    ModelAndView nothing(NothingToPlanException nothing, HttpServletRequest request, HttpServletResponse response) {
        TownField town = TownField.of(nothing.visit().analysis().municipality());
        return answer("planning/understanding", HttpStatus.UNPROCESSABLE_CONTENT, request, response)
                .addObject("view", UnderstandingView.of(nothing.visit(), town, List.of()));
    }

    private ModelAndView answer(
            String template, HttpStatusCode status, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
        }
        ModelAndView page = new ModelAndView(template);
        page.setStatus(status);
        page.addObject("page", pages.page(request));
        return page;
    }
}
