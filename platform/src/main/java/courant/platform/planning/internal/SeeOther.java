package courant.platform.planning.internal;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// Sends the reader of a form to the page that shows what came of it (303), so that a reload sends nothing twice.
final class SeeOther {
    private SeeOther() {}

    static ModelAndView at(String address) {
        ModelAndView answer = new ModelAndView("redirect:" + address);
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }
}
