/// Who acts, for which organisation, with which role; what each role may do; mandates between organisations.
@NullMarked
package courant.platform.accounts;

import org.jspecify.annotations.NullMarked;
