package courant.ingest.classify;

/// One reason to take a unit for something.
///
/// @param source where it comes from; agreement of different sources strengthens a class
/// @param body what it says
/// @param points how strong it is, 0 to 10
/// @param why the code shown to a person, for example `rule:backhoe`
record Evidence(Source source, Body body, double points, String why) {
    enum Source {
        WORD,
        MODEL,
        MAKE,
        VIN,
        WEIGHT
    }
}
