package courant.platform.opendata;

import courant.facts.PublishedTable;
import courant.platform.web.NotFoundException;
import courant.platform.web.SiteAddresses;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The tables of facts, to download as they are calculated with.
@Controller
class FactTableController implements SiteAddresses {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    @GetMapping("/donnees-ouvertes/{file:.+\\.csv}")
    ResponseEntity<byte[]> table(@PathVariable String file) {
        PublishedTable table = Arrays.stream(PublishedTable.values())
                .filter(published -> published.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(file));
        return ResponseEntity.ok().contentType(CSV).body(table.bytes());
    }

    @Override
    public List<String> addresses() {
        return List.of();
    }

    @Override
    public List<String> downloads() {
        return Arrays.stream(PublishedTable.values())
                .map(table -> "/donnees-ouvertes/" + table.file())
                .toList();
    }
}
