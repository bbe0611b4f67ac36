/** The query language for words: what clients write, as a tree, and what PostgreSQL's full-text search is asked for it. */
@NullMarked
package io.averment.query.search;

import org.jspecify.annotations.NullMarked;
