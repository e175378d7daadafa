/// The running site, seen as people see it: in a browser, by keyboard, without scripts, through an HTML validator.
@NullMarked
package courant.e2e;

import org.jspecify.annotations.NullMarked;
