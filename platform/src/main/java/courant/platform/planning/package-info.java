/// From a spreadsheet to a plan, without an account: what was understood, the plan, its papers. It shows nothing yet to
/// other modules; everything is asked through its pages.
@NullMarked
package courant.platform.planning;

import org.jspecify.annotations.NullMarked;
