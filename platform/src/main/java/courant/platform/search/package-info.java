/// Search over everything public: French stems, accents and slips of the keyboard forgiven.
@NullMarked
package courant.platform.search;

import org.jspecify.annotations.NullMarked;
