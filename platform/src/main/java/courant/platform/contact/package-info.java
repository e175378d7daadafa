/// « Nous joindre »: messages to the team, kept from machines without asking anything of a third party.
@NullMarked
package courant.platform.contact;

import org.jspecify.annotations.NullMarked;
