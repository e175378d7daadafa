/// Addresses outside the site that its pages lead to: whether they still answer, asked politely and within limits.
@NullMarked
package courant.platform.links;

import org.jspecify.annotations.NullMarked;
