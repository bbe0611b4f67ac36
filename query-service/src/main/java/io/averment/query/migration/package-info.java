/** The database brought up to date, as a command of the executable and as the owner of the tables. */
@NullMarked
package io.averment.query.migration;

import org.jspecify.annotations.NullMarked;
