/// The directory of municipalities and a page for each: official facts alone until a municipality publishes more.
@NullMarked
package courant.platform.municipalities;

import org.jspecify.annotations.NullMarked;
