package courant.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/// Exceptions that are answers, not faults.
///
/// A form that could not be read is answered here: sent on to the error page, it would be read, and refused, again.
@ControllerAdvice
class Refusals {
    private final PageAdvice pages;

    Refusals(PageAdvice pages) {
        this.pages = pages;
    }

    @ExceptionHandler(NotFoundException.class)
    void missing(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request) {
        return page(request, HttpStatus.CONTENT_TOO_LARGE);
    }

    /// An upload cut off half-way, or a form that is none.
    @ExceptionHandler(MultipartException.class)
    ModelAndView cutOff(HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status) {
        ModelAndView page = new ModelAndView("web/error")
                .addObject("page", pages.page(request))
                .addObject("status", status.value())
                .addObject("key", ErrorPages.key(status.value()))
                .addObject("fault", "");
        page.setStatus(status);
        return page;
    }
}
