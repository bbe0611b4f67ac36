@NullMarked
package io.averment.ingest;

import org.jspecify.annotations.NullMarked;
