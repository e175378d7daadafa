package courant.platform.accounts.internal;

import courant.platform.accounts.ForbiddenException;
import courant.platform.web.PageAdvice;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Says which action was refused, and to whom to turn.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Forbidden {
    private final PageAdvice pages;

    Forbidden(PageAdvice pages) {
        this.pages = pages;
    }

    @ExceptionHandler(ForbiddenException.class)
    ModelAndView refuse(ForbiddenException refused, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("accounts/forbidden")
                .addObject("page", pages.page(request))
                .addObject("action", refused.action());
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }
}
