/// Letters: written in the transaction of what they tell of, sent afterwards, tried again when the server is away.
@NullMarked
package courant.platform.mail;

import org.jspecify.annotations.NullMarked;
