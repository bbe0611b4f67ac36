@NullMarked
package io.averment.query;

import org.jspecify.annotations.NullMarked;
