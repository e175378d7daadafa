package courant.ingest;

/// How many rows needed one kind of repair.
///
/// @param kind what was repaired
/// @param rows number of cells or rows concerned
/// @param description the kind, in the user's language
public record Repair(RepairKind kind, int rows, String description) {}
