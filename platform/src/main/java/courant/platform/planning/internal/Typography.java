package courant.platform.planning.internal;

/// Puts the no-break spaces and apostrophes of French into sentences that come without them.
final class Typography {
    private static final char NO_BREAK = '\u00a0';

    private Typography() {}

    static String of(String sentence) {
        return sentence.replaceAll("(?<=\\p{L})'(?=[\\p{L}«])", "’")
                .replaceAll(" ([:%$»])", NO_BREAK + "$1")
                .replace("« ", "«" + NO_BREAK);
    }
}
