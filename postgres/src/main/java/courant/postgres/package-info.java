/// A PostgreSQL that the product brings along, any PostgreSQL named by one URL, and backup and restore of both.
@NullMarked
package courant.postgres;

import org.jspecify.annotations.NullMarked;
