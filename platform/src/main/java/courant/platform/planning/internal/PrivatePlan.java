package courant.platform.planning.internal;

import java.time.Instant;

/// What a person asked us to keep: what was understood and asked, never what can be computed again.
///
/// @param municipalityCode official geographic code
/// @param fileName name of the file the person brought
/// @param question what was asked, as the query of an address
/// @param inventory what was understood of the file, as our `inventory.csv`; it holds no names of people
/// @param expiresAt when it is forgotten
record PrivatePlan(String municipalityCode, String fileName, String question, byte[] inventory, Instant expiresAt) {}
