package courant.platform.engagement.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.Organisation;
import courant.platform.editorial.TextLibrary;
import courant.platform.engagement.DraftResolution;
import courant.platform.municipalities.Commitments;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.Attachment;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.reports.TextDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// « S'engager »: the way, and the draft of the resolution with the town's name, without an account.
@Controller
class EngageController {
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Access access;
    private final TextLibrary library;
    private final MunicipalityDirectory directory;
    private final CommitmentStore store;
    private final Commitments commitments;

    EngageController(
            Access access,
            TextLibrary library,
            MunicipalityDirectory directory,
            CommitmentStore store,
            Commitments commitments) {
        this.access = access;
        this.library = library;
        this.directory = directory;
        this.store = store;
        this.commitments = commitments;
    }

    @GetMapping("/s-engager")
    String engage(
            @RequestParam(name = "municipalite", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute(
                "text", library.page("s-engager", page.locale()).orElseThrow(() -> new NotFoundException("s-engager")));
        List<Municipality> found = typed.isBlank() ? List.of() : directory.named(typed.strip());
        model.addAttribute("typed", typed.strip());
        model.addAttribute("found", found);
        if (found.size() == 1) {
            Municipality town = found.getFirst();
            model.addAttribute("town", town);
            model.addAttribute("draft", DraftResolution.of(town).document());
        }
        return "engagement/engage";
    }

    @GetMapping("/s-engager/projet-de-resolution-{code:[0-9A-Z]{5}}.{form:docx|pdf}")
    ResponseEntity<byte[]> draft(@PathVariable String code, @PathVariable String form) throws IOException {
        Municipality town = directory.ofCode(code).orElseThrow(() -> new NotFoundException(code));
        return paper(DraftResolution.of(town), form);
    }

    /// For an MRC, which has no official geographic code among municipalities.
    @GetMapping("/espace/engagement/projet-de-resolution.{form:docx|pdf}")
    ResponseEntity<byte[]> draftOfAnMrc(@PathVariable String form) throws IOException {
        Organisation mrc = access.require(Action.READ_SPACE).organisation();
        if (mrc.kind() != Organisation.Kind.MRC) {
            throw new NotFoundException("draft");
        }
        return paper(new DraftResolution("MRC", mrc.name()), form);
    }

    private static ResponseEntity<byte[]> paper(DraftResolution draft, String form) throws IOException {
        TextDocument document = draft.document();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
        boolean docx = form.equals("docx");
        if (docx) {
            document.writeDocx(out);
        } else {
            document.writePdf(out);
        }
        String name = "projet-de-resolution-" + MunicipalityDirectory.slug(draft.name()) + "." + form;
        return Attachment.of(name, docx ? DOCX : MediaType.APPLICATION_PDF).body(out.toByteArray());
    }

    @GetMapping("/municipalites/{code:[0-9A-Z]{5}}-{name}/resolution")
    ResponseEntity<byte[]> published(@PathVariable String code) {
        return paper(store.publicProof(code).orElseThrow(() -> new NotFoundException(code)));
    }

    @GetMapping("/municipalites/mrc/{slug}/resolution")
    ResponseEntity<byte[]> publishedByAnMrc(@PathVariable String slug) {
        return paper(commitments
                .ofMrc(slug)
                .flatMap(mrc -> store.publicProofOfMrc(mrc.name().name()))
                .orElseThrow(() -> new NotFoundException(slug)));
    }

    private static ResponseEntity<byte[]> paper(CommitmentStore.Proof proof) {
        return Attachment.of(proof.name(), MediaType.parseMediaType(proof.type()))
                .body(proof.content());
    }
}
