/** The stories of query-service/evaluation/stories: how well threads over articles are found. */
@NullMarked
package io.averment.query.story;

import org.jspecify.annotations.NullMarked;
