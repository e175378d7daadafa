package courant.cli;

import java.time.LocalDate;

/// What every command is given beside its own options.
///
/// @param messages sentences in the person's language
/// @param progress where to say how far the work is
/// @param userFolder where Courant keeps what it remembers for this person
/// @param asOf the day whose facts are used
record Context(Messages messages, Progress progress, UserFolder userFolder, LocalDate asOf) {}
