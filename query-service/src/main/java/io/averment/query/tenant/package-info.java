/** The operator's commands about tenants: which there are, and erasing one of them whole. */
@NullMarked
package io.averment.query.tenant;

import org.jspecify.annotations.NullMarked;
