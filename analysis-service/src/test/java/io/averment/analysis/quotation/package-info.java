@NullMarked
package io.averment.analysis.quotation;

import org.jspecify.annotations.NullMarked;
