/// The newsletter: asked for, confirmed from the address itself, left in one click; every consent is kept as proof.
@NullMarked
package courant.platform.newsletter;

import org.jspecify.annotations.NullMarked;
