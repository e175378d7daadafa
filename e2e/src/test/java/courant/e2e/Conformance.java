package courant.e2e;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The validator of the W3C, in this process: it reads its schemas from its own jar and asks the network for nothing.
final class Conformance {
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private Conformance() {}

    /// Errors and warnings, each with its line.
    static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        ErrorHandler collector = new ErrorHandler() {
            @Override
            public void warning(SAXParseException warning) {
                faults.add("warning, line %d: %s".formatted(warning.getLineNumber(), warning.getMessage()));
            }

            @Override
            public void error(SAXParseException error) {
                faults.add("error, line %d: %s".formatted(error.getLineNumber(), error.getMessage()));
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
