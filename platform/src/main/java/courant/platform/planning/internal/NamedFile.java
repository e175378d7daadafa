package courant.platform.planning.internal;

/// A file a person brought, as it came.
///
/// @param name its name, without folders
/// @param content its bytes, never changed
record NamedFile(String name, byte[] content) {
    private static final int LONGEST_NAME = 120;

    /// A file named as a browser names it: folders, control characters and what is too long are left out.
    static NamedFile of(String name, byte[] content) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String shortened = plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
        return new NamedFile(shortened.isEmpty() ? "parc" : shortened, content);
    }

    /// The file as it is, whose name no log and no error shows.
    @Override
    public String toString() {
        return "file of %d bytes".formatted(content.length);
    }
}
