/// Tests of the importer.
@org.jspecify.annotations.NullMarked
package courant.ingest;
