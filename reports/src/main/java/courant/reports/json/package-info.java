/// JSON as every command and file of ours writes it.
@NullMarked
package courant.reports.json;

import org.jspecify.annotations.NullMarked;
