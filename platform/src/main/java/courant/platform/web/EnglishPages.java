package courant.platform.web;

/// Whether this instance may also be read in English; another module knows whose instance it is.
public interface EnglishPages {
    boolean allowed();
}
