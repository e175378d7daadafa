/// The vehicles a town may buy: electric models and the combustion reference of each class.
@NullMarked
package courant.engine.catalogue;

import org.jspecify.annotations.NullMarked;
