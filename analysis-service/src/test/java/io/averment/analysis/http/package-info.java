@NullMarked
package io.averment.analysis.http;

import org.jspecify.annotations.NullMarked;
