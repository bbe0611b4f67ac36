/** Knowledge from elsewhere: published files turned into the knowledge base's own format, and compared with it. */
@NullMarked
package io.averment.analysis.acquisition;

import org.jspecify.annotations.NullMarked;
