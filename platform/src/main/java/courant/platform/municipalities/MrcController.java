package courant.platform.municipalities;

import courant.engine.climate.Municipality;
import courant.platform.web.NotFoundException;
import courant.platform.web.SiteAddresses;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page of an MRC that has published its commitment, whatever became of it since.
@Controller
public class MrcController implements SiteAddresses {
    private final MunicipalityDirectory directory;
    private final Commitments commitments;

    MrcController(MunicipalityDirectory directory, Commitments commitments) {
        this.directory = directory;
        this.commitments = commitments;
    }

    /// A municipality that the MRC covers or covered.
    public record Covered(Municipality municipality, MrcCommitment.Cover cover) {}

    @GetMapping("/municipalites/mrc/{slug}")
    String mrc(@PathVariable String slug, Model model) {
        MrcCommitment mrc = commitments.ofMrc(slug).orElseThrow(() -> new NotFoundException(slug));
        model.addAttribute("mrc", mrc);
        Set<String> standingSo = commitments.all().stream()
                .filter(deed -> deed.state() == Commitments.State.COVERED)
                .map(Commitments.Deed::code)
                .collect(Collectors.toSet());
        // One that has since voted itself says so, and is not shown as covered.
        model.addAttribute("covered", covered(mrc, cover -> cover.runs() && standingSo.contains(cover.code())));
        model.addAttribute("formerly", covered(mrc, cover -> !cover.runs()));
        return "municipalities/mrc";
    }

    private List<Covered> covered(MrcCommitment mrc, Predicate<MrcCommitment.Cover> which) {
        return mrc.covers().stream()
                .filter(which)
                .flatMap(cover -> directory.ofCode(cover.code()).map(town -> new Covered(town, cover)).stream())
                .toList();
    }

    @Override
    public List<String> addresses() {
        return commitments.ofMrcs().stream().map(MrcCommitment::address).toList();
    }
}
