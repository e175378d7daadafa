package courant.ingest;

/// One reason a file is refused, in the user's language.
public record InputProblem(String where, String found, String expected, String advice) {}
