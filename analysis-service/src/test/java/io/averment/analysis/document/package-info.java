@NullMarked
package io.averment.analysis.document;

import org.jspecify.annotations.NullMarked;
