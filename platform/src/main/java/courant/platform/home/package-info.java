/// The home page: one question, three verbs, dated numbers.
@NullMarked
package courant.platform.home;

import org.jspecify.annotations.NullMarked;
