package courant.platform.editorial;

import java.util.List;

/// A module whose words may show pictures of the media library: none is taken away while they do.
public interface PictureSource {
    List<Writing> writings();

    /// @param title as an editor knows it
    /// @param editing where it is written
    /// @param words among which the address of a picture may stand
    record Writing(String title, String editing, String words) {}
}
