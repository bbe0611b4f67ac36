/** What in a text stands for whom: names, roles and pronouns, gathered into the entities that they mean. Plain Java. */
@NullMarked
package io.averment.analysis.coreference;

import org.jspecify.annotations.NullMarked;
