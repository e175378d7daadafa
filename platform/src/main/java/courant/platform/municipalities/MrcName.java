package courant.platform.municipalities;

import courant.platform.web.Words;

/// The name of an MRC as a sentence takes it.
///
/// @param name as the organisation writes itself
public record MrcName(String name) {
    private static final String DESIGNATION = "MRC ";

    /// After « par » or « de »: `la MRC des Trois-Versants`. Of a name that does not begin so nobody knows the article:
    /// it is cited.
    public String in(Words words) {
        return words.say(name.startsWith(DESIGNATION) ? "mrc.named" : "mrc.cited", name);
    }
}
