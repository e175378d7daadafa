package courant.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every request that ends badly: a sentence, what to do, and a number when the fault is ours.
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Clock clock;

    ErrorPages(Clock clock) {
        this.clock = clock;
    }

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        model.addAttribute("status", status);
        model.addAttribute("key", key(status));
        model.addAttribute("fault", isFault(status) ? fault(request).number() : "");
        return "web/error";
    }

    private static boolean isFault(int status) {
        return status >= 500 && status != HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private Fault fault(HttpServletRequest request) {
        Fault fault = Fault.on(LocalDate.now(clock));
        LOG.error(
                "Fault {} at {} {}",
                fault.number(),
                request.getMethod(),
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause ? cause : null);
        return fault;
    }

    /// Where the sentences of a status begin.
    static String key(int status) {
        return switch (status) {
            case 404, 405 -> "error.missing";
            case 401 -> "error.signin";
            case 403 -> "error.foreign";
            case 413 -> "error.large";
            case 503 -> "error.busy";
            default -> status >= 500 ? "error.fault" : "error.request";
        };
    }
}
