package courant.ingest;

import java.util.Set;

/// Common given names of Québec, to notice a column of people that no header announces.
final class GivenNames {
    private static final Set<String> NAMES =
            Set.of(("jean marie pierre luc marc andre michel claude jacques yves guy rene"
                            + " louis paul robert richard daniel alain denis gilles serge sylvain stephane martin eric patrick"
                            + " mario francois benoit normand simon mathieu maxime alexandre nicolas david jonathan sebastien"
                            + " philippe vincent olivier samuel gabriel antoine felix william thomas charles etienne raphael"
                            + " julien hugo yvon real roger raymond gaetan rejean marcel bernard yvan dany steve kevin carl"
                            + " jason john james michael brian peter joseph isabelle nathalie sylvie julie chantal caroline"
                            + " annie martine josee france lise louise diane johanne manon karine melanie genevieve veronique"
                            + " catherine valerie stephanie audrey emilie sophie anne helene linda nancy lucie celine danielle"
                            + " francine ginette monique suzanne pascal christian dominique ghislain gaston georges henri"
                            + " frederic guillaume jerome joel laurent leo lucien maurice remi roland tommy yannick sarah laura"
                            + " emma mary patricia jennifer susan karen")
                    .split(" "));

    private GivenNames() {}

    /// Whether one of the text's words is a common given name.
    static boolean isPerson(String text) {
        for (String word : Words.simple(text).split(" ")) {
            if (NAMES.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
