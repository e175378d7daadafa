/// Dated facts: every price, rate, factor, threshold and rule of law, with source, validity and grade.
@NullMarked
package courant.engine.fact;

import org.jspecify.annotations.NullMarked;
