@NullMarked
package io.averment.analysis.messaging;

import org.jspecify.annotations.NullMarked;
