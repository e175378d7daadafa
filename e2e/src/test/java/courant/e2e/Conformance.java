package courant.e2e;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The validator of the W3C, in this process: it reads its schemas from its own jar and asks the network for nothing.
final class Conformance {
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    /// The attributes of htmx, which HTML does not know and browsers leave alone.
    private static final Pattern ACCEPTED = Pattern.compile("Attribute “hx-[a-z-]+” not allowed on element .*");

    private Conformance() {}

    /// Errors and warnings, each with its line, but those we accept.
    static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        ErrorHandler collector = new ErrorHandler() {
            @Override
            public void warning(SAXParseException warning) {
                note("warning", warning);
            }

            @Override
            public void error(SAXParseException error) {
                note("error", error);
            }

            private void note(String kind, SAXParseException fault) {
                String message = String.valueOf(fault.getMessage());
                if (!ACCEPTED.matcher(message).matches()) {
                    faults.add("%s, line %d: %s".formatted(kind, fault.getLineNumber(), message));
                }
            }

            @Override
            public void fatalError(SAXParseException error) {
                error(error);
            }
        };
        try {
            SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
            validator.setUpMainSchema(SCHEMA, collector);
            validator.setUpValidatorAndParsers(collector, false, false);
            validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException unreadable) {
            throw new IllegalStateException("The validator could not read the page.", unreadable);
        } catch (Exception unready) {
            throw new IllegalStateException("The validator could not read its schema " + SCHEMA + ".", unready);
        }
        return faults;
    }
}
