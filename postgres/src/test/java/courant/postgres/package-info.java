/// What the embedded database, its backups and its refusals promise, tried on a real PostgreSQL.
@NullMarked
package courant.postgres;

import org.jspecify.annotations.NullMarked;
