package courant.platform.search;

import courant.engine.catalogue.ElectricModel;
import courant.engine.climate.Municipality;
import courant.engine.incentive.Programme;
import courant.facts.FactTables;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.funding.StandingProgramme;
import courant.platform.municipalities.MrcCommitment;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.municipalities.Region;
import courant.platform.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a reader of English can find: all that is public, in English where it exists, else in French.
///
/// @param texts every published text, in both languages
/// @param standing programmes as they stand
/// @param directory of the municipalities
/// @param mrcs commitments of MRCs
/// @param today the day on which programmes are open or closed
record EnglishItems(
        Map<TextKey, TextFile> texts,
        List<StandingProgramme> standing,
        MunicipalityDirectory directory,
        List<MrcCommitment> mrcs,
        LocalDate today) {
    private static final Words ENGLISH_WORDS = Words.of(Locale.CANADA);

    List<SearchItem> all() {
        List<SearchItem> items = new ArrayList<>();
        texts.forEach((key, french) -> {
            if (key.language().equals("fr")) {
                items.add(text(key, french));
            }
        });
        standing.forEach(programme -> items.add(programme(programme)));
        directory.all().forEach(town -> items.add(town(town)));
        mrcs.forEach(mrc -> items.add(mrc(mrc)));
        FactTables.catalogue().models().forEach(model -> items.add(vehicle(model)));
        return items;
    }

    private SearchItem text(TextKey key, TextFile french) {
        TextFile english = texts.get(new TextKey(key.kind(), key.slug(), "en"));
        TextFile read = english == null ? french : english;
        return new SearchItem(
                Search.kind(key.kind()),
                key.kind().address(french),
                read.required("titre"),
                read.required("resume"),
                read.body(),
                english == null ? SearchLanguage.FRENCH : SearchLanguage.ENGLISH);
    }

    private SearchItem programme(StandingProgramme standing) {
        Programme programme = standing.programme();
        return english(
                        "aide-financiere",
                        "/aide-financiere/" + programme.id(),
                        programme.nameEn(),
                        standing.noteEn(),
                        programme.nameFr() + " " + programme.funder() + " subsidy grant funding financial aid program")
                .inState(programme.stateOn(today));
    }

    private static SearchItem town(Municipality town) {
        return english(
                "municipalite",
                MunicipalityDirectory.address(town),
                town.name(),
                Region.of(town).name() + (town.invented() ? ", " + ENGLISH_WORDS.say("demonstration.tag") : ""),
                town.designation() + " " + town.mrc() + " " + town.code());
    }

    private static SearchItem mrc(MrcCommitment mrc) {
        return english(
                "municipalite",
                mrc.address(),
                mrc.name().name(),
                ENGLISH_WORDS.say("mrc.title") + (mrc.invented() ? ", " + ENGLISH_WORDS.say("demonstration.tag") : ""),
                "");
    }

    private static SearchItem vehicle(ElectricModel model) {
        return english(
                        "vehicule",
                        "/vehicules/" + model.id(),
                        model.make() + " " + model.model(),
                        String.valueOf(model.modelYear()),
                        "electric vehicle " + VehicleWords.of(model))
                .ofClasses(Set.copyOf(model.classes()));
    }

    private static SearchItem english(String kind, String address, String title, String summary, String text) {
        return new SearchItem(kind, address, title, summary, text, SearchLanguage.ENGLISH);
    }
}
