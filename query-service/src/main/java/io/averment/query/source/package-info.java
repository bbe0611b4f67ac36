/** Where reports and statements come from: outlets and agencies, over HTTP. */
@NullMarked
package io.averment.query.source;

import org.jspecify.annotations.NullMarked;
