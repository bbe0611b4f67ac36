/** What the world knows by name: the knowledge base, its files, and the link from a name in a text to an entry. Plain Java. */
@NullMarked
package io.averment.analysis.entity;

import org.jspecify.annotations.NullMarked;
