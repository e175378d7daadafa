/// The demonstration province: invented municipalities, invented people, deeds of theirs alone. Removed in one command.
@NullMarked
package courant.platform.demonstration;

import org.jspecify.annotations.NullMarked;
