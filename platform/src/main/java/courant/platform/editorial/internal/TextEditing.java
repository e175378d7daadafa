package courant.platform.editorial.internal;

import courant.platform.editorial.Fault;
import courant.platform.editorial.Markdown;
import courant.platform.editorial.TextLibrary.TextKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text under an editor's hand, as its screen shows it.
///
/// @param form what is in the fields
/// @param base number of the version the fields began with
/// @param state what is drafted, published, foreseen
/// @param ships whether a text of this name comes with the product
/// @param versions newest first
/// @param shown address of its public page, empty when there is none
/// @param french the French text, null when this is it
/// @param pictures of the media library, to choose from
public record TextEditing(
        TextKey key,
        TextForm form,
        long base,
        TextStore.State state,
        boolean ships,
        List<TextStore.Version> versions,
        String shown,
        @Nullable TextForm french,
        List<MediaStore.Media> pictures,
        Answer answer) {
    /// What the last gesture came to.
    ///
    /// @param errors by the id of the field
    /// @param moment of publication as it was typed
    /// @param difference from what somebody else saved
    /// @param done the word of what was done, empty for nothing
    public record Answer(Map<String, String> errors, String moment, List<Difference.Line> difference, String done) {
        static Answer done(String word) {
            return new Answer(Map.of(), "", List.of(), word);
        }

        static Answer wrong(Map<String, String> errors, String moment) {
            return new Answer(errors, moment, List.of(), "");
        }
    }

    static String address(TextKey key) {
        return "/admin/textes/" + key.kind().folder() + "/" + key.slug() + "/" + key.language();
    }

    public String address() {
        return address(key);
    }

    public String otherLanguage() {
        return address(new TextKey(key.kind(), key.slug(), isEnglish() ? "fr" : "en"));
    }

    public boolean isEnglish() {
        return key.language().equals("en");
    }

    public boolean isWrong() {
        return !answer.errors().isEmpty();
    }

    public String error(String id) {
        return answer.errors().getOrDefault(id, "");
    }

    public String preview() {
        return Markdown.html(form.body());
    }

    /// What its page would not show as it was meant.
    public List<Fault> faults() {
        return Markdown.faults(form.body());
    }

    /// The word of its standing: new, draft, changed, published or removed.
    public String standing() {
        return standing(state, ships);
    }

    static String standing(TextStore.State state, boolean ships) {
        if (state.removed()) {
            return "removed";
        }
        if (!ships && state.published() == 0) {
            return state.draft() == 0 ? "new" : "unpublished";
        }
        return state.draft() == state.published() ? "published" : "draft";
    }

    /// Whether the site has it, so that it can be taken away.
    public boolean isOnSite() {
        return !state.removed() && (ships || state.published() != 0);
    }

    /// The done word, when the state bears it out: an address alone confirms nothing.
    public String done() {
        boolean so = switch (answer.done()) {
            case "enregistre" -> state.draft() != 0;
            case "publie" -> isOnSite() && state.publishedAt() != null;
            case "prevu" -> state.publishAt() != null;
            case "annule" -> state.publishAt() == null;
            case "retire" -> state.removed();
            case "remis" -> isOnSite();
            default -> false;
        };
        return so ? answer.done() : "";
    }
}
