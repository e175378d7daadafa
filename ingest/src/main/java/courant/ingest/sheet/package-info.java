/// Spreadsheets as text: CSV, XLSX and ODS files become rows of cells, whatever their encoding or layout.
@NullMarked
package courant.ingest.sheet;

import org.jspecify.annotations.NullMarked;
